"""A grey picture, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.typing import NDArray
    import numpy as np

    Pixels = NDArray[np.uint8]

Corner = tuple[float, float]  # x to the right and y down, in pixels of the frame
Corners = tuple[Corner, Corner, Corner, Corner]  # as the code goes round: its top left corner first


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A grey picture: rows of pixels, 0 is black, without gaps between the rows."""

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
        """The frame of any array of grey pixels; it is copied only where its rows have gaps."""
        import numpy as np

        if pixels.ndim != 2 or pixels.dtype != np.uint8 or 0 in pixels.shape:
            raise ValueError(f"not a grey picture: {pixels.dtype} {pixels.shape}")
        return cls(np.ascontiguousarray(pixels))

    @classmethod
    def of_bytes(cls, width: int, height: int, data: bytes | bytearray | memoryview) -> Frame:
        """The frame whose rows are in ``data``, one byte for each pixel; ``ValueError`` if they are not."""
        import numpy as np

        if width < 1 or height < 1 or memoryview(data).nbytes != width * height:
            raise ValueError(f"{width} x {height} pixels are not {memoryview(data).nbytes} bytes")
        return cls(np.frombuffer(data, np.uint8).reshape(height, width))


@dataclass(frozen=True, slots=True)
class Found:
    """One code that was read: its text, which nobody has checked yet, and where it is."""

    text: str = field(repr=False)
    corners: Corners
