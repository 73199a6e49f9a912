"""Deleted accounts: back with them, or away for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import Page
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import (
    BrandTile,
    Caption,
    Card,
    Heading,
    IconButton,
    Line,
    Muted,
    PrimaryButton,
    QuietButton,
)
from warifu.vault.document import TRASH_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.account import Account
    from warifu.desktop.compose import Context

DAY = 86_400  # seconds


def days_left(account: Account, now: float) -> int:
    """Days until the account leaves the trash by itself, begun ones included; 0 when it is due."""
    left = account.trashed + TRASH_DAYS * DAY - now
    return min(TRASH_DAYS, max(0, -int(-left // DAY)))


class _Question(QWidget):
    """Asks once more, in place: ``kept`` or ``done``."""

    kept = Signal()
    done = Signal()

    def __init__(self, sentence: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self.keep = PrimaryButton(tr("Keep"))
        self.yes = QuietButton(yes)
        self.keep.clicked.connect(self.kept)
        self.yes.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.keep)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_xs)
        rows.addWidget(Muted(sentence))
        rows.addLayout(buttons)


class _Row(QWidget):
    """One deleted account."""

    def __init__(self, page: TrashPage, account: Account, now: float) -> None:
        super().__init__()
        look = current()
        title = title_of(account)
        self.restore = QuietButton(tr("Restore"))
        self.restore.setAccessibleName(tr("Restore {title}", title=title))
        self.delete = IconButton(Glyph.TRASH, tr("Delete {title} for ever", title=title))
        self.question = _Question(
            tr("Delete it for ever? If its site still asks for codes, you cannot sign in there."),
            tr("Delete for ever"),
        )
        self.question.hide()
        left = tr_n(days_left(account, now), "{n} day left", "{n} days left")
        below = " · ".join(part for part in (subtitle_of(account), left) if part)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (Caption(title), Muted(below, role="small")):
            label.setMinimumWidth(1)
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(look.space_m)
        line.addWidget(BrandTile(account.icon, title, look.tile_compact))
        line.addLayout(words, 1)
        line.addWidget(self.restore)
        line.addWidget(self.delete)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_m, look.space_s, look.space_m, look.space_s)
        rows.addLayout(line)
        rows.addWidget(self.question)
        self.restore.clicked.connect(lambda: page.restore(account.id))
        self.delete.clicked.connect(self._ask)
        self.question.kept.connect(self._keep)
        self.question.done.connect(lambda: page.purge(account.id))

    def _ask(self) -> None:
        self.question.show()
        self.question.keep.setFocus()

    def _keep(self) -> None:
        self.question.hide()
        self.delete.setFocus()


class TrashPage(Page):
    """The list, the days that are left, and an empty trash when it is wanted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.said = Muted()
        self.card = Card()
        self.rows: list[_Row] = []
        self.empty = QuietButton(tr("Empty the trash"))
        self.question = _Question(
            tr("Delete all of them for ever? There is no way back."), tr("Delete all for ever")
        )
        self._lay_out()
        self.back.clicked.connect(self.leave)
        self.empty.clicked.connect(self._ask)
        self.question.kept.connect(self._keep)
        self.question.done.connect(self._empty)
        self.refresh()

    def _lay_out(self) -> None:
        look = current()
        top = QHBoxLayout()
        top.setSpacing(look.space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("Trash")), 1)
        self.body.addLayout(top)
        self.body.addWidget(self.said)
        self._list = QVBoxLayout(self.card)
        self._list.setContentsMargins(0, look.space_xs, 0, look.space_xs)
        self._list.setSpacing(0)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.bar.addWidget(self.question, 1)
        self.bar.addStretch(0)
        self.bar.addWidget(self.empty)
        self.question.hide()

    def shown(self) -> None:
        """Follow the accounts."""
        store = self._context.session.store
        if store is not None and self._unsubscribe is None:
            self._unsubscribe = store.subscribe(lambda _change: self.refresh())
        self.refresh()
        (self.rows[0].restore if self.rows else self.back).setFocus()

    def hidden(self) -> None:
        """Follow them no longer."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def refresh(self) -> None:
        """Show what is in the trash now, what was deleted last first."""
        store = self._context.session.store
        accounts = sorted(store.trashed() if store is not None else (), key=lambda account: -account.trashed)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now = self._context.clock.now()
        self.rows = [_Row(self, account, now) for account in accounts]
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(Line())
            self._list.addWidget(row)
        self.card.setVisible(bool(self.rows))
        self.empty.setVisible(bool(self.rows) and self.question.isHidden())
        self.question.setVisible(bool(self.rows) and not self.question.isHidden())
        self.said.setText(
            tr("Deleted accounts stay here for {days} days, then they go for ever.", days=TRASH_DAYS)
            if self.rows
            else tr("The trash is empty.")
        )

    def restore(self, account_id: str) -> None:
        """Put an account back among the others."""
        store = self._context.session.store
        account = store.get(account_id) if store is not None else None
        if store is not None and account is not None and self._act(lambda: store.untrash(account_id)):
            self._context.notify.say(tr("{title} is back.", title=title_of(account)))
            self._focus_something()

    def purge(self, *ids: str) -> None:
        """Delete accounts of the trash for ever."""
        store = self._context.session.store
        if store is not None and self._act(lambda: store.purge(*ids)):
            self._focus_something()

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def _ask(self) -> None:
        self.empty.hide()
        self.question.show()
        self.question.keep.setFocus()

    def _keep(self) -> None:
        self.question.hide()
        self.empty.setVisible(bool(self.rows))
        self.empty.setFocus()

    def _empty(self) -> None:
        store = self._context.session.store
        self.question.hide()
        if store is not None:
            self.purge(*(account.id for account in store.trashed()))

    def _act(self, call: Callable[[], None]) -> bool:
        try:
            call()
        except AppError as error:
            self._context.notify.error(error)
            return False
        return True

    def _focus_something(self) -> None:
        (self.rows[0].restore if self.rows else self.back).setFocus()
