"""The page of the unlocked vault: search, chips, the accounts, and the line below them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from warifu.desktop.accounts.actions import Actions
from warifu.desktop.accounts.clock_line import ClockLine
from warifu.desktop.accounts.empty_page import EmptyPage, NothingFound
from warifu.desktop.accounts.face import wishes_of
from warifu.desktop.accounts.filter import Arranger, Filter, Sort, tags_of
from warifu.desktop.accounts.footer import HEIGHT, Footer
from warifu.desktop.accounts.menus import account_menu, window_menu
from warifu.desktop.accounts.search_field import SearchField
from warifu.desktop.accounts.selecting import Selecting
from warifu.desktop.accounts.tag_chips import TagChips
from warifu.desktop.accounts.unfocused import on_turn
from warifu.desktop.accounts.view import DIGITS, AccountView
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.remark import BackupWatch
from warifu.desktop.i18n import tr
from warifu.desktop.scanning.scanner import Scanner
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.unlock.reminder_line import ReminderLine
from warifu.desktop.widgets.buttons import IconButton
from warifu.services.changes import Change, ChangeKind
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.services.copying import Copied
    from warifu.settings.schema import Setting

_REPEATED = ("Ctrl+Z", "Alt+Up", "Alt+Down")  # while they are held down; a copy may use up a code
_SHOWN = (schema.SORT, schema.ROWS, schema.HIDE_CODES, schema.HIDE_UNFOCUSED, schema.SHOW_NEXT_SECONDS)


class ListPage(QWidget):
    """Lives from unlocking to locking. ``footer_height`` keeps toasts above the lowest lines."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._actions = Actions(context)
        self._scanner = Scanner(context)
        self._arranger = Arranger()
        self._watch = BackupWatch(context, self._show_status)
        self._subscriptions: list[Callable[[], None]] = []
        self._build()
        self._connect()
        self._bind_keys()
        self._take_wishes()
        self._refresh()
        if self.view.accounts.rowCount():
            self.view.use_row(0)

    def shown(self) -> None:
        """The page has come to the top: put the uses of meanwhile in order and take the keyboard."""
        self._watch.look()
        self._refresh()
        (self.view if self.view.accounts.rowCount() else self.empty.add_button).setFocus()
        self.reminder.look()
        self.clock.look()

    def hidden(self) -> None:
        """The page is covered, or about to go: keys that are let go of meanwhile are not heard."""
        self.view.conceal()
        self.view.show_numbers(False)

    def closed(self) -> None:
        """Stop listening; the vault is being locked."""
        self.view.cancel_drag()
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._subscriptions.clear()

    @property
    def footer_height(self) -> int:
        """Logical pixels of what stands below the list."""
        bars = (self.selecting.bar, self.clock, self.reminder)
        return HEIGHT + sum(bar.sizeHint().height() for bar in bars if not bar.isHidden())

    # -- building

    def _build(self) -> None:
        look = current()
        self.search = SearchField()
        self.add_button = IconButton(Glyph.PLUS, tr("Add account"), primary=True)
        self.menu_button = IconButton(Glyph.MORE, tr("Menu"))
        self.chips = TagChips()
        self.view = AccountView(self._context.clock, self._context.ticker, self)
        self.selecting = Selecting(self.view, self._actions, self)
        self.empty = EmptyPage(self._context, self)
        self.nothing = NothingFound(self)
        self.footer = Footer(self._context)
        self.reminder = ReminderLine(self._context)
        self.clock = ClockLine(self._context, self._lines_changed)
        top = QHBoxLayout()
        margin = look.page_margin - 3
        top.setContentsMargins(margin, look.space_m, margin, look.space_s)
        top.setSpacing(look.space_s)
        for widget in (self.search, self.add_button, self.menu_button):
            top.addWidget(widget)
        self._middle = QStackedLayout()
        for page in (self.view, self.nothing, self.empty):
            self._middle.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.chips)
        whole.addSpacing(look.space_s)
        whole.addLayout(self._middle, 1)
        for below in (self.selecting.bar, self.clock, self.reminder, self.footer):
            whole.addWidget(below)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does, through chips that were made last."""
        chain = [self.search, self.add_button, self.menu_button, *self.chips.chips, self.view]
        chain += [*self.selecting.bar.buttons, self.clock.act, *self.reminder.links, *self.footer.links]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        context, view, session = self._context, self.view, self._context.session
        self.search.textChanged.connect(lambda _text: self._arrange(to_top=True))
        self.search.stepped.connect(view.step)
        self.search.entered.connect(self._copy_current)
        self.search.escaped.connect(self._escape)
        self.search.pasted.connect(self._scanner.take)
        self.chips.chosen_changed.connect(lambda: self._arrange(to_top=True))
        self.add_button.clicked.connect(lambda _checked: context.nav.open_add())
        self.menu_button.clicked.connect(self._open_menu)
        view.copy_wished.connect(self._copy)
        view.copy_next_wished.connect(self._actions.copy_next)
        view.open_wished.connect(self._actions.open)
        view.menu_wished.connect(self._open_account_menu)
        view.typed.connect(self.search.type_in)
        view.accounts.move_wished.connect(self._actions.move, Qt.ConnectionType.QueuedConnection)
        self.selecting.turned.connect(self._selecting_turned)
        self.footer.lock_pressed.connect(session.lock)
        self.footer.retry_pressed.connect(self._save_again)
        self.footer.backups_pressed.connect(context.nav.open_backups)
        if session.store is not None:
            self._subscriptions.append(session.store.subscribe(self._store_changed))
        self._subscriptions += [
            context.settings.subscribe(self._setting_changed),
            context.copying.subscribe(self._copied),
            session.on_save_problem(lambda _problem: self._show_status()),
            self._watch.end,
        ]
        on_turn(self, self._take_wishes)
        self._show_status()

    def _bind_keys(self) -> None:
        nav = self._context.nav
        for keys, call in (
            ("Ctrl+F", self.search.take_keys),
            ("/", self.search.take_keys),
            ("Ctrl+N", nav.open_add),
            ("Ctrl+V", self._scanner.paste),
            ("Ctrl+E", self._edit_current),
            ("F2", self._edit_current),
            ("Esc", self._escape),
            ("Ctrl+Z", self._actions.undo),
            ("Alt+Up", partial(self._move_current, -1)),
            ("Alt+Down", partial(self._move_current, 1)),
            ("Ctrl+,", nav.open_preferences),
            ("Ctrl+B", nav.open_backups),
            ("Ctrl+I", nav.open_import),
        ):
            self._bind(keys, call)
        self._bind("Ctrl+A", self.selecting.select_all)
        self._bind("Del", self._delete, self.view)
        for digit in range(1, DIGITS + 1):
            self._bind(f"Ctrl+{digit}", partial(self._copy_nth, digit))

    def _bind(self, keys: str, call: Callable[[], object], where: QWidget | None = None) -> None:
        shortcut = QShortcut(QKeySequence(keys), where or self)
        whole = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut if where is not None else whole)
        shortcut.setAutoRepeat(keys in _REPEATED)
        shortcut.activated.connect(call)

    # -- what is listed

    def _refresh(self) -> None:
        store = self._context.session.store
        if store is None:
            return
        accounts = store.accounts()
        self._arranger.update(accounts)
        if self.chips.offer(tags_of(accounts), pinned=any(account.pinned for account in accounts)):
            self._order_tabs()
        self._arrange()
        self.selecting.refresh(accounts)
        self.search.count_accounts(len(accounts))
        self.search.setEnabled(bool(accounts))

    def _arrange(self, *, to_top: bool = False) -> None:
        query = self.search.text()
        sort = Sort(self._context.settings.get(schema.SORT))
        rows = self._arranger.arrange(Filter(query, self.chips.tag, self.chips.pinned_only), sort)
        fixed = query or self._context.session.read_only or self.selecting.active
        self.view.accounts.movable = sort is Sort.OWN and not fixed
        self.view.show_rows(rows)
        self.selecting.show_count()
        if to_top and rows:
            self.view.use_row(0)
        if not rows:
            self.nothing.name(query)
        nothing = self.nothing if self._arranger.count else self.empty
        self._middle.setCurrentWidget(self.view if rows else nothing)
        self._show_status()

    def _take_wishes(self) -> None:
        self.view.take_wishes(wishes_of(self._context.settings))

    # -- what others tell

    def _store_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.USED:
            self.view.viewport().update()
            return
        self._refresh()
        if change.kind is ChangeKind.ADDED and (row := self.view.accounts.row_of(change.ids[0])) >= 0:
            self.view.use_row(row)

    def _setting_changed(self, setting: Setting[Any]) -> None:
        if setting in _SHOWN:
            self._take_wishes()
            self._arrange()

    def _copied(self, copied: Copied) -> None:
        self._actions.tell_copied(copied)
        if self._context.settings.get(schema.MINIMISE_AFTER_COPY) and self.window().isVisible():
            self.window().showMinimized()  # not when it is hidden and the code was copied from the tray

    def _selecting_turned(self) -> None:
        self._arrange()
        self._lines_changed()

    def _lines_changed(self) -> None:
        self._context.notify.lift = self.footer_height

    def _show_status(self) -> None:
        session = self._context.session
        self.footer.show_status(session.save_problem, read_only=session.read_only, remark=self._watch.remark)
        empty = self._middle.currentWidget() is self.empty and session.save_problem is None
        self.footer.setVisible(not empty)

    # -- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.view.show_numbers(event.key() == Qt.Key.Key_Control)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.view.show_numbers(False)
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """A window in the background shows no digits and no revealed codes."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.view.show_numbers(False)
            self.view.conceal()
        return super().event(event)

    def _copy(self, account_id: str) -> None:
        if self._actions.copy(account_id) is not None and self.view.accounts.wishes.hide:
            self.view.reveal(account_id)

    def _copy_current(self, following: bool) -> None:
        account = self.view.current_account
        if account is not None and following:
            self._actions.copy_next(account.id)
        elif account is not None:
            self._copy(account.id)

    def _copy_nth(self, digit: int) -> None:
        account = self.view.nth_on_screen(digit)
        if account is not None:
            self.view.use_row(self.view.accounts.row_of(account.id))
            self._copy(account.id)

    def _with_current(self, call: Callable[[Account], object]) -> None:
        account = self.view.current_account
        if account is not None:
            call(account)

    def _move_current(self, steps: int) -> None:
        account = self.view.current_account
        if account is not None and self.view.accounts.movable:
            self._actions.move_by(self.view.accounts.rows, account.id, steps)

    def _edit_current(self) -> None:
        self._with_current(lambda account: self._actions.edit(account.id))

    def _delete(self) -> None:
        if self.selecting.active:
            self.selecting.delete()
        else:
            self._with_current(self._actions.delete)

    def _escape(self) -> None:
        if self.selecting.active and not (self.search.hasFocus() and self.search.text()):
            self.selecting.step_back()
            return
        if self.search.text():
            self.search.clear()
        elif self.chips.tag or self.chips.pinned_only:
            self.chips.choose_all()
            self._arrange(to_top=True)
        self.view.setFocus()

    def _open_menu(self) -> None:
        select = self.selecting.begin if self.view.accounts.rows else None
        menu = window_menu(self, self._context, self._context.session.lock, select)
        corner = self.menu_button.mapToGlobal(self.menu_button.rect().bottomRight())
        _pop_up(menu, corner - QPoint(menu.sizeHint().width(), -4))

    def _open_account_menu(self, account_id: str, place: QPoint) -> None:
        listed, select = self.view.accounts, self.selecting.begin
        account = self._context.session.store.get(account_id) if self._context.session.store else None
        if account_id in self.view.selection:
            _pop_up(self.selecting.menu(), place)
        elif account is not None:
            rows, movable = listed.rows, listed.movable
            _pop_up(account_menu(self, account, rows, self._actions, select, movable=movable), place)

    def _save_again(self) -> None:
        self._context.session.flush(while_there(self, self._show_status), self._context.notify.error)


def _pop_up(menu: QMenu, place: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
