"""The window's own signs, drawn with strokes on a field of 16 x 16, so that they don't depend on a font."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

FIELD = 16.0


class Glyph(StrEnum):
    """A sign for a button."""

    PLUS = "plus"
    MORE = "more"
    SEARCH = "search"
    BACK = "back"
    CLOSE = "close"
    CHECK = "check"
    DOWN = "down"
    RIGHT = "right"
    EDIT = "edit"
    COPY = "copy"
    TRASH = "trash"
    EYE = "eye"
    EYE_OFF = "eye_off"
    STAR = "star"
    LOCK = "lock"
    WARNING = "warning"
    TAG = "tag"
    SCREEN = "screen"
    CAMERA = "camera"
    IMAGE = "image"
    EXPORT = "export"
    PHONE = "phone"


_LINES: dict[Glyph, tuple[tuple[tuple[float, float], ...], ...]] = {
    Glyph.PLUS: (((8, 3), (8, 13)), ((3, 8), (13, 8))),
    Glyph.SEARCH: (((10.4, 10.4), (14, 14)),),
    Glyph.BACK: (((9.8, 3.2), (5.2, 8), (9.8, 12.8)),),
    Glyph.CLOSE: (((4, 4), (12, 12)), ((12, 4), (4, 12))),
    Glyph.CHECK: (((3, 8.6), (6.4, 12), (13, 4.4)),),
    Glyph.DOWN: (((4, 6), (8, 10), (12, 6)),),
    Glyph.RIGHT: (((6, 4), (10, 8), (6, 12)),),
    Glyph.EDIT: (((3, 13), (3.7, 9.9), (10.9, 2.7), (13.3, 5.1), (6.1, 12.3), (3, 13)),
                 ((9.2, 4.4), (11.6, 6.8))),
    Glyph.COPY: (((5.5, 5.5), (13, 5.5), (13, 13.5), (5.5, 13.5), (5.5, 5.5)),
                 ((3, 10.5), (3, 2.5), (10, 2.5))),
    Glyph.TRASH: (((2.8, 4.5), (13.2, 4.5)), ((6, 4.2), (6, 2.5), (10, 2.5), (10, 4.2)),
                  ((4.3, 4.8), (5, 13.5), (11, 13.5), (11.7, 4.8))),
    Glyph.EXPORT: (((8, 10.3), (8, 2.4)), ((4.8, 5.4), (8, 2.2), (11.2, 5.4)),
                   ((2.8, 9.5), (2.8, 13.5), (13.2, 13.5), (13.2, 9.5))),
    Glyph.PHONE: (((4.5, 1.8), (11.5, 1.8), (11.5, 14.2), (4.5, 14.2), (4.5, 1.8)), ((7, 11.8), (9, 11.8))),
    Glyph.LOCK: (((3.5, 7.5), (12.5, 7.5), (12.5, 13.5), (3.5, 13.5), (3.5, 7.5)),),
    Glyph.WARNING: (((8, 2.5), (14.3, 13.5), (1.7, 13.5), (8, 2.5)),
                    ((8, 6.5), (8, 9.6)), ((8, 11.5), (8, 11.7))),
    Glyph.TAG: (((2.5, 2.5), (8, 2.5), (13.8, 8.3), (8.3, 13.8), (2.5, 8), (2.5, 2.5)),
                ((5.5, 5.4), (5.5, 5.6))),
    Glyph.EYE_OFF: (((3, 13), (13, 3)),),
    Glyph.SCREEN: (((1, 1), (15, 1), (15, 15), (1, 15), (1, 1)),),
    Glyph.IMAGE: (((1, 1), (15, 1), (15, 15), (1, 15), (1, 1)),
                  ((1, 4.5), (15, 4.5)), ((1, 8), (15, 8)), ((1, 11.5), (15, 11.5))),
}  # fmt: skip


def paint_glyph(painter: QPainter, rect: QRectF, glyph: Glyph, colour: QColor, width: float = 1.5) -> None:
    """Draw ``glyph`` in the middle of ``rect``, as large as fits; ``width`` is in units of the field."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / FIELD, side / FIELD)
    if glyph in (Glyph.MORE, Glyph.STAR):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    else:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(Glyph(glyph)))
    if glyph in (Glyph.SCREEN, Glyph.CAMERA):
        painter.fillPath(_core(Glyph(glyph)), colour)
    painter.restore()


@lru_cache(maxsize=32)
def _path(glyph: Glyph) -> QPainterPath:
    path = QPainterPath()
    for line in _LINES.get(glyph, ()):
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    if glyph == Glyph.SEARCH:
        path.addEllipse(QPointF(6.8, 6.8), 4.6, 4.6)
    elif glyph == Glyph.MORE:
        for x in (3.5, 8.0, 12.5):
            path.addEllipse(QPointF(x, 8), 1.15, 1.15)
    elif glyph in (Glyph.EYE, Glyph.EYE_OFF):
        path.moveTo(1.5, 8)
        path.quadTo(8, -0.5, 14.5, 8)
        path.quadTo(8, 16.5, 1.5, 8)
        path.addEllipse(QPointF(8, 8), 2.1, 2.1)
    elif glyph == Glyph.CAMERA:
        path.addEllipse(QPointF(8, 8), 7.4, 7.4)
    elif glyph == Glyph.LOCK:
        path.moveTo(5.3, 7.5)
        path.lineTo(5.3, 5.2)
        path.arcTo(QRectF(5.3, 2.5, 5.4, 5.4), 180, -180)
        path.lineTo(10.7, 7.5)
    elif glyph == Glyph.STAR:
        path.addPath(_star())
    return path


@lru_cache(maxsize=4)
def _core(glyph: Glyph) -> QPainterPath:
    """The filled middle of a sign that is otherwise an outline."""
    path = QPainterPath()
    if glyph == Glyph.SCREEN:
        path.addRect(QRectF(5, 5, 6, 6))
    else:
        path.addEllipse(QPointF(8, 8), 5.2, 5.2)
    return path


def _star() -> QPainterPath:
    path = QPainterPath()
    for point in range(10):
        radius = 6.6 if point % 2 == 0 else 2.7
        angle = math.pi * (point / 5 - 0.5)
        spot = QPointF(8 + radius * math.cos(angle), 8.4 + radius * math.sin(angle))
        if point == 0:
            path.moveTo(spot)
        else:
            path.lineTo(spot)
    path.closeSubpath()
    return path
