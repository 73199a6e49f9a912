"""Which program the windows of this process belong to, in the eyes of the system's taskbar."""

from __future__ import annotations

import sys


def belong_to_warifu() -> None:
    """Have Windows show our icon and group our windows by it, not with other programs of Python.

    Call it before the first window. Elsewhere the name of the desktop file does it.
    https://learn.microsoft.com/windows/win32/shell/appids
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("Warifu")  # type: ignore[attr-defined,unused-ignore]
