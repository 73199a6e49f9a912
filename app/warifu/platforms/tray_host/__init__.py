"""Hears of panels that take tray icons through D-Bus, as KDE, GNOME and most Wayland panels do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.platforms.tray_host.linux import NotifierHosts


def tray_hosts(tell: Callable[[bool], None], platform: str = sys.platform) -> NotifierHosts | None:
    """What listens on this system, or nothing where a tray is always there.

    ``tell`` is called from another thread: first with whether there is a host, then when one
    comes or goes.
    """
    if platform in ("win32", "darwin"):
        return None
    from warifu.platforms.tray_host.linux import NotifierHosts

    return NotifierHosts(tell)
