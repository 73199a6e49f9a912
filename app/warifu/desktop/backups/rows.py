"""Lines of a card: what something is, how it stands, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Card, Line, Muted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


BAR = 60  # logical pixels of the buttons below a page, which a toast leaves free


class Rows(Card):
    """A card of lines with a rule between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 0, 1, 0)
        self._rows.setSpacing(0)

    def add(self, row: QWidget) -> None:
        """Put a line below the others."""
        if self._rows.count():
            self._rows.addWidget(Line())
        self._rows.addWidget(row)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class ActionRow(QWidget):
    """``title`` over what is ``said``, and a button; ``below`` holds what the button opens."""

    def __init__(self, title: str, button: QAbstractButton | None = None) -> None:
        super().__init__()
        look = current()
        self.title = Caption(title)
        self.said = Muted(role="label")
        self.button = button
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.title, self.said):
            label.setMinimumWidth(1)
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(look.space_m)
        line.addLayout(words, 1)
        if button is not None:
            button.setAccessibleDescription(title)
            line.addWidget(button)
        self.below = QVBoxLayout()
        self.below.setSpacing(look.space_s)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        rows.setSpacing(look.space_s)
        rows.addLayout(line)
        rows.addLayout(self.below)

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Tell how it stands."""
        self.said.setText(text)
        role = QPalette.ColorRole.BrightText if urgent else QPalette.ColorRole.PlaceholderText
        self.said.setForegroundRole(role)


class Question(QWidget):
    """A sentence with buttons, in place; nothing happens before one is pressed."""

    def __init__(self, sentence: str, *buttons: QAbstractButton) -> None:
        super().__init__()
        self.sentence = Muted(sentence)
        row = QHBoxLayout()
        row.setSpacing(current().space_s)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_s)
        rows.addWidget(self.sentence)
        rows.addLayout(row)
