"""The split tally, Warifu's mark: two halves along one torn edge."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

WIDTH, HEIGHT = 92.0, 112.0  # of the drawing, as in resources/app-icon.svg
_TEAR = (
    (42.0, 2.0),
    (36.5, 17.0),
    (48.0, 32.0),
    (36.5, 47.0),
    (48.0, 62.0),
    (36.5, 77.0),
    (45.0, 89.0),
    (39.0, 110.0),
)
_GAP = 10.0  # between the halves
_ROUND = 12.0
_STROKE = 4.5


def paint_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Draw the mark in the middle of ``rect``, as large as fits."""
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - WIDTH * scale / 2, rect.center().y() - HEIGHT * scale / 2)
    painter.scale(scale, scale)
    painter.fillPath(_left(), colour)
    pen = QPen(colour, _STROKE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_right(), pen)
    painter.restore()


@lru_cache(maxsize=1)
def _left() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(*_TEAR[0])
    for point in _TEAR[1:]:
        path.lineTo(*point)
    path.lineTo(_ROUND, 110)
    path.quadTo(0, 110, 0, 110 - _ROUND)
    path.lineTo(0, 2 + _ROUND)
    path.quadTo(0, 2, _ROUND, 2)
    path.closeSubpath()
    return path


@lru_cache(maxsize=1)
def _right() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(_TEAR[0][0] + _GAP, _TEAR[0][1])
    for x, y in _TEAR[1:]:
        path.lineTo(x + _GAP, y)
    path.lineTo(90 - _ROUND, 110)
    path.quadTo(90, 110, 90, 110 - _ROUND)
    path.lineTo(90, 2 + _ROUND)
    path.quadTo(90, 2, 90 - _ROUND, 2)
    path.closeSubpath()
    return path


def app_icon() -> QIcon:
    """The mark on its tile, as in resources/app-icon.svg, in the sizes that window managers ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#F7F6F3"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.2, side * 0.2)
        inset = side * 0.16
        paint_mark(painter, QRectF(inset, inset, side - 2 * inset, side - 2 * inset), QColor("#1D1C1A"))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
