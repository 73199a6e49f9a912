"""Lists of key links: ``otpauth://``, ``steam://``, ``motp://``, and Google's transfer links among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.core.intake import MAX_TEXT, has_link, recognise
from warifu.core.text import Text
from warifu.core.uri import format_uri
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.errors import FileDamaged, FileTooBig
from warifu.formats.holds import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account of every line; lines that are none become problems."""
    if file.text is None:
        raise FileDamaged
    if len(file.text) > MAX_TEXT:
        raise FileTooBig("This list is too long.", hint="Divide it into several files.")
    found = recognise(file.text)
    return Contents(tuple(map(Imported, found.accounts)), found.problems)


def write(accounts: Sequence[Account], _password: str) -> bytes:
    """One link a line, in UTF-8."""
    return "".join(f"{format_uri(account)}\n" for account in accounts).encode()


FORMAT = Format(
    id="otpauth",
    name="otpauth",
    fits=lambda file: (
        file.start[:1] not in {"<", "{", "["} and has_link(file.start) and "," not in _header(file)
    ),
    read=read,
    forms=Form.PLAIN,
    steps=Text("Many apps export a text file of otpauth:// links, or show such links."),
    writer=Writer(
        write,
        Form.PLAIN,
        Holds(frozenset(OtpType), pin=False),
        ".txt",
    ),
)


def _header(file: Untrusted) -> str:
    """The first line if it has no link: a table of a password manager has names of columns there."""
    first = file.start.partition("\n")[0]
    return "" if has_link(first) else first
