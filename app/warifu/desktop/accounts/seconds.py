"""Paints what a second changes in the list: every ring, and the words of rows that show another code now.

Qt's own way, a paint event that asks the delegate for whole rows, costs some ten times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from warifu.desktop.accounts.face import ages, seconds_left, words_change
from warifu.desktop.theme import current
from warifu.desktop.theme.shapes import paint_rings
from warifu.desktop.widgets.codes import URGENT_SECONDS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from warifu.core.account import Account
    from warifu.desktop.accounts.delegate import AccountDelegate
    from warifu.desktop.accounts.view import AccountView


class _Ageing(NamedTuple):
    """A row whose code changes with time."""

    row: int
    ring: QRectF
    text: QRect


class _Asked(NamedTuple):
    """What the last second wanted painted."""

    region: QRegion
    changing: set[int]  # rows whose words are others


class Seconds:
    """Of one view, in the coordinates of its viewport."""

    def __init__(self, view: AccountView, delegate: AccountDelegate) -> None:
        self._view = view
        self._delegate = delegate
        self._rows: list[_Ageing] | None = None  # until rows, their places or their heights change
        self._rings = QRegion()
        self._before = 0.0  # when it was looked at last, in Unix time
        self._asked: _Asked | None = None

    def forget(self) -> None:
        """All is painted; rows may be others and elsewhere."""
        self._rows = None

    def changed(self, now: float) -> QRegion:
        """What is to be painted because it is ``now``; a second after the last time, or later if the
        computer slept, was busy, or had its clock set.
        """
        if self._rows is None:
            self._rows = self._find_rows()
        shown, wishes = self._view.accounts.rows, self._view.accounts.wishes
        before, self._before = self._before, now
        changing = {each.row for each in self._rows if words_change(shown[each.row], before, now, wishes)}
        region = self._rings
        if changing:
            seen = self._view.viewport().rect()
            for each in self._rows:
                if each.row in changing:
                    region = region.united(each.text & seen)
        self._asked = _Asked(region, changing)
        return region

    def paint(self, region: QRegion, now: float, hovered: int) -> bool:
        """Paint that, if this is the region asked for and nothing else; say whether it was."""
        asked, self._asked = self._asked, None
        if asked is None or self._rows is None or region != asked.region:
            return False
        look, shown = current(), self._view.accounts.rows
        painter = QPainter(self._view.viewport())
        used, selecting = self._view.currentIndex().row(), self._view.selection.active
        painted: list[tuple[QRectF, float, QColor]] = []
        for row, ring, text in self._rows:
            account = shown[row]
            left = seconds_left(account, now)
            ground = None
            if selecting or row in (used, hovered):
                ground = self._delegate.ground(account, used=row == used, hovered=row == hovered)
            if ground is not None:
                painter.fillRect(ring, ground)
            if row in asked.changing:
                self._paint_words(painter, text, account, ground)
            colour = look.urgent if left <= URGENT_SECONDS else look.text
            painted.append((ring, left / account.otp.period, colour))
        paint_rings(painter, painted)
        return True

    def _paint_words(self, painter: QPainter, text: QRect, account: Account, ground: QColor | None) -> None:
        if ground is not None:
            painter.fillRect(text, ground)
        self._delegate.paint_words(painter, text, account)

    def _find_rows(self) -> list[_Ageing]:
        view, found = self._view, []
        rows = view.visible_rows()
        self._rings = QRegion()
        if rows:
            first = view.visualRect(view.accounts.index(rows[0]))
            places = self._delegate.places_in(first)
            for row in rows:
                if ages(view.accounts.rows[row]):
                    down = QPoint(0, (row - rows[0]) * first.height())
                    ring = places.ring.translated(down)
                    self._rings += ring
                    found.append(_Ageing(row, QRectF(ring), places.text.translated(down)))
        self._rings &= view.viewport().rect()  # the last row may be cut, and so is what Qt has painted
        return found
