"""Taking accounts out: which ones, and for what."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from warifu.desktop.accounts.filter import tags_of
from warifu.desktop.backups.rows import Rows
from warifu.desktop.exporting.target_row import TargetRow
from warifu.desktop.exporting.wording import OWN, SHEETS, forms_of, icon_of, name_of, said_of
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import Caption, ChoiceField, FieldLabel, Muted
from warifu.formats.base import Form
from warifu.services.exporting import targets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from warifu.core.account import Account, Icon
    from warifu.desktop.compose import Context
    from warifu.formats.base import Format

_TAG = "tag"
_SELECTED, _PINNED, _ALL = ("selected", ""), ("pinned", ""), ("all", "")


class ExportPage(TitledPage):
    """``ids``: what was selected before, which is offered first."""

    def __init__(self, context: Context, ids: Sequence[str] = ()) -> None:
        super().__init__(context, tr("Export"))
        self._selected = frozenset(ids)
        self._choices: list[tuple[str, str]] = []
        self._unsubscribe: Callable[[], None] | None = None
        self.which = ChoiceField()
        self.nothing = Muted(tr("There is no account to export yet."))
        self.rows: dict[str, TargetRow] = {}
        self._cards: list[QWidget] = []
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        what = tr("Take accounts to another app, or make a second copy. In Warifu everything stays as it is.")
        label = FieldLabel(tr("Accounts to export"), self.which)
        for widget in (Muted(what), label, self.which, self.nothing):
            self.body.addWidget(widget)
        every = targets()
        self._group(tr("Recommended"), [each for each in every if each.id == OWN])
        locked = [each for each in every if Form.ENCRYPTED in forms_of(each) and each.id != OWN]
        plain = [each for each in every if Form.ENCRYPTED not in forms_of(each)]
        self._group(tr("For another app"), locked)
        self._phone()
        self._group(tr("On paper"), [each for each in plain if each.id in SHEETS])
        self._group(tr("Not encrypted"), [each for each in plain if each.id not in SHEETS])
        self.body.addStretch(1)
        self.bar.setContentsMargins(0, 0, 0, 0)

    def _group(self, name: str, found: Sequence[Format]) -> None:
        """A heading and a card of targets; nothing where there are none."""
        rows = []
        for target in found:
            sign = None if target.id == OWN else self._sign(target)
            row = TargetRow(name_of(target), said_of(target), sign)
            row.clicked.connect(partial(self._open, target))
            self.rows[target.id] = row
            rows.append(row)
        self._card(name, rows)

    def _sign(self, target: Format) -> Glyph | Icon:
        return Glyph.COPY if target.id in SHEETS else icon_of(self._context, target)

    def _phone(self) -> None:
        row = TargetRow(tr("QR codes to scan"), tr("For Google Authenticator and most apps"), Glyph.PHONE)
        row.clicked.connect(self._open_transfer)
        self.rows["phone"] = row
        self._card(tr("To a phone"), [row])

    def _card(self, name: str, rows: Sequence[TargetRow]) -> None:
        if not rows:
            return
        card, caption = Rows(), Caption(name)
        for row in rows:
            card.add(row)
        self.body.addSpacing(current().space_xs)
        for widget in (caption, card):
            self.body.addWidget(widget)
            self._cards.append(widget)

    def shown(self) -> None:
        """Follow the accounts, and put the keyboard on what is recommended."""
        store = self._context.session.store
        if store is not None and self._unsubscribe is None:
            self._unsubscribe = store.subscribe(lambda _change: self._offer())
        self._offer()
        self.rows[OWN].setFocus()

    def hidden(self) -> None:
        """Follow them no longer."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def chosen(self) -> tuple[str, ...]:
        """The ids of the accounts that are to go out, in the user's order."""
        choice = self._choices[self.which.currentIndex()] if self._choices else _ALL
        return tuple(account.id for account in self._accounts() if self._is_of(account, *choice))

    def _offer(self) -> None:
        """All, what was selected, what is pinned, and each tag, with how many there are."""
        before = self._choices[self.which.currentIndex()] if self._choices else None
        accounts = self._accounts()
        counts = Counter((_TAG, tag) for account in accounts for tag in account.tags)
        counts[_ALL] = len(accounts)
        counts[_SELECTED] = sum(account.id in self._selected for account in accounts)
        counts[_PINNED] = sum(account.pinned for account in accounts)
        every = (_SELECTED, _ALL, _PINNED, *((_TAG, tag) for tag in tags_of(accounts)))
        self._choices = [choice for choice in every if counts[choice] or choice == _ALL]
        self.which.clear()
        for choice in self._choices:
            self.which.addItem(_said(*choice, counts[choice]))
        self.which.setCurrentIndex(self._choices.index(before) if before in self._choices else 0)
        self.nothing.setVisible(not accounts)
        self.which.setEnabled(bool(accounts))
        for widget in self._cards:
            widget.setEnabled(bool(accounts))

    def _is_of(self, account: Account, kind: str, tag: str) -> bool:
        match kind:
            case "selected":
                return account.id in self._selected
            case "pinned":
                return account.pinned
            case "tag":
                return tag in account.tags
            case _:
                return True

    def _accounts(self) -> tuple[Account, ...]:
        store = self._context.session.store
        return store.accounts() if store is not None else ()

    def _open(self, target: Format) -> None:
        from warifu.desktop.exporting.write_page import WritePage

        if ids := self.chosen():
            self._context.nav.open_page(lambda context: WritePage(context, target, ids))

    def _open_transfer(self) -> None:
        if ids := self.chosen():
            self._context.nav.open_transfer(ids)


def _said(kind: str, tag: str, count: int) -> str:
    match kind:
        case "selected":
            return tr_n(count, "The selected account", "The {n} selected accounts")
        case "pinned":
            return tr("Pinned ({n})", n=count)
        case "tag":
            return tr("Tagged “{tag}” ({n})", tag=tag, n=count)
        case _:
            return tr("All accounts ({n})", n=count)
