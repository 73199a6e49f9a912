"""Looking into backups, proving them, and bringing accounts back from them.

Reading happens on the POOL lane: a folder of backups may be slow. Backups of the open vault are opened with
its own key, all others with what their owner knows.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from warifu.core.errors import AppError, BackupError, NotPossible, VaultError, WrongPassword
from warifu.services.ports import Lane
from warifu.services.recovery import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from warifu.core.account import Account
    from warifu.core.clock import Clock
    from warifu.services.backing_up import BackingUp
    from warifu.services.session import Session
    from warifu.vault.backups import Backup
    from warifu.vault.document import Document
    from warifu.vault.file import OpenVault
    from warifu.vault.restore import Unlock

    Failed = Callable[[AppError], None]

T = TypeVar("T")
AHEAD = 3600  # seconds that a clock may have been set back without making a backup one of the future
_PATIENCE = 30.0  # seconds that the VAULT lane may be busy


@dataclass(frozen=True, slots=True)
class Held:
    """A backup of a list. ``accounts`` is None where the open vault's key does not open it."""

    backup: Backup
    accounts: int | None = None
    missing: int = 0  # of its accounts are not in today's list
    changed: int = 0  # are, and differ
    newer: int = 0  # of today's accounts are not in it


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds; ``time`` in Unix seconds, 0 where nothing tells."""

    path: Path
    time: int
    document: Document = field(repr=False)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Its accounts in the user's order."""
        return self.document.accounts()


@dataclass(frozen=True, slots=True)
class Tested:
    """How a test ended: ``opened`` of today's ``total`` accounts gave a code."""

    backup: Path
    time: int
    opened: int
    total: int


def backups_in(folder: Path) -> list[Backup]:
    """The vault files of a folder that look whole, the latest first. Raises BackupError."""
    from warifu.services import backup_record
    from warifu.vault import backup_files

    try:
        found = list(backup_files.find(folder))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise backup_record.as_error(backup_record.fault_of(problem), folder) from None
    return sorted(found, key=lambda each: (each.time, each.generation), reverse=True)


def newest_of(found: Sequence[Backup], vault_path: Path, now: float) -> Backup | None:
    """The one that a vault is brought back from unasked. ``now`` in Unix seconds.

    The vault's own go before those of other vaults in the same folder, and before what is dated later than
    now, as a clock that was ahead has left it.
    """
    own, latest = _vault_id(vault_path), now + AHEAD
    return max(found, key=lambda b: (b.vault_id == own, b.time <= latest, b.time, b.generation), default=None)


def contents_of(path: Path, unlock: Unlock) -> Contents:
    """Open a backup. Raises WrongPassword and BackupError."""
    from warifu.vault.restore import open_backup

    opened = open_backup(path, unlock)
    opened.forget()
    return Contents(path, opened.time, opened.document)


def newest_that_opens(paths: Sequence[Path], unlock: Unlock) -> tuple[Contents, int]:
    """The first of ``paths`` that opens, and how many before it are damaged. Raises as ``contents_of``.

    Where the password is of another vault than the first one's, as when computers share the folder, that
    vault's others are passed over.
    """
    damaged, closed = 0, set[str]()
    problem: AppError = BackupError("There is no backup in this folder.")
    for path in paths:
        if closed and _vault_id(path) in closed:
            continue
        try:
            return contents_of(path, unlock), damaged
        except BackupError as problem_here:
            damaged += 1
            problem = problem if closed else problem_here
        except WrongPassword as wrong:
            problem = problem if closed else wrong
            closed.add(_vault_id(path))
    raise problem


def _vault_id(path: Path) -> str:
    """Of the vault that the file says it is of; empty where nothing tells."""
    from warifu.vault import look

    try:
        return look.look_at_beginning(path).vault_id
    except VaultError:
        return ""


def accounts_with_code(document: Document, accounts: Sequence[Account], now: float) -> int:
    """How many of ``accounts`` the document holds with a secret that gives a code."""
    from warifu.core.otp import codes_around

    count = 0
    for account in accounts:
        found = document.get(account.id)
        with contextlib.suppress(ValueError, AppError):
            count += found is not None and bool(codes_around(found, now).current.value)
    return count


def unlock_with(text: str) -> Unlock:
    """What opens a backup with what its owner typed: the password it was made under, or the recovery code."""
    from warifu.vault.restore import with_password_or_code

    return with_password_or_code(text)


class Restoring:
    """Use cases of pages and commands. ``done`` and ``failed`` are called on the main thread."""

    def __init__(self, session: Session, backing_up: BackingUp, clock: Clock) -> None:
        self._session = session
        self._backing_up = backing_up
        self._clock = clock

    def find(self, done: Callable[[list[Backup]], None], failed: Failed) -> None:
        """The backups of the folder as they describe themselves, the latest first."""
        folder = self._backing_up.folder
        self._run(lambda: backups_in(folder), done, failed)

    def held(self, done: Callable[[list[Held]], None], failed: Failed) -> None:
        """The same, opened with the vault's own key and compared with today."""
        folder, store = self._backing_up.folder, self._session.store
        today = store.document if store is not None else None

        def look(vault: OpenVault) -> list[Held]:
            return [_held(each, vault, today or vault.document) for each in backups_in(folder)]

        self._with_key(look, done, failed)

    def open_own(self, path: Path, done: Callable[[Contents], None], failed: Failed) -> None:
        """Open a backup with the vault's own key."""

        def look(vault: OpenVault) -> Contents:
            return contents_of(path, lambda _header: bytearray(vault.keys.master))

        self._with_key(look, done, failed)

    def open(
        self, paths: Sequence[Path], unlock: Unlock, done: Callable[[Contents, int], None], failed: Failed
    ) -> None:
        """Open the first of ``paths`` that is whole; ``done`` also hears how many before it are not."""
        self._run(lambda: newest_that_opens(paths, unlock), lambda found: done(*found), failed)

    def compare(self, contents: Contents) -> Comparison:
        """A backup beside today's accounts."""
        store = self._session.store
        if store is None:
            raise NotPossible("The vault is locked.")
        return compare(contents.document, store.document)

    def test(self, unlock: Unlock, done: Callable[[Tested], None], failed: Failed) -> None:
        """Open the newest backup and make a code of each account of today; nothing is changed."""
        store, now, folder = self._session.store, self._clock.now(), self._backing_up.folder
        today = store.accounts() if store is not None else None
        vault_path = self._session.vault_path

        def work() -> Tested:
            newest = newest_of(backups_in(folder), vault_path, now)
            contents, _damaged = newest_that_opens([newest.path] if newest is not None else [], unlock)
            wanted = contents.accounts if today is None else today
            opened = accounts_with_code(contents.document, wanted, now)
            return Tested(contents.path, contents.time, opened, len(wanted))

        def tested(result: Tested) -> None:
            self._backing_up.note(tested=int(now), opened=result.opened, tested_of=result.total)
            done(result)

        self._run(work, tested, failed)

    def restore(
        self,
        accounts: Sequence[Account],
        done: Callable[[tuple[str, ...]], None],
        failed: Failed,
        *,
        others_to_trash: bool = False,
    ) -> None:
        """Bring accounts back as one step of undo, after a backup of today's vault that is never removed."""
        from warifu.vault.backups import Kind

        def kept(_backup: Backup) -> None:
            store = self._session.store
            if store is None:
                failed(NotPossible("The vault is locked."))
                return
            try:
                changed = store.recover(accounts, others_to_trash=others_to_trash)
            except AppError as problem:
                failed(problem)
                return
            done(changed)

        self._backing_up.keep_before(Kind.BEFORE_RESTORE, kept, failed)

    def begin_from(self, path: Path, unlock: Unlock, done: Callable[[], None], failed: Failed) -> None:
        """Make the vault from a backup where there is none, or none that can be read, and open it."""
        target, now = self._session.vault_path, self._clock.now()

        def make() -> OpenVault:
            from warifu.vault.restore import make_vault, open_backup

            return make_vault(open_backup(path, unlock), target, now)

        self._session.begin_with(make, done, failed)

    def _with_key(self, look: Callable[[OpenVault], T], done: Callable[[T], None], failed: Failed) -> None:
        """Borrow the key on the VAULT lane, use it on the POOL lane, and forget it there."""
        try:
            lend = self._session.lend()
        except NotPossible as problem:
            failed(problem)
            return
        box: SimpleQueue[OpenVault | Exception] = SimpleQueue()

        def hand_over() -> None:
            try:
                box.put(lend())
            except Exception as problem:  # noqa: BLE001 - whoever waits at the box tells it
                box.put(problem)

        def work() -> T:
            try:
                vault = box.get(timeout=_PATIENCE)
            except Empty:
                raise NotPossible("The vault is busy.", hint="Try again.") from None
            if isinstance(vault, Exception):
                raise vault
            try:
                return look(vault)
            finally:
                vault.forget()

        self._session.tasks.run(hand_over, lambda _nothing: None, lambda _problem: None, Lane.VAULT)
        self._run(work, done, failed)

    def _run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        def refused(problem: Exception) -> None:
            failed(problem if isinstance(problem, AppError) else BackupError("The backup cannot be read."))

        self._session.tasks.run(work, done, refused, Lane.POOL)


def _held(backup: Backup, vault: OpenVault, today: Document) -> Held:
    """What one backup holds beside today; a damaged one, or one with another key, is listed without."""
    import dataclasses

    from warifu.vault import backup_files
    from warifu.vault.restore import stamped

    if backup.vault_id != vault.header.vault_id:
        return Held(backup)
    try:
        document = backup_files.read(backup.path, vault.keys)
    except (VaultError, OSError):
        return Held(backup)
    if not backup.time:
        backup = dataclasses.replace(backup, time=stamped(document))
    found = compare(document, today)
    return Held(backup, len(found.standings), found.missing, found.changed, len(found.newer))
