"""Which accounts are listed, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from warifu.core.search import SearchIndex, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account


class Sort(StrEnum):
    """The values of ``settings.schema.SORT``."""

    OWN = "own"
    NAME = "name"
    USED = "used"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user asked to see; empty, it is everything."""

    query: str = ""
    tag: str = ""
    pinned_only: bool = False

    def of(self, accounts: Sequence[Account]) -> list[Account]:
        """Those that the chips, apart from the query, leave in the list."""
        if self.pinned_only:
            return [account for account in accounts if account.pinned]
        if self.tag:
            return [account for account in accounts if self.tag in account.tags]
        return list(accounts)


class Arranger:
    """Filters and sorts. Holds the search index, which is renewed when the accounts are other values."""

    def __init__(self) -> None:
        self._accounts: Sequence[Account] = ()
        self._index = SearchIndex(())
        self._by_id: dict[str, Account] = {}
        self._names: dict[str, tuple[Account, str]] = {}

    @property
    def count(self) -> int:
        """How many accounts there are before anything is filtered."""
        return len(self._accounts)

    def update(self, accounts: Sequence[Account]) -> None:
        """Take the accounts, in the user's own order."""
        self._accounts = accounts
        self._index.update(accounts)
        self._by_id = {account.id: account for account in accounts}

    def arrange(self, wanted: Filter, sort: Sort) -> list[Account]:
        """The accounts to list: best match first while something is searched, else pinned ones first."""
        if wanted.query.strip():
            return wanted.of([self._by_id[i] for i in self._index.find(wanted.query)])
        kept = wanted.of(self._accounts)
        match sort:
            case Sort.OWN:
                pass
            case Sort.NAME:
                kept.sort(key=self._name)
            case Sort.USED:
                kept.sort(key=lambda account: -account.uses)
            case Sort.RECENT:
                kept.sort(key=lambda account: -account.last_used)
        kept.sort(key=lambda account: not account.pinned)
        return kept

    def _name(self, account: Account) -> str:
        known = self._names.get(account.id)
        if known is None or known[0] is not account:
            known = self._names[account.id] = (account, fold(account.name))
        return known[1]


def tags_of(accounts: Sequence[Account]) -> list[str]:
    """Every tag in use, by name."""
    return sorted({tag for account in accounts for tag in account.tags}, key=lambda tag: (fold(tag), tag))
