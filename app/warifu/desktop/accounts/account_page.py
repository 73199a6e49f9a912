"""One account with its code in large digits, and two codes in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from warifu.core.account import OtpType
from warifu.desktop.accounts.actions import Actions
from warifu.desktop.accounts.clock_line import ClockLine
from warifu.desktop.accounts.code_pair import Half
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.accounts.two_codes import TwoCodes
from warifu.desktop.accounts.unfocused import away, on_turn
from warifu.desktop.frame import Page
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.theme.shapes import paint_focus
from warifu.desktop.widgets import (
    BrandTile,
    CodeLabel,
    CountdownRing,
    Heading,
    IconButton,
    Muted,
    PrimaryButton,
    QuietButton,
)
from warifu.desktop.widgets.codes import URGENT_SECONDS
from warifu.services.codes import visible_code
from warifu.settings.schema import HIDE_CODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.services.copying import Copied


class _BigCode(CodeLabel):
    """The code; while it is hidden, a click or Space on it shows it."""

    revealed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("code_big", parent)
        self._hidden = False

    def set_hidden(self, hidden: bool) -> None:
        """Take part in the keyboard's way only while there is something to show."""
        self._hidden = hidden
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if hidden else Qt.FocusPolicy.NoFocus)
        self.setToolTip(tr("Show the code") if hidden else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if hidden else Qt.CursorShape.ArrowCursor)
        if hidden:
            self.setAccessibleName(tr("Code hidden. Space shows it."))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._hidden:
            self.revealed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hidden and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.revealed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect().toRectF(), current().radius_m)


class AccountPage(Page):
    """The code of this moment, its copy, the pair for AWS, and what is noted about the account."""

    def __init__(self, context: Context, account_id: str) -> None:
        super().__init__()
        self._context = context
        self._id = account_id
        self._actions = Actions(context)
        self._concealed = bool(context.settings.get(HIDE_CODES))
        self._endings: list[Callable[[], None]] = []
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.edit = IconButton(Glyph.EDIT, tr("Edit"))
        self.more = IconButton(Glyph.MORE, tr("More"))
        self.menu = QMenu(self.more)
        self.pin = QAction(self.menu)
        account = self._account()
        self.tile = BrandTile(account.icon, account.name, 66) if account else QWidget()
        self.title = Heading()
        self.name = Muted()
        self.code = _BigCode()
        self.ring = CountdownRing(42, number=True)
        self.left = Muted()
        self.copy = PrimaryButton(tr("Copy code"))
        self.next_code = QuietButton(tr("Next code"))
        self.tags = Muted(role="small")
        self.note = Muted()
        self.two_codes = TwoCodes(context, account_id)
        self.clock = ClockLine(context)
        self._fill_menu()
        self._lay_out()
        self._connect()
        self.refresh()

    def _fill_menu(self) -> None:
        copy_next = self.menu.addAction(tr("Copy the next code"))
        copy_next.triggered.connect(self._copy_next)
        self.menu.addAction(self.pin)
        self.menu.addAction(tr("Edit…")).triggered.connect(lambda: self._context.nav.open_edit(self._id))
        self.menu.addAction(tr("Show QR code…")).triggered.connect(
            lambda: self._context.nav.open_code(self._id)
        )
        self.menu.addSeparator()
        self.menu.addAction(tr("Move to the trash")).triggered.connect(self._trash)
        self.pin.triggered.connect(self._turn_pin)

    def _lay_out(self) -> None:
        look = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.edit)
        top.addWidget(self.more)
        self.body.addLayout(top)
        self.body.addWidget(self.tile, 0, centre)
        for label in (self.title, self.name, self.tags, self.note):
            label.setAlignment(centre)
        self.note.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addSpacing(look.space_s)
        self.body.addWidget(self.title)
        self.body.addWidget(self.name)
        self.body.addSpacing(look.space_l)
        self.body.addWidget(self.code)
        self.body.addSpacing(look.space_s)
        self.body.addLayout(_centred(self.ring, self.left))
        self.body.addSpacing(look.space_s)
        self.body.addLayout(_centred(self.copy, self.next_code))
        self.body.addSpacing(look.space_s)
        self.body.addWidget(self.tags)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.body.addSpacing(look.space_m)
        self.body.addWidget(self.two_codes)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.bar.addWidget(self.clock, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.edit.clicked.connect(lambda: self._context.nav.open_edit(self._id))
        self.more.clicked.connect(
            lambda: self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        self.copy.clicked.connect(self.accept)
        self.next_code.clicked.connect(self._count_on)
        self.code.revealed.connect(self._reveal)
        self._context.ticker.watch(self.code, self._tick)
        on_turn(self, lambda: self._tick(self._context.clock.now()))

    def shown(self) -> None:
        """Follow the accounts and the clipboard."""
        store = self._context.session.store
        if store is not None and not self._endings:
            self._endings = [
                store.subscribe(lambda _change: self.refresh()),
                self._context.copying.subscribe(self._copied),
            ]
        self.refresh()
        self.clock.look()
        self.copy.setFocus()

    def hidden(self) -> None:
        """Follow them no longer."""
        for end in self._endings:
            end()
        self._endings = []

    @property
    def footer_height(self) -> int:
        """Toasts leave the two codes free."""
        return self.two_codes.sizeHint().height()

    def accept(self) -> None:
        """Copy the code."""
        self.two_codes.copy_current()

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def refresh(self) -> None:
        """Show the account as it is now; one that is gone has no page."""
        account = self._account()
        if account is None or account.trashed:
            if self._endings:
                self._context.nav.open_list()
            return
        if isinstance(self.tile, BrandTile):
            self.tile.set_icon(account.icon, account.name)
        self.title.setText(title_of(account))
        self.name.setText(subtitle_of(account))
        self.tags.setText(" · ".join(account.tags))
        self.note.setText(account.note)
        for label in (self.name, self.tags, self.note):
            label.setVisible(bool(label.text()))
        by_time = account.otp.type is not OtpType.HOTP
        self.ring.setVisible(by_time)
        self.left.setVisible(by_time)
        self.next_code.setVisible(not by_time)
        self.pin.setText(tr("Unpin") if account.pinned else tr("Pin"))
        self._tick(self._context.clock.now())

    def _tick(self, now: float) -> None:
        account = self._account()
        if account is None or account.trashed:
            return
        concealed = self._concealed or away(self._context.settings)
        seen = visible_code(account, now, hide=concealed)
        left = seen.seconds_left
        self.code.set_code(seen.text, urgent=left is not None and left <= URGENT_SECONDS)
        self.code.set_hidden(concealed)
        if left is not None:
            self.ring.set_time(left, account.otp.period)
            self.left.setText(tr_n(left, "second left", "seconds left"))
        self.two_codes.set_hidden(concealed)
        self.two_codes.show_at(account, now)

    def _copied(self, copied: Copied) -> None:
        self.two_codes.note(copied)
        self._tick(self._context.clock.now())

    def _reveal(self) -> None:
        self._concealed = False
        self._tick(self._context.clock.now())
        self.copy.setFocus()

    def _copy_next(self) -> None:
        self.two_codes.copy(Half.SECOND)

    def _count_on(self) -> None:
        store = self._context.session.store
        if store is not None and self._account() is not None:
            store.advance_counter(self._id)

    def _turn_pin(self) -> None:
        account = self._account()
        if account is not None:
            self._actions.pin(account, pinned=not account.pinned)

    def _trash(self) -> None:
        account = self._account()
        if account is not None:
            self._actions.delete(account)

    def _account(self) -> Account | None:
        store = self._context.session.store
        return store.get(self._id) if store is not None else None


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space_m)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
