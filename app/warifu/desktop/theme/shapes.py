"""Boxes and rings, drawn alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from warifu.desktop.theme import current

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor


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
    paint_rings(painter, [(rect, share, colour)], width)


def paint_rings(painter: QPainter, rings: Iterable[tuple[QRectF, float, QColor]], width: float = 3.0) -> None:
    """Several rings, each with its rectangle, share and colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    track = QPen(current().track, width)
    for rect, share, colour in rings:
        inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(track)
        painter.drawEllipse(inner)
        if share > 0:
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(inner, 90 * 16, -int(min(share, 1.0) * 360 * 16))
