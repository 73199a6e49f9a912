"""The field above the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence

from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets.fields import TextField
from warifu.desktop.widgets.held import is_held

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from warifu.desktop.scanning.brought import Brought

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class SearchField(TextField):
    """Typing searches; arrows move in the list, Enter copies there, Esc clears."""

    stepped = Signal(int)  # rows down; negative is up
    entered = Signal(bool)  # whether the next code is meant
    escaped = Signal()
    pasted = Signal(object)  # what is no text to search for, as ``Brought``

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, glyph=Glyph.SEARCH)
        self.setAccessibleName(tr("Search accounts"))
        self.count_accounts(0)

    def count_accounts(self, count: int) -> None:
        """Say how many there are to search."""
        text = tr_n(count, "Search {n} account", "Search {n} accounts") if count else tr("Search")
        self.setPlaceholderText(text)

    def take_keys(self) -> None:
        """Have the keyboard, ready for another search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def type_in(self, text: str) -> None:
        """Go on with what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep for the field what edits its text, and pass on what steers the list."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and not held:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not is_held(event):
                self.entered.emit(held == Qt.KeyboardModifier.AltModifier)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and (brought := _pictures_or_links()):
            self.pasted.emit(brought)
        else:
            super().keyPressEvent(event)


def _pictures_or_links() -> Brought | None:
    """What the clipboard holds, unless it is a text that somebody may search for."""
    from warifu.core.uri import is_link
    from warifu.desktop.strategies.clipboard import pasted

    brought = pasted()
    return brought if brought and (not brought.text or is_link(brought.text.strip())) else None
