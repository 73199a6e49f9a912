"""Paints a row: icon, title, account, code, seconds left. Only the parts that need it are painted again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from warifu.desktop.accounts.face import ages, face, seconds_left, subtitle_of, title_of
from warifu.desktop.accounts.model import ACCOUNT_ROLE
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font, watcher
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box, paint_focus, paint_ring
from warifu.desktop.widgets.codes import URGENT_SECONDS, paint_tile

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from warifu.core.account import Account
    from warifu.core.clock import Clock
    from warifu.desktop.accounts.model import AccountModel

    Index = QModelIndex | QPersistentModelIndex

_EDGE = 4  # logical pixels that the edge of a card and the mark of the keyboard take
_SIDE = 8  # logical pixels between a row's card and the edge of the list
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _LINE, Qt.AlignmentFlag.AlignRight | _LINE
_CENTRE = Qt.AlignmentFlag.AlignHCenter | _LINE


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row are, in the coordinates of its rectangle."""

    card: QRect
    tile: QRect
    words: QRect  # from the tile to the ring
    ring: QRect

    @property
    def text(self) -> QRect:
        """What of the words' part may be written on: the edge of the card is not in it."""
        return self.words.adjusted(0, _EDGE, 0, -_EDGE)


def places(row: QRect, *, compact: bool) -> Places:
    """The parts of a row that fills ``row``."""
    look = current()
    card = row.adjusted(_SIDE, 0, -_SIDE, 0)
    middle = row.center().y() + 1
    side = look.tile_compact if compact else look.tile_normal
    tile = QRect(row.left() + look.page_margin, middle - side // 2, side, side)
    ring = QRect(
        row.right() + 1 - look.page_margin - look.ring, middle - look.ring // 2, look.ring, look.ring
    )
    gap = look.space_m
    words = QRect(tile.right() + 1 + gap, row.top(), ring.left() - tile.right() - 1 - 2 * gap, row.height())
    return Places(card, tile, words, ring)


class AccountDelegate(QStyledItemDelegate):
    """``needed`` is the region that the paint event under way asks for; parts outside it are left alone."""

    def __init__(self, model: AccountModel, clock: Clock, parent: Any = None) -> None:
        super().__init__(parent)
        self._model = model
        self._clock = clock
        self.needed = QRegion()
        self.keyboard = False  # whether the row in use is marked for somebody who steers by keyboard
        self.numbers: dict[int, int] = {}  # row to the digit that copies it
        self.bar = 0  # logical pixels that a scroll bar takes from the right margin
        self._take_fonts()
        watcher().theme_changed.connect(self._take_fonts)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current()
        return QSize(200, look.row_compact if self._model.wishes.compact else look.row_normal)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        account: Account | None = index.data(ACCOUNT_ROLE)
        if account is None:
            return
        row: QRect = option.rect
        where = self.places_in(row)
        now = self._clock.now()
        painter.save()
        self._paint_card(painter, option, where.card, account)
        if self.needed.intersects(where.tile):
            self._paint_tile(painter, where.tile, account, index.row())
        if self.needed.intersects(where.text):
            self.paint_words(painter, where.text, account)
        if ages(account) and self.needed.intersects(where.ring):
            left = seconds_left(account, now)
            colour = current().urgent if left <= URGENT_SECONDS else current().text
            paint_ring(painter, QRectF(where.ring), left / account.otp.period, colour)
        painter.restore()

    def places_in(self, row: QRect) -> Places:
        """The parts of a row that fills ``row``, which ends where the scroll bar begins."""
        return places(row.adjusted(0, 0, self.bar, 0), compact=self._model.wishes.compact)

    def ground(self, account: Account, *, used: bool, hovered: bool) -> QColor | None:
        """What a row stands on where that is not the window's own colour."""
        look = current()
        if account.id in self._model.selection:
            return look.chosen
        return look.surface if used else look.hover if hovered else None

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, account: Account
    ) -> None:
        look = current()
        state: QStyle.StateFlag = option.state
        used = bool(state & QStyle.StateFlag.State_Selected)
        ground = self.ground(account, used=used, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        if ground is not None:
            paint_box(painter, QRectF(card), ground, look.line if used else ground, look.radius_l)
        if used and self.keyboard:
            paint_focus(painter, QRectF(card), look.radius_l)

    def _paint_tile(self, painter: QPainter, tile: QRect, account: Account, row: int) -> None:
        look = current()
        selection = self._model.selection
        if account.id in selection:
            paint_box(painter, QRectF(tile), look.primary, look.primary, tile.width() * 0.22)
            inset = tile.width() * 0.28
            sign = QRectF(tile).adjusted(inset, inset, -inset, -inset)
            paint_glyph(painter, sign, Glyph.CHECK, look.on_primary, 2.0)
        else:
            paint_tile(painter, QRectF(tile), account.icon, title_of(account))
        badge = QRectF(tile.right() - 13, tile.bottom() - 13, 18, 18)
        if row in self.numbers:
            paint_box(painter, badge, look.primary, look.primary, 9)
            self._write(
                painter, badge.toRect(), str(self.numbers[row]), self._small, look.on_primary, _CENTRE
            )
        elif selection.active and account.id not in selection:
            paint_box(painter, badge, look.surface, look.muted, 9)

    def paint_words(self, painter: QPainter, words: QRect, account: Account) -> None:
        """Title, account and code of this moment, in the part of the row that is for text."""
        look, wishes = current(), self._model.wishes
        revealed = account.id == self._model.revealed
        shown = face(account, self._clock.now(), wishes, revealed=revealed)
        compact = wishes.compact
        metrics = self._code_metrics(compact)
        code_width = metrics.horizontalAdvance(shown.text) + 2
        urgent = shown.seconds_left is not None and shown.seconds_left <= URGENT_SECONDS
        colour = look.muted if not shown.value else look.urgent if urgent else look.text
        code = QRect(words.right() + 1 - code_width, words.top(), code_width, words.height())
        names = words.adjusted(0, 0, -code_width - look.space_m, 0)
        code_font = self._code_compact if compact else self._code
        if shown.next_text:
            lift = 7 if compact else 10
            self._write(painter, code.translated(0, -lift), shown.text, code_font, colour, _RIGHT)
            text = tr("next {code}", code=shown.next_text)
            under = QRect(words.left(), words.center().y() + (5 if compact else 7), words.width(), 18)
            self._write(painter, under, text, self._small, look.muted, _RIGHT)
            widest = max(code_width, self._small_metrics.horizontalAdvance(text))
            names = words.adjusted(0, 0, -widest - look.space_m, 0)
        else:
            self._write(painter, code, shown.text, code_font, colour, _RIGHT)
        self._paint_names(painter, names, account)

    def _paint_names(self, painter: QPainter, box: QRect, account: Account) -> None:
        look = current()
        title, subtitle = title_of(account), subtitle_of(account)
        lift = (8 if self._model.wishes.compact else 10) if subtitle else 0
        line = box.translated(0, -lift)
        if account.pinned:
            line = line.adjusted(0, 0, -16, 0)
        shown = self._title_metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        self._write(painter, line, shown, self._title, look.text, _LEFT)
        if account.pinned:
            x = line.left() + self._title_metrics.horizontalAdvance(shown) + 5
            paint_glyph(painter, QRectF(x, line.center().y() - 5, 11, 11), Glyph.STAR, look.muted)
        if subtitle:
            under = box.translated(0, lift)
            text = self._small_metrics.elidedText(subtitle, Qt.TextElideMode.ElideRight, under.width())
            self._write(painter, under, text, self._small, look.muted, _LEFT)

    @staticmethod
    def _write(
        painter: QPainter, box: QRect, text: str, used: QFont, colour: QColor, side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(used)
        painter.setPen(colour)
        painter.drawText(box, side, text)

    def _code_metrics(self, compact: bool) -> QFontMetrics:
        return self._code_compact_metrics if compact else self._code_wide_metrics

    def _take_fonts(self) -> None:
        self._title, self._small = font("title"), font("small")
        self._code, self._code_compact = font("code"), font("code_compact")
        self._title_metrics, self._small_metrics = QFontMetrics(self._title), QFontMetrics(self._small)
        self._code_wide_metrics = QFontMetrics(self._code)
        self._code_compact_metrics = QFontMetrics(self._code_compact)
