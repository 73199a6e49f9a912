"""Tables as text (RFC 4180 and what programs make of it): what divides cells, and rows by their names."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from warifu.formats.errors import FileDamaged, FileTooBig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

DELIMITERS: Final = (",", ";", "\t", "|")
MAX_CELLS: Final = 10_000  # of one row
MAX_CELL: Final = 1_000_000  # characters
MAX_LINES: Final = 1_000_000  # notes have many, too
SECRET_NAMES: Final = (
    "otpauth", "totp", "login_totp", "otpsecret", "otpurl", "otp", "2fa", "twofasecret", "authtoken",
    "secret", "one-time password", "totp secret", "one-time code", "totp key", "otp secret", "otp_secret",
    "otpauth url", "otpauth uri", "otp url", "totpsecret", "two-factor secret", "secret key", "seed", "uri",
)  # fmt: skip
LINK: Final = re.compile(r"(?:apple-otpauth|otpauth|steam|motp)://?[^\s\"'<>]", re.IGNORECASE)
_YES: Final = frozenset(("1", "true", "yes", "y", "x"))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; ``columns`` says where each name stands, in lower case."""

    columns: dict[str, int]
    cells: list[str]

    def get(self, *names: str) -> str:
        """The first cell of these columns that is not empty, without white space around it."""
        for name in names:
            at = self.columns.get(name)
            if at is not None and at < len(self.cells) and (text := self.cells[at].strip()):
                return text
        return ""

    def is_set(self, name: str) -> bool:
        """Whether a cell says yes in one of the ways that programs write it."""
        return self.get(name).casefold() in _YES


def header_of(file: Untrusted) -> tuple[str, ...]:
    """The names in the first line, in lower case; none for what is no table. Quick, and never raises."""
    if not file.start or file.start[0] in "{[<":
        return ()
    line, delimiter = _first_line(file.start)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(cell.strip().casefold() for cell in cells)


def is_table(file: Untrusted) -> bool:
    """Whether there is a column for secrets, or a link with cells before it in its line."""
    names = header_of(file)
    if len(names) < 2:
        return False
    if any(name in SECRET_NAMES for name in names):
        return True
    return is_row(next((line for line in file.start.splitlines() if LINK.search(line)), ""))


def is_row(line: str) -> bool:
    """Whether a line has a link with cells before it, and is no comment."""
    link = LINK.search(line)
    before = "" if link is None else line[: link.start()]
    return not before.startswith("#") and any(sign in before for sign in DELIMITERS)


def has_columns(file: Untrusted, *names: str) -> bool:
    """Whether the first line has all these names."""
    return set(names) <= set(header_of(file))


def rows(file: Untrusted) -> Iterator[Row]:
    """Every row below the names of the columns. Raises FileDamaged, FileTooBig."""
    names = header_of(file)
    if not names:
        raise FileDamaged
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        columns.setdefault(name, at)
    for number, cells in enumerate(cells_of(file)):
        if number and cells:
            yield Row(columns, cells)


def cells_of(file: Untrusted) -> Iterator[list[str]]:
    """Every row as its cells, the first included. Raises FileDamaged, FileTooBig."""
    if file.text is None:
        raise FileDamaged
    text = file.text.lstrip()
    first, delimiter = _first_line(text[:4096])
    csv.field_size_limit(MAX_CELL)
    lines = _lines(text, delimiter, skip=text.casefold().startswith("sep=") and not first.startswith("sep="))
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        raise FileDamaged from None
    except MemoryError:
        raise FileTooBig("A row of this table is far larger than in any export of accounts.") from None


def host_of(address: str) -> str:
    """The name of a site from its address, for what has no other name."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _first_line(start: str) -> tuple[str, str]:
    """The line with the names, and what divides them; Excel's ``sep=;`` says it, else the commonest does."""
    line, _, rest = start.partition("\n")
    line = line.rstrip("\r")
    if line.casefold().startswith("sep=") and len(line) == 5:
        return rest.partition("\n")[0].rstrip("\r"), line[4]
    line = line.partition("\r")[0]
    outside = "".join(line.split('"')[::2])
    return line, max(DELIMITERS, key=outside.count)


def _lines(text: str, delimiter: str, *, skip: bool) -> Iterator[str]:
    """Lines with their ends, one at a time: no copy of the whole is made."""
    end = "\n" if "\n" in text else "\r"
    if text.count(end) > MAX_LINES:
        raise FileTooBig("This table is far longer than an export of accounts.")
    at = 0
    while at < len(text):
        stop = text.find(end, at) + 1 or len(text)
        line = text[at:stop]
        at = stop
        if skip:
            skip = False
            continue
        if len(line) > MAX_CELLS and line.count(delimiter) > MAX_CELLS:
            raise FileTooBig("A row of this table has more cells than any export of accounts.")
        yield line
