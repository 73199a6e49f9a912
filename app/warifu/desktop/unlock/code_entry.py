"""Typing a recovery code: the field, and what is wrong with what stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.errors import AppError, TypingSlip
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current, font
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import ErrorLine, FieldLabel, TextField

_LONGEST = 120  # characters; a code with a space after each has 74


class CodeField(TextField):
    """One line that is read against paper. Nothing in it can be selected, so nothing of it is copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFont(font("mono"))
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText("W-XXXXX-XXXXX-…")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        latin = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhPreferUppercase
        self.setInputMethodHints(hints | latin)
        self.selectionChanged.connect(self.deselect)


class CodeEntry(QWidget):
    """The field with its name, and the lines below it for mistakes and for work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = CodeField()
        self.error = ErrorLine()
        self.busy = BusyLine()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(FieldLabel(tr("Recovery code"), self.field))
        for widget in (self.field, self.error, self.busy):
            rows.addWidget(widget)
        self.field.textChanged.connect(self._typed)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def wait(self, sentence: str) -> None:
        """Take nothing more while it is tried."""
        self.field.setReadOnly(True)
        self.busy.work(sentence)

    def rest(self) -> None:
        """Take input again."""
        self.field.setReadOnly(False)
        self.busy.rest()

    def refuse(self, error: AppError) -> None:
        """Say what is wrong, and put the cursor there; the code is written in groups to be compared."""
        self.rest()
        if isinstance(error, TypingSlip):
            self._point_at(error)
        self.error.show_error(said(error))
        self.field.set_wrong(True)
        self.field.setFocus()

    def forget(self) -> None:
        """Empty the field."""
        self.rest()
        self.field.clear()

    def _point_at(self, slip: TypingSlip) -> None:
        from warifu.vault.recovery_code import grouped

        text = grouped(self.text())
        self.field.setText(text)
        if slip.groups:
            end = text.find("-", 2 + 6 * (max(slip.groups[0], 1) - 1))
            self.field.setCursorPosition(end if end >= 0 else len(text))

    def _typed(self) -> None:
        self.error.show_error("")
        self.field.set_wrong(False)
