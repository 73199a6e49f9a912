"""Accounts of a backup back into the vault that is open: added, taken out of the trash, or set to what they
were. Nothing is overwritten: a secret that is replaced stays in the account's history.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Account
    from warifu.vault.document import Document
    from warifu.vault.stamp import Stamp

_FIELDS = ("otp", "title", "account", "issuer", "icon", "tags", "note", "pinned", "order")


class Standing(Enum):
    """How an account of a backup stands to today's."""

    SAME = auto()
    CHANGED = auto()  # something differs
    SECRET_CHANGED = auto()
    TRASHED = auto()  # it is in the trash today
    MISSING = auto()  # there is no such account today


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a backup holds, compared with today."""

    standings: tuple[tuple[Account, Standing], ...]
    newer: tuple[Account, ...]  # today's accounts that the backup lacks

    @property
    def missing(self) -> int:
        """Accounts of the backup that today's list lacks."""
        return sum(standing in {Standing.MISSING, Standing.TRASHED} for _account, standing in self.standings)

    @property
    def changed(self) -> int:
        """Accounts that are in both and differ."""
        changed = {Standing.CHANGED, Standing.SECRET_CHANGED}
        return sum(standing in changed for _account, standing in self.standings)


def compare(backup: Document, today: Document) -> Comparison:
    """Each live account of the backup with its standing, and those that are newer than it."""
    then = backup.accounts()
    ids = {account.id for account in then}
    standings = tuple((account, _standing(account, today.get(account.id))) for account in then)
    return Comparison(standings, tuple(a for a in today.accounts() if a.id not in ids))


def recovered(document: Document, accounts: Iterable[Account], stamp: Stamp) -> Document:
    """The document with the accounts as they were in the backup."""
    missing = []
    for account in accounts:
        present = document.get(account.id)
        if present is None:
            if account.id not in document.records or not document.records[account.id].alive:
                missing.append(account)
            continue
        if present.trashed:
            document = document.untrash([account.id], stamp)
        fields = _differing(account, document.get(account.id) or present)
        document = document.edit(account.id, stamp, **fields) if fields else document
    return document.add_all(missing, stamp) if missing else document


def taken_back(
    document: Document, before: Iterable[Account], after: Iterable[Account], stamp: Stamp, now: int
) -> Document:
    """Undo of a recovery: fields that nobody changed since get their values of before; what came goes."""
    former = {account.id: account for account in before}
    for account in after:
        present, was = document.get(account.id), former.get(account.id)
        if present is None:
            continue
        if was is not None and bool(present.trashed) is bool(account.trashed):
            fields = _differing(was, present, only=_differing(was, account))
            document = document.edit(account.id, stamp, **fields) if fields else document
        if was is not None and not was.trashed and account.trashed and present.trashed:
            document = document.untrash([account.id], stamp)
        elif not account.trashed and not present.trashed and (was is None or was.trashed):
            document = document.trash([account.id], stamp, was.trashed if was is not None else now)
    return document


def _standing(then: Account, today: Account | None) -> Standing:
    if today is None:
        return Standing.MISSING
    if today.trashed:
        return Standing.TRASHED
    if today.otp != then.otp:
        return Standing.SECRET_CHANGED
    return Standing.CHANGED if _differing(then, today, without=("order", "pinned")) else Standing.SAME


def _differing(
    wanted: Account, present: Account, *, only: Iterable[str] | None = None, without: Iterable[str] = ()
) -> dict[str, Any]:
    """Fields that differ, with the values of ``wanted``."""
    names = [name for name in (_FIELDS if only is None else only) if name not in without]
    return {name: getattr(wanted, name) for name in names if getattr(wanted, name) != getattr(present, name)}
