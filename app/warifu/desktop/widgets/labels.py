"""Texts of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from warifu.desktop.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


def _dress(label: QLabel, role: str) -> QLabel:
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names and errors may hold what looks like markup
    return label


class Heading(QLabel):
    """What a page is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "heading")


class Caption(QLabel):
    """A strong line: the title of a card or a row."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "title")


class Muted(QLabel):
    """A quiet sentence."""

    def __init__(self, text: str = "", parent: QWidget | None = None, role: str = "label") -> None:
        super().__init__(text, parent)
        _dress(self, role)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class FieldLabel(Muted):
    """The name of the field below; its buddy is named so for screen readers as well."""

    def __init__(self, text: str, buddy: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role="small")
        if buddy is not None:
            self.setBuddy(buddy)
            buddy.setAccessibleName(text)


class OneLine(QLabel):
    """A line that loses its end where it does not fit."""

    def __init__(self, font_role: str, colour: QPalette.ColorRole) -> None:
        super().__init__()
        self.setFont(font(font_role))
        self.setForegroundRole(colour)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class ErrorLine(QLabel):
    """One sentence about what is wrong, in the urgent colour; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, "small")
        self.setForegroundRole(QPalette.ColorRole.BrightText)
        self.hide()

    def show_error(self, sentence: str) -> None:
        """Show ``sentence`` and have it read out; an empty one hides the line."""
        changed = sentence != self.text()
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence and changed:
            announce(self, sentence)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say ``sentence`` now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
