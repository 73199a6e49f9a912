"""What the command line says: results on standard output, refusals on standard error, and nothing else.

This is the one place of the command line that shows errors.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

from warifu.core.clean import HIDDEN, clean_line
from warifu.core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from warifu.core.account import Account

_WIDEST = 60  # characters of a column


class NotShown(AppError):
    """The result has no place where it is sent to, as a file on a full disk."""


def say(line: str) -> None:
    """Print one line of a result. Raises NotShown, as all that prints results here, or BrokenPipeError."""
    try:
        print(line)
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _not_shown(problem) from None


def finish() -> None:
    """Print what still waits. Raises as ``say``."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _not_shown(problem) from None


def _not_shown(problem: OSError) -> NotShown:
    return NotShown("The result could not be written to standard output.", problem.strerror or "")


def say_json(value: Any) -> None:
    """Print a result for programs; what could steer a terminal or hide on it is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    say(HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text))


def refuse(problem: AppError) -> int:
    """Tell the error on standard error, on one line, and give the exit status."""
    print("warifu:", " ".join(str(problem).split()), file=sys.stderr)
    return problem.exit_status


def note(sentence: str) -> None:
    """Tell something beside the result, on standard error."""
    print("warifu:", " ".join(sentence.split()), file=sys.stderr)


def shown(untrusted: str) -> str:
    """A text of the vault for one line of a terminal: nothing in it moves the cursor or hides."""
    return clean_line(untrusted, _WIDEST)


def name_of(account: Account) -> str:
    """The account in a sentence."""
    return f"“{shown(account.name)}”" if account.name else "an account without a name"


def table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows with aligned columns; what is wide, as Japanese is, counts twice."""
    lines = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column), default=0) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        say("  ".join(padded).rstrip())


def as_json(account: Account, *, show_secret: bool = False) -> dict[str, Any]:
    """An account for programs; its secret only where it was asked for."""
    otp = account.otp
    fields: dict[str, Any] = {
        "id": account.id,
        "title": account.title,
        "account": account.account,
        "issuer": account.issuer,
        "type": otp.type.value,
        "algorithm": otp.algorithm.value,
        "digits": otp.digits,
        "period": otp.period,
        "counter": account.counter,
        "icon": account.icon.brand,
        "tags": list(account.tags),
        "note": account.note,
        "pinned": account.pinned,
    }
    if account.trashed:
        fields["trashed"] = account.trashed
    if show_secret:
        fields["secret"] = otp.secret.base32()
        if otp.pin:
            fields["pin"] = otp.pin
    return fields


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in cell)
