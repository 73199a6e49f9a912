"""What a drop or a paste brings: files, pictures, texts, or the address of something that is elsewhere.

A picture is taken as the bytes of its file, so that nothing of it is decoded here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QImage

MOST_FILES = 50
_MOST_TEXT = 200_000  # characters
_PICTURES = ("png", "webp", "bmp", "gif", "jpeg", "svg+xml")  # the ones without loss first
_IMAGES = tuple(f"image/{kind}" for kind in _PICTURES)
_WINDOWS = tuple(f'application/x-qt-windows-mime;value="{kind}"' for kind in ("PNG", "image/png", "JFIF"))
_DRAWN = "application/x-qt-image"
_DATA = re.compile(r"image/[\w.+-]+", re.IGNORECASE)
_OURS = ("otpauth", "otpauth-migration", "apple-otpauth", "motp", "steam")


@dataclass(frozen=True, slots=True)
class Brought:
    """All of it, unread. ``drawn`` is a picture that the system hands over as pixels alone; ``elsewhere``
    tells of pictures that only a network could bring.
    """

    files: tuple[Path, ...] = ()
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    drawn: QImage | None = field(default=None, repr=False)
    text: str = field(default="", repr=False)
    elsewhere: bool = False

    @property
    def has_pictures(self) -> bool:
        """Whether there is something to look at."""
        return bool(self.files or self.pictures or self.drawn is not None)

    def __bool__(self) -> bool:
        return self.has_pictures or self.elsewhere or bool(self.text.strip())


def carries_pictures(mime: QMimeData) -> bool:
    """Whether there is a file, a picture or an address among it; nothing is read."""
    formats = set(mime.formats())
    return mime.hasUrls() or _DRAWN in formats or bool(formats.intersection((*_IMAGES, *_WINDOWS)))


def brought_by(mime: QMimeData) -> Brought:
    """Take what is best of several forms of the same thing: files, then pictures, then texts."""
    urls = mime.urls()[:MOST_FILES] if mime.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        return Brought(files=files)
    if picture := _picture(mime):
        return Brought(pictures=(picture,))
    if pictures := tuple(data for url in urls if (data := _inside(url))):
        return Brought(pictures=pictures)
    if links := [_encoded(url) for url in urls if url.scheme() in _OURS]:
        return Brought(text="\n".join(links))
    if (drawn := _drawn(mime)) is not None:
        return Brought(drawn=drawn)
    if urls and _is_of_pictures(mime, urls):
        return Brought(elsewhere=True)
    return Brought(text=mime.text()[:_MOST_TEXT])


def _picture(mime: QMimeData) -> bytes:
    formats = set(mime.formats())
    for name in (*_IMAGES, *_WINDOWS):
        if name in formats and (data := bytes(mime.data(name).data())):
            return data
    return b""


def _drawn(mime: QMimeData) -> QImage | None:
    from PySide6.QtGui import QImage

    if not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def _inside(url: QUrl) -> bytes:
    """The picture that an address of the kind ``data:`` holds (RFC 2397), as many pages write theirs."""
    import base64
    import binascii

    if url.scheme() != "data":
        return b""
    head, comma, body = _encoded(url)[len("data:") :].partition(",")
    if not comma or not _DATA.match(head):
        return b""
    raw = unquote_to_bytes(body)
    try:
        return base64.b64decode(raw) if head.rstrip().lower().endswith(";base64") else raw
    except binascii.Error:
        return b""


def _encoded(url: QUrl) -> str:
    """The address as it was, while ``toString`` decodes what may mean something."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


def _is_of_pictures(mime: QMimeData, urls: list[QUrl]) -> bool:
    """Whether an address stands for a picture of a page rather than for a link of it."""
    if any(url.scheme() in ("blob", "ftp", "smb", "sftp", "data") for url in urls):
        return True
    if "<img" in mime.html()[:20_000].lower():
        return True
    return any(url.path().lower().endswith(_ENDINGS) for url in urls)


_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".svg", ".pdf")
