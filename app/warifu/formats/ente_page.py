"""Ente Auth's export for the browser: texts of all but periods and counters, which its QR codes hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import BadText
from warifu.formats.aegis_vault import TYPES
from warifu.formats.base import Contents, Imported
from warifu.formats.decoding import kind_named
from warifu.formats.entries import collected, imported
from warifu.formats.html import Page

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_ENTRY: Final = "otp-entry"
_SECRETS: Final = ("recovery code", "secret")  # as it is called in one version and another


def fits(file: Untrusted) -> bool:
    """Whether it is a page with entries of Ente Auth."""
    return file.start[:1] == "<" and f'class="{_ENTRY}"' in (file.text or "") and "Ente" in (file.text or "")


def read(file: Untrusted) -> Contents:
    """The entries, and their QR codes in the same order."""
    page = _Entries()
    page.read(file.text or "")
    contents = collected(page.entries, _entry, lambda paragraphs: "".join(paragraphs[:1]))
    return replace(contents, pictures=tuple(page.pictures))


class _Entries(Page):
    def __init__(self) -> None:
        self.entries: list[list[str]] = []  # of paragraphs
        self.pictures: list[bytes] = []
        self._paragraph: list[str] | None = None

    def opened(self, tag: str, classes: frozenset[str]) -> None:
        """An entry gets its list, a paragraph its text."""
        if _ENTRY in classes:
            self.entries.append([])
        elif tag == "p" and self.entries:
            self._paragraph = []

    def closed(self, tag: str) -> None:
        """A paragraph is added to its entry."""
        if tag == "p" and self._paragraph is not None:
            self.entries[-1].append("".join(self._paragraph).strip())
            self._paragraph = None

    def said(self, untrusted: str) -> None:
        """Text counts in paragraphs alone."""
        if self._paragraph is not None:
            self._paragraph.append(untrusted)

    def showed(self, untrusted_picture: bytes) -> None:
        """The QR code of the entry."""
        self.pictures.append(untrusted_picture)


def _entry(paragraphs: list[str]) -> Imported:
    issuer, account, *rest = paragraphs
    fields: dict[str, Any] = {}
    for paragraph in rest:
        key, colon, value = paragraph.partition(":")
        if colon:
            fields.setdefault(key.strip().casefold(), value.strip())
    secret = next((fields[key] for key in _SECRETS if key in fields), "")
    if not secret:
        raise BadText("It holds no secret.")
    return imported(
        secret=secret,
        kind=kind_named(TYPES, fields.get("type", "totp")),
        issuer=issuer,
        account=account,
        algorithm=fields.get("algorithm", ""),
        digits=fields.get("digits"),
        period=fields.get("period"),
        counter=fields.get("counter"),
        note=fields.get("note", ""),
    )
