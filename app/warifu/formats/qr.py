"""Pictures and PDF files with QR codes; other modules find the codes, this one tells what is a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Keys

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_STARTS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-")
_BMP_HEADERS: Final = frozenset((12, 16, 40, 52, 56, 64, 108, 124))  # bytes, of all versions


def fits(file: Untrusted) -> bool:
    """Whether the bytes start as PNG, JPEG, WebP, GIF, BMP, SVG or PDF."""
    data, start = file.data, file.start
    if (
        data.startswith(_STARTS)
        or start.startswith("<svg")
        or (start.startswith("<?xml") and "<svg" in start)
    ):
        return True
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS


def read(file: Untrusted, _keys: Keys) -> Contents:
    """The picture, whose QR codes are still to be read."""
    return Contents(pictures=(file.data,))


FORMAT = Format(
    id="qr",
    name="QR code",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("Take a picture of the QR code that the app or the site shows, or save it as a file."),
)
