"""The QR code of one account, to add it to a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from warifu.core.errors import AccountNotFound
from warifu.core.targets import link_limits
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import Page
from warifu.desktop.i18n import shown, tr
from warifu.desktop.scanning.limits_card import LimitsCard
from warifu.desktop.scanning.shown_code import ShownCode, bring_into_sight, said_above
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import BrandTile, Caption, Heading, IconButton, Muted
from warifu.services.showing import account_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.account import Account
    from warifu.desktop.compose import Context


class ShowCodePage(Page):
    """What phones may not take of the account is said before the code can be shown."""

    def __init__(self, context: Context, account_id: str) -> None:
        super().__init__()
        self._context = context
        self._id = account_id
        self._unsubscribe: Callable[[], None] | None = None
        self._held: tuple[object, ...] = ()
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.tile = BrandTile(account.icon, account.name, 42) if (account := self._account()) else None
        self.title = Caption()
        self.name = Muted(role="small")
        self.warning = Muted(
            tr(
                "Whoever sees or photographs this QR code can make the codes of this account for ever. "
                "Show it to your own phone only."
            )
        )
        self.limits = LimitsCard(tr("Not every phone app can do this"))
        self.code = ShownCode(context)
        self._lay_out()
        self.back.clicked.connect(self.leave)
        self.code.changed.connect(lambda: bring_into_sight(self, self.code))
        self.refresh()

    def _lay_out(self) -> None:
        look = current()
        top = QHBoxLayout()
        top.setSpacing(look.space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("QR code for a phone")), 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.name):
            label.setMinimumWidth(1)
            words.addWidget(label)
        whose = QHBoxLayout()
        whose.setSpacing(look.space_m)
        if self.tile is not None:
            whose.addWidget(self.tile)
        whose.addLayout(words, 1)
        said = said_above(self)
        said.addLayout(top)
        said.addLayout(whose)
        said.addWidget(self.warning)
        said.addWidget(self.limits)
        self.body.addWidget(self.code, 1)
        self.bar.setContentsMargins(0, 0, 0, 0)

    def shown(self) -> None:
        """Follow the account."""
        store = self._context.session.store
        if store is not None and self._unsubscribe is None:
            self._unsubscribe = store.subscribe(lambda _change: self.refresh())
        self.refresh()
        self.code.show_button.setFocus()

    def hidden(self) -> None:
        """Take the code away with the page."""
        self.code.conceal()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def closed(self) -> None:
        """Forget the account."""
        self.code.forget()
        self._held = ()

    def accept(self) -> None:
        """Show the code."""
        self.code.reveal()

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def refresh(self) -> None:
        """Show the account as it is now; one that is gone has no code."""
        account = self._account()
        if account is None or account.trashed:
            self.code.conceal()
            if self._unsubscribe is not None:
                self._context.nav.open_list()
            return
        self.title.setText(title_of(account))
        self.name.setText(subtitle_of(account))
        self.name.setVisible(bool(self.name.text()))
        self.limits.say([shown(limit) for limit in link_limits(account)])
        held = (account.otp, account.counter, account.title, account.issuer, account.account)
        if held != self._held:  # what is on the screen is no longer true; it does not come back by itself
            self._held = held
            self.code.conceal()
            self.code.hold(self._link, title_of(account))

    def _link(self) -> str:
        account = self._account()
        if account is None:
            raise AccountNotFound("This account is no longer there.")
        return account_link(account)

    def _account(self) -> Account | None:
        store = self._context.session.store
        return store.get(self._id) if store is not None else None
