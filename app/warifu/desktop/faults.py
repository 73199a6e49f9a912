"""What nobody foresaw: noted by kind and place alone, and told in one sentence.

Messages and local variables of an exception may hold secrets, so neither is written or shown.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from warifu.services import logs as log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType


class Faults(QObject):
    """Hears of every exception that nobody caught, on any thread; ``tell`` is called on the main one."""

    _happened = Signal()

    def __init__(self, logs: Path, tell: Callable[[], None]) -> None:
        super().__init__()
        self._logs = logs
        self._happened.connect(tell, Qt.ConnectionType.QueuedConnection)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = lambda fault: self._caught(
            fault.exc_type, fault.exc_value, fault.exc_traceback
        )

    def end(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook = self._hooks

    def _caught(
        self, kind: type[BaseException], _problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.note(self._logs, kind, trace)
        self._happened.emit()
