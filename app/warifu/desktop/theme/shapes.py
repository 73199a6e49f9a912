"""Boxes and rings, drawn alike everywhere."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from warifu.desktop.theme import current

if TYPE_CHECKING:
    from collections.abc import Iterable


def paint_box(painter: QPainter, rect: QRectF, ground: QColor, edge: QColor, radius: float) -> None:
    """A rounded box inside ``rect`` with an edge as wide as the look asks for."""
    width = current().border
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)


def paint_focus(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The ring that shows where the keyboard is: inside ``rect``, with a gap towards what it surrounds."""
    look = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.window, 1.5))
    painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2)
    painter.setPen(QPen(look.primary, 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def paint_ring(painter: QPainter, rect: QRectF, share: float, colour: QColor, width: float = 3.0) -> None:
    """A ring inside ``rect`` of which ``share`` (0 to 1), clockwise from the top, is still to come."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(current().track, width))
    painter.drawEllipse(inner)
    if share > 0:
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(inner, 90 * 16, -int(min(share, 1.0) * 360 * 16))


def paint_rings(
    painter: QPainter, places: Iterable[QPointF], side: float, share: float, colour: QColor
) -> None:
    """The same ring at several places, each an upper left corner; one painted before costs little."""
    ratio, track = painter.device().devicePixelRatioF(), current().track
    picture = _ring(side, share, colour.rgba(), track.rgba(), ratio)
    for place in places:
        painter.drawPixmap(place, picture)


@lru_cache(maxsize=256)  # a period has some thirty rings
def _ring(side: float, share: float, colour: int, track: int, ratio: float) -> QPixmap:
    del track  # tells rings of two looks apart, no more
    picture = QPixmap(ceil(side * ratio), ceil(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_ring(painter, QRectF(0, 0, side, side), share, QColor.fromRgba(colour))
    painter.end()
    return picture
