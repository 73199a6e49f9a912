"""Do you still have your recovery code? Typing it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.unlock.code_entry import CodeEntry
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import LinkButton, Muted, PrimaryButton

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class CheckCodePage(TitledPage):
    """Says fine, where the slip is, or that it is another vault's code; nothing is lost by trying."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Do you still have your recovery code?"))
        self.entry = CodeEntry()
        self.gone = LinkButton(tr("I don’t have it any more"))
        self.button = PrimaryButton(tr("Check it"))
        self.body.addWidget(
            Muted(tr("Take it from where you keep it and type it. This tells whether it opens the vault."))
        )
        self.body.addWidget(self.entry)
        self.body.addLayout(flush_left(self.gone))
        self.body.addStretch(1)
        self.foot(self.button)
        self.button.clicked.connect(self.accept)
        self.gone.clicked.connect(self._make_another)
        self.setFocusProxy(self.entry)

    def shown(self) -> None:
        """Put the keyboard where the code goes."""
        self.entry.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self.entry.forget()

    def accept(self) -> None:
        """Look whether the code opens the vault."""
        if not self.entry.text().strip() or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self.entry.wait(tr("Looking whether it opens the vault…"))
        self._context.session.ways.confirm_code(self.entry.text(), self._fine, self._mistaken)

    def _fine(self) -> None:
        if not self.over:
            self._context.nav.back()
        self._context.notify.say(tr("This code opens the vault. Put it back where it was."))

    def _mistaken(self, error: AppError) -> None:
        if not self.over:
            self.button.setEnabled(True)
            self.entry.refuse(error)

    def _make_another(self) -> None:
        from warifu.desktop.unlock.kit_page import KitPage

        self._context.nav.back()
        self._context.nav.open_page(KitPage)
