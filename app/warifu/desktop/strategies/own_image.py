"""The user's own picture as an icon: whatever file it was, a small square PNG that holds nothing else.

Only PNG, JPEG and SVG are looked at, told apart by their first bytes, never by their name. Sizes are read
before pixels are. An SVG that has scripts or refers to anything outside itself is refused, since Qt would
load local files that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from warifu.core.errors import AppError
from warifu.core.text import Text

if TYPE_CHECKING:
    from pathlib import Path

SIDE = 128  # pixels of the square
MAX_BYTES = 32 * 1024  # of the PNG
MAX_FILE = 16 * 1024 * 1024
MAX_PIXELS = 40_000_000
_JPEG_PIXELS, _JPEG_END = b"\xff\xda", b"\xff\xd9"
_HINT = Text("Choose a PNG, JPEG or SVG picture.")


def read_image(path: Path) -> bytes:
    """The icon made of a picture file. Raises AppError when the file is none, too large or damaged."""
    try:
        with path.open("rb") as file:
            untrusted = file.read(MAX_FILE + 1)
    except OSError as error:
        raise AppError("The file cannot be read.", hint=_HINT) from error
    return clean_image(untrusted)


def clean_image(untrusted: bytes) -> bytes:
    """A PNG of 128 x 128 pixels and at most 32 KiB, without metadata. Raises AppError."""
    if len(untrusted) > MAX_FILE:
        raise _too_large()
    kind = _kind(untrusted)
    picture = _drawn(untrusted) if kind == b"svg" else _decoded(untrusted, kind)
    return _packed(_squared(picture))


def _kind(untrusted: bytes) -> bytes:
    if untrusted.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"png"
    if untrusted.startswith(b"\xff\xd8\xff"):
        return b"jpeg"
    if untrusted.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return b"svg"
    raise AppError("This file is not a picture that can be used.", hint=_HINT)


def _decoded(untrusted: bytes, kind: bytes) -> QImage:
    if kind == b"jpeg" and untrusted.rfind(_JPEG_END) < untrusted.rfind(_JPEG_PIXELS):
        raise _damaged()  # cut short; Qt would paint the rest grey
    buffer = QBuffer()
    buffer.setData(untrusted)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)  # a photo may say that it lies on its side
    size = reader.size()
    if size.isEmpty():
        raise _damaged()
    if size.width() * size.height() > MAX_PIXELS:
        raise _too_large()
    least = QSize(2 * SIDE, 2 * SIDE)
    if kind == b"jpeg" and size.width() > least.width() and size.height() > least.height():
        reader.setScaledSize(size.scaled(least, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    picture = reader.read()
    if picture.isNull():
        raise _damaged()
    if picture.colorSpace().isValid():
        picture.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return picture


def _drawn(untrusted: bytes) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    from warifu.scan.svg_check import check_svg

    check_svg(untrusted)
    renderer = QSvgRenderer()
    renderer.setAnimationEnabled(False)
    if not renderer.load(QByteArray(untrusted)) or renderer.viewBoxF().isEmpty():
        raise _damaged()
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    picture = _canvas()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return picture


def _squared(picture: QImage) -> QImage:
    """The whole picture on a clear square where it has clear parts, else its middle."""
    whole = picture.hasAlphaChannel()
    mode = Qt.AspectRatioMode.KeepAspectRatio if whole else Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = picture.scaled(SIDE, SIDE, mode, Qt.TransformationMode.SmoothTransformation)
    square = _canvas()
    painter = QPainter(square)
    painter.drawImage((SIDE - scaled.width()) // 2, (SIDE - scaled.height()) // 2, scaled)
    painter.end()
    return square


def _canvas() -> QImage:
    canvas = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    return canvas


def _packed(square: QImage) -> bytes:
    """PNG with as many bits a channel as fit into the limit; three always do."""
    plain = square.convertToFormat(QImage.Format.Format_ARGB32)
    exact = bytes(plain.constBits())
    for bits in (8, 6, 5, 4, 3):
        steps = (1 << bits) - 1
        rounding = bytes(round(round(value * steps / 255) * 255 / steps) for value in range(256))
        coarse = exact.translate(rounding)
        png = _png(QImage(coarse, SIDE, SIDE, plain.bytesPerLine(), plain.format()))
        if len(png) <= MAX_BYTES:
            return png
    raise _too_large()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # 0 packs hardest
    return bytes(buffer.data().data())


def _too_large() -> AppError:
    limit = Text("Choose one of at most 40 megapixels and 16 MB.")
    return AppError("This picture is too large.", hint=limit)


def _damaged() -> AppError:
    return AppError("This picture is damaged.", hint=_HINT)
