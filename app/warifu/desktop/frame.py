"""The frame of a page: what scrolls, a bar below that does not, and what Enter and Esc do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.widgets import Muted, ScrollPage
from warifu.desktop.widgets.held import is_held
from warifu.desktop.wording import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from warifu.desktop.widgets import LinkButton

COLUMN = 328  # logical pixels: the width of a page that holds one question


class Page(QWidget):
    """A page with a scrolling ``body`` and a fixed ``bar``; both are filled by its children."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self.scroller = ScrollPage(self)
        self.body = self.scroller.body
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(look.page_margin, look.space_s, look.page_margin, look.space_l)
        self.bar.setSpacing(look.space_s)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.scroller, 1)
        whole.addLayout(self.bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the page is for, once however long it is held down; Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not is_held(event):
                self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """What Enter does where no button has the focus."""

    def leave(self) -> None:
        """What Esc does."""


class CentredPage(Page):
    """A page with one narrow ``column`` in its middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        held.setMaximumWidth(COLUMN)
        self.column = QVBoxLayout(held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().space_s)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(held, 100)
        row.addStretch(1)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)


class PathLabel(Muted):
    """Where a file is; a long path breaks after its separators, and the tool tip holds it in one piece."""

    def __init__(self, path: object = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="small")
        self.setMinimumWidth(1)
        self.set_path(path)

    def set_path(self, path: object) -> None:
        """Show ``path``."""
        self.setText(breakable(path))
        self.setToolTip(str(path))
        self.setAccessibleName(str(path))


def flush_left(*links: LinkButton) -> QHBoxLayout:
    """A row of links that begins where the fields begin, in spite of the room for a focus ring."""
    row = QHBoxLayout()
    row.setContentsMargins(-current().space_xs, 0, 0, 0)
    row.setSpacing(current().space_m)
    for link in links:
        row.addWidget(link)
    row.addStretch(1)
    return row
