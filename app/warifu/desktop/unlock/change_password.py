"""Changing the vault's password: the old one, and the new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.password_question import PasswordQuestion
from warifu.desktop.widgets import FieldLabel, Muted, QuietButton

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class ChangePassword(QWidget):
    """A form that tells when it is ``closed``, done or not."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = asked = PasswordQuestion(context, tr("Change the password"))
        self.old, self.new, self.button = asked.ask_for_old(), asked.new, asked.button
        self.why, self.error = asked.why, asked.error
        self.cancel = QuietButton(tr("Cancel"))
        asked.hold(self.cancel)
        self._lay_out()
        self.button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.close_form)
        self.setFocusProxy(self.old)

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
        for widget in (self.error, self.why, self._asked.busy):
            rows.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        rows.addLayout(buttons)

    def accept(self) -> None:
        """Change the password, if everything is there."""
        if self._asked.begin(tr("Changing the password. This takes a second or two.")):
            old, new = self.old.text(), self.new.password()
            self._context.session.change_password(old, new, self._changed, self._refused)

    def close_form(self) -> None:
        """Forget what was typed, and go."""
        self._asked.forget()
        self.closed.emit()

    def _changed(self) -> None:
        """Say so, all the more where Warifu was locked meanwhile and asks for a password."""
        if isValid(self):
            self._asked.rest()
            self.close_form()
        self._context.notify.say(tr("The password is changed."))

    def _refused(self, error: AppError) -> None:
        if isValid(self):
            self._asked.refuse(error)
        if self._context.session.store is None:
            self._context.notify.say(tr("The password was not changed."))
