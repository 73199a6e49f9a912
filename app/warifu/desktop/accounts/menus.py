"""The menu of an account, and the one behind the button with three dots."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from warifu.core.account import OtpType
from warifu.desktop.accounts.filter import Sort
from warifu.desktop.i18n import tr
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from warifu.core.account import Account
    from warifu.desktop.accounts.actions import Actions
    from warifu.desktop.compose import Context
    from warifu.settings.schema import Setting

LOCK_KEYS = "Ctrl+L"
QUIT_KEYS = "Ctrl+Q"


def native_keys(keys: str) -> str:
    """A shortcut as the window writes it: ``^L``, or ``⌘L`` on macOS."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return text if sys.platform == "darwin" else text.replace("Ctrl+", "^")


def account_menu(
    parent: QWidget,
    account: Account,
    rows: Sequence[Account],
    actions: Actions,
    select: Callable[[str], object],
    *,
    movable: bool,
) -> QMenu:
    """What can be done with one account of the listed ``rows``; ``movable`` when in the user's order.
    ``select`` begins a selection with it.
    """
    menu = QMenu(parent)
    chosen = account.id
    _entry(menu, tr("Copy code"), lambda: actions.copy(chosen), "Return")
    _entry(menu, tr("Copy next code"), lambda: actions.copy_next(chosen), "Alt+Return")
    menu.addSeparator()
    _entry(menu, tr("Open"), lambda: actions.open(chosen), "Right")
    if account.otp.type is not OtpType.HOTP:
        _entry(menu, tr("Two codes in a row"), lambda: actions.open(chosen))
    _entry(menu, tr("Edit"), lambda: actions.edit(chosen), "Ctrl+E")
    _entry(menu, tr("Show QR code…"), lambda: actions.show_code(chosen))
    if account.pinned:
        _entry(menu, tr("Unpin"), lambda: actions.pin(account, pinned=False))
    else:
        _entry(menu, tr("Pin"), lambda: actions.pin(account, pinned=True))
    if movable:
        _add_moves(menu.addMenu(tr("Move")), chosen, rows, actions)
    _entry(menu, tr("Select"), lambda: select(chosen), "Ctrl+Space")
    menu.addSeparator()
    _entry(menu, tr("Move to trash"), lambda: actions.delete(account), "Del")
    return menu


def _add_moves(menu: QMenu, chosen: str, rows: Sequence[Account], actions: Actions) -> None:
    _entry(menu, tr("To the top"), lambda: actions.move_to_edge(rows, chosen, top=True))
    _entry(menu, tr("Up"), lambda: actions.move_by(rows, chosen, -1), "Alt+Up")
    _entry(menu, tr("Down"), lambda: actions.move_by(rows, chosen, 1), "Alt+Down")
    _entry(menu, tr("To the end"), lambda: actions.move_to_edge(rows, chosen, top=False))


def window_menu(
    parent: QWidget, context: Context, lock: Callable[[], None], select: Callable[[], object] | None
) -> QMenu:
    """How the list looks, where else to go, and leaving; ``select`` begins a selection, if there is anything
    to select.
    """
    menu = QMenu(parent)
    sort = menu.addMenu(tr("Sort by"))
    names = {
        Sort.OWN: tr("Own order"),
        Sort.NAME: tr("Name"),
        Sort.USED: tr("Most used"),
        Sort.RECENT: tr("Recently used"),
    }
    _add_choices(sort, context, schema.SORT, {str(key): name for key, name in names.items()})
    rows = menu.addMenu(tr("Rows"))
    _add_choices(rows, context, schema.ROWS, {"normal": tr("Normal"), "compact": tr("Compact")})
    _add_switch(menu, context, schema.HIDE_CODES, tr("Hide codes"))
    _add_switch(menu, context, schema.ALWAYS_ON_TOP, tr("Always on top"))
    shield = context.parts.shield
    if shield.seconds_left:
        _entry(menu, tr("Forbid screenshots again"), shield.forbid)
    elif shield.can_allow:
        _entry(menu, tr("Allow screenshots for 5 minutes"), shield.allow)
    menu.addSeparator()
    if select is not None:
        _entry(menu, tr("Select accounts"), select)
    _entry(menu, tr("Import accounts…"), context.nav.open_import, "Ctrl+I")
    _entry(menu, tr("Trash"), context.nav.open_trash)
    _entry(menu, tr("Backups"), context.nav.open_backups, "Ctrl+B")
    _entry(menu, tr("Export…"), context.nav.open_export)
    _entry(menu, tr("Preferences"), context.nav.open_preferences, "Ctrl+,")
    menu.addSeparator()
    _entry(menu, tr("Lock"), lock, LOCK_KEYS)
    _entry(menu, tr("About Warifu"), lambda: _show_about(parent))
    _entry(menu, tr("Quit"), context.nav.quit, QUIT_KEYS)
    return menu


def _add_choices(menu: QMenu, context: Context, setting: Setting[str], names: dict[str, str]) -> None:
    group = QActionGroup(menu)
    for value, name in names.items():
        entry = group.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(context.settings.get(setting) == value)
        entry.triggered.connect(lambda _checked, value=value: context.settings.set(setting, value))
        menu.addAction(entry)


def _add_switch(menu: QMenu, context: Context, setting: Setting[bool], name: str) -> None:
    entry = menu.addAction(name)
    entry.setCheckable(True)
    entry.setChecked(context.settings.get(setting))
    entry.triggered.connect(lambda checked: context.settings.set(setting, checked))


def _entry(menu: QMenu, name: str, call: Callable[[], object], keys: str = "") -> QAction:
    entry = menu.addAction(name)
    entry.triggered.connect(lambda _checked=False: call())
    if keys:
        entry.setShortcut(QKeySequence(keys))
        entry.setShortcutVisibleInContextMenu(True)
    return entry


def _show_about(parent: QWidget) -> None:
    from warifu.desktop.about import About

    About(parent).exec()
