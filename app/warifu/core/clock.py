"""Time as a parameter."""

from __future__ import annotations

import time
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a while. The computer's sleep counts, through which the clock of durations and timers stand
    still on most systems; a clock that is set may bring it nearer, and never puts it off.
    """

    length: float  # seconds
    at: float  # Unix seconds
    at_monotonic: float

    @staticmethod
    def after(seconds: float, clock: Clock) -> Deadline:
        """So many seconds from now."""
        return Deadline(seconds, clock.now() + seconds, clock.monotonic() + seconds)

    def left(self, clock: Clock) -> float:
        """Seconds that are left; 0 when it is over."""
        return max(0.0, min(self.at - clock.now(), self.at_monotonic - clock.monotonic(), self.length))


def uncorrected(clock: Clock) -> Clock:
    """The clock as the computer has it."""
    return clock.base if isinstance(clock, CorrectedClock) else clock
