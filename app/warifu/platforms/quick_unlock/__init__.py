"""The system's own question to its user: Windows Hello, Touch ID, polkit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.services.ports import QuickUnlock


def system_unlock() -> QuickUnlock | None:
    """The way of this system; None where it has none that is known."""
    system = sys.platform  # read once, so that the checker of types does not take it for its own
    if system == "win32":
        from warifu.platforms.quick_unlock.windows_hello import WindowsHello

        return WindowsHello()
    if system == "darwin":
        from warifu.platforms.quick_unlock.touch_id import TouchId

        return TouchId()
    if system == "linux":
        from warifu.platforms.quick_unlock.polkit import Polkit

        return Polkit()
    return None
