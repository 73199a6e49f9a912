"""The page of a locked vault. It is the first thing on the screen: it imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from warifu.core.errors import AppError, WrongPassword
from warifu.desktop.frame import CentredPage, PathLabel
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.locked_quick import LockedQuick
from warifu.desktop.unlock.private_button import PrivateButton
from warifu.desktop.widgets import ErrorLine, Heading, LinkButton, Mark, Muted, PasswordField, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from warifu.desktop.compose import Context
    from warifu.services.ports import Timer

_FREE_TRIES = 3
_LONGEST_WAIT = 8  # seconds; the key derivation is the real brake


class LockedPage(CentredPage):
    """Asks for the password."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wrong_tries = 0
        self._pause: Timer | None = None
        self.field = PasswordField()
        self.field.setPlaceholderText(tr("Password"))
        self.field.setAccessibleName(tr("Password"))
        self.button = PrimaryButton(tr("Unlock"))
        self.error = ErrorLine()
        self.caps = Muted(tr("Caps Lock is on."), role="small")
        self.busy = BusyLine()
        self.forgot = LinkButton(tr("Forgot it? Use your recovery code"))
        self.quick = LockedQuick(context, self)
        self.private = PrivateButton(context, self.accept)
        self._lay_out()
        self.forgot.clicked.connect(self._use_code)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda: self.error.show_error(""))
        self.button.clicked.connect(self.accept)
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        look = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = Heading(tr("Warifu is locked"))
        session = self._context.session
        own = session.vault_path == self._context.profile.vault
        where = (
            Muted(tr("Your accounts are on this PC, encrypted.")) if own else PathLabel(session.vault_path)
        )
        for label in (heading, where, self.error, self.caps, self.quick.note):
            label.setAlignment(centre)
        self.caps.hide()
        self.column.addWidget(Mark(), 0, centre)
        self.column.addSpacing(look.space_m)
        self.column.addWidget(heading)
        self.column.addWidget(where)
        self.column.addSpacing(look.space_l)
        quick = self.quick
        above = (self.field, quick.pin, self.caps, self.error, self.private)
        for widget in (*above, self.button, quick.button, self.busy):
            self.column.addWidget(widget)
        self.column.addWidget(quick.note)
        self.column.addWidget(quick.other, 0, centre)
        self.column.addWidget(self.forgot, 0, centre)

    def shown(self) -> None:
        """Put the keyboard where the password goes; the other way is offered where the file has it."""
        self.forgot.setVisible(self._context.session.ways.has_code)
        self.quick.shown()
        self.focus()

    def focus(self) -> None:
        """Put the keyboard where something can be typed."""
        (self.field if self.quick.pin.isHidden() else self.quick.pin).setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self.field.conceal()
        self.quick.pin.conceal()

    def closed(self) -> None:
        """What comes back to this page comes too late."""
        self.quick.over = True

    def accept(self) -> None:
        """Try the password, or the PIN where that is asked for."""
        if not self.quick.pin.isHidden():
            self.quick.try_pin()
            return
        if not self.field.text() or not self.button.isEnabled():
            return
        self.wait(True)
        self.busy.work(tr("Unlocking…"))
        self._context.session.unlock(self.field.text(), self._unlocked, self._refused)

    def _use_code(self) -> None:
        from warifu.desktop.unlock.recovery_page import RecoveryPage

        self._context.nav.open_page(RecoveryPage)

    def _unlocked(self) -> None:
        self._wrong_tries = 0
        self.field.conceal()
        self.wait(False)

    def _refused(self, error: AppError) -> None:
        if self.quick.over:  # a damaged vault has a page of its own, which has the keyboard now
            return
        self.wait(False)
        if isinstance(error, WrongPassword):
            self._wrong_tries += 1
            self._slow_down()
            self.error.show_error(tr("This is not the password. Nothing is lost: try again."))
        else:
            self.error.show_error(said(error))
        self.private.offer(error)
        self.field.selectAll()
        self.field.setFocus()

    def _slow_down(self) -> None:
        """After some wrong tries, a pause that grows and stays short; nothing is ever erased."""
        late = self._wrong_tries - _FREE_TRIES
        if late < 0:
            return
        seconds = min(2**late, _LONGEST_WAIT)
        self.button.setEnabled(False)
        self.busy.work(tr("One moment…"))
        self._pause = self._context.scheduler.after(seconds, self._go_on)

    def _go_on(self) -> None:
        self._pause = None
        self.button.setEnabled(True)
        self.busy.rest()

    def wait(self, on: bool) -> None:
        """Take no more while something is being tried."""
        for field in (self.field, self.quick.pin):
            field.setReadOnly(on)
        for button in (self.button, self.quick.button):
            button.setEnabled(not on)
        if not on:
            self.busy.rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by what the keys write: Qt does not tell its state."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            self._look_for_caps_lock(event)  # type: ignore[arg-type]
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.caps.hide()
        return super().eventFilter(watched, event)

    def _look_for_caps_lock(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
        elif event.text().isalpha() and event.text().lower() != event.text().upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(event.text().isupper() is not shifted)
