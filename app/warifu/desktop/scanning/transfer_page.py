"""Accounts as Google's transfer codes, to move them to a phone ten at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.core.migration import format_migration
from warifu.core.targets import google_limits
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import Page
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.scanning.limits_card import LimitsCard
from warifu.desktop.scanning.shown_code import ShownCode, bring_into_sight, said_above
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import Caption, Heading, IconButton, Muted, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account
    from warifu.core.text import Text
    from warifu.desktop.compose import Context

_STEPS = {"Left": -1, "PgUp": -1, "Right": 1, "PgDown": 1}  # keys that buttons and the scroll area want, too


class TransferPage(Page):
    """Lives for the accounts as they were when it was opened; a change of them closes it."""

    def __init__(self, context: Context, ids: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self._accounts = _accounts(context, ids)
        self._transfer = format_migration(self._accounts)
        self._at = 0
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.how = Muted(
            tr(
                "On the phone, open Google Authenticator’s menu, choose “Transfer accounts” and “Import "
                "accounts”, and scan each code. Aegis, Ente Auth, 2FAS and others read them too."
            )
        )
        self.warning = Muted(
            tr(
                "Whoever sees or photographs these QR codes can make the codes of these accounts for ever. "
                "Show them to your own phone only."
            )
        )
        self.refused = LimitsCard("")
        self.limits = LimitsCard(tr("What to know"))
        self.count = Muted()
        self.code = ShownCode(context)
        self.pager = QWidget()
        self.place = Caption()
        self.previous = IconButton(Glyph.BACK, tr("Previous QR code"))
        self.next = IconButton(Glyph.RIGHT, tr("Next QR code"))
        self.names = Muted(role="small")
        self._lay_out()
        self._fill()
        self.back.clicked.connect(self.leave)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.code.changed.connect(self._make_room)
        for keys, step in _STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.turn, step))

    def _lay_out(self) -> None:
        look = current()
        top = QHBoxLayout()
        top.setSpacing(look.space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("Transfer to a phone")), 1)
        pages = QHBoxLayout(self.pager)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(look.space_s)
        pages.addWidget(self.place, 1)
        pages.addWidget(self.previous)
        pages.addWidget(self.next)
        said = said_above(self)
        said.addLayout(top)
        for part in (self.refused, self.limits, self.count, self.how, self.warning, self.pager, self.names):
            said.addWidget(part)
        self.body.addWidget(self.code, 1)
        self.bar.setContentsMargins(0, 0, 0, 0)

    def _fill(self) -> None:
        transfer, held = self._transfer, self._held_accounts()
        left_out = tr_n(len(transfer.refused), "{n} account cannot go along", "{n} accounts cannot go along")
        self.refused.say([_said(account, [reason]) for account, reason in transfer.refused], left_out)
        limited = [(account, limits) for account in held if (limits := google_limits(account))]
        self.limits.say([_said(account, limits) for account, limits in limited])
        accounts = tr_n(len(held), "{n} account", "{n} accounts")
        codes = tr_n(len(transfer.codes), "{n} QR code", "{n} QR codes")
        self.count.setText(tr("{accounts} in {codes}", accounts=accounts, codes=codes))
        for part in (self.count, self.how, self.warning, self.code, self.names):
            part.setVisible(bool(transfer.codes))
        self.pager.setVisible(len(transfer.codes) > 1)
        self._show_page()

    @property
    def page_number(self) -> int:
        """Which code is on top, counted from 1."""
        return self._at + 1

    def shown(self) -> None:
        """Follow the accounts."""
        store = self._context.session.store
        if store is not None and self._unsubscribe is None:
            self._unsubscribe = store.subscribe(lambda _change: self._check())
        (self.code.show_button if self._transfer.codes else self.back).setFocus()

    def hidden(self) -> None:
        """Take the code away with the page."""
        self.code.conceal()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def closed(self) -> None:
        """Forget the accounts."""
        self.code.forget()
        self._accounts = ()
        self._transfer = format_migration(())

    def turn(self, codes: int) -> None:
        """Go on to a later code, or back; one that is on the screen gives way for the next minute."""
        target = self._at + codes
        if 0 <= target < len(self._transfer.codes):
            self._at = target
            self._show_page()
            announce(self.place, self.place.text())

    def accept(self) -> None:
        """Show the code."""
        self.code.reveal()

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def _show_page(self) -> None:
        count = len(self._transfer.codes)
        if not count:
            return
        part = self._transfer.codes[self._at]
        place = tr("Code {part} of {count}", part=self._at + 1, count=count)
        self.place.setText(place)
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < count)
        self.names.setText(" · ".join(title_of(account) for account in part.accounts))
        self.code.hold(lambda: part.uri, tr_n(len(part.accounts), "{n} account", "{n} accounts"))

    def _check(self) -> None:
        """Codes that hold what is no longer so are worse than none."""
        now = _accounts(self._context, [account.id for account in self._accounts])
        if [_held(account) for account in now] != [_held(account) for account in self._accounts]:
            self.code.conceal()
            self._context.nav.open_list()

    def _held_accounts(self) -> list[Account]:
        return [account for code in self._transfer.codes for account in code.accounts]

    def _make_room(self) -> None:
        """What has been read gives its place to the code, until that is hidden again."""
        shown_now = self.code.shows_code
        self.refused.setVisible(bool(self.refused.sentences.text()) and not shown_now)
        self.limits.setVisible(bool(self.limits.sentences.text()) and not shown_now)
        for part in (self.count, self.how):
            part.setVisible(bool(self._transfer.codes) and not shown_now)
        bring_into_sight(self, self.code)


def _accounts(context: Context, ids: Sequence[str]) -> tuple[Account, ...]:
    store = context.session.store
    found = (store.get(account_id) for account_id in ids) if store is not None else ()
    return tuple(account for account in found if account is not None and not account.trashed)


def _held(account: Account) -> tuple[object, ...]:
    return account.otp, account.counter, account.title, account.issuer, account.account


def _said(account: Account, sentences: Sequence[Text]) -> str:
    name = " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)
    return tr("{account}: {sentence}", account=name, sentence=" ".join(shown(each) for each in sentences))
