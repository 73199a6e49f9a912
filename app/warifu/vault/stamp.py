"""Hybrid logical clocks: stamps that order all writes of all devices, whatever their clocks say.

A stamp is the text ``<milliseconds, 12 hex digits>-<counter, 4 hex digits>-<device>``, so that text order is
stamp order. After Kulkarni et al., "Logical Physical Clocks" (2014).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from warifu.core.clock import Clock

Stamp = NewType("Stamp", str)

ZERO = Stamp("")  # older than every stamp
_SHAPE = re.compile(r"[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-zA-Z]{1,64}")
_MAX_COUNTER = 0xFFFF
_MAX_MILLISECONDS = 0xFFFF_FFFF_FFFF


def device_of(stamp: str) -> str:
    """The device that made the stamp."""
    return stamp[18:]


def is_stamp(untrusted: object) -> bool:
    """Whether a value read from a file has the shape of a stamp."""
    return isinstance(untrusted, str) and _SHAPE.fullmatch(untrusted) is not None


def new_device() -> str:
    """A random device id, 16 hex digits."""
    import secrets

    return secrets.token_hex(8)


class StampClock:
    """Makes the stamps of one device: each later than every stamp made or observed before."""

    def __init__(self, device: str, clock: Clock) -> None:
        if re.fullmatch(r"[0-9a-zA-Z]{1,64}", device) is None:
            raise ValueError("a device id has 1 to 64 letters and digits")
        self.device = device
        self._clock = clock
        self._milliseconds = 0
        self._counter = 0

    def next(self) -> Stamp:
        """A new stamp; it beats everything this clock has seen, also when the computer's clock went back."""
        now = min(max(int(self._clock.now() * 1000), 0), _MAX_MILLISECONDS)
        if now > self._milliseconds:
            self._milliseconds, self._counter = now, 0
        elif self._counter < _MAX_COUNTER:
            self._counter += 1
        else:
            self._milliseconds, self._counter = self._milliseconds + 1, 0
        return Stamp(f"{self._milliseconds:012x}-{self._counter:04x}-{self.device}")

    def seconds(self) -> int:
        """Unix seconds, never before a stamp made or observed, also when the computer's clock went back."""
        return max(int(self._clock.now()), self._milliseconds // 1000)

    def observe(self, stamp: str) -> None:
        """Remember a stamp read from a document; the empty stamp is older than everything."""
        if not stamp:
            return
        seen = (int(stamp[:12], 16), int(stamp[13:17], 16))
        self._milliseconds, self._counter = max((self._milliseconds, self._counter), seen)
