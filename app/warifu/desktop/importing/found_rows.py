"""What files hold, row by row: groups with their accounts to tick, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.importing.wording import (
    group_name,
    name_of,
    problem_name,
    problem_reason,
    remark_of,
    unreadable,
)
from warifu.services.importing import Standing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from warifu.core.account import Account
    from warifu.services.importing import Found, Preview

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ORDER: Final = (Standing.NEW, Standing.CHANGED, Standing.SAME, Standing.REPEATED, Standing.BINNED)
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICK: Final = _READ | Qt.ItemFlag.ItemIsUserCheckable


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``first`` and ``count``: the rows of a heading's group; 0 of them on any other row."""

    title: str
    below: str = ""
    remark: str = ""
    account: Account | None = None
    place: int = -1  # of the account among those found
    first: int = 0
    count: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it stands above a group."""
        return self.count > 0

    @property
    def spoken(self) -> str:
        """For tool tips and screen readers."""
        name = name_of(self.account) if self.account is not None else self.title
        rest = (self.remark,) if self.account is not None else (self.below, self.remark)
        return ", ".join(part for part in (name, *rest) if part)


class FoundRows(QAbstractListModel):
    """``dataChanged`` tells of ticks; those of groups follow their accounts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._rows: list[Row] = []
        self._ticked: set[int] = set()

    def show_preview(self, preview: Preview) -> None:
        """List what was found; what was ticked or not by the user before stays so."""
        kept = {id(found.account): place in self._ticked for place, found in self._places()}
        self.beginResetModel()
        self._preview = preview
        self._rows = _rows(preview)
        self._ticked = {
            place for place, found in enumerate(preview.found) if kept.get(id(found.account), found.wanted)
        }
        self.endResetModel()

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._preview, self._rows, self._ticked = None, [], set()
        self.endResetModel()

    def chosen(self) -> tuple[Found, ...]:
        """The accounts with a tick, in the order of the files."""
        return tuple(found for place, found in self._places() if place in self._ticked)

    def row(self, number: int) -> Row | None:
        """What a row shows."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def toggle(self, number: int) -> None:
        """Tick a row, or a group as a whole, or no longer."""
        row = self.row(number)
        if row is not None and self._places_of(row):
            wanted = self.tick(number) is not Qt.CheckState.Checked
            self._tick(row, wanted)

    def tick(self, number: int) -> Qt.CheckState | None:
        """The tick of a row; None for one that has none."""
        row = self.row(number)
        places = self._places_of(row) if row is not None else []
        if not places:
            return None
        ticked = sum(place in self._ticked for place in places)
        if ticked == len(places):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _READ if self.tick(index.row()) is None else _TICK

    def data(self, index: _Index, role: int = 0) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return self.tick(index.row()) if role == Qt.ItemDataRole.CheckStateRole else None

    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.tick(index.row()) is None:
            return False
        self.toggle(index.row())
        return True

    def _places(self) -> list[tuple[int, Found]]:
        return list(enumerate(self._preview.found)) if self._preview is not None else []

    def _places_of(self, row: Row) -> list[int]:
        rows = self._rows[row.first : row.first + row.count] if row.is_heading else [row]
        return [each.place for each in rows if each.place >= 0]

    def _tick(self, row: Row, wanted: bool) -> None:
        places = self._places_of(row)
        self._ticked = self._ticked | set(places) if wanted else self._ticked - set(places)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _rows(preview: Preview) -> list[Row]:
    rows: list[Row] = []
    for standing in _ORDER:
        group = [(place, each) for place, each in enumerate(preview.found) if each.standing is standing]
        if group:
            rows.append(Row(group_name(standing, len(group)), first=len(rows) + 1, count=len(group)))
            rows += [_row(place, each) for place, each in group]
    if preview.problems:
        count = len(preview.problems)
        rows.append(Row(unreadable(count), first=len(rows) + 1, count=count))
        rows += [Row(problem_name(each), problem_reason(each)) for each in preview.problems]
    return rows


def _row(place: int, found: Found) -> Row:
    account = found.account
    return Row(title_of(account), subtitle_of(account), remark_of(found), account, place)
