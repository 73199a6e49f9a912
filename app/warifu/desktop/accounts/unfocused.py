"""Whether codes are hidden at this moment: always, or while another program has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from warifu.settings.file import Settings


def away(settings: Settings) -> bool:
    """Whether another program has the keyboard, and the user wants no code to be seen then."""
    active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
    return settings.get(schema.HIDE_UNFOCUSED) and not active


def on_turn(listener: QObject, call: Callable[[], object]) -> None:
    """Call whenever the keyboard goes to another program or comes back, as long as ``listener`` lives."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        return

    def turned(_state: Qt.ApplicationState) -> None:
        call()

    app.applicationStateChanged.connect(turned)
    listener.destroyed.connect(lambda: app.applicationStateChanged.disconnect(turned))
