"""A picture that is on the screen, as the grey pixels that decoders want."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from warifu.platforms.screenshot.base import Pixels


@dataclass(frozen=True, slots=True)
class Gray:
    """Rows of pixels, one byte each and without gaps; 0 is black."""

    width: int
    height: int
    data: bytes = field(repr=False)

    @property
    def blank(self) -> bool:
        """Whether it is all of one colour, as where the system does not let us look."""
        return self.data == self.data[:1] * len(self.data)


def gray_of(image: QImage, part: QRect | None = None) -> Gray:
    """The picture, or a part of it, in its own pixels; what is transparent counts as white."""
    shown = image.copy(part.intersected(image.rect())) if part is not None else image
    if shown.hasAlphaChannel():
        shown = _on_white(shown)
    gray = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, line = gray.width(), gray.height(), gray.bytesPerLine()
    rows = bytes(gray.constBits())
    if line != width:  # Qt fills each row up to four bytes
        rows = b"".join(rows[start : start + width] for start in range(0, line * height, line))
    return Gray(width, height, rows)


def image_of(pixels: Pixels) -> QImage:
    """A picture to show."""
    line = 3 * pixels.width
    rgb = QImage(pixels.rgb, pixels.width, pixels.height, line, QImage.Format.Format_RGB888)
    return rgb.copy()  # which does not lean on the bytes


def _on_white(image: QImage) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter

    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    image.setDevicePixelRatio(1.0)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground
