"""The listed accounts for Qt. A row is an ``Account``; codes are computed when a view asks and never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)

from warifu.desktop.accounts.face import Wishes, described, subtitle_of, title_of
from warifu.desktop.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.core.clock import Clock
    from warifu.desktop.accounts.selection import Selection

    Index = QModelIndex | QPersistentModelIndex

ACCOUNT_ROLE = Qt.ItemDataRole.UserRole + 1
_OF_SELECTION = [int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.AccessibleTextRole)]
_DRAGGED = "application/x-warifu-account"  # the id alone: nothing that another program could use


class AccountModel(QStringListModel):
    """Qt's own list counts the rows, as empty strings: laying out 10,000 asks for their number 10,000 times.

    ``move_wished(id, before_id)`` is emitted after a drag; ``before_id`` is empty for the end.
    """

    move_wished = Signal(str, str)

    def __init__(self, clock: Clock, selection: Selection, parent: Any = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.selection = selection
        self._rows: list[Account] = []
        self.wishes = Wishes()
        self.revealed = ""  # id of the account whose code is shown although codes are hidden
        self.movable = False

    @property
    def rows(self) -> Sequence[Account]:
        """The accounts, from top to bottom."""
        return self._rows

    def account(self, row: int) -> Account | None:
        """The account of a row, if there is such a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, account_id: str) -> int:
        """The row of an account, or -1."""
        return next((row for row, account in enumerate(self._rows) if account.id == account_id), -1)

    def show_rows(self, rows: list[Account]) -> None:
        """List these accounts. One that came or went is told as such, so that the view keeps its place."""
        old = self._rows
        if [account.id for account in rows] == [account.id for account in old]:
            self._rows = rows
            self._tell_changed(old)
        elif len(rows) == len(old) + 1 and (place := _extra(rows, old)) is not None:
            self._rows = rows
            self.insertRows(place, 1)
        elif len(rows) == len(old) - 1 and (place := _extra(old, rows)) is not None:
            self._rows = rows
            self.removeRows(place, 1)
        else:
            self._rows = rows
            self.setStringList([""] * len(rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title to show; for screen readers also account, code and seconds left."""
        account = self.account(index.row())
        if account is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(account)
        if role == ACCOUNT_ROLE:
            return account
        if role == Qt.ItemDataRole.AccessibleTextRole:
            revealed = account.id == self.revealed
            text = described(account, self._clock.now(), self.wishes, revealed=revealed)
            return f"{self._said_of(account)}, {text}" if self.selection.active else text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return subtitle_of(account)
        if role == Qt.ItemDataRole.CheckStateRole and self.selection.active:
            chosen = account.id in self.selection
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return None

    def tell_selected(self) -> None:
        """Tell that other accounts are selected now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), _OF_SELECTION)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.selection.active:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        account = self.account(indexes[0].row()) if indexes else None
        if account is not None:
            data.setData(_DRAGGED, QByteArray(account.id.encode("ascii")))
        return data

    def moveRows(self, *_places: Any) -> bool:
        """Leave it to ``dropMimeData``: the order is the store's."""
        return False

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Wish the move; false, so that the view removes no row on its own."""
        dragged = bytes(data.data(_DRAGGED).data()).decode("ascii", "replace")
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        before = self.account(place)
        if self.movable and self.row_of(dragged) >= 0 and (before is None or before.id != dragged):
            self.move_wished.emit(dragged, before.id if before is not None else "")
        return False

    def _said_of(self, account: Account) -> str:
        return tr("selected") if account.id in self.selection else tr("not selected")

    def _tell_changed(self, old: Sequence[Account]) -> None:
        for row, (new, was) in enumerate(zip(self._rows, old, strict=True)):
            if new is not was:
                index = self.index(row)
                self.dataChanged.emit(index, index)


def _extra(longer: Sequence[Account], shorter: Sequence[Account]) -> int | None:
    """Where ``longer`` has the one account that ``shorter`` lacks; None where more than that differs."""
    place = next((i for i, account in enumerate(shorter) if account.id != longer[i].id), len(shorter))
    rest = zip(longer[place + 1 :], shorter[place:], strict=True)
    return place if all(a.id == b.id for a, b in rest) else None
