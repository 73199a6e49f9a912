"""Paints what a second changes in the list: every ring, and the words of rows that show another code now.

Qt's own way, a paint event that asks the delegate for whole rows, costs some ten times as much.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QRegion

from warifu.desktop.accounts.face import ages, seconds_left, words_change
from warifu.desktop.theme import current
from warifu.desktop.theme.shapes import paint_rings
from warifu.desktop.widgets.codes import URGENT_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Account
    from warifu.desktop.accounts.delegate import AccountDelegate
    from warifu.desktop.accounts.view import AccountView


class _Place(NamedTuple):
    row: int
    ring: QRect
    text: QRect


@dataclass(slots=True)
class _Alike:
    """Rows of one period: their codes change together, and their rings are the same."""

    an_account: Account
    rows: list[_Place] = field(default_factory=list)
    rings: list[QPointF] = field(default_factory=list)  # the upper left corner of each


class _Asked(NamedTuple):
    """What the last second wanted painted."""

    now: float
    region: QRegion
    periods: set[int]  # whose rows have other words


class Seconds:
    """Of one view, in the coordinates of its viewport."""

    def __init__(self, view: AccountView, delegate: AccountDelegate) -> None:
        self._view = view
        self._delegate = delegate
        self._alike: dict[int, _Alike] | None = None  # by period, until rows, their places or heights change
        self._rings = QRegion()
        self._before = 0.0  # when it was looked at last, in Unix time
        self._asked: _Asked | None = None

    def forget(self) -> None:
        """All is painted; rows may be others and elsewhere."""
        self._alike = None

    def changed(self, now: float) -> QRegion:
        """What is to be painted because it is ``now``; a second after the last time, or later if the
        computer slept, was busy, or had its clock set.
        """
        if self._alike is None:
            self._alike = self._find()
        wishes = self._view.accounts.wishes
        before, self._before = self._before, now
        region, periods = self._rings, set()
        for period, alike in self._alike.items():
            if words_change(alike.an_account, before, now, wishes):
                periods.add(period)
                region = region.united(self._seen(place.text for place in alike.rows))
        self._asked = _Asked(now, region, periods)
        return region

    def paint(self, region: QRegion, hovered: int) -> bool:
        """Paint that, if this is the region asked for and nothing else; say whether it was."""
        asked, self._asked = self._asked, None
        if asked is None or self._alike is None or region != asked.region:
            return False
        view, look = self._view, current()
        painter = QPainter(view.viewport())
        selecting, marked = view.selection.active, (view.currentIndex().row(), hovered)
        for period, alike in self._alike.items():
            changing = period in asked.periods
            for place in alike.rows:
                if changing or selecting or place.row in marked:
                    self._paint_row(painter, place, *marked, words=changing)
            left = seconds_left(alike.an_account, asked.now)
            colour = look.urgent if left <= URGENT_SECONDS else look.text
            paint_rings(painter, alike.rings, look.ring, left / period, colour)
        return True

    def _paint_row(self, painter: QPainter, place: _Place, used: int, hovered: int, *, words: bool) -> None:
        account = self._view.accounts.rows[place.row]
        ground = self._delegate.ground(account, used=place.row == used, hovered=place.row == hovered)
        if ground is not None:
            painter.fillRect(place.ring, ground)
            if words:
                painter.fillRect(place.text, ground)
        if words:
            self._delegate.paint_words(painter, place.text, account)

    def _find(self) -> dict[int, _Alike]:
        view, found = self._view, dict[int, _Alike]()
        rows = view.visible_rows()
        if rows:
            first = view.visualRect(view.accounts.index(rows[0]))
            parts = self._delegate.places_in(first)
            for row in rows:
                account = view.accounts.rows[row]
                if ages(account):
                    down = QPoint(0, (row - rows[0]) * first.height())
                    place = _Place(row, parts.ring.translated(down), parts.text.translated(down))
                    alike = found.setdefault(account.otp.period, _Alike(account))
                    alike.rows.append(place)
                    alike.rings.append(QPointF(place.ring.topLeft()))
        self._rings = self._seen(place.ring for alike in found.values() for place in alike.rows)
        return found

    def _seen(self, parts: Iterable[QRect]) -> QRegion:
        """The last row may be cut by the edge, and so is what Qt has painted."""
        region = QRegion()
        for part in parts:
            region += part
        return region & self._view.viewport().rect()
