"""Accounts of other apps' files: read elsewhere, compared with today's, shown, and only then taken in as one
step of undo, behind a backup that is never removed.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, NotPossible
from warifu.core.text import Text
from warifu.services.export_reader import FileReader
from warifu.services.ports import Lane
from warifu.services.reading_files import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from warifu.core.account import Account
    from warifu.core.clock import Clock
    from warifu.core.problem import Problem
    from warifu.formats.base import Imported, Keys
    from warifu.services.backing_up import BackingUp
    from warifu.services.reading_files import ReadFile
    from warifu.services.scanning import PictureReader
    from warifu.services.session import Session
    from warifu.services.store import Store
    from warifu.vault.backups import Backup

    Failed = Callable[[AppError], None]


class Standing(Enum):
    """How an account of a file stands to those that are here."""

    NEW = auto()
    SAME = auto()  # its secret and everything else that it brings is here already
    CHANGED = auto()  # its secret is here, under other names or with other settings
    REPEATED = auto()  # the same secret and names stand before it in the file
    BINNED = auto()  # it lay in that app's bin


@dataclass(frozen=True, slots=True)
class Found:
    """One account of a file. ``twin``: the one here with the same secret. ``remark``: what is to be known."""

    account: Account
    standing: Standing
    twin: Account | None = None
    remark: Text | None = None

    @property
    def wanted(self) -> bool:
        """Whether it is ticked before the user says anything."""
        return self.standing is Standing.NEW


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file in would mean. ``passwords``: the file holds more secrets than those of codes."""

    format_id: str
    name: str  # of the app
    found: tuple[Found, ...]
    problems: tuple[Problem, ...]
    passwords: bool = False

    def count(self, standing: Standing) -> int:
        """How many stand so."""
        return sum(each.standing is standing for each in self.found)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: ids of accounts that came, and of those that were changed."""

    added: tuple[str, ...]
    changed: tuple[str, ...]


def preview_of(read: Sequence[ReadFile], here: Sequence[Account]) -> Preview:
    """The accounts of files beside those that are here, in the order of the files."""
    entries = [entry for each in read for entry in each.contents.entries]
    names = list(dict.fromkeys(each.name for each in read))
    return Preview(
        read[0].format_id if len(names) == 1 else "",
        ", ".join(names),
        tuple(_compared(entries, here)),
        tuple(problem for each in read for problem in each.contents.problems),
        any(each.contents.passwords for each in read),
    )


def changed_by(found: Found) -> Account:
    """What taking a changed account in makes of the one that is here; the account itself where it is new."""
    return _changed(found.twin, found.account) if found.twin is not None else found.account


def taken_in(store: Store, chosen: Sequence[Found], now: float) -> Taken:
    """Add what is new and change what is here, as one step of undo; nothing is ever replaced by its name."""
    added: list[Account] = []
    changed: dict[str, Account] = {}
    came = _come_meanwhile(store, chosen)
    for found in chosen:
        if found.account.id in came:
            continue
        twin = _twin_now(store, changed, found)
        if twin is not None:
            changed[twin.id] = _changed(twin, found.account)
        else:
            made = found.account.created or int(now)
            added.append(dataclasses.replace(found.account, order="", trashed=0, created=made))
    store.recover((*changed.values(), *added))
    return Taken(tuple(each.id for each in added), tuple(changed))


def _come_meanwhile(store: Store, chosen: Sequence[Found]) -> frozenset[str]:
    """Ids of what was new when it was shown and is here by now, as another process took the same file in."""
    here: dict[object, list[Account]] = {}
    for account in store.accounts():
        here.setdefault(account.otp.secret, []).append(account)
    return frozenset(
        found.account.id
        for found in chosen
        if found.standing is Standing.NEW
        and any(_brings_nothing(found.account, twin) for twin in here.get(found.account.otp.secret, ()))
    )


def _twin_now(store: Store, changed: dict[str, Account], found: Found) -> Account | None:
    """The account that is to be changed, as it is by now; None where the file's becomes one of its own.

    Of two in a file that would change the same one to different codes, the second is added.
    """
    if found.standing is not Standing.CHANGED or found.twin is None:
        return None
    before = changed.get(found.twin.id)
    if before is None:
        return store.get(found.twin.id)
    return before if before.otp == found.account.otp else None


class Importing:
    """Use cases of the import page. ``done`` and ``failed`` are called on the main thread, ``icon_for`` is
    not.
    """

    def __init__(
        self,
        session: Session,
        backing_up: BackingUp,
        clock: Clock,
        icon_for: Callable[[Account], Account] = lambda account: account,
    ) -> None:
        self._session = session
        self._backing_up = backing_up
        self._clock = clock
        self._icon_for = icon_for

    def read(
        self,
        path: Path,
        keys: Keys,
        format_id: str,
        done: Callable[[ReadFile], None],
        failed: Failed,
        pictures: PictureReader | None = None,
    ) -> FileReader:
        """Read a file on the POOL lane; ``cancel`` of what is returned ends it at once."""
        reader = FileReader()

        def refused(problem: Exception) -> None:
            failed(problem if isinstance(problem, AppError) else AppError("Reading this file failed."))

        self._session.tasks.run(
            lambda: read_file(path, keys, reader, pictures, format_id), done, refused, Lane.POOL
        )
        return reader

    def preview(self, read: Sequence[ReadFile]) -> Preview:
        """The files beside today's accounts. Raises NotPossible while the vault is locked."""
        return preview_of(read, self._store.accounts())

    def take(self, chosen: Sequence[Found], done: Callable[[Taken], None], failed: Failed) -> None:
        """Take accounts in, after a backup of today's vault that is never removed; all of them or none."""
        from warifu.vault.backups import Kind

        def dress() -> list[Found]:  # half a millisecond for each
            return [dataclasses.replace(each, account=self._icon_for(each.account)) for each in chosen]

        def keep(dressed: list[Found]) -> None:
            def kept(_backup: Backup) -> None:
                try:
                    taken = taken_in(self._store, dressed, self._clock.now())
                except AppError as problem:
                    failed(problem)
                    return
                if taken.added or taken.changed:
                    done(taken)
                else:
                    failed(NotPossible("All of it is here by now."))

            self._backing_up.keep_before(Kind.BEFORE_IMPORT, kept, failed)

        def refused(problem: Exception) -> None:
            failed(problem if isinstance(problem, AppError) else AppError("Importing failed."))

        self._session.tasks.run(dress, keep, refused, Lane.POOL)

    @property
    def _store(self) -> Store:
        if self._session.store is None:
            raise NotPossible("The vault is locked.")
        return self._session.store


def _compared(entries: Iterable[Imported], here: Sequence[Account]) -> Iterable[Found]:
    by_secret: dict[object, list[Account]] = {}
    by_name: dict[tuple[str, str], Account] = {}
    for account in here:
        by_secret.setdefault(account.otp.secret, []).append(account)
        by_name[_named(account)] = account
    before: set[tuple[object, ...]] = set()
    for entry in entries:
        account = entry.account
        mark = (account.otp, *_named(account))
        twins = by_secret.get(account.otp.secret, [])
        same = next((twin for twin in twins if _brings_nothing(account, twin)), None)
        if entry.binned:
            yield Found(account, Standing.BINNED, remark=Text("It lay in that app’s bin."))
        elif same is not None:
            yield Found(account, Standing.SAME, same)
        elif mark in before:
            yield Found(account, Standing.REPEATED, remark=Text("It is in the file twice."))
        elif twins:
            yield Found(account, Standing.CHANGED, _nearest(account, twins))
        else:
            other = by_name.get(_named(account)) if any(_named(account)) else None
            remark = Text("An account of this name has another secret; both are kept.") if other else None
            yield Found(account, Standing.NEW, remark=remark)
        before.add(mark)


def _named(account: Account) -> tuple[str, str]:
    return account.issuer.casefold() or account.title.casefold(), account.account.casefold()


def _brings_nothing(account: Account, here: Account) -> bool:
    """Whether all that the file says is here; what it leaves empty says nothing."""
    if account.otp != here.otp:
        return False
    if account.issuer and account.issuer != (here.issuer or here.title):  # a link has but one of the two
        return False
    texts = ("title", "account", "note")
    return all(
        not getattr(account, name) or getattr(account, name) == getattr(here, name) for name in texts
    ) and (set(account.tags) <= set(here.tags))


def _nearest(account: Account, twins: Sequence[Account]) -> Account:
    return max(twins, key=lambda twin: (twin.otp == account.otp, _named(twin) == _named(account)))


def _changed(here: Account, account: Account) -> Account:
    """The account here with what the file says; what it leaves empty, and more tags, stay."""
    said = {
        name: getattr(account, name) or getattr(here, name) for name in ("title", "account", "issuer", "note")
    }
    tags = tuple(dict.fromkeys((*here.tags, *account.tags)))
    icon = account.icon if account.icon.image else here.icon
    return dataclasses.replace(here, otp=account.otp, tags=tags, icon=icon, pinned=here.pinned, **said)
