"""What holds other parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.theme.mark import HEIGHT, WIDTH, paint_mark
from warifu.desktop.theme.shapes import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Card(QFrame):
    """A surface with rounded corners; put a layout on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        paint_box(QPainter(self), QRectF(self.rect()), look.surface, look.line, look.radius_l)


class Line(QFrame):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(current().border)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().line)


class Mark(QWidget):
    """The split tally."""

    def __init__(self, height: int = 66, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(round(height * WIDTH / HEIGHT), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()), current().text)


class ThinScrollBar(QScrollBar):
    """A quiet scroll bar: a bar without a trough or arrows."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Vertical, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.window)
        total = self.maximum() - self.minimum() + self.pageStep()
        if total <= self.pageStep():
            return
        length = max(self.height() * self.pageStep() / total, 28.0)
        spread = max(self.maximum() - self.minimum(), 1)
        top = (self.height() - length) * (self.value() - self.minimum()) / spread
        colour = look.muted if self.underMouse() or self.isSliderDown() or look.contrast else look.track
        width = self.width() - 3
        paint_box(painter, QRectF(1, top, width, length), colour, colour, width / 2)


class ScrollPage(QScrollArea):
    """A page that scrolls when the window is lower than its content; put a layout's items into ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        margin = current().page_margin
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(margin, current().space_m, margin, margin)
        self.body.setSpacing(current().space_s)
        self.setWidget(content)
