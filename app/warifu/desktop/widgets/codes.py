"""Codes, seconds and icons. What tells something is a label: screen readers pass over plain widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from warifu.desktop.i18n import tr_n
from warifu.desktop.theme import current, font
from warifu.desktop.theme.shapes import paint_box, paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from warifu.core.account import Icon

URGENT_SECONDS = 5  # a code that is over sooner than this is drawn in the urgent colour


def spoken(code: str) -> str:
    """A code as a screen reader says it: digit by digit, with a pause between the groups."""
    return ", ".join(" ".join(group) for group in code.split())


class CountdownRing(QLabel):
    """How much of a period is left; large ones hold the seconds as a number."""

    def __init__(self, diameter: int = 22, *, number: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diameter = diameter
        self._number = number
        self._left = 0
        self._period = 30
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font("title"))

    def set_time(self, seconds_left: int, period: int) -> None:
        """Show ``seconds_left`` of ``period`` seconds."""
        if (seconds_left, period) != (self._left, self._period):
            self._left, self._period = seconds_left, max(period, 1)
            self.setAccessibleName(tr_n(seconds_left, "{n} second left", "{n} seconds left"))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        colour = look.urgent if self._left <= URGENT_SECONDS else look.text
        width = 3.0 if self._diameter < 30 else 4.0
        paint_ring(painter, QRectF(self.rect()), self._left / self._period, colour, width=width)
        if self._number:
            painter.setPen(colour)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._left))


class CodeLabel(QLabel):
    """A code in digits of one width. Not selectable: the only way to the clipboard is the copy command."""

    def __init__(self, role: str = "code_big", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._urgent = False
        self._muted = False
        self.setFont(font(role))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_code(self, grouped: str, *, urgent: bool = False, muted: bool = False) -> None:
        """Show a code that is grouped already; screen readers get it digit by digit."""
        if (grouped, urgent, muted) == (self._code, self._urgent, self._muted):
            return
        if len(grouped) != len(self._code):
            self.updateGeometry()
        self._code, self._urgent, self._muted = grouped, urgent, muted
        self.setAccessibleName(spoken(grouped))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._code or "000 000") + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setPen(look.urgent if self._urgent else look.muted if self._muted else look.text)
        drawn = self.font()
        needed = self.fontMetrics().horizontalAdvance(self._code)
        if needed > self.width() > 0:  # ten digits in a narrow window
            drawn.setPixelSize(max(12, int(drawn.pixelSize() * self.width() / needed) - 1))
            painter.setFont(drawn)
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, self._code)


class BrandTile(QWidget):
    """An account's icon on its tile."""

    def __init__(self, icon: Icon, title: str, size: int = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = title
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon, title: str) -> None:
        """Show another icon; the title gives the letter when there is none."""
        self._icon, self._title = icon, title
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tile(painter, QRectF(self.rect()), self._icon, self._title)


def paint_tile(painter: QPainter, rect: QRectF, icon: Icon, title: str) -> None:
    """Draw an icon on its tile; the tile's corners grow with it."""
    from warifu.desktop.icon_painter import paint_icon

    look = current()
    paint_box(painter, rect, look.tile, look.line if look.contrast else look.tile, rect.width() * 0.22)
    inset = rect.width() * 0.22
    paint_icon(painter, rect.adjusted(inset, inset, -inset, -inset), icon, title, look.dark)
