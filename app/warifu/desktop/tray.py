"""The icon in the tray: left click opens the quick panel, right click the menu; closing the window hides it.

A tray may come up after Warifu at login and may restart at any time. It is looked for during the first
seconds and, where the desktop tells of trays (StatusNotifier), whenever one comes or goes. A window that is
hidden while no tray is left is shown again: nothing is ever out of reach.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from warifu.desktop.accounts.actions import Actions
from warifu.desktop.i18n import tr
from warifu.desktop.strategies.tray_icon import Panel, panel, panel_under, tray_icon
from warifu.desktop.theme import watcher
from warifu.desktop.tray_menu import TrayMenu
from warifu.services.look import SessionState
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.desktop.main_window import MainWindow
    from warifu.desktop.quick_panel import QuickPanel
    from warifu.platforms.tray_host.linux import NotifierHosts
    from warifu.services.store import Store
    from warifu.settings.schema import Setting

PATIENCE = 5.0  # seconds in which a tray may still come up
_LOOK_EVERY = 250  # milliseconds
_SETTLED = 600  # milliseconds
_ICON = QSize(24, 24)  # logical pixels, where the system does not tell its icon's place


class Tray(QObject):
    """Begins to look for a tray with ``begin``, and leaves it with ``end``."""

    _host_told = Signal(bool)

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__()
        self._context = context
        self._window = window
        self._actions = Actions(context)
        self._icon: QSystemTrayIcon | None = None
        self._menu: TrayMenu | None = None
        self._panel: QuickPanel | None = None
        self._hosts: NotifierHosts | None = None
        self._through_dbus: bool | None = None  # whether icon and menu travel so, once that is known
        self._looks_left = int(PATIENCE * 1000 / _LOOK_EVERY)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._subscriptions: list[Callable[[], None]] = []
        self._forget_store: Callable[[], None] | None = None

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon, once there is a tray to hold it."""
        return self._icon

    @property
    def menu(self) -> TrayMenu | None:
        """The menu of the icon."""
        return self._menu

    @property
    def panel(self) -> QuickPanel | None:
        """The quick panel, once it has been opened."""
        return self._panel

    def begin(self) -> None:
        """Look for a tray now and for some seconds; without one, a hidden window is shown in the end."""
        self._watch_hosts()
        self._subscriptions = [
            self._context.session.subscribe(self._session_changed),
            self._context.settings.subscribe(self._setting_changed),
            self._context.backing_up.subscribe(self._tell),
        ]
        watcher().theme_changed.connect(self._draw)
        self._look()
        if self._icon is None:
            self._looking.start(_LOOK_EVERY)

    def end(self) -> None:
        """Take the icon away."""
        self._looking.stop()
        if self._hosts is not None:
            self._hosts.end()
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._follow_store(None)
        self._drop_panel()
        self._remove_icon()

    def keep_running(self) -> bool:
        """Whether closing the window only hides it: the user wants that, and there is a way back."""
        if not self._context.settings.get(schema.CLOSE_TO_TRAY) or self._icon is None or _ending():
            return False
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        return self._context.settings.get(schema.TRAY_EXPLAINED) or self._explain()

    # -- the icon and its tray

    def _look(self) -> None:
        self._looks_left -= 1
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._looking.stop()
            self._add_icon()
        elif self._looks_left <= 0:
            self._looking.stop()
            self._show_lost_window()

    def _add_icon(self) -> None:
        if self._icon is not None:
            return
        QApplication.setQuitOnLastWindowClosed(False)
        self._menu = TrayMenu(self._context, self._copy)
        self._suit_menu()
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        if sys.platform != "darwin":  # there a menu would take the left click as well
            self._icon.setContextMenu(self._menu)
        self._session_changed(self._context.session.state)
        self._draw()
        self._icon.show()
        QTimer.singleShot(_SETTLED, self, self._draw)  # by then an X11 tray has given it its place

    def _remove_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def _draw(self) -> None:
        if self._icon is not None:
            behind = panel()
            if behind is Panel.UNKNOWN and not self._through_dbus and QGuiApplication.platformName() == "xcb":
                behind = panel_under(self._icon.geometry())
            self._icon.setIcon(tray_icon(behind))

    def _watch_hosts(self) -> None:
        from warifu.platforms.tray_host import tray_hosts

        self._host_told.connect(self._hear_of_host, Qt.ConnectionType.QueuedConnection)
        self._hosts = tray_hosts(self._host_told.emit)
        if self._hosts is not None:
            self._hosts.start()

    def _hear_of_host(self, present: bool) -> None:
        """Whether there is a panel on D-Bus; then, that one has started, ended or restarted, for each kind of
        tray wants an icon made for it.
        """
        first, self._through_dbus = self._through_dbus is None, present
        if first:
            self._suit_menu()
            self._draw()
            return
        self._remove_icon()
        self._looks_left = int(PATIENCE * 1000 / _LOOK_EVERY)
        self._looking.start(_LOOK_EVERY)
        if present:
            QTimer.singleShot(0, self._look)

    def _suit_menu(self) -> None:
        if self._menu is not None:
            self._menu.take_underscores(through_dbus=bool(self._through_dbus))
            self._menu.refresh()

    def _show_lost_window(self) -> None:
        if not self._window.isVisible():
            self._window.show()

    # -- what happens elsewhere

    def _setting_changed(self, setting: Setting[Any]) -> None:
        """Draw as the settings want it; another language is that of the icon's words, menu and panel, too."""
        self._draw()
        if setting is schema.LANGUAGE:
            self._drop_panel()
            self._tell()
            self._make_stale()
            if self._menu is not None:
                self._menu.refresh()

    def _drop_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _session_changed(self, state: SessionState) -> None:
        self._follow_store(self._context.session.store)
        self._tell()
        self._make_stale()
        if self._menu is not None:
            self._menu.refresh()

    def _tell(self) -> None:
        """Say below the mouse whether the vault is locked, and what is wrong with its backups."""
        from warifu.desktop.backups.wording import cause

        if self._icon is None:
            return
        locked = self._context.session.state is SessionState.LOCKED
        lines = [tr("Warifu (locked)") if locked else "Warifu"]
        status = self._context.backing_up.status
        if status.problem is not None:
            lines.append(cause(status.record.fault))
        self._icon.setToolTip("\n".join(lines))

    def _follow_store(self, store: Store | None) -> None:
        if self._forget_store is not None:
            self._forget_store()
        self._forget_store = (
            store.subscribe(lambda _change: self._make_stale()) if store is not None else None
        )

    def _make_stale(self) -> None:
        if self._menu is not None:
            self._menu.mark_stale()

    # -- what the user does

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        match reason:
            case QSystemTrayIcon.ActivationReason.Trigger:
                self._open_panel()
            case QSystemTrayIcon.ActivationReason.DoubleClick | QSystemTrayIcon.ActivationReason.MiddleClick:
                self._context.nav.raise_window()
            case QSystemTrayIcon.ActivationReason.Context if self._menu and sys.platform == "darwin":
                self._menu.popup(QCursor.pos())
            case _:
                return

    def _open_panel(self) -> None:
        if self._panel is None:
            from warifu.desktop.quick_panel import QuickPanel

            self._panel = QuickPanel(self._context)
        self._panel.toggle(self._icon_place())

    def _icon_place(self) -> QRect:
        place = self._icon.geometry() if self._icon is not None else QRect()
        if place.isEmpty():
            place = QRect(QCursor.pos() - QRect(0, 0, _ICON.width(), _ICON.height()).center(), _ICON)
        return place

    def _copy(self, account_id: str) -> None:
        if self._actions.copy(account_id) is None:
            self._context.nav.raise_window()  # which says why

    def _explain(self) -> bool:
        """Tell once that closing hides, and take the user's word for it."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle("Warifu")
        box.setIconPixmap(self._window.windowIcon().pixmap(48, 48))
        box.setText(tr("Warifu stays in the tray"))
        box.setInformativeText(
            tr("Its icon there has your codes, and ends Warifu. You can change this in the preferences.")
        )
        stay = box.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(tr("Quit now"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is leave:
            return False
        self._context.settings.set(schema.TRAY_EXPLAINED, True)
        return True


def _ending() -> bool:
    """Whether the desktop session is being closed, which a window must not hold up."""
    app: Any = QGuiApplication.instance()
    return bool(app is not None and app.isSavingSession())
