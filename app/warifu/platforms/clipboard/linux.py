"""X11 and Wayland: the hint that Klipper invented and most clipboard managers honour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.clipboard.base import Formats

FORMATS: Formats = {"x-kde-passwordManagerHint": b"secret"}
