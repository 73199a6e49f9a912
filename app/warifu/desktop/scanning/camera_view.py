"""The live picture: as fast as the camera, with an outline on what is read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from warifu.desktop.theme import current
from warifu.desktop.theme.shapes import paint_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from warifu.scan.camera_wire import Codes, Picture

SMALLEST = QSize(160, 150)
_ROUND = 14.0  # logical pixels
_LINE = 3.0
_AROUND = 1.16  # size of an outline to that of its code, whose own margin is white
_BEYOND = 4.0  # more than that, for small codes
_CORNER = 12.0  # radius of an outline's corners
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SHADE = QColor("#27332D")  # under the outline, which lies on white paper; blending takes four times as long


class CameraView(QLabel):  # which screen readers do not pass over
    """``picture_wanted`` carries a size in pixels of the screen, once for every picture that was painted."""

    picture_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._pixels = b""  # which the image does not own
        self._codes: Codes | None = None
        self._asked = False
        self._ringed = False
        self._ground: QPainterPath | None = None
        self.painted = 0  # pictures so far
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return self._image is not None

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def show_picture(self, picture: Picture) -> None:
        """Paint this one from now on."""
        self._pixels = picture.pixels
        stride = picture.width * 4
        self._image = QImage(self._pixels, picture.width, picture.height, stride, QImage.Format.Format_RGB32)
        self._asked = False
        self.update()

    def show_codes(self, codes: Codes) -> None:
        """Draw outlines around these, and no others, from the next picture on."""
        self._codes = codes if codes.found else None

    def clear(self) -> None:
        """Show nothing, and ask for a new picture when painted next."""
        self._image = self._codes = None
        self._pixels = b""
        self._asked = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = current()
        whole = QRectF(self.rect())
        if self._image is None:
            painter.fillRect(whole, look.scene)
        else:
            painter.drawImage(whole, self._image)
            self.painted += 1
            self._outline(painter)
        self._cut_corners(painter, whole)
        if self._ringed:
            paint_focus(painter, whole, _ROUND)
        painter.end()
        if not self._asked:
            self._asked = True
            ratio = self.devicePixelRatioF()
            self.picture_wanted.emit(round(self.width() * ratio), round(self.height() * ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw a ring only where the keyboard brought the focus here: it would hide part of the picture."""
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def _outline(self, painter: QPainter) -> None:
        if self._codes is None:
            return
        look = current()
        across, down = self.width() / self._codes.width, self.height() / self._codes.height
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for found in self._codes.found:
            path = rounded([QPointF(x * across, y * down) for x, y in found.corners])
            for colour, width in ((_SHADE, _LINE + 2), (look.seen, _LINE)):
                painter.setPen(QPen(colour, width))
                painter.drawPath(path)

    def _cut_corners(self, painter: QPainter, whole: QRectF) -> None:
        """Cover the corners with the page's colour, which is faster than clipping the picture."""
        look = current()
        if self._ground is None:
            path, inner = QPainterPath(), QPainterPath()
            path.addRect(whole.adjusted(-2, -2, 2, 2))  # pixels of the screen do not end where it ends
            inner.addRoundedRect(whole, _ROUND, _ROUND)
            self._ground = path.subtracted(inner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._ground, look.window)
        if look.contrast:
            painter.setPen(QPen(look.line, look.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def rounded(corners: Sequence[QPointF]) -> QPainterPath:
    """A closed line a little outside of four corners, itself with round ones."""
    middle = QPolygonF(list(corners)).boundingRect().center()
    outer = [_away(corner, middle) for corner in corners]
    path = QPainterPath()
    for place, corner in enumerate(outer):
        before, after = outer[place - 1], outer[(place + 1) % len(outer)]
        begin, end = _towards(corner, before, _CORNER), _towards(corner, after, _CORNER)
        if place:
            path.lineTo(begin)
        else:
            path.moveTo(begin)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def _away(point: QPointF, middle: QPointF) -> QPointF:
    length = math.hypot(point.x() - middle.x(), point.y() - middle.y())
    return point if length == 0 else middle + (point - middle) * (_AROUND + _BEYOND / length)


def _towards(point: QPointF, other: QPointF, distance: float) -> QPointF:
    length = math.hypot(other.x() - point.x(), other.y() - point.y())
    return point if length == 0 else point + (other - point) * min(0.5, distance / length)
