"""The accounts of a backup to tick, each with how it stands to today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.widgets import Card, LinkButton, ThinScrollBar
from warifu.services.recovery import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Account

_GAP = 3  # around a row
_MOST_ROWS = 10  # before the list scrolls
_LACKING = frozenset({Standing.MISSING, Standing.TRASHED})


class AccountTicks(Card):
    """What today's list lacks begins with a tick, and stands first."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()
        self.list = QListWidget()
        self.all = LinkButton(tr("Tick all"))
        self.none = LinkButton(tr("Tick none"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFont(font("body"))
        self.list.setSpacing(_GAP)
        self.list.setVerticalScrollBar(ThinScrollBar())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(tr("Accounts of the backup"))
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Window, current().muted)  # the style draws empty boxes from it
        self.list.setPalette(palette)
        self.list.itemChanged.connect(lambda _item: self.chosen_changed.emit())
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        rows = QVBoxLayout(self)
        edge = current().space_m
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.addWidget(self.list)
        rows.addLayout(flush_left(self.all, self.none))

    def show_accounts(self, standings: Iterable[tuple[Account, Standing]]) -> None:
        """List what a backup holds."""
        ordered = sorted(standings, key=lambda each: _RANK[each[1]])
        self._accounts = tuple(account for account, _standing in ordered)
        self.list.blockSignals(True)
        self.list.clear()
        for account, standing in ordered:
            self.list.addItem(_item(account, standing))
        self.list.blockSignals(False)
        row = self.list.sizeHintForRow(0) + 2 * _GAP if ordered else 0
        self.list.setFixedHeight(min(len(ordered), _MOST_ROWS) * row + 4)
        self.chosen_changed.emit()

    def chosen(self) -> tuple[Account, ...]:
        """The accounts with a tick."""
        ticked = Qt.CheckState.Checked
        rows = enumerate(self._accounts)
        return tuple(account for row, account in rows if self.list.item(row).checkState() is ticked)

    def clear(self) -> None:
        """Hold nothing."""
        self._accounts = ()
        self.list.clear()

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)


_RANK = {
    Standing.MISSING: 0,
    Standing.TRASHED: 1,
    Standing.SECRET_CHANGED: 2,
    Standing.CHANGED: 3,
    Standing.SAME: 4,
}


def _item(account: Account, standing: Standing) -> QListWidgetItem:
    words = " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)
    told = _told(standing)
    item = QListWidgetItem(f"{words} — {told}" if told else words)
    item.setToolTip(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if standing in _LACKING else Qt.CheckState.Unchecked)
    return item


def _told(standing: Standing) -> str:
    match standing:
        case Standing.MISSING:
            return tr("missing today")
        case Standing.TRASHED:
            return tr("in the trash today")
        case Standing.SECRET_CHANGED:
            return tr("another secret today")
        case Standing.CHANGED:
            return tr("changed since")
    return ""
