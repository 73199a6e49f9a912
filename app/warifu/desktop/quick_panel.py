"""The small window at the tray icon: pinned and recent accounts first, one press copies and closes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from warifu.desktop.accounts.actions import Actions
from warifu.desktop.accounts.clock_line import ClockLine
from warifu.desktop.accounts.empty_page import NothingFound
from warifu.desktop.accounts.face import Wishes
from warifu.desktop.accounts.filter import Arranger, Filter, Sort
from warifu.desktop.accounts.search_field import SearchField
from warifu.desktop.accounts.view import AccountView
from warifu.desktop.i18n import tr
from warifu.desktop.strategies.placing import place_at
from warifu.desktop.theme import current
from warifu.desktop.theme.shapes import paint_box
from warifu.desktop.widgets.buttons import LinkButton, PrimaryButton
from warifu.desktop.widgets.containers import Line, Mark
from warifu.desktop.widgets.labels import Muted
from warifu.services.look import SessionState
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from warifu.desktop.compose import Context

_WIDTH = 340  # logical pixels
_ROWS = 5  # at most, before the list scrolls
_FOOTER = 42
_SETTLING = 0.2  # seconds after opening in which a tray may still have the focus
_SAME_CLICK = 0.3  # seconds between a panel closed by a press on the icon and the click that follows


class QuickPanel(QWidget):
    """Made once, shown and hidden. While it is hidden it holds no account and runs no timer."""

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Warifu: codes"))
        self._context = context
        self._actions = Actions(context)
        self._arranger: Arranger | None = None
        self._subscriptions: list[Callable[[], None]] = []
        self._opened_at = self._closed_at = 0.0
        self._build()
        self._connect()

    def toggle(self, icon: QRect) -> None:
        """Open at ``icon``, or close if the same press on the icon has found it open."""
        if self.isVisible():
            self.hide()
        elif time.monotonic() - self._closed_at > _SAME_CLICK:
            self.open_at(icon)

    def open_at(self, icon: QRect) -> None:
        """Show the accounts of this moment beside ``icon``, given in the coordinates of the desktop."""
        self._subscribe()
        self.search.clear()
        self._follow_session()
        self.clock.look()
        screen = QGuiApplication.screenAt(icon.center()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        self.resize(self._wanted_size(area))
        self.move(place_at(icon, self.size(), area))
        self._opened_at = time.monotonic()
        self.show()
        self.raise_()
        self.activateWindow()
        self._opened_at = time.monotonic()  # once more: to be made takes its time, once

    # -- building

    def _build(self) -> None:
        look = current()
        self.search = SearchField()
        self.view = AccountView(self._context.clock, self._context.ticker, self)
        self.view.setDragEnabled(False)
        self.nothing = NothingFound(self)
        self._closed = _ClosedPage()
        self.unlock_button = self._closed.button
        self._open = LinkButton(tr("Open Warifu"), quiet=True)
        self._lock = LinkButton(tr("Lock"), quiet=True)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space_s)
        field = QHBoxLayout()
        field.setContentsMargins(look.space_m, look.space_m, look.space_m, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        self._found = QStackedLayout()
        self._found.addWidget(self.view)
        self._found.addWidget(self.nothing)
        self._found.setContentsMargins(0, 0, 0, look.space_xs)
        column.addLayout(self._found, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(listed)
        self._pages.addWidget(self._closed)
        footer = QHBoxLayout()
        footer.setContentsMargins(look.space_m, 0, look.space_m, 0)
        footer.addWidget(self._open)
        footer.addStretch(1)
        footer.addWidget(self._lock)
        bar = QWidget()
        bar.setFixedHeight(_FOOTER)
        bar.setLayout(footer)
        self.clock = ClockLine(self._context)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.border, look.border, look.border, look.border)
        whole.setSpacing(0)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self.clock)
        whole.addWidget(Line())
        whole.addWidget(bar)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._list(to_top=True))
        self.search.stepped.connect(self.view.step)
        self.search.entered.connect(self._copy_current)
        self.search.escaped.connect(self.hide)
        self.view.copy_wished.connect(self._copy)
        self.view.open_wished.connect(self._copy)
        self.view.copy_next_wished.connect(lambda chosen: self._copy(chosen, following=True))
        self.view.typed.connect(self.search.type_in)
        self._open.clicked.connect(self._open_window)
        self.unlock_button.clicked.connect(self._open_window)
        self._lock.clicked.connect(self._context.session.lock)

    def _subscribe(self) -> None:
        self._unsubscribe()
        session = self._context.session
        self._subscriptions.append(session.subscribe(lambda _state: self._follow_session()))
        if session.store is not None:
            self._subscriptions.append(session.store.subscribe(lambda _change: self._list()))

    def _unsubscribe(self) -> None:
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._subscriptions.clear()

    # -- what is shown

    def _follow_session(self) -> None:
        state = self._context.session.state
        unlocked = state is SessionState.UNLOCKED
        self._lock.setVisible(unlocked)
        self._pages.setCurrentIndex(0 if unlocked else 1)
        if unlocked:
            self._arranger = Arranger()
            self._list(to_top=True)
            self.search.setFocus()
        else:
            self._forget()
            self._closed.tell(state)
            self.unlock_button.setFocus()

    def _list(self, *, to_top: bool = False) -> None:
        store = self._context.session.store
        if store is None or self._arranger is None:
            return
        accounts, get = store.accounts(), self._context.settings.get
        self._arranger.update(accounts)
        self.search.count_accounts(len(accounts))
        self.view.take_wishes(
            Wishes(hide=get(schema.HIDE_CODES), show_next_seconds=get(schema.SHOW_NEXT_SECONDS))
        )
        rows = self._arranger.arrange(Filter(self.search.text()), Sort.RECENT)
        self.view.show_rows(rows)
        self.nothing.name(self.search.text())
        self._found.setCurrentWidget(self.view if rows else self.nothing)
        if to_top and rows:
            self.view.use_row(0)
            self.view.scrollToTop()

    def _forget(self) -> None:
        self.search.clear()
        self.view.show_rows([])
        self._arranger = None

    def _wanted_size(self, area: QRect) -> QSize:
        look = current()
        rows = min(max(self.view.accounts.rowCount(), 2), _ROWS)
        above = look.space_m + look.field_height + look.space_s
        height = above + rows * look.row_normal + look.space_xs + _FOOTER + 3 * look.border
        height += 0 if self.clock.isHidden() else self.clock.height()
        return QSize(min(_WIDTH, area.width()), min(height, area.height() - 16))

    # -- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A press elsewhere closes the panel; a tray that wants the focus back for a moment does not."""
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            if time.monotonic() - self._opened_at < _SETTLING:
                QTimer.singleShot(0, self, self.activateWindow)
            else:
                self.hide()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._closed_at = time.monotonic()
        self._unsubscribe()
        self._forget()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        paint_box(QPainter(self), QRectF(self.rect()), look.window, look.line, look.radius_l)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off, for screens on which nothing is translucent."""
        shape = QPainterPath()
        radius = current().radius_l
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))
        super().resizeEvent(event)

    def _copy_current(self, following: bool) -> None:
        account = self.view.current_account
        if account is not None:
            self._copy(account.id, following=following)

    def _copy(self, account_id: str, *, following: bool = False) -> None:
        copy = self._actions.copy_next if following else self._actions.copy
        copied = copy(account_id)
        self.hide()
        if copied is None:
            self._context.nav.raise_window()  # which says why

    def _open_window(self) -> None:
        self.hide()
        self._context.nav.raise_window()


class _ClosedPage(QWidget):
    """What the panel says while there are no accounts to show."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self._label = Muted()
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = PrimaryButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space_xl, look.space_xl, look.space_xl, look.space_l)
        column.setSpacing(look.space_m)
        column.addStretch(1)
        column.addWidget(Mark(44), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._label)
        column.addWidget(self.button)
        column.addStretch(1)

    def tell(self, state: SessionState) -> None:
        """Say why there is nothing, and what can be done."""
        if state is SessionState.LOCKED:
            self._label.setText(tr("Warifu is locked."))
            self.button.setText(tr("Unlock"))
        elif state is SessionState.NO_VAULT:
            self._label.setText(tr("There is no vault yet."))
            self.button.setText(tr("Open Warifu"))
        else:
            self._label.setText(tr("The vault cannot be opened."))
            self.button.setText(tr("Open Warifu"))
