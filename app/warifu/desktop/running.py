"""From the first painted window to the end of the process."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.desktop import theme

if TYPE_CHECKING:
    from typing import Any

    from warifu.desktop.compose import Context
    from warifu.desktop.faults import Faults
    from warifu.desktop.links import Links
    from warifu.desktop.locking import Locking
    from warifu.desktop.main_window import MainWindow
    from warifu.desktop.save_trouble import SaveTrouble
    from warifu.desktop.signals import Signals
    from warifu.desktop.strategies.single_instance import Door
    from warifu.desktop.strategies.vault_watch import VaultWatch
    from warifu.desktop.tray import Tray
    from warifu.platforms.single_instance.base import Instance, Message
    from warifu.settings.schema import Setting

_CLEARINGS = 5  # tries to reach a clipboard that another program has; Windows waits a little in each
_LAST_WAIT = 20.0  # seconds that a save under way may take in the end


class Running:
    """What a window needs besides itself; made late, so that the window comes up quickly."""

    def __init__(
        self, instance: Instance | None, window: MainWindow, context: Context, link: str = ""
    ) -> None:
        self._instance = instance
        self._first_link = link
        self._links: Links | None = None
        self._window = window
        self._context = context
        self._door: Door | None = None
        self._tray: Tray | None = None
        self._faults: Faults | None = None
        self._signals: Signals | None = None
        self._locking: Locking | None = None
        self._watch: VaultWatch | None = None
        self._save_trouble: SaveTrouble | None = None

    def begin(self) -> None:
        """Make it all; the event loop runs."""
        from warifu.desktop import collecting

        collecting.begin()
        from warifu.desktop.faults import Faults
        from warifu.desktop.locking import Locking
        from warifu.desktop.save_trouble import SaveTrouble
        from warifu.desktop.scanning.drop import DropZone
        from warifu.desktop.strategies.vault_watch import VaultWatch
        from warifu.desktop.theme.mark import app_icon
        from warifu.platforms.hardening import close_memory
        from warifu.services.logs import forget_old

        forget_old(self._context.profile.logs)
        close_memory()  # before there is a password, and after the portal has told Qt the desktop's colours
        self._faults = Faults(self._context.profile.logs, self._tell_fault)
        self._context.settings.subscribe(self._setting_changed)
        self._follow_other_processes()
        self._open_door()
        self._catch_signals()
        self._window.setWindowIcon(app_icon())
        self._follow_tray()
        self._take_links()
        self._locking = Locking(self._context, self._window)
        self._watch = VaultWatch(self._context.session, self._context.settings)
        self._save_trouble = SaveTrouble(self._context, self._window)
        self._context.parts.shield.begin()
        DropZone(self._window, self._context)  # which the window keeps
        self._context.backing_up.begin()

    def end(self) -> None:
        """After the event loop: keys and clipboard first, then whatever still runs."""
        context = self._context
        if self._links is not None:
            self._links.end()
        if self._tray is not None:
            self._tray.end()
        if self._watch is not None:
            self._watch.end()
        if self._locking is not None:
            self._locking.end()
            context.parts.shield.end()
        if self._save_trouble is not None:
            self._save_trouble.end()
        self._window.hide()  # at once for the user; and Qt tells of it while Python can still listen
        self._window.stop()
        if context.parts.made("copying"):
            any(context.copying.clear_now() for _try in range(_CLEARINGS))
        context.session.lock()
        context.tasks.close(_LAST_WAIT)
        if self._door is not None:
            self._door.close()
        if self._signals is not None:
            self._signals.end()
        if self._faults is not None:
            self._faults.end()
        _destroy_windows()

    def _follow_tray(self) -> None:
        """Put the icon into the tray; a window that was to start there is shown where there is none."""
        from warifu.desktop.tray import Tray

        self._tray = Tray(self._context, self._window)
        self._window.keep_running = self._tray.keep_running
        self._tray.begin()

    def _follow_other_processes(self) -> None:
        """Take over a correction of the clock that ``warifu clock`` made, when the user comes back."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        from warifu.settings import schema

        def turned(state: Qt.ApplicationState) -> None:
            if state is Qt.ApplicationState.ApplicationActive:
                self._context.settings.reread(schema.CLOCK_CORRECTION)

        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(turned)

    def _open_door(self) -> None:
        if self._instance is None:
            return
        from warifu.desktop.strategies.single_instance import Door

        try:
            self._door = Door(self._instance)
        except OSError:
            return  # later starts will run beside this one
        self._door.message_heard.connect(self._heard)

    def _heard(self, message: Message) -> None:
        from warifu.platforms.single_instance.base import Add, Lock

        if isinstance(message, Add):
            self.links.open(message.uri)
            return
        if isinstance(message, Lock):
            self._window.lock()
            return
        if message.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = message.token
        self._window.raise_window()

    @property
    def links(self) -> Links:
        """What opens links; made by the first one."""
        if self._links is None:
            from warifu.desktop.links import Links

            self._links = Links(self._context, self._window)
        return self._links

    def _take_links(self) -> None:
        """Open the link of the command line, and on macOS those that come as events."""
        link, self._first_link = self._first_link, ""
        if link:
            self.links.open(link)
        if sys.platform == "darwin":
            from PySide6.QtWidgets import QApplication

            from warifu.desktop.strategies.link_events import LinkApplication

            app = QApplication.instance()
            if isinstance(app, LinkApplication):
                app.follow(self.links.open)

    def _catch_signals(self) -> None:
        if sys.platform != "win32":
            from warifu.desktop.leaving import end_loop
            from warifu.desktop.signals import Signals

            self._signals = Signals(end_loop)

    def _setting_changed(self, setting: Setting[Any]) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from warifu.desktop import i18n
        from warifu.settings import schema

        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if setting is schema.THEME:
            theme.apply(app, self._context.settings.get(schema.THEME))
        elif setting is schema.LANGUAGE:
            i18n.install(app, self._context.settings.get(schema.LANGUAGE))
            QTimer.singleShot(0, self._window.rebuild)
        elif setting is schema.ALWAYS_ON_TOP:
            self._window.set_always_on_top(self._context.settings.get(schema.ALWAYS_ON_TOP))

    def _tell_fault(self) -> None:
        self._context.notify.error(
            AppError(
                "Something went wrong in Warifu.",
                "Your accounts are not affected.",
                "If it happens again, lock and unlock, or start Warifu anew.",
            )
        )


def _destroy_windows() -> None:
    """While Python is whole: Qt would do it later and call our event filters in a half-dead interpreter."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
