"""Joins what is selected in the list with the bar, the menu and the keys that act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from warifu.core.account import MAX_TAG
from warifu.core.clean import clean_line
from warifu.desktop.accounts.filter import tags_of
from warifu.desktop.accounts.selection_bar import SelectionBar
from warifu.desktop.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from warifu.core.account import Account
    from warifu.desktop.accounts.actions import Actions
    from warifu.desktop.accounts.selection import Selection
    from warifu.desktop.accounts.view import AccountView


class Selecting(QObject):
    """``turned`` tells that selecting has begun or ended. Tags, pins and the trash end it; a transfer or
    an export does not, since what went out may be tagged or deleted next.
    """

    turned = Signal()

    def __init__(self, view: AccountView, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._view = view
        self._actions = actions
        self._was_active = False
        self.bar = SelectionBar()
        bar = self.bar
        self.selection.changed.connect(self._changed)
        bar.all.clicked.connect(self.select_all)
        bar.close_button.clicked.connect(self.end)
        bar.transfer.clicked.connect(self.transfer)
        bar.export.clicked.connect(self.export)
        bar.tag.clicked.connect(lambda: self._pop_up(self._tag_menu()))
        bar.pin.clicked.connect(self.turn_pins)
        bar.trash.clicked.connect(self.delete)
        bar.tag_named.connect(self._add_tag)

    @property
    def selection(self) -> Selection:
        """Which accounts are selected."""
        return self._view.selection

    @property
    def active(self) -> bool:
        """Whether a click selects."""
        return self.selection.active

    def accounts(self) -> tuple[Account, ...]:
        """The selected accounts in the user's own order."""
        store = self._actions.store
        everything = store.accounts() if store is not None else ()
        return tuple(account for account in everything if account.id in self.selection)

    def begin(self, *ids: str) -> None:
        """Select these accounts, perhaps none yet, and let the keyboard go on in the list."""
        self.selection.begin(*ids)
        self._view.setFocus()

    def end(self) -> None:
        """Select nothing."""
        self.selection.end()
        self._view.setFocus()

    def step_back(self) -> None:
        """What Esc does: away with the field for a tag, else with the selection."""
        if self.bar.stop_asking():
            self._view.setFocus()
        else:
            self.end()

    def select_all(self) -> None:
        """Select every account that is listed."""
        if rows := self._view.accounts.rows:
            self.begin(*(account.id for account in rows))

    def refresh(self, accounts: Sequence[Account]) -> None:
        """Drop accounts that are no longer there, and count those that are not listed."""
        self.selection.keep(account.id for account in accounts)
        self.show_count()

    def show_count(self) -> None:
        """Say in the bar what is selected now."""
        if self.active:
            chosen = self.accounts()
            listed = {account.id for account in self._view.accounts.rows}
            unlisted = sum(account.id not in listed for account in chosen)
            pinned = bool(chosen) and all(account.pinned for account in chosen)
            self.bar.show_count(len(chosen), unlisted, pinned=pinned)

    def transfer(self) -> None:
        """Show the selected accounts as codes for a phone."""
        if chosen := self.accounts():
            self._actions.transfer([account.id for account in chosen])

    def export(self) -> None:
        """Take the selected accounts out into a file."""
        if chosen := self.accounts():
            self._actions.export([account.id for account in chosen])

    def turn_pins(self) -> None:
        """Pin the selected accounts, or unpin them if all are pinned."""
        chosen = self.accounts()
        if chosen and self._actions.pin_all(chosen, pinned=not all(account.pinned for account in chosen)):
            self.end()

    def delete(self) -> None:
        """Move the selected accounts to the trash."""
        chosen = self.accounts()
        if chosen and self._actions.delete_all(chosen):
            self.end()

    def menu(self) -> QMenu:
        """What can be done with the selected accounts."""
        menu = QMenu(self._page)
        menu.addAction(tr("Transfer to a phone…")).triggered.connect(self.transfer)
        menu.addAction(tr("Export…")).triggered.connect(self.export)
        tags = self._tag_menu()
        tags.setTitle(tr("Tag…"))
        menu.addMenu(tags)
        pinned = all(account.pinned for account in self.accounts())
        menu.addAction(tr("Unpin") if pinned else tr("Pin")).triggered.connect(self.turn_pins)
        menu.addSeparator()
        menu.addAction(tr("Select all")).triggered.connect(self.select_all)
        menu.addAction(tr("End selecting")).triggered.connect(self.end)
        menu.addSeparator()
        menu.addAction(tr("Move to the trash")).triggered.connect(self.delete)
        return menu

    def _tag_menu(self) -> QMenu:
        """Every tag in use, with a tick where all selected accounts have it, and a new one."""
        menu = QMenu(self._page)
        chosen = self.accounts()
        store = self._actions.store
        for tag in tags_of(store.accounts() if store is not None else ()):
            entry = menu.addAction(tag.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(all(tag in account.tags for account in chosen))
            entry.triggered.connect(lambda checked, tag=tag: self._tag(tag, checked))
        menu.addSeparator()
        menu.addAction(tr("New tag…")).triggered.connect(self.bar.ask_for_tag)
        return menu

    def _pop_up(self, menu: QMenu) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.bar.tag.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _add_tag(self, untrusted_text: str) -> None:
        if tag := clean_line(untrusted_text, MAX_TAG):
            self._tag(tag, True)

    def _tag(self, tag: str, tagged: bool) -> None:
        chosen = self.accounts()
        if chosen and self._actions.tag_all(chosen, tag, tagged=tagged):
            self.end()

    def _changed(self) -> None:
        self._view.accounts.tell_selected()
        self._view.viewport().update()
        if self.active is not self._was_active:
            self._was_active = self.active
            self.bar.stop_asking()
            self.bar.setVisible(self.active)
            self.turned.emit()
        self.show_count()
