"""Pages that apps export for people: their texts and QR codes, taken from HTML without following a link."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from warifu.formats.errors import FileDamaged
from warifu.formats.opening import base64_bytes

_VOID: Final = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_PICTURE: Final = "data:image/"
_HIDDEN: Final = frozenset(("style", "script"))


class Page(HTMLParser):
    """Calls ``opened``, ``said`` and ``closed`` for elements and texts, and ``showed`` for pictures in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._hidden = 0

    def opened(self, tag: str, classes: frozenset[str]) -> None:
        """An element begins."""

    def closed(self, tag: str) -> None:
        """An element ends."""

    def said(self, untrusted: str) -> None:
        """A text, perhaps in several pieces."""

    def showed(self, untrusted_picture: bytes) -> None:
        """A picture that lies in the page itself."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTMLParser's own method."""
        values = dict(attrs)
        source = values.get("src") or ""
        if tag == "img" and source.startswith(_PICTURE):
            self._show(source)
        elif tag in _HIDDEN:
            self._hidden += 1
        elif tag not in _VOID:
            self.opened(tag, frozenset((values.get("class") or "").split()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTMLParser's own method."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """HTMLParser's own method."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        else:
            self.closed(tag)

    def handle_data(self, data: str) -> None:
        """HTMLParser's own method."""
        if not self._hidden:
            self.said(data)

    def _show(self, source: str) -> None:
        kind, _, data = source.partition(",")
        if kind.endswith(";base64"):
            try:
                self.showed(base64_bytes(data))
            except FileDamaged:
                return
