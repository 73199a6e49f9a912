"""The list on the screen: keys, clicks, and one repaint a second of what is visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from warifu.core.clock import Deadline
from warifu.desktop.accounts.delegate import AccountDelegate
from warifu.desktop.accounts.face import Wishes, subtitle_of, title_of
from warifu.desktop.accounts.model import AccountModel
from warifu.desktop.accounts.seconds import Seconds
from warifu.desktop.accounts.selection import Selection
from warifu.desktop.i18n import tr
from warifu.desktop.widgets.containers import ThinScrollBar
from warifu.desktop.widgets.held import is_held

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent

    from warifu.core.account import Account
    from warifu.core.clock import Clock
    from warifu.desktop.ticker import Ticker

REVEALED_FOR = 30.0  # seconds that a clicked code stays readable when codes are hidden
DIGITS = 9  # rows that a digit key reaches


class AccountView(QListView):
    """The accounts. ``copy_wished(id)`` comes from a click or Enter, ``copy_next_wished`` from Alt+Enter,
    ``open_wished`` from a click on the icon or the right arrow, ``menu_wished(id, place)`` from the right
    button or the menu key, and ``typed(text)`` from keys that belong into the search field. While accounts
    are being selected, click and Enter do that.
    """

    copy_wished = Signal(str)
    copy_next_wished = Signal(str)
    open_wished = Signal(str)
    menu_wished = Signal(str, QPoint)
    typed = Signal(str)

    def __init__(self, clock: Clock, ticker: Ticker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.selection = Selection(self)
        self.accounts = AccountModel(clock, self.selection, self)
        self._delegate = AccountDelegate(self.accounts, clock, self)
        self._seconds = Seconds(self, self._delegate)
        self._revealed_until: Deadline | None = None
        self._pressed_tile = False
        self._pressed_with = (-1, Qt.KeyboardModifier.NoModifier)  # the row in use before, and keys held
        self._hovered = -1
        self._dragging = False
        self.setModel(self.accounts)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Accounts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._clicked)
        ticker.watch(self, self._tick)

    @property
    def current_account(self) -> Account | None:
        """The account of the row in use."""
        return self.accounts.account(self.currentIndex().row())

    def show_rows(self, rows: list[Account]) -> None:
        """List these accounts; the row in use stays so where it is still there, else the nearest one is."""
        account = self.current_account
        row = self.currentIndex().row()
        self.accounts.show_rows(rows)
        if account is None or (kept := self.accounts.row_of(account.id)) < 0:
            kept = min(max(row, 0), len(rows) - 1)
        self.use_row(kept)

    def use_row(self, row: int) -> None:
        """Make a row the one in use and bring it into sight."""
        if 0 <= row < self.accounts.rowCount():
            self.setCurrentIndex(self.accounts.index(row))

    def take_wishes(self, wishes: Wishes) -> None:
        """Paint as the user wants rows to be."""
        lower = wishes.compact != self.accounts.wishes.compact
        self.accounts.wishes = wishes
        self.accounts.revealed = ""
        if lower:
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Move down by so many rows; negative is up."""
        last = self.accounts.rowCount() - 1
        self.mark_keyboard(True)
        self.use_row(min(max(self.currentIndex().row() + rows, 0), last))

    def reveal(self, account_id: str) -> None:
        """Show the code of an account for a while although codes are hidden."""
        self.accounts.revealed = account_id
        self._revealed_until = Deadline.after(REVEALED_FOR, self._clock)
        self.viewport().update()

    def conceal(self) -> None:
        """Hide again what was revealed."""
        self._revealed_until = None
        if self.accounts.revealed:
            self.accounts.revealed = ""
            self.viewport().update()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the row that is held, until the mouse lets go of it."""
        self._dragging = True
        super().startDrag(actions)
        self._dragging = False

    def cancel_drag(self) -> None:
        """Let go of a row that is being dragged: its picture shows a code."""
        if self._dragging:
            QDrag.cancel()

    def visible_rows(self) -> range:
        """The rows of which anything is on the screen."""
        first = self.indexAt(QPoint(1, 0)).row()
        if first < 0:
            return range(0)
        last = self.indexAt(QPoint(1, self.viewport().height() - 1)).row()
        return range(first, (last if last >= 0 else self.accounts.rowCount() - 1) + 1)

    def nth_on_screen(self, digit: int) -> Account | None:
        """The account that Ctrl and this digit (from 1) copies, counted from the top of the screen."""
        rows = self.visible_rows()
        if rows and self.visualRect(self.accounts.index(rows[0])).top() < -_HALF_SEEN:
            rows = rows[1:]
        return self.accounts.account(rows[digit - 1]) if digit <= len(rows) else None

    def show_numbers(self, shown: bool) -> None:
        """Write on the icons which digit copies which row, or no longer."""
        numbers: dict[int, int] = {}
        if shown:
            for digit in range(1, DIGITS + 1):
                if (account := self.nth_on_screen(digit)) is not None:
                    numbers[self.accounts.row_of(account.id)] = digit
        if numbers != self._delegate.numbers:
            self._delegate.numbers = numbers
            self.viewport().update()

    def mark_keyboard(self, used: bool) -> None:
        """Mark the row in use strongly for somebody who steers by keyboard."""
        if used != self._delegate.keyboard:
            self._delegate.keyboard = used
            self.viewport().update(self.visualRect(self.currentIndex()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seconds.paint(event.region(), self._hovered):
            return
        self._seconds.forget()
        self._delegate.needed = QRegion(event.region())
        self._delegate.bar = self.width() - self.viewport().width()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter copies, the right arrow opens, letters go to the search field. Enter counts once however long
        it is held down, as after the password: each copy may use up a code.
        """
        account = self.current_account
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.selection.key(account, key, held):
            self.mark_keyboard(True)
        elif key in _MOVES and held & Qt.KeyboardModifier.ShiftModifier:
            self._extend(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and account is not None:
            if not is_held(event):
                wished = (
                    self.copy_next_wished if held == Qt.KeyboardModifier.AltModifier else self.copy_wished
                )
                wished.emit(account.id)
        elif key == Qt.Key.Key_Right and not held and account is not None:
            self.open_wished.emit(account.id)
        elif held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier) and _is_text(event):
            self.typed.emit(event.text())
        else:
            if key in _MOVES:
                self.mark_keyboard(True)
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        tile = self._delegate.places_in(self.visualRect(index)).tile if index.isValid() else QRect()
        self._pressed_tile = tile.contains(event.position().toPoint())
        self._pressed_with = (self.currentIndex().row(), event.modifiers())
        self.mark_keyboard(False)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the row in use."""
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        account = self.accounts.account(index.row())
        if account is not None:
            self.setCurrentIndex(index)
            place = (
                self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            )
            self.menu_wished.emit(account.id, place)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.mark_keyboard(True)
        super().focusInEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tool tip what was cut short, and follow the mouse without asking the system for it."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())  # type: ignore[attr-defined]
            return True
        if kind in _HOVERS:
            self._hovered = self.indexAt(event.position().toPoint()).row()  # type: ignore[attr-defined]
        elif kind == QEvent.Type.HoverLeave:
            self._hovered = -1
        return super().viewportEvent(event)

    def _show_tip(self, place: QPoint, at: QPoint) -> None:
        from html import escape

        from PySide6.QtWidgets import QToolTip

        account = self.accounts.account(self.indexAt(place).row())
        lines = (title_of(account), subtitle_of(account)) if account is not None else ()
        QToolTip.showText(at, "<br>".join(escape(line) for line in lines if line), self)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep the row in use marked, also under Ctrl: what Qt selects is that row and nothing else."""
        flag = QItemSelectionModel.SelectionFlag
        return flag.ClearAndSelect if index.isValid() else flag.NoUpdate

    def _extend(self, event: QKeyEvent) -> None:
        start = self.currentIndex().row()
        self.mark_keyboard(True)
        super().keyPressEvent(QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier))
        self.selection.extend(self.accounts.rows, start, self.currentIndex().row())

    def _clicked(self, index: QModelIndex) -> None:
        account = self.accounts.account(index.row())
        start, held = self._pressed_with
        if account is not None and not self.selection.click(self.accounts.rows, start, index.row(), held):
            (self.open_wished if self._pressed_tile else self.copy_wished).emit(account.id)

    def _tick(self, now: float) -> None:
        if self._revealed_until is not None and not self._revealed_until.left(self._clock):
            self.conceal()
        self.viewport().update(self._seconds.changed(now))


_HALF_SEEN = 20  # logical pixels of a row above the edge with which it counts as gone
_HOVERS = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove)
_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


def _is_text(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not event.text().isspace()
