"""Where a small window goes so that it belongs to the tray icon it came from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 8  # logical pixels to the icon and to the edges of the screen


def place_at(anchor: QRect, size: QSize, work_area: QRect) -> QPoint:
    """The top left corner of a window of ``size`` beside ``anchor``, away from the screen's nearest edge.

    The window stays within ``work_area``, which is the screen without its panels, also where ``anchor`` lies
    outside of it.
    """
    area = work_area.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    middle = anchor.center()
    distances = {
        "bottom": abs(work_area.bottom() - anchor.bottom()),
        "top": abs(anchor.top() - work_area.top()),
        "right": abs(work_area.right() - anchor.right()),
        "left": abs(anchor.left() - work_area.left()),
    }
    edge = min(distances, key=lambda side: distances[side])
    x, y = middle.x() - size.width() // 2, middle.y() - size.height() // 2
    match edge:
        case "bottom":
            y = anchor.top() - _GAP - size.height()
        case "top":
            y = anchor.bottom() + 1 + _GAP
        case "right":
            x = anchor.left() - _GAP - size.width()
        case _:
            x = anchor.right() + 1 + _GAP
    x = max(min(x, area.right() + 1 - size.width()), area.left())
    y = max(min(y, area.bottom() + 1 - size.height()), area.top())
    return QPoint(x, y)
