"""Time as a parameter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock(Protocol):
    """Tells the time; tests bring their own."""

    def now(self) -> float:
        """Unix time in seconds."""

    def monotonic(self) -> float:
        """Seconds that never go backwards, for durations."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> float:
        """Unix time in seconds."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go backwards."""
        return time.monotonic()


class CorrectedClock:
    """Another clock, put right by ``correction`` seconds, which is asked anew each time; durations stay."""

    def __init__(self, base: Clock, correction: Callable[[], float]) -> None:
        self.base = base
        self._correction = correction

    def now(self) -> float:
        """Unix time in seconds."""
        return self.base.now() + self._correction()

    def monotonic(self) -> float:
        """Seconds that never go backwards."""
        return self.base.monotonic()


def uncorrected(clock: Clock) -> Clock:
    """The clock as the computer has it."""
    return clock.base if isinstance(clock, CorrectedClock) else clock
