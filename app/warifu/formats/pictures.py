"""From pictures in a file to accounts, once somebody has read their QR codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from warifu.core.intake import combined
from warifu.core.problem import Problem
from warifu.core.scanned import recognise_code
from warifu.core.text import Text
from warifu.formats.base import Contents, Imported

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account


def with_pictures(contents: Contents, texts: Callable[[bytes], Sequence[str]]) -> Contents:
    """The contents with what the QR codes in their pictures say; ``texts`` gives those of one picture.

    Where the file tells of an account beside its QR code, as Aegis and Ente Auth do on their pages, the code
    decides what makes the codes, and the page adds the rest. Parts of a transfer are put together.
    """
    if not contents.pictures:
        return contents
    intakes, problems = [], list(contents.problems)
    for number, picture in enumerate(contents.pictures, start=1):
        found = [recognise_code(text) for text in texts(picture)]
        intakes += found
        if not found and not contents.entries:
            problems.append(Problem(Text("There is no readable QR code in picture {n}.", n=number)))
    whole = combined(intakes)
    left = list(whole.accounts)
    entries = [_completed(entry, left, problems) for entry in contents.entries]
    return replace(
        contents,
        entries=(*entries, *map(Imported, left)),
        problems=(*problems, *whole.problems),
        pictures=(),
    )


def _completed(entry: Imported, left: list[Account], problems: list[Problem]) -> Imported:
    told = entry.account
    code = _same(told, left)
    if code is None:
        title = Text("Its QR code cannot be read, and the rest of the file does not tell its period.")
        problems.append(Problem(title, Text("Compare the code with that of the app."), entry=told.name))
        return entry
    left.remove(code)
    otp = replace(code.otp, pin=code.otp.pin or told.otp.pin)
    return replace(entry, account=replace(told, otp=otp, counter=code.counter))


def _same(told: Account, left: list[Account]) -> Account | None:
    """The account with the same secret and type; of several, the one with the same name."""
    same = [each for each in left if (each.otp.secret, each.otp.type) == (told.otp.secret, told.otp.type)]
    named = [each for each in same if (each.issuer, each.account) == (told.issuer, told.account)]
    return next(iter(named or same), None)
