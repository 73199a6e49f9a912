"""A list of lines to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from warifu.desktop.theme import current, font
from warifu.desktop.widgets.containers import ThinScrollBar

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = 3  # around a row
_LINE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class TickList(QListWidget):
    """Lines that lose their end where they do not fit; empty boxes are seen in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font("body"))
        self.setSpacing(_GAP)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, current().muted)  # the style draws empty boxes from it
        self.setPalette(palette)

    def show_lines(self, lines: Iterable[tuple[str, str, Qt.CheckState]], most_rows: int) -> None:
        """Replace all by lines with their tool tips and ticks; more than ``most_rows`` scroll."""
        self.blockSignals(True)
        self.clear()
        for text, tip, state in lines:
            item = QListWidgetItem(text)
            item.setToolTip(tip)
            item.setFlags(_LINE)
            item.setCheckState(state)
            self.addItem(item)
        self.blockSignals(False)
        row = self.sizeHintForRow(0) + 2 * _GAP if self.count() else 0
        self.setFixedHeight(min(self.count(), most_rows) * row + 4)

    def ticked(self) -> list[int]:
        """The numbers of the lines with a tick."""
        return [row for row in range(self.count()) if self.item(row).checkState() is Qt.CheckState.Checked]

    def tick_all(self, state: Qt.CheckState) -> None:
        """Set or take away every tick."""
        for row in range(self.count()):
            self.item(row).setCheckState(state)
