"""Ways to a picture of the screens, one module each, in the order in which they are tried.

X11, Windows and macOS give it to every program (``desktop/strategies/qt_grab.py``); Wayland does not.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, NotPossible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warifu.platforms.screenshot.base import Screenshot, Shot


def is_wayland(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the session is one where programs see their own windows alone; also for programs that speak
    X11 in it.
    """
    if platform in {"win32", "darwin"}:
        return False
    return bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"


def ways() -> tuple[Screenshot, ...]:
    """Those that fit this session and whose parts are here, the best first."""
    from warifu.platforms.screenshot.grim import Grim
    from warifu.platforms.screenshot.portal import Portal

    known: tuple[Screenshot, ...] = (Portal(), Grim())
    return tuple(way for way in known if way.compatible() and way.available())


def take(screens: Sequence[str], ways: Sequence[Screenshot]) -> tuple[Screenshot, tuple[Shot, ...]]:
    """The first way that works, and its pictures; none if the user said no. Raises AppError."""
    refusal: AppError | None = None
    for way in ways:
        try:
            return way, way.take(screens)
        except AppError as error:
            refusal = refusal or error
    raise refusal or NotPossible(
        "This desktop lets no program look at the screen.",
        hint="Take a screenshot and choose “Open image”, or install xdg-desktop-portal or grim.",
    )
