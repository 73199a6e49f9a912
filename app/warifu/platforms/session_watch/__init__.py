"""Hears from the system that the user goes away: screen locked, computer asleep, another user's turn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.session_watch.base import Tell, Watch


def session_watch(tell: Tell, platform: str = sys.platform) -> Watch:
    """What listens on this system; ``tell`` is called from a thread of its own or from the event loop."""
    if platform == "win32":
        from warifu.platforms.session_watch.windows import WindowsWatch

        return WindowsWatch(tell)
    if platform == "darwin":
        from warifu.platforms.session_watch.macos import MacWatch

        return MacWatch(tell)
    from warifu.platforms.session_watch.linux import LinuxWatch

    return LinuxWatch(tell)
