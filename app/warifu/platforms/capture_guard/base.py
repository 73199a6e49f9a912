"""What every system's guard does, and the one of systems that know none."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol


class Support(Enum):
    """What the system can do at this moment."""

    YES = auto()
    NO = auto()
    REMOTE = auto()  # the screen is seen from afar, and a guard would blacken it for the user


class CaptureGuard(Protocol):
    """Guards single windows."""

    def support(self) -> Support:
        """Whether windows can and should be guarded now."""

    def guard(self, window: int, *, on: bool) -> bool:
        """Leave a window (its native id) out of pictures of the screen, or no longer; whether that worked."""


class NoGuard:
    """X11 and Wayland: no program can keep its window out of a picture of the screen."""

    def support(self) -> Support:
        """Never."""
        return Support.NO

    def guard(self, window: int, *, on: bool) -> bool:  # noqa: ARG002
        """Nothing is done."""
        return False
