"""What nobody foresaw: noted by kind and place alone, and told in one sentence.

Messages and local variables of an exception may hold secrets, so neither is written or shown.
"""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

LOG = "warifu.log"
_LARGEST = 256 * 1024  # bytes of a log before it begins anew


def place_of(trace: TracebackType | None) -> str:
    """The innermost place, of our own code where there is one, as ``file:line function``."""
    innermost = own = "unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        path = code.co_filename.replace("\\", "/")
        innermost = f"{path.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}"
        own = innermost if "/warifu/" in path else own
        trace = trace.tb_next
    return innermost if own == "unknown place" else own


def note(logs: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Append one line to the log, readable by its owner alone; one that cannot be written is done without."""
    import contextlib
    import os

    line = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {kind.__name__} at {place_of(trace)}\n"
    with contextlib.suppress(OSError):
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = logs / LOG
        begin_anew = path.exists() and path.stat().st_size > _LARGEST
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if begin_anew else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as log:
            log.write(line)


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
        note(self._logs, kind, trace)
        self._happened.emit()
