"""Windows: the display affinity of a window.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity
"""

from __future__ import annotations

from typing import Any

from warifu.platforms.capture_guard.base import Support

_NONE, _BLACK, _EXCLUDED = 0x00, 0x01, 0x11  # WDA_MONITOR is for Windows before 10 version 2004
_REMOTE_SESSION = 0x1000  # SM_REMOTESESSION


class WindowsGuard:
    """``user32`` is for tests."""

    def __init__(self, user32: Any = None) -> None:
        self._user32 = user32 or _user32()

    def support(self) -> Support:
        """A remote session shows what is captured: there the guard would hide the codes from their owner."""
        return Support.REMOTE if self._user32.GetSystemMetrics(_REMOTE_SESSION) else Support.YES

    def guard(self, window: int, *, on: bool) -> bool:
        """Exclude the window, or blacken it where the system is older."""
        wished = (_EXCLUDED, _BLACK) if on else (_NONE,)
        return any(self._user32.SetWindowDisplayAffinity(window, each) for each in wished)


def _user32() -> Any:
    import ctypes
    from ctypes import wintypes

    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    user32.SetWindowDisplayAffinity.argtypes = (wintypes.HWND, wintypes.DWORD)
    return user32
