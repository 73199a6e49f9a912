"""What this computer's system can do of what systems can do, in words for ``services.diagnostics``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from warifu.services.diagnostics import one_of
from warifu.services.ports import Sync

if TYPE_CHECKING:
    from collections.abc import Mapping

_DESKTOPS = (
    "gnome", "kde", "xfce", "x-cinnamon", "mate", "lxqt", "lxde", "unity", "sway", "hyprland", "budgie",
    "pantheon", "ubuntu:gnome", "budgie:gnome", "enlightenment", "i3",
)  # fmt: skip
_SYNC = {Sync.KEPT: "yes", Sync.NOT_KEPT: "no", Sync.UNKNOWN: "unknown"}
_SESSIONS = ("x11", "wayland", "tty", "mir")


def features(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Asks the system's services, which may take seconds."""
    from warifu.platforms.capture_guard import capture_guard
    from warifu.platforms.clock import system_sync
    from warifu.platforms.hardening import memory_is_closed
    from warifu.platforms.idle import system_idle

    idle = system_idle(environ=environ)
    return {
        "memory closed": "yes" if memory_is_closed() else "no",
        "keystore": _keystore(),
        "system unlock": _system_unlock(),
        "idle time": "of the system" if idle is not None else "of the window alone",
        "screenshot guard": capture_guard().support().name.lower(),
        "opens links": _links(),
        "desktop": one_of(environ.get("XDG_CURRENT_DESKTOP", ""), _DESKTOPS),
        "clock kept right": _SYNC[system_sync()],
        "session": one_of(environ.get("XDG_SESSION_TYPE", ""), _SESSIONS),
    }


def _keystore() -> str:
    from warifu.platforms.keystore import system_keystore

    keystore = system_keystore()
    try:
        return "yes" if keystore.reason() is None else "no"
    finally:
        keystore.close()


def _system_unlock() -> str:
    from warifu.platforms.quick_unlock import system_unlock

    system = system_unlock()
    if system is None:
        return "none known"
    try:
        usable = "yes" if system.reason() is None else "no"
    finally:
        system.close()
    return f"{system.name}, {usable}"


def _links() -> str:
    from warifu.platforms.url_scheme import handler
    from warifu.platforms.url_scheme.command import opening_command

    return handler(opening_command()).read().state.name.lower()
