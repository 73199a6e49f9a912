"""Ending by a signal of the system is ending in order: saved, and the clipboard cleared."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class Signals(QObject):
    """Calls ``ended`` in the event loop when the system asks the process to end."""

    def __init__(self, ended: Callable[[], None]) -> None:
        super().__init__()
        self._ended = ended
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, lambda *_: None)
            for name in _ENDING
            if (number := getattr(signal, name, None)) is not None
        }
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def end(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._heard.close()
        self._told.close()

    def _wake(self) -> None:
        numbers = self._heard.recv(64)
        if any(number in self._before for number in numbers):
            self._ended()
