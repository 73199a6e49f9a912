"""A picture of the screens, where the window system gives it to no program by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Pixels:
    """One screen by its name: rows of red, green and blue, a byte each, without gaps."""

    screen: str
    width: int
    height: int
    rgb: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture file in memory, which nobody has opened yet. ``left_at`` is where its file could not be
    deleted.
    """

    untrusted: bytes = field(repr=False)
    left_at: str = ""


Shot = Pixels | Packed


class Screenshot(Protocol):
    """One way to a picture. All calls block and belong off the main thread."""

    lets_choose: bool  # whether ``take_part`` has the desktop ask which part is meant

    def compatible(self) -> bool:
        """Whether this session is of the kind that it is made for."""

    def available(self) -> bool:
        """Whether what it needs is here: a service that answers, a program."""

    def take(self, screens: Sequence[str]) -> tuple[Shot, ...]:
        """All screens, of which these are the names. Nothing if the user said no; raises AppError."""

    def take_part(self) -> tuple[Shot, ...]:
        """The part that the user chooses in the desktop's own way, or nothing; raises AppError."""
