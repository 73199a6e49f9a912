"""The way in for somebody who forgot the password and has the recovery kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from warifu.desktop.frame import CentredPage
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.code_entry import CodeEntry
from warifu.desktop.unlock.private_button import PrivateButton
from warifu.desktop.widgets import Heading, LinkButton, Mark, Muted, PrimaryButton

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class RecoveryPage(CentredPage):
    """Takes the code, opens the vault, and goes on to a new password."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._over = False
        self.entry = CodeEntry()
        self.button = PrimaryButton(tr("Unlock"))
        self.private = PrivateButton(context, self.accept)
        self.back = LinkButton(tr("Back to the password"))
        self._lay_out()
        self.button.clicked.connect(self.accept)
        self.back.clicked.connect(self.leave)
        self.setFocusProxy(self.entry)

    def _lay_out(self) -> None:
        look = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = Heading(tr("Use your recovery code"))
        what = Muted(tr("Type the code from your recovery kit. Capitals, spaces and dashes do not matter."))
        for label in (heading, what):
            label.setAlignment(centre)
        self.column.addWidget(Mark(), 0, centre)
        self.column.addSpacing(look.space_m)
        self.column.addWidget(heading)
        self.column.addWidget(what)
        self.column.addSpacing(look.space_l)
        self.column.addWidget(self.entry)
        self.column.addWidget(self.private)
        self.column.addWidget(self.button)
        self.column.addWidget(self.back, 0, centre)

    def shown(self) -> None:
        """Put the keyboard where the code goes."""
        self.entry.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self.entry.forget()

    def closed(self) -> None:
        """What comes back now comes too late."""
        self._over = True

    def accept(self) -> None:
        """Try the code."""
        if not self.entry.text().strip() or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self.entry.wait(tr("Unlocking…"))
        self._context.session.ways.unlock_with_code(self.entry.text(), self._unlocked, self._refused)

    def leave(self) -> None:
        """Go back to the password."""
        self._context.nav.back()

    def _unlocked(self) -> None:
        """The window shows the accounts by now; a new password comes before them."""
        if not self._context.session.read_only:
            from warifu.desktop.unlock.set_password_page import SetPasswordPage

            self._context.nav.open_page(SetPasswordPage)

    def _refused(self, error: AppError) -> None:
        if not self._over:
            self.button.setEnabled(True)
            self.entry.refuse(error)
            self.private.offer(error)
