"""The field that takes a secret or links: one line at first, growing with what is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from warifu.desktop.scanning.brought import brought_by, carries_pictures
from warifu.desktop.theme import current, font
from warifu.desktop.widgets import NoteField

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

LIMIT = 200_000  # characters; longer texts are cut, and the part that is left says what it is
_MOST_LINES = 4


class PasteField(NoteField):
    """Several lines of plain text where Enter means the page's default. ``edited`` carries the text."""

    edited = Signal(str)
    brought = Signal(object)  # pictures or files that were pasted, as ``Brought``

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFont(font("mono"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """What it holds."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Hold ``text``, as if it had been pasted."""
        self.setPlainText(text[:LIMIT])

    def set_quietly(self, text: str) -> None:
        """Hold ``text`` without telling of it."""
        self.textChanged.disconnect(self._changed)
        self.set_text(text)
        self.textChanged.connect(self._changed)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as text, cut to a length that can be read at once; pass on what is a picture or a file."""
        if carries_pictures(source) and (brought := brought_by(source)) and not brought.text:
            self.brought.emit(brought)
            return
        room = max(0, LIMIT - len(self.toPlainText()))
        self.insertPlainText(source.text()[:room].strip("\r\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and Esc to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _changed(self) -> None:
        self._fit()
        self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines < _MOST_LINES:
            lines += max(1, block.layout().lineCount())
            block = block.next()
        line = self.fontMetrics().lineSpacing()
        extra = current().field_height - line
        edge = (extra - 2 * int(self.document().documentMargin())) // 2
        self.setViewportMargins(7, edge, 7, edge)
        self.setFixedHeight(min(lines, _MOST_LINES) * line + extra)
