"""What the QR codes of a page say, put together with what the page itself tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from warifu.core.problem import Problem
from warifu.core.text import Text
from warifu.formats.base import Imported

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Account

_UNKNOWN = Text("Its QR code cannot be read, and the rest of the file does not tell its period.")
_COMPARE = Text("Compare its code with that of the app.")


def completed(
    told: Iterable[Imported], codes: Iterable[Account]
) -> tuple[tuple[Imported, ...], tuple[Problem, ...]]:
    """The entries of a file that has pictures, and the accounts of the QR codes in those, each once.

    Where both tell of an account, as on the pages of Aegis and Ente Auth, the QR code decides what makes the
    codes, and the page adds the rest. One problem for each entry without a QR code.
    """
    left, entries, problems = list(codes), [], []
    for entry in told:
        if (code := _same(entry.account, left)) is None:
            problems.append(Problem(_UNKNOWN, _COMPARE, entry=entry.account.name))
            entries.append(entry)
        else:
            left.remove(code)
            entries.append(_with(entry, code))
    return (*entries, *map(Imported, left)), tuple(problems)


def _with(entry: Imported, code: Account) -> Imported:
    told = entry.account
    otp = replace(code.otp, pin=code.otp.pin or told.otp.pin)
    return replace(entry, account=replace(told, otp=otp, counter=code.counter))


def _same(told: Account, left: list[Account]) -> Account | None:
    """The account with the same secret and type; of several, the one with the same name."""
    same = [each for each in left if (each.otp.secret, each.otp.type) == (told.otp.secret, told.otp.type)]
    named = [each for each in same if (each.issuer, each.account) == (told.issuer, told.account)]
    return next(iter(named or same), None)
