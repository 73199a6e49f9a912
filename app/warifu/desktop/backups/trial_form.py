"""The test of a backup: the real password opens the newest one, and nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError, WrongPassword
from warifu.core.text import Text
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.wording import moment
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import ErrorLine, FieldLabel, Muted, PasswordField, PrimaryButton, QuietButton
from warifu.services.restoring import Tested, unlock_with

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class TrialForm(QWidget):
    """A form that tells when it is ``closed``, done or not."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.field = PasswordField()
        self.button = PrimaryButton(tr("Test"))
        self.cancel = QuietButton(tr("Cancel"))
        self.error = ErrorLine()
        self.busy = BusyLine()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        sentence = tr("As on a new PC: the newest backup is opened with what you know. Nothing is changed.")
        rows.addWidget(Muted(sentence, role="small"))
        rows.addWidget(FieldLabel(tr("Password or recovery code"), self.field))
        rows.addWidget(self.field)
        rows.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(current().space_s)
        buttons.addWidget(self.busy, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        rows.addLayout(buttons)
        self.field.textChanged.connect(self._typed)
        self.button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.close_form)
        self.setFocusProxy(self.field)
        self._typed()

    def accept(self) -> None:
        """Open the newest backup."""
        if self.button.isEnabled():
            self._wait(True)
            self.busy.work(tr("Opening the backup…"))
            tested, refused = while_there(self, self._tested), while_there(self, self._refused)
            self._context.restoring.test(unlock_with(self.field.text()), tested, refused)

    def close_form(self) -> None:
        """Forget what was typed, and go."""
        self.field.conceal()
        self.closed.emit()

    def _tested(self, result: Tested) -> None:
        self._wait(False)
        self.close_form()
        if result.opened == result.total:
            words = tr(
                "{opened} of {total} accounts opened, in the backup of {moment}.",
                opened=result.opened,
                total=result.total,
                moment=moment(result.time),
            )
            self._context.notify.say(words)
            return
        title = Text("Only {opened} of {total} accounts opened.", opened=result.opened, total=result.total)
        self._context.notify.error(AppError(title, hint="Make a backup now, and test again."))

    def _refused(self, error: AppError) -> None:
        self._wait(False)
        wrong = type(error) is WrongPassword
        self.error.show_error(tr("This is not the password of the backup.") if wrong else said(error))
        self.field.selectAll()
        self.field.setFocus()

    def _wait(self, on: bool) -> None:
        self.field.setReadOnly(on)
        self.cancel.setEnabled(not on)
        self.button.setEnabled(not on)
        if not on:
            self.busy.rest()

    def _typed(self) -> None:
        self.error.show_error("")
        self.button.setEnabled(bool(self.field.text()))
