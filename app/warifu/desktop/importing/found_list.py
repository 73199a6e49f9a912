"""The list of a preview: boxes to tick, icons, names, and what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate

from warifu.desktop.i18n import tr
from warifu.desktop.importing.found_rows import FoundRows, Row
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box, paint_focus
from warifu.desktop.widgets import ThinScrollBar, paint_tile

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from warifu.core.account import Account, Icon

_BOX = 18  # logical pixels of a box to tick
_TILE = 32
_EDGE = 10
_END = 14
_LEAST = 170
_LINE, _HEADING = 19, 38
_SPACES = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class FoundList(QListView):
    """Space or a click ticks a row, or a group on its heading. ``icon_of`` is asked for what is seen."""

    def __init__(
        self, rows: FoundRows, icon_of: Callable[[Account], Icon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(_Delegate(rows, icon_of, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # reasons wrap
        self.setMinimumHeight(_LEAST)
        self.setAccessibleName(tr("What is in the file"))
        self.viewport().setAutoFillBackground(False)


class _Words(NamedTuple):
    """One text of a row; ``height`` in logical pixels."""

    role: str
    text: str
    colour: QColor
    height: int
    wrapped: bool = False


class _Delegate(QStyledItemDelegate):
    """Paints rows, and ticks them."""

    def __init__(self, rows: FoundRows, icon_of: Callable[[Account], Icon], view: QListView) -> None:
        super().__init__(view)
        self._rows = rows
        self._icon_of = icon_of
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        row = self._row(index)
        if row is None:
            return QSize(0, 0)
        if row.is_heading:
            return QSize(0, _HEADING)
        words = _words(row, self._view.viewport().width() - _left_of(row) - _END)
        return QSize(0, max(_TILE + 14, 14 + sum(each.height for each in words)))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: object
    ) -> bool:
        """Tick by mouse and keyboard."""
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        typed = isinstance(event, QKeyEvent) and event.key() in _SPACES
        if clicked or (typed and event.type() == QEvent.Type.KeyPress):
            self._rows.toggle(_number(index))
            return True
        return typed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        row = self._row(index)
        if row is None:
            return
        look = current()
        rect: QRect = option.rect
        box = QRectF(rect).adjusted(0, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, box, look.hover, look.hover, look.radius_m)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, look.radius_m)
        middle = rect.center().y() + 0.5
        if (tick := self._rows.tick(_number(index))) is not None:
            paint_tick(painter, QRectF(rect.left() + _EDGE, middle - _BOX / 2, _BOX, _BOX), tick)
        place = QRectF(rect.left() + _BOX + 2 * _EDGE, middle - _TILE / 2, _TILE, _TILE)
        if row.account is not None:
            paint_tile(painter, place, self._icon_of(row.account), row.title)
        elif not row.is_heading:
            paint_glyph(painter, place.adjusted(8, 8, -8, -8), Glyph.WARNING, look.urgent)
        left = rect.left() + _left_of(row)
        _paint_words(painter, QRect(left, rect.top(), rect.right() - _END - left, rect.height()), row)

    def _row(self, index: object) -> Row | None:
        return self._rows.row(_number(index))


def _number(index: object) -> int:
    found: QModelIndex = index  # type: ignore[assignment]
    return found.row()


def _left_of(row: Row) -> int:
    """Where the words of a row begin."""
    return _BOX + 2 * _EDGE + (0 if row.is_heading else _TILE + _EDGE)


def _words(row: Row, width: int) -> list[_Words]:
    look = current()
    lines = [_Words("title" if row.is_heading else "body", row.title, look.text, _LINE)]
    if row.below:
        wraps = row.account is None
        lines.append(_Words("small", row.below, look.muted, _height(row.below, width, wraps), wraps))
    if row.remark:
        lines.append(_Words("small", row.remark, look.primary, _height(row.remark, width, True), True))
    return lines


def _height(text: str, width: int, wraps: bool) -> int:
    if not wraps:
        return _LINE
    metrics = QFontMetrics(font("small"))
    return max(_LINE, metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAPPED, text).height() + 3)


def _paint_words(painter: QPainter, box: QRect, row: Row) -> None:
    words = _words(row, box.width())
    top = box.top() + (box.height() - sum(each.height for each in words)) // 2
    for each in words:
        painter.setFont(font(each.role))
        painter.setPen(each.colour)
        place = QRect(box.left(), top, box.width(), each.height)
        if each.wrapped:
            painter.drawText(place.adjusted(0, 2, 0, 0), _WRAPPED, each.text)
        else:
            elide = Qt.TextElideMode.ElideRight
            painter.drawText(place, _LEFT, painter.fontMetrics().elidedText(each.text, elide, box.width()))
        top += each.height


def paint_tick(painter: QPainter, box: QRectF, tick: Qt.CheckState) -> None:
    """A box to tick."""
    look = current()
    empty = tick is Qt.CheckState.Unchecked
    ground = look.surface if empty else look.primary
    paint_box(painter, box, ground, look.muted if empty else look.primary, 5)
    inside = box.adjusted(3, 3, -3, -3)
    if tick is Qt.CheckState.Checked:
        paint_glyph(painter, inside, Glyph.CHECK, look.on_primary, 2.2)
    elif tick is Qt.CheckState.PartiallyChecked:
        painter.fillRect(QRectF(inside.left(), box.center().y() - 1, inside.width(), 2), look.on_primary)
