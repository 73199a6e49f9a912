"""A new password for somebody who came in by the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from warifu.desktop.frame import CentredPage
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.password_question import PasswordQuestion
from warifu.desktop.widgets import Heading, LinkButton, Mark, Muted

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class SetPasswordPage(CentredPage):
    """Asks for the password alone; the old one is not known."""

    undisturbed = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._over = False
        self._asked = asked = PasswordQuestion(context, tr("Set the password"))
        self.password, self.button = asked.new, asked.button
        self.why, self.error = asked.why, asked.error
        self.later = LinkButton(tr("Later"))
        self._lay_out()
        self.button.clicked.connect(self.accept)
        self.later.clicked.connect(self.leave)
        self.setFocusProxy(self.password)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = Heading(tr("Set a new password"))
        what = Muted(
            tr(
                "The vault is open, and nothing is lost. The new password takes the place of the forgotten "
                "one; the recovery code stays as it is."
            )
        )
        for label in (heading, what, self.error, self.why):
            label.setAlignment(centre)
        self.column.addWidget(Mark(52), 0, centre)
        self.column.addSpacing(current().space_s)
        self.column.addWidget(heading)
        self.column.addWidget(what)
        self.column.addSpacing(current().space_m)
        self.column.addWidget(self.password)
        for widget in (self.error, self.button, self.why, self._asked.busy):
            self.column.addWidget(widget)
        self.column.addWidget(self.later, 0, centre)

    def shown(self) -> None:
        """Put the keyboard into the first field."""
        self.password.first.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self._asked.forget()

    def accept(self) -> None:
        """Set the password; where something is missing, the line below the button says what."""
        if self._asked.begin(tr("Setting the password. This takes a second or two.")):
            new = self.password.password()
            self._context.session.ways.set_password(new, self._was_set, self._refused)

    def leave(self) -> None:
        """Go to the accounts; the code opens the vault as long as nobody makes a new one."""
        if self.password.isEnabled():
            self._context.nav.back()

    def closed(self) -> None:
        """What comes back now is only told."""
        self._over = True

    def _was_set(self) -> None:
        if not self._over:
            self._asked.rest()
            self._context.nav.back()
        self._context.notify.say(tr("The new password is set."))

    def _refused(self, error: AppError) -> None:
        if self._over:
            self._context.notify.say(tr("The password was not changed."))
        else:
            self._asked.refuse(error)
