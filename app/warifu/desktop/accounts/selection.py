"""Several accounts at once: which are selected, and what clicks and keys do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from warifu.core.account import Account

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Selection(QObject):
    """Ids, which outlive searches and sorting. While it is ``active``, a click selects instead of copying;
    it ends when the last account is taken out of it again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self._ids: set[str] = set()
        self._anchor = ""  # where a range begins
        self._before_range: frozenset[str] = frozenset()

    def __contains__(self, account_id: object) -> bool:
        return account_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def begin(self, *ids: str) -> None:
        """Select these, and let clicks select from now on."""
        self.active = True
        self._ids.update(ids)
        self._set_anchor(ids[-1] if ids else "")
        self.changed.emit()

    def end(self) -> None:
        """Select nothing, and let clicks copy again."""
        if self.active:
            self.active = False
            self._ids.clear()
            self._set_anchor("")
            self.changed.emit()

    def toggle(self, account_id: str) -> None:
        """Take the account in, or out."""
        if account_id not in self._ids:
            self.begin(account_id)
            return
        self._ids.discard(account_id)
        self._set_anchor(account_id)
        self._tell()

    def extend(self, rows: Sequence[Account], start: int, row: int) -> None:
        """Take in all from the row where the range began, at first ``start``, to ``row``; rows that the range
        has left again are as they were.
        """
        places = {account.id: place for place, account in enumerate(rows)}
        first = places.get(self._anchor, start)
        if not (0 <= first < len(rows) and 0 <= row < len(rows)):
            return
        if rows[first].id != self._anchor:
            self._set_anchor(rows[first].id)
        low, high = sorted((first, row))
        self.active = True
        self._ids = {*self._before_range, *(account.id for account in rows[low : high + 1])}
        self.changed.emit()

    def keep(self, ids: Iterable[str]) -> None:
        """Drop what is not among these: accounts that are no longer there."""
        kept = self._ids.intersection(ids)
        if kept != self._ids:
            self._ids = kept
            self._tell()

    def click(self, rows: Sequence[Account], start: int, row: int, held: Qt.KeyboardModifier) -> bool:
        """Take a click on ``row`` while ``start`` was in use. False when it is not about selecting."""
        if held & _SHIFT:
            self.extend(rows, start, row)
        elif held & _CTRL or self.active:
            self.toggle(rows[row].id)
        else:
            return False
        return True

    def key(self, account: Account | None, key: int, held: Qt.KeyboardModifier) -> bool:
        """Take a key for the row in use: Ctrl+Space toggles, Space and Enter only while selecting."""
        wanted = key == Qt.Key.Key_Space and held == _CTRL
        wanted = wanted or (self.active and key in _TOGGLES and held == Qt.KeyboardModifier.NoModifier)
        if wanted and account is not None:
            self.toggle(account.id)
        return wanted

    def _set_anchor(self, account_id: str) -> None:
        self._anchor = account_id
        self._before_range = frozenset(self._ids)

    def _tell(self) -> None:
        if self._ids:
            self.changed.emit()
        else:
            self.end()
