"""The accounts of a backup to tick, each with how it stands to today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.text import Text
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Card, LinkButton, TickList
from warifu.services.recovery import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Account

_MOST_ROWS = 10  # before the list scrolls
_LACKING = frozenset({Standing.MISSING, Standing.TRASHED})
_TOLD = {
    Standing.MISSING: Text("missing today"),
    Standing.TRASHED: Text("in the trash today"),
    Standing.SECRET_CHANGED: Text("another secret today"),
    Standing.CHANGED: Text("changed since"),
}


class AccountTicks(Card):
    """What today's list lacks begins with a tick, and stands first."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()
        self.list = TickList()
        self.all = LinkButton(tr("Tick all"))
        self.none = LinkButton(tr("Tick none"))
        self.list.setAccessibleName(tr("Accounts of the backup"))
        self.list.itemChanged.connect(lambda _item: self.chosen_changed.emit())
        self.all.clicked.connect(lambda: self.list.tick_all(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self.list.tick_all(Qt.CheckState.Unchecked))
        rows = QVBoxLayout(self)
        edge = current().space_m
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.addWidget(self.list)
        rows.addLayout(flush_left(self.all, self.none))

    def show_accounts(self, standings: Iterable[tuple[Account, Standing]]) -> None:
        """List what a backup holds."""
        ordered = sorted(standings, key=lambda each: _RANK[each[1]])
        self._accounts = tuple(account for account, _standing in ordered)
        self.list.show_lines((_line(account, standing) for account, standing in ordered), _MOST_ROWS)
        self.chosen_changed.emit()

    def chosen(self) -> tuple[Account, ...]:
        """The accounts with a tick."""
        return tuple(self._accounts[row] for row in self.list.ticked())

    def clear(self) -> None:
        """Hold nothing."""
        self._accounts = ()
        self.list.clear()


_RANK = {
    Standing.MISSING: 0,
    Standing.TRASHED: 1,
    Standing.SECRET_CHANGED: 2,
    Standing.CHANGED: 3,
    Standing.SAME: 4,
}


def _line(account: Account, standing: Standing) -> tuple[str, str, Qt.CheckState]:
    words = " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)
    told = shown(_TOLD[standing]) if standing in _TOLD else ""
    state = Qt.CheckState.Checked if standing in _LACKING else Qt.CheckState.Unchecked
    return f"{words} — {told}" if told else words, words, state
