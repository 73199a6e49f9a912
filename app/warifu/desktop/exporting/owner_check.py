"""Who takes accounts out shows first that they may: by the password, the PIN, or what the system asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.errors import WrongKey, WrongPassword
from warifu.desktop.backups.late import while_there
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import said, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.locked_quick import use
from warifu.desktop.widgets import ErrorLine, FieldLabel, LinkButton, Muted, PasswordField

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class OwnerCheck(QWidget):
    """``changed`` tells that ``ready`` may have; ``confirmed`` stays so until ``forget``."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._by_pin = False
        self.confirmed = False
        self.label = FieldLabel("")
        self.field = PasswordField()
        self.other = LinkButton(tr("Use the password"))
        self.system = LinkButton()
        self.error = ErrorLine()
        self.done = Muted(tr("You have confirmed that it is you."), role="small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        for widget in (self.label, self.field, self.error, self.done):
            rows.addWidget(widget)
        rows.addLayout(flush_left(self.other, self.system))
        self.label.setBuddy(self.field)
        self.field.textChanged.connect(self._typed)
        self.other.clicked.connect(lambda: self._ask_for(pin=False))
        self.system.clicked.connect(self.ask_system)
        self.done.hide()
        self.system.hide()
        self._ask_for(pin=False)

    @property
    def ready(self) -> bool:
        """Whether there is something to check, or nothing left to."""
        return self.confirmed or bool(self.field.text())

    def offer(self) -> None:
        """Ask for what the user has set up to unlock with; the password always does."""
        from warifu.services.quick_ways import wanted

        context = self._context
        if self.confirmed or not (context.parts.made("quick") or wanted(context.settings)):
            return
        self._ask_for(pin=context.quick.pin.ready)
        system = context.quick.system
        if system.system is not None and system.on:
            self.system.setText(use(system.system))
            self.system.show()

    def check(self, done: Callable[[], None], failed: Callable[[], None]) -> None:
        """Ask whether what was typed is right; what is wrong is said here."""
        if self.confirmed:
            done()
            return

        def refused(error: AppError) -> None:
            self._refuse(error)
            failed()

        def right() -> None:
            self._confirm()
            done()

        self.error.show_error("")
        check = self._context.quick.pin.confirm if self._by_pin else self._context.session.ways.confirm_owner
        check(self.field.text(), while_there(self, right), while_there(self, refused))

    def ask_system(self) -> None:
        """Have the system ask; the field stays as it is meanwhile."""
        self.error.show_error("")
        self.system.setEnabled(False)
        self._context.quick.system.confirm(while_there(self, self._confirm), while_there(self, self._refuse))

    def forget(self) -> None:
        """Ask again next time."""
        self.confirmed = False
        self.field.conceal()

    def _ask_for(self, *, pin: bool) -> None:
        self._by_pin = pin
        text = tr("PIN of Warifu") if pin else tr("Your password of Warifu, or the recovery code")
        self.label.setText(text)
        self.field.setAccessibleName(text)
        self.field.conceal()
        self.other.setVisible(pin)

    def _confirm(self) -> None:
        self.confirmed = True
        self.field.conceal()
        for widget in (self.label, self.field, self.other, self.system, self.error):
            widget.hide()
        self.done.show()
        self.changed.emit()

    def _refuse(self, error: AppError) -> None:
        self.system.setEnabled(True)
        if type(error) is WrongPassword:
            self.error.show_error(tr("This is not the password of the vault."))
        else:
            self.error.show_error(said(error))
        if self._by_pin and not isinstance(error, WrongKey):
            self._ask_for(pin=self._context.quick.pin.ready)
        self.field.selectAll()
        self.field.setFocus()

    def _typed(self) -> None:
        if self.field.text():
            self.error.show_error("")
        self.changed.emit()
