"""A grey picture, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint8]
    Floats: TypeAlias = NDArray[np.float32]

Corner: TypeAlias = tuple[float, float]  # x to the right and y down, in pixels of the frame
Corners: TypeAlias = tuple[Corner, Corner, Corner, Corner]  # round the code, from its own top left one on


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A grey picture: rows of pixels without gaps between them; 0 is black."""

    gray: Pixels = field(repr=False)

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return int(self.gray.shape[1])

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return int(self.gray.shape[0])

    @classmethod
    def of(cls, pixels: Pixels) -> Frame:
        """The frame of grey pixels, copied only if their rows have gaps; ``ValueError`` for others."""
        import numpy as np

        if pixels.ndim != 2 or pixels.dtype != np.uint8 or 0 in pixels.shape:
            raise ValueError(f"not a grey picture: {pixels.dtype} {pixels.shape}")
        return cls(np.ascontiguousarray(pixels))

    @classmethod
    def of_bytes(cls, width: int, height: int, data: bytes | bytearray | memoryview) -> Frame:
        """The frame whose rows are in ``data``, a byte for each pixel; ``ValueError`` if they are not."""
        import numpy as np

        if width < 1 or height < 1 or memoryview(data).nbytes != width * height:
            raise ValueError(f"{width} x {height} pixels are not {memoryview(data).nbytes} bytes")
        return cls(np.frombuffer(data, np.uint8).reshape(height, width))


@dataclass(frozen=True, slots=True)
class Found:
    """One code that was read: its text, which nobody has checked yet, and where it is."""

    text: str = field(repr=False)
    corners: Corners
