"""The choice of an icon: a search field above all brands, a letter and an image of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QVBoxLayout

from warifu.core.account import Icon
from warifu.desktop.accounts.search_field import SearchField
from warifu.desktop.editor.icon_rows import Choice, IconRows, Kind
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.icon_painter import paint_icon
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box
from warifu.desktop.widgets.containers import ThinScrollBar
from warifu.desktop.widgets.labels import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from warifu.icons.catalogue import Catalogue

_SIZE = QSize(300, 396)  # logical pixels
_ROW = 36
_SIDE = 22
_GAP = 4  # between field and choice


class IconPopup(QFrame):
    """Typing searches, arrows move, Enter or a click chooses, Esc closes."""

    icon_chosen = Signal(object)
    image_wanted = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("Choose an icon"))
        self.rows = IconRows(catalogue, self)
        self.search = SearchField()
        self.search.setAccessibleName(tr("Search icons"))
        self.search.setPlaceholderText(tr_n(len(catalogue), "Search {n} icon", "Search {n} icons"))
        self.list = _List(self.rows)
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.stepped.connect(self._step)
        self.search.entered.connect(lambda _held: self._choose(self.list.currentIndex()))
        self.search.escaped.connect(self.close)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._say)

    def _lay_out(self) -> None:
        look = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space_s, look.space_s, look.border, look.space_s)
        column.setSpacing(look.space_s)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, look.space_s - look.border, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)

    def open_for(self, field: QWidget, icon: Icon, title: str) -> None:
        """Show the choice at ``field`` for an account with this icon and title."""
        self.search.clear()
        self.rows.show_account(icon, title)
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.scrollToTop()
        self.setGeometry(_place(field))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, query: str) -> None:
        self.rows.find(query)
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.scrollToTop()

    def _step(self, rows: int) -> None:
        row = self.list.currentIndex().row() + rows
        self.list.setCurrentIndex(self.rows.index(min(max(row, 0), self.rows.rowCount() - 1)))

    def _choose(self, index: QModelIndex) -> None:
        choice = self.rows.choice(index.row())
        if choice is None:
            return
        self.close()
        if choice.kind is Kind.IMAGE:
            self.image_wanted.emit()
        else:
            self.icon_chosen.emit(Icon(brand=choice.slug))

    def _say(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self.isVisible() and index.isValid():
            announce(self.search, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.window)
        paint_box(painter, QRectF(self.rect()), look.window, look.line, 0)


class _List(QListView):
    """The rows; only those on the screen are ever looked up or painted."""

    def __init__(self, rows: IconRows) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(_Delegate(rows, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the search field
        self.setAccessibleName(tr("Icons"))
        self.viewport().setAutoFillBackground(False)


class _Delegate(QStyledItemDelegate):
    """An icon and its name in a line."""

    def __init__(self, rows: IconRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        choice = self._rows.choice(index.row())  # type: ignore[attr-defined]
        if choice is None:
            return
        look = current()
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            edge = look.primary if chosen else look.hover
            paint_box(painter, QRectF(rect).adjusted(0, 1, -6, -1), look.hover, edge, look.radius_m)
        place = QRectF(rect.left() + 10, rect.center().y() + 0.5 - _SIDE / 2, _SIDE, _SIDE)
        if choice.kind is Kind.IMAGE and not self._rows.image:
            paint_glyph(painter, place.adjusted(2, 2, -2, -2), Glyph.PLUS, look.text)
        else:
            image = self._rows.image if choice.kind is Kind.IMAGE else b""
            paint_icon(painter, place, Icon(choice.slug, image), self._rows.title, look.dark)
        self._paint_texts(painter, rect.adjusted(_SIDE + 22, 0, -16, 0), choice)

    def _paint_texts(self, painter: QPainter, box: QRect, choice: Choice) -> None:
        look = current()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if choice.remark:
            painter.setFont(font("small"))
            painter.setPen(look.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, choice.remark)
            box = box.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(choice.remark) - 8, 0)
        painter.setFont(font("body"))
        painter.setPen(look.text)
        name = painter.fontMetrics().elidedText(choice.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, left, name)


def _place(field: QWidget) -> QRect:
    """Under the field, its right edges in line; above it where the screen ends."""
    corner = field.mapToGlobal(QPoint(field.width(), field.height() + _GAP))
    screen = QGuiApplication.screenAt(corner) or field.screen()
    area = screen.availableGeometry()
    size = _SIZE.boundedTo(area.size())
    place = QRect(QPoint(corner.x() - size.width(), corner.y()), size)
    if place.bottom() > area.bottom():
        place.moveBottom(max(corner.y() - field.height() - 2 * _GAP, area.top() + size.height()))
    place.moveLeft(min(max(place.left(), area.left()), area.right() - size.width()))
    return place
