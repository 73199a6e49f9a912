"""A form for a new PIN, in place of its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.backups.late import while_there
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import ErrorLine, Muted, PasswordField, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class PinForm(QWidget):
    """``saved`` and ``left`` tell how it ended."""

    saved = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.first, self.again = PasswordField(), PasswordField()
        self.error = ErrorLine()
        self.save, self.cancel = PrimaryButton(tr("Set PIN")), QuietButton(tr("Cancel"))
        for field, name in ((self.first, tr("New PIN")), (self.again, tr("The same again"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.textChanged.connect(lambda: self.error.show_error(""))
            field.returnPressed.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_s)
        rows.addWidget(Muted(tr("Six digits or more.")))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        for widget in (self.first, self.again, self.error):
            rows.addWidget(widget)
        rows.addLayout(buttons)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.left)

    def accept(self) -> None:
        """Set the PIN, if both are alike and good."""
        if not self.save.isEnabled():
            return
        if self.first.text() != self.again.text():
            self.error.show_error(tr("The two are not alike."))
            self.again.setFocus()
            return
        self.save.setEnabled(False)
        done, refused = while_there(self, self._done), while_there(self, self._refused)
        self._context.quick.pin.set(self.first.text(), done, refused)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed."""
        self.first.conceal()
        self.again.conceal()
        super().hideEvent(event)

    def _done(self) -> None:
        self.saved.emit()

    def _refused(self, error: AppError) -> None:
        self.save.setEnabled(True)
        self.error.show_error(said(error))
        self.first.setFocus()
