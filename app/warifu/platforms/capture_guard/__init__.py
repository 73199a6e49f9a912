"""Windows that screenshots, recordings and screen sharing leave out, where the system knows such a thing.

It is best effort: cameras, some capture cards and tools of administrators see the screen all the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.capture_guard.base import CaptureGuard


def capture_guard(platform: str = sys.platform) -> CaptureGuard:
    """The strategy of this system."""
    if platform == "win32":
        from warifu.platforms.capture_guard.windows import WindowsGuard

        return WindowsGuard()
    if platform == "darwin":
        from warifu.platforms.capture_guard.macos import MacGuard

        return MacGuard()
    from warifu.platforms.capture_guard.base import NoGuard

    return NoGuard()
