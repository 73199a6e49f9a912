"""Aegis' export for the browser: a table of everything but the periods, which its QR codes hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.secret import Secret
from warifu.formats.aegis_vault import TYPES
from warifu.formats.base import Contents, Imported
from warifu.formats.decoding import kind_named
from warifu.formats.entries import collected, imported
from warifu.formats.errors import FileDamaged
from warifu.formats.html import Page
from warifu.formats.opening import hex_bytes

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_MARKS: Final = ("<th>Issuer</th>", "<th>QR Code</th>")  # written in English in every language
_NOTHING: Final = frozenset(("-", "null"))


def fits(file: Untrusted) -> bool:
    """Whether it is a page with the table of Aegis."""
    return file.start[:1] == "<" and all(mark in file.start for mark in _MARKS)


def read(file: Untrusted) -> Contents:
    """The rows, and their QR codes in the same order. Raises FileDamaged."""
    page = _Table()
    page.read(file.text or "")
    if not page.columns:
        raise FileDamaged
    rows = [dict(zip(page.columns, cells, strict=False)) for cells in page.rows]
    contents = collected(rows, _entry, lambda row: row.get("Issuer", "") or row.get("Name", ""))
    return replace(contents, pictures=tuple(page.pictures))


class _Table(Page):
    def __init__(self) -> None:
        self.columns: list[str] = []
        self.rows: list[list[str]] = []
        self.pictures: list[bytes] = []
        self._cell: list[str] | None = None

    def opened(self, tag: str, classes: frozenset[str]) -> None:  # noqa: ARG002
        """A row gets its list, a cell its text."""
        if tag == "tr" and self.columns:
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._cell = []

    def closed(self, tag: str) -> None:
        """A cell is added to the names of columns or to its row."""
        if tag not in {"td", "th"} or self._cell is None:
            return
        text, self._cell = "".join(self._cell), None
        if tag == "th":
            self.columns.append(text.strip())
        elif self.rows:
            self.rows[-1].append(text)

    def said(self, untrusted: str) -> None:
        """Text counts in cells alone."""
        if self._cell is not None:
            self._cell.append(untrusted)

    def showed(self, untrusted_picture: bytes) -> None:
        """The QR code of the row."""
        self.pictures.append(untrusted_picture)


def _entry(row: dict[str, str]) -> Imported:
    kind, pin = kind_named(TYPES, row["Type"]), row.get("PIN", "")
    fixed = kind in {OtpType.MOTP, OtpType.YANDEX}
    return imported(
        secret=_secret(row["Secret"].strip(), kind),
        kind=kind,
        issuer=row.get("Issuer", ""),
        account=row.get("Name", ""),
        algorithm="" if fixed else row.get("Algo", ""),
        digits=None if fixed else row.get("Digits"),
        counter=row.get("Counter") if kind is OtpType.HOTP else None,
        pin="" if pin in _NOTHING else pin,
        note=row.get("Note", ""),
        pinned=row.get("Favorite", "").strip() == "true",
    )


def _secret(text: str, kind: OtpType) -> Secret | str:
    """mOTP's in hexadecimal digits, all others in base32."""
    if kind is not OtpType.MOTP:
        return text
    try:
        return Secret(hex_bytes(text))
    except FileDamaged:
        raise ValueError from None
