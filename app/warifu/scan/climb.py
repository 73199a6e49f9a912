"""One picture on its way up the ladder: what has been read so far, and what is still to be read."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Found, Frame
from warifu.scan.grid import Place, laid_flat, redrawn
from warifu.scan.growth import followed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.scan.frame import Corners, Pixels

_SAME = 6  # pixels; places that differ by less are followed once
_MOST_FOLLOWED = 60_000  # modules of all places that are followed to their ends: about a second
_MOST_UNREAD = 6  # places that are laid flat in one go; noise has many


class Climb:
    """Collects what the rungs read; ``seconds`` of processor time are the limit of its patience."""

    def __init__(self, frame: Frame, seconds: float) -> None:
        self.frame = frame
        self._end = time.process_time() + seconds
        self._decoder = Zxing()
        self._found: dict[str, Found] = {}
        self._unread: list[Place] = []
        self._followed: set[tuple[int, ...]] = set()
        self._patience = _MOST_FOLLOWED
        self._flattened = 0  # how many of them were laid flat already

    def found(self) -> tuple[Found, ...]:
        """Every text so far, each once."""
        return tuple(self._found.values())

    def is_over(self) -> bool:
        """Whether its time is up."""
        return time.process_time() > self._end

    def is_done(self) -> bool:
        """Whether there is nothing more to climb for: something was read, and nothing else was seen."""
        return self.is_over() or (bool(self._found) and not self.unread())

    def look(self, gray: Pixels, *, shrunk: bool = True) -> None:
        """Read the picture, prepared and perhaps of another size than the frame, and copies ``shrunk``."""
        sight = self._decoder.look(Frame.of(gray), shrunk=shrunk)
        across, down = self._scale(gray)
        self.take(Found(found.text, _scaled(found.corners, across, down)) for found in sight.found)
        places = [Place.of(each.modules, _scaled(each.corners, across, down)) for each in sight.unread]
        self._unread += [place for place in places if place.breadth() > place.modules]  # others are lines

    def take(self, found: Iterable[Found]) -> None:
        """Note what was read."""
        for code in found:
            self._found.setdefault(code.text, code)

    def flatten_unread(self) -> None:
        """Lay flat what was seen and not read since the last time, and read that."""
        self._unread = self.unread()[:_MOST_UNREAD]
        for place in self._unread[self._flattened :]:
            self.flatten(self.frame.gray, place)
        self._flattened = len(self._unread)

    def follow(self, gray: Pixels, place: Place) -> bool:
        """Follow one place from its anchors, as ``flatten`` does; whether it could be read then."""
        key = place.modules, *(round(way / _SAME) for corner in place.corners() for way in corner)
        if key in self._followed or (self._found and not self._is_unread(place)):
            return False
        self._followed.add(key)
        flat = followed(gray, place) if self._patience > 0 else None
        self._patience -= place.modules**2 if flat is not None else 0
        return flat is not None and self.read_flat(flat, place, self._scale(gray))

    def _is_unread(self, place: Place) -> bool:
        """Whether something was seen there, and not read."""
        return any(_overlap(place.corners(), unread.corners()) for unread in self.unread())

    def flatten(self, gray: Pixels, place: Place) -> bool:
        """Lay flat one place of the frame, or of a smaller copy of it; whether it could be read then."""
        for flat in laid_flat(gray, place):
            if self.is_over():
                return False
            if self.read_flat(flat, place, self._scale(gray)):
                return True
        return False

    def read_flat(self, flat: Pixels, place: Place, scale: tuple[float, float] = (1, 1)) -> bool:
        """Read a code that was laid flat; whether that was possible."""
        read = self._decoder.read(Frame.of(flat)) or self._decoder.read(Frame.of(redrawn(flat)))
        corners = _scaled(place.corners(), *scale)
        self.take(Found(code.text, corners) for code in read)
        return bool(read)

    def _scale(self, gray: Pixels) -> tuple[float, float]:
        return self.frame.width / gray.shape[1], self.frame.height / gray.shape[0]

    def unread(self) -> list[Place]:
        """Places that were seen, each once, without those where something was read after all."""
        known = [found.corners for found in self._found.values()]
        places = []
        for place in self._unread:
            corners = place.corners()
            if not any(_overlap(corners, other) for other in known):
                known.append(corners)
                places.append(place)
        return places


def _scaled(corners: Corners, across: float, down: float) -> Corners:
    first, second, third, fourth = ((x * across, y * down) for x, y in corners)
    return first, second, third, fourth


def _overlap(one: Corners, other: Corners) -> bool:
    """Whether the middle of one is well inside the other."""
    reach = max(math.dist(other[0], other[2]), math.dist(other[1], other[3])) / 4
    return math.dist(_middle(one), _middle(other)) < reach


def _middle(corners: Corners) -> tuple[float, float]:
    return sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4
