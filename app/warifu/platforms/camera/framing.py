"""From what the camera sees to what the window shows: cut to its shape, never enlarged, mirrored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.scan.camera_wire import Picture, View
from warifu.scan.frame import Found

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Pixels
    from warifu.scan.frame import Corner


@dataclass(frozen=True, slots=True)
class Framing:
    """A part of the camera's picture, in its pixels, and the size at which it is shown."""

    left: int
    top: int
    width: int
    height: int
    shown: View

    def picture(self, pixels: Pixels) -> Picture:
        """The picture for the window."""
        import cv2

        part = pixels[self.top : self.top + self.height, self.left : self.left + self.width]
        size = (self.shown.width, self.shown.height)
        if size != (self.width, self.height):
            part = cv2.resize(part, size, interpolation=cv2.INTER_LINEAR)  # type: ignore[assignment]
        whole = cv2.cvtColor(cv2.flip(part, 1), cv2.COLOR_BGR2BGRA)
        return Picture(*size, whole.tobytes())

    def found(self, found: Found) -> Found:
        """The same code with its corners in the window's picture, perhaps outside of it."""
        a, b, c, d = (self._corner(corner) for corner in found.corners)
        return Found(found.text, (a, b, c, d))

    def _corner(self, corner: Corner) -> Corner:
        x, y = corner
        shown_x = self.shown.width - (x - self.left) * self.shown.width / self.width
        return shown_x, (y - self.top) * self.shown.height / self.height


def framing(width: int, height: int, view: View) -> Framing:
    """The largest middle part of a ``width`` x ``height`` picture that has the shape of ``view``."""
    scale = max(view.width / width, view.height / height)
    part_width = max(1, min(width, round(view.width / scale)))
    part_height = max(1, min(height, round(view.height / scale)))
    shown = view if scale < 1 else View(part_width, part_height)
    return Framing((width - part_width) // 2, (height - part_height) // 2, part_width, part_height, shown)
