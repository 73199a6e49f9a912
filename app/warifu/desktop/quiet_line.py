"""A quiet line below codes: one sentence and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.widgets.buttons import LinkButton
from warifu.desktop.widgets.labels import OneLine

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 36  # logical pixels


class QuietLine(QWidget):
    """Takes no room while it has nothing to say; ``act`` is the button behind the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.says = OneLine("label", QPalette.ColorRole.WindowText)
        self.act = LinkButton("")
        look = current()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.page_margin, 0, look.page_margin - look.space_s, 0)
        self.row.setSpacing(look.space_xs)
        self.row.addWidget(self.says, 1)
        self.row.addWidget(self.act)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def say(self, sentence: str, action: str) -> None:
        """Show the sentence, or nothing."""
        self.says.setText(sentence)
        self.says.setToolTip(sentence)
        self.act.setText(action)
        self.act.updateGeometry()
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        painter.fillRect(0, 0, self.width(), look.border, look.line)
