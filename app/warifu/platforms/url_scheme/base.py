"""What every system's registration can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from warifu.core.text import Text

SCHEMES = ("otpauth", "otpauth-migration", "apple-otpauth")


class State(Enum):
    """Whether links open with this Warifu."""

    ON = auto()
    OFF = auto()
    IMPOSSIBLE = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the system says now; ``note`` is a sentence about what stands in the way."""

    state: State
    note: Text = field(default_factory=lambda: Text(""))


class Handler(Protocol):
    """One system's registration of all ``SCHEMES`` for this user; Warifu's settings know nothing of it."""

    def read(self) -> Reading:
        """Ask the system. Never raises."""

    def turn_on(self) -> None:
        """Make this Warifu the program that opens links. Raises NotPossible with the reason."""

    def turn_off(self) -> None:
        """Take back what ``turn_on`` wrote, so that links open as before. Raises NotPossible."""
