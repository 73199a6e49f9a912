"""Which account a query means, as a person would expect: the best kind of match decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import AccountNotFound
from warifu.core.search import SearchIndex, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account

_SHORTEST_ID = 4  # characters of the beginning of an id
_TOLD = 10  # candidates


class Ambiguous(AccountNotFound):
    """Several accounts fit equally well; ``candidates`` are for the user's eyes, not for a log."""

    def __init__(self, candidates: Sequence[Account]) -> None:
        super().__init__("Several accounts fit.")
        self.candidates = tuple(candidates)


def find(accounts: Sequence[Account], query: str) -> Account:
    """The one account that fits best. Raises AccountNotFound, or Ambiguous where several fit equally well."""
    wanted = fold(query.strip())
    if not wanted:
        raise AccountNotFound("An empty query fits no account.")
    for fits in _kinds(wanted):
        found = [account for account in accounts if fits(account)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(found)
    by_id = {account.id: account for account in accounts}
    found = [by_id[account_id] for account_id in SearchIndex(accounts).find(query)]
    if not found:
        raise AccountNotFound("No account fits.")
    if len(found) > 1:
        raise Ambiguous(found)
    return found[0]


def _kinds(wanted: str) -> tuple[Callable[[Account], bool], ...]:
    """From the surest kind of match to the vaguest; below them the search decides."""
    words = wanted.split()

    def titled(account: Account) -> str:
        return fold(account.name)

    def described(account: Account) -> str:
        return fold(f"{account.name} {account.account} {account.issuer}")

    return (
        lambda account: account.id == wanted,
        lambda account: titled(account) == wanted,
        lambda account: wanted in _full_names(account),
        lambda account: fold(account.account) == wanted or fold(account.issuer) == wanted,
        lambda account: len(wanted) >= _SHORTEST_ID and account.id.startswith(wanted),
        lambda account: all(word in titled(account).split() for word in words),
        lambda account: titled(account).startswith(wanted),
        lambda account: all(word in titled(account) for word in words),
        lambda account: all(word in described(account) for word in words),
    )


def _full_names(account: Account) -> set[str]:
    """Ways to write title or issuer together with the account."""
    names = {name for name in (account.title, account.issuer) if name}
    marks = (":", ": ", " ", "/")
    return {fold(f"{name}{mark}{account.account}") for name in names for mark in marks if account.account}


def told(candidates: Sequence[Account], shown: Callable[[str], str]) -> str:
    """The candidates in one line, with whatever is needed to tell them apart."""
    names = [_told_one(account, candidates, shown) for account in candidates[:_TOLD]]
    more = len(candidates) - len(names)
    return "; ".join(names) + (f"; and {more} more" if more else "")


def _told_one(account: Account, candidates: Sequence[Account], shown: Callable[[str], str]) -> str:
    name = shown(account.name) or "(no name)"
    twins = [other for other in candidates if other.name == account.name and other is not account]
    if not twins:
        return name
    if account.account and all(other.account != account.account for other in twins):
        return f"{name} ({shown(account.account)})"
    return f"{name} [{account.id}]"
