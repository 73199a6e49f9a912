"""The process that owns a code on the clipboard after the command line has ended."""

from __future__ import annotations

import contextlib
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from warifu.core.errors import NotPossible
from warifu.desktop.strategies.clipboard import system_clipboard

_LONGEST_CODE = 64  # bytes
_LONGEST = 600  # seconds
_GLANCE = 500  # milliseconds between looks whether the entry is still ours


def run(seconds: int) -> int:
    """Copy the line on standard input, say so, and clear it after so many seconds if it is still there."""
    code = sys.stdin.buffer.readline(_LONGEST_CODE).decode("ascii").strip()
    app = QGuiApplication([sys.argv[0]])
    app.setQuitOnLastWindowClosed(False)
    clipboard = system_clipboard()
    try:
        clipboard.put(code)
        if not code or not clipboard.holds(code):
            return 1
    except NotPossible:
        return 1
    sys.stdout.write("copied\n")
    sys.stdout.close()

    def end() -> None:
        try:
            if clipboard.holds(code):
                clipboard.clear()
                app.processEvents()
        except NotPossible:  # another program has it for a moment
            QTimer.singleShot(_GLANCE, end)
            return
        app.quit()

    def glance() -> None:
        with contextlib.suppress(NotPossible):
            if not clipboard.holds(code):
                app.quit()

    QTimer.singleShot(max(1, min(seconds, _LONGEST)) * 1000, end)
    looking = QTimer()
    looking.timeout.connect(glance)
    looking.start(_GLANCE)
    return app.exec()
