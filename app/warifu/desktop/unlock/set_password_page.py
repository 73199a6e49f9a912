"""A new password for somebody who came in by the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from warifu.desktop.frame import CentredPage
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.new_password import NewPassword
from warifu.desktop.widgets import ErrorLine, Heading, LinkButton, Mark, Muted, PrimaryButton

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
        self.password = NewPassword(context.tasks, context.scheduler)
        self.button = PrimaryButton(tr("Set the password"))
        self.later = LinkButton(tr("Later"))
        self.why = Muted(role="small")
        self.error = ErrorLine()
        self.busy = BusyLine()
        self._lay_out()
        self.password.changed.connect(self._refresh)
        self.button.clicked.connect(self.accept)
        self.later.clicked.connect(self.leave)
        self.setFocusProxy(self.password)
        self._refresh()

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
        for widget in (self.error, self.button, self.why, self.busy):
            self.column.addWidget(widget)
        self.column.addWidget(self.later, 0, centre)

    def shown(self) -> None:
        """Put the keyboard into the first field."""
        self.password.first.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self.password.clear()

    def accept(self) -> None:
        """Set the password; where something is missing, the line below the button says what."""
        if not self.button.isEnabled():
            return
        self._wait(True)
        self.error.show_error("")
        self.busy.work(tr("Setting the password. This takes a second or two."))
        self._context.session.ways.set_password(self.password.password(), self._was_set, self._refused)

    def leave(self) -> None:
        """Go to the accounts; the code opens the vault as long as nobody makes a new one."""
        if self.password.isEnabled():
            self._context.nav.back()

    def closed(self) -> None:
        """What comes back now comes too late."""
        self._over = True

    def _was_set(self) -> None:
        if self._over:
            return
        self._wait(False)
        self._context.nav.back()
        self._context.notify.say(tr("The new password is set."))

    def _refused(self, error: AppError) -> None:
        if self._over:
            return
        self._wait(False)
        self.error.show_error(said(error))

    def _wait(self, on: bool) -> None:
        self.password.setEnabled(not on)
        if on:
            self.button.setEnabled(False)
        else:
            self.busy.rest()
            self._refresh()

    def _refresh(self) -> None:
        problem = self.password.problem()
        self.button.setEnabled(not problem)
        self.why.setText(problem)
