"""Several lines that are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from warifu.desktop.theme import font
from warifu.desktop.widgets.fields import is_for_the_window, paint_frame

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class NoteField(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font("body"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setViewportMargins(7, 4, 7, 4)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave pictures to the window."""
        return not is_for_the_window(source) and super().canInsertFromMimeData(source)

    def sizeHint(self) -> QSize:
        return QSize(200, 84)

    def event(self, event: QEvent) -> bool:
        """Paint the frame before the text area paints itself."""
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            paint_frame(self, painter)
            painter.end()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
