"""Changing the vault's password: the old one, and the new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError, WrongPassword
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.new_password import NewPassword
from warifu.desktop.widgets import ErrorLine, FieldLabel, Muted, PasswordField, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class ChangePassword(QWidget):
    """A form that tells when it is ``closed``, done or not."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.old = PasswordField()
        self.new = NewPassword(context.tasks, context.scheduler)
        self.button = PrimaryButton(tr("Change the password"))
        self.cancel = QuietButton(tr("Cancel"))
        self.why = Muted(role="small")
        self.error = ErrorLine()
        self.busy = BusyLine()
        self._lay_out()
        self.old.textChanged.connect(self._refresh)
        self.new.changed.connect(self._refresh)
        self.button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.close_form)
        self.setFocusProxy(self.old)
        self._refresh()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(FieldLabel(tr("Password until now"), self.old))
        rows.addWidget(self.old)
        rows.addSpacing(current().space_s)
        rows.addWidget(self.new)
        rows.addWidget(
            Muted(
                tr("Write the new password down. Copies of the vault made before keep the old one."),
                role="small",
            )
        )
        for widget in (self.error, self.why, self.busy):
            rows.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        rows.addLayout(buttons)

    def accept(self) -> None:
        """Change the password, if everything is there."""
        if not self.button.isEnabled():
            return
        self._wait(True)
        self.error.show_error("")
        self.busy.work(tr("Changing the password. This takes a second or two."))
        self._context.session.change_password(
            self.old.text(), self.new.password(), self._changed, self._refused
        )

    def close_form(self) -> None:
        """Forget what was typed, and go."""
        self.old.conceal()
        self.new.clear()
        self.closed.emit()

    def _changed(self) -> None:
        self._wait(False)
        self.close_form()
        self._context.notify.say(tr("The password is changed."))

    def _refused(self, error: AppError) -> None:
        self._wait(False)
        if isinstance(error, WrongPassword):
            self.error.show_error(tr("The password until now is another one. Nothing was changed."))
            self.old.selectAll()
            self.old.setFocus()
        else:
            self.error.show_error(said(error))

    def _wait(self, on: bool) -> None:
        for widget in (self.old, self.new, self.cancel):
            widget.setEnabled(not on)
        if on:
            self.button.setEnabled(False)
        else:
            self.busy.rest()
            self._refresh()

    def _refresh(self) -> None:
        problem = self.new.problem() if self.old.text() else tr("Type the password you have used until now.")
        self.button.setEnabled(not problem)
        self.why.setText(problem)
