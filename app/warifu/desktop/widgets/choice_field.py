"""A choice among several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget

from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.widgets.fields import paint_frame

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent


class ChoiceField(QComboBox):
    """One of several, in the frame of a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("body"))
        self.setMinimumHeight(current().field_height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 16, current().field_height)

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the page, not the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint_frame(self, painter)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        left = 12
        if not option.currentIcon.isNull():
            option.currentIcon.paint(painter, left, (self.height() - 20) // 2, 20, 20)
            left += 28
        painter.setPen(look.text)
        box = self.rect().adjusted(left, 0, -30, 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width())
        self.style().drawItemText(
            painter,
            box,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.palette(),
            True,
            text,
        )
        sign = QRectF(self.width() - 26, self.height() / 2 - 6, 12, 12)
        paint_glyph(painter, sign, Glyph.DOWN, look.muted)
