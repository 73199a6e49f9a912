"""A search field above the apps: typing searches, arrows move, Enter or a click chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from warifu.desktop.accounts.search_field import SearchField
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.icon_painter import paint_icon
from warifu.desktop.importing.apps import App, AppRows
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box, paint_focus
from warifu.desktop.widgets import Muted, ThinScrollBar, announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

_ROW = 42  # logical pixels
_SIDE = 24
_LEAST_ROWS = 4


class AppList(QWidget):
    """``chosen`` carries an App, ``escaped`` that the user wants to leave."""

    chosen = Signal(object)
    escaped = Signal()

    def __init__(self, listed: tuple[App, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AppRows(listed, self)
        self.search = SearchField()
        self.search.setAccessibleName(tr("Search apps"))
        self.search.setPlaceholderText(tr_n(len(listed), "Search {n} app", "Search {n} apps"))
        self.view = _View(self.rows)
        self.nothing = Muted(
            tr("No app of that name. Choose its file all the same: Warifu looks at what is in it.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space_s)
        for widget in (self.search, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self.nothing.hide()
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._find)
        self.search.stepped.connect(self._step)
        self.search.entered.connect(lambda _held: self._choose(self.view.currentIndex()))
        self.search.escaped.connect(self._escape)
        self.view.clicked.connect(self._choose)
        self.view.entered_row.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._say)
        self._find("")

    def _find(self, query: str) -> None:
        self.rows.find(query)
        self.view.setCurrentIndex(self.rows.index(0))
        self.view.scrollToTop()
        self.nothing.setVisible(not self.rows.rowCount())

    def _step(self, rows: int) -> None:
        row = self.view.currentIndex().row() + rows
        self.view.setCurrentIndex(self.rows.index(min(max(row, 0), self.rows.rowCount() - 1)))

    def _choose(self, index: QModelIndex) -> None:
        if (app := self.rows.app(index.row())) is not None:
            self.chosen.emit(app)

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.escaped.emit()

    def _say(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.search.hasFocus() and index.isValid():
            announce(self.search, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))


class _View(QListView):
    """The rows; ``entered_row`` is Enter on one."""

    entered_row = Signal(QModelIndex)

    def __init__(self, rows: AppRows) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(_Delegate(rows, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LEAST_ROWS * _ROW)
        self.setAccessibleName(tr("Apps"))
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """An icon, a name, and the sign that more comes."""

    def __init__(self, rows: AppRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        app = self._rows.app(index.row())  # type: ignore[attr-defined]
        if app is None:
            return
        look = current()
        rect: QRect = option.rect
        box = QRectF(rect).adjusted(0, 1, -6, -1)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            paint_box(painter, box, look.chosen, look.chosen, look.radius_m)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, box, look.hover, look.hover, look.radius_m)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box, look.radius_m)
        place = QRectF(rect.left() + 10, rect.center().y() + 0.5 - _SIDE / 2, _SIDE, _SIDE)
        paint_icon(painter, place, app.icon, app.name, look.dark)
        painter.setFont(font("body"))
        painter.setPen(look.text)
        words = rect.adjusted(_SIDE + 22, 0, -34, 0)
        name = painter.fontMetrics().elidedText(app.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        sign = QRectF(rect.right() - 28, rect.center().y() - 6, 12, 12)
        paint_glyph(painter, sign, Glyph.RIGHT, look.muted)
