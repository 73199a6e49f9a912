"""Pages that apps export for people: their texts and QR codes, taken from HTML without following a link.

Python's own parser takes quadratic time for malformed pages; this one reads what apps write, in one go.
"""

from __future__ import annotations

import html
import re
from typing import Final

from warifu.formats.errors import FileDamaged
from warifu.formats.opening import base64_bytes

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_CLASS: Final = re.compile(r"""\bclass\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_PICTURE: Final = re.compile(
    r"""\bsrc\s*=\s*["']data:image/[a-z+.-]{1,20};base64,([^"']*)["']""", re.IGNORECASE
)


class Page:
    """Calls ``opened``, ``said`` and ``closed`` for elements and texts, and ``showed`` for pictures in it."""

    def read(self, untrusted: str) -> None:
        """The whole page, from its start to its end."""
        at = 0
        for tag in _TAG.finditer(untrusted):
            self.said(html.unescape(untrusted[at : tag.start()]))
            at = tag.end()
            name = tag[2].lower()
            if tag[1]:
                self.closed(name)
            elif name == "img":
                self._show(tag[3])
            else:
                found = _CLASS.search(tag[3])
                self.opened(name, frozenset(found[1].split() if found else ()))

    def opened(self, tag: str, classes: frozenset[str]) -> None:
        """An element begins."""

    def closed(self, tag: str) -> None:
        """An element ends."""

    def said(self, untrusted: str) -> None:
        """A text, perhaps in several pieces."""

    def showed(self, untrusted_picture: bytes) -> None:
        """A picture that lies in the page itself."""

    def _show(self, attributes: str) -> None:
        if (found := _PICTURE.search(attributes)) is None:
            return
        try:
            self.showed(base64_bytes(found[1]))
        except FileDamaged:
            return
