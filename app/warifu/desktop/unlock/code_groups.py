"""A recovery code on the screen, in numbered groups, to be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.widgets import Card, Muted

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = 3


class CodeGroups(Card):
    """The W and six groups, each under its number. Nothing in it can be selected or copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self._labels: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_l)
        grid.setHorizontalSpacing(look.space_m)
        grid.setVerticalSpacing(look.space_s)
        self._add(grid, "", 0, 0)
        for number in range(2 * COLUMNS):
            self._add(grid, str(number + 1), number // COLUMNS, 1 + number % COLUMNS)
            grid.setColumnStretch(1 + number % COLUMNS, 1)

    def _add(self, grid: QGridLayout, number: str, row: int, column: int) -> None:
        label = QLabel()
        label.setFont(font("kit"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(Muted(number, role="small"))
        cell.addWidget(label)
        grid.addLayout(cell, row, column)
        self._labels.append(label)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show the marker and the groups."""
        for number, (label, group) in enumerate(zip(self._labels, groups, strict=True)):
            label.setText(group)
            spelled = " ".join(group)
            label.setAccessibleName(
                tr("Group {number}: {letters}", number=number, letters=spelled) if number else spelled
            )

    def forget(self) -> None:
        """Show nothing."""
        for label in self._labels:
            label.clear()
            label.setAccessibleName("")
