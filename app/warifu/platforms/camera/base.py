"""What all systems' cameras have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]  # rows, columns, and blue, green, red


@dataclass(frozen=True, slots=True)
class Way:
    """One of OpenCV's ways to a camera: what to open, and the number of the backend that opens it."""

    target: int | str
    backend: int


@dataclass(frozen=True, slots=True)
class Source:
    """A camera that is there: ``key`` is the system's lasting name, ``ways`` lead to it, best first."""

    key: str
    name: str
    ways: tuple[Way, ...]


class CannotOpen(Exception):
    """A camera gives no picture; ``state`` says why."""

    def __init__(self, state: CameraState) -> None:
        super().__init__(state.value)
        self.state = state


class Video(Protocol):
    """An opened camera, or what is played in place of one."""

    def read(self) -> Pixels | None:
        """Wait for the next picture; None when none came."""

    def close(self) -> None:
        """Let go of the device, whose light goes out."""


class Cameras(Protocol):
    """One system's cameras."""

    def find(self) -> tuple[Source, ...]:
        """All that are there now, the system's first one first."""

    def open(self, source: Source) -> Video:
        """Begin to take pictures. Raises CannotOpen."""
