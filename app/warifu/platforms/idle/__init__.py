"""How long the user has touched neither keyboard nor mouse, one module per system."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warifu.services.ports import Idle


def system_idle(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Idle | None:
    """What tells it on this system; None where programs are not told, as under most of Wayland."""
    if platform == "win32":
        from warifu.platforms.idle.windows import WindowsIdle

        return WindowsIdle()
    if platform == "darwin":
        from warifu.platforms.idle.macos import MacIdle

        return MacIdle()
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        from warifu.platforms.idle.mutter import MutterIdle

        return MutterIdle.found(environ)
    from warifu.platforms.idle.x11 import X11Idle

    return X11Idle.found()
