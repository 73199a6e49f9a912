"""macOS: who may see a window, https://developer.apple.com/documentation/appkit/nswindow/sharingtype .

Since macOS 15.4 ScreenCaptureKit takes no notice of it; older ways of capturing do.
"""

from __future__ import annotations

from typing import Any

from warifu.platforms.capture_guard.base import Support

_NOT_SHARED, _SHARED = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


class MacGuard:
    """``objc`` is for tests."""

    def __init__(self, objc: Any = None) -> None:
        self._objc = objc

    def support(self) -> Support:
        """Always; the system does not tell of screens that are seen from afar."""
        return Support.YES

    def guard(self, window: int, *, on: bool) -> bool:
        """Set the type of the window that holds the view whose address is ``window``."""
        if self._objc is None:
            import objc

            self._objc = objc
        holder = self._objc.objc_object(c_void_p=window).window()
        if holder is None:
            return False
        holder.setSharingType_(_NOT_SHARED if on else _SHARED)
        return True
