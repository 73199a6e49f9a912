"""The quick ways on the page of a locked vault: what this computer remembers, a PIN, the system's question.

None of them takes the password field's place for long: whatever fails says one sentence and gives way to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible, WrongKey
from warifu.desktop.i18n import said, tr
from warifu.desktop.widgets import LinkButton, Muted, PasswordField, QuietButton
from warifu.services.look import SessionState

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context
    from warifu.desktop.unlock.locked_page import LockedPage
    from warifu.services.ports import QuickUnlock
    from warifu.services.quick_ways import QuickWays


class LockedQuick:
    """The widgets, hidden until ``shown`` finds a use for them, and what they do."""

    def __init__(self, context: Context, page: LockedPage) -> None:
        self._context = context
        self._page = page
        self.over = False
        self.pin = PasswordField()
        self.pin.setPlaceholderText(tr("PIN"))
        self.pin.setAccessibleName(tr("PIN"))
        self.button = QuietButton()
        self.other = LinkButton(tr("Use the password"))
        self.note = Muted(role="small")
        for widget in (self.pin, self.button, self.other, self.note):
            widget.hide()
        self.pin.textChanged.connect(lambda: page.error.show_error(""))
        self.button.clicked.connect(self.ask_system)
        self.other.clicked.connect(self.use_password)

    def shown(self) -> None:
        """Offer what can open the vault now, and begin with what needs nobody."""
        from warifu.services.quick_ways import wanted

        if not (self._context.parts.made("quick") or wanted(self._context.settings)):
            return
        quick = self._context.quick
        self._offer_pin(quick.pin.ready)
        self.button.setVisible(quick.system.ready)
        if quick.system.system is not None:
            self.button.setText(use(quick.system.system))
        self._try_keystore(quick)

    def try_pin(self) -> None:
        """Try what was typed as the PIN."""
        if not self.pin.text() or not self._page.button.isEnabled():
            return
        self._page.wait(True)
        self._page.busy.work(tr("Unlocking…"))
        self._context.quick.pin.unlock(self.pin.text(), self._opened, self._pin_refused)

    def ask_system(self) -> None:
        """Have the system ask; the password field stays as it is meanwhile."""
        self.button.setEnabled(False)
        self._page.busy.work(tr("Waiting for the system…"))
        self._context.quick.system.unlock(self._opened, self._failed)

    def use_password(self) -> None:
        """Ask for the password instead of the PIN."""
        self._offer_pin(False)
        self._page.error.show_error("")
        self._page.focus()

    def _offer_pin(self, on: bool) -> None:
        self.pin.setVisible(on)
        self.other.setVisible(on)
        self._page.field.setVisible(not on)
        self._page.setFocusProxy(self.pin if on else self._page.field)
        if not on:
            self.pin.conceal()

    def _try_keystore(self, quick: QuickWays) -> None:
        if quick.remembering.start(self._opened, self._failed):
            self._page.busy.work(tr("Opening with the key of this computer…"))

    def _opened(self) -> None:
        if not self.over:
            self.pin.conceal()
            self._page.wait(False)

    def _pin_refused(self, error: AppError) -> None:
        if self.over:
            return
        self._page.wait(False)
        self.pin.selectAll()
        if not isinstance(error, WrongKey):
            self._offer_pin(self._context.quick.pin.ready)
        self._page.error.show_error(said(error))
        self._page.private.offer(error)
        self._page.focus()

    def _failed(self, error: AppError) -> None:
        """Say why the password is needed, without getting in the way of whoever is typing it."""
        if self.over or self._context.session.state is not SessionState.LOCKED:
            return
        self.button.setEnabled(True)
        if not self._page.field.isReadOnly():
            self._page.busy.rest()
        if not isinstance(error, NotPossible):
            self.note.setText(tr("{why} The password opens the vault as before.", why=said(error)))
            self.note.show()


def use(system: QuickUnlock) -> str:
    """What a button for the system's way says."""
    if system.name == "polkit":
        return tr("Use fingerprint or system password")
    return tr("Use {name}", name=system.name)
