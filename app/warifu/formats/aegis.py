"""Aegis: its vault, plain or encrypted, and its page for the browser. Its text is a list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats import aegis_page, aegis_vault, aegis_writing
from warifu.formats.base import Contents, Form, Format, Keys, Writer
from warifu.formats.holds import Holds

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_MAX_INT = 2**31 - 1


def fits(file: Untrusted) -> bool:
    """Whether it is a vault or a page of Aegis."""
    return aegis_vault.fits(file) or aegis_page.fits(file)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry. Raises FormatError."""
    return aegis_page.read(file) if file.start[:1] == "<" else aegis_vault.read(file, keys)


FORMAT = Format(
    id="aegis",
    name="Aegis",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In Aegis: Settings > Import & Export > Export. Choose the format JSON."),
    writer=Writer(
        aegis_writing.write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(
            frozenset(OtpType),
            period=range(1, _MAX_INT // 1000),
            note=True,
            tags=50,
            icon=True,
            pinned=True,
        ),
        ".json",
    ),
)
