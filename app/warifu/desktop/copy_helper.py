"""Holds one code on the clipboard after the command line has ended.

``python -m warifu.desktop.copy_helper SECONDS`` reads the code from standard input. Once it is on the
clipboard, ``ok`` is printed and the caller may go; after ``SECONDS`` the entry is cleared if it is still this
one. Whoever copies something else meanwhile ends the helper.
"""

from __future__ import annotations

import os
import sys

_EVERY = 500  # milliseconds between looks at whose entry it is, where the system does not tell


def main() -> int:
    """Copy, wait, clear. Exit status 1 when there is no clipboard here."""
    seconds = float(sys.argv[1])
    code = sys.stdin.readline().rstrip("\r\n")
    if sys.platform not in ("win32", "darwin") and not _choose_display():
        sys.stderr.write("There is no clipboard without a desktop session.\n")
        return 1
    return _hold(code, seconds)


def _choose_display() -> bool:
    """Whether a program without a window can own the clipboard here: with X11, also under Wayland.

    Wayland itself gives the clipboard to the focused window alone; its X server passes entries on.
    """
    if not os.environ.get("DISPLAY"):
        return os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    if os.environ["QT_QPA_PLATFORM"].startswith("wayland"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    return True


def _hold(code: str, seconds: float) -> int:
    import signal

    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    from warifu.desktop.strategies.clipboard import system_clipboard

    app = QGuiApplication(["warifu"])
    clipboard = system_clipboard()
    clipboard.put(code)
    app.processEvents()
    if not clipboard.holds(code):
        sys.stderr.write("The clipboard did not take the code.\n")
        return 1
    _release_caller()
    looks = QTimer()
    looks.timeout.connect(lambda: None if clipboard.holds(code) else app.quit())
    looks.start(_EVERY)
    QTimer.singleShot(int(seconds * 1000), app.quit)
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    app.exec()
    if clipboard.holds(code):
        clipboard.clear()
        app.processEvents()
    return 0


def _release_caller() -> None:
    sys.stdout.write("ok\n")
    sys.stdout.flush()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)


if __name__ == "__main__":
    raise SystemExit(main())
