"""Where the modules of a code lie in a picture, and the code laid flat by that.

A flat code seen at an angle is a homography away from its grid. Paper on a bottle, cloth and folds are not,
so what is left is measured: in a code laid flat, its edges stand at whole modules. Where they stand instead
is the phase of the strength of the edges at a frequency of one module, and the sum of such phases, smooth and
free of jumps from the top left finder pattern on, is the way back to the grid.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from warifu.scan.frame import Corners, Floats, Pixels

SIDE = 6  # pixels of a module laid flat
MARGIN = 4  # modules round the code
_NEAR = (2.0, 1.5, 1.5)  # modules over which edges are compared, in each round
_SMOOTH = 1.5  # modules over which a correction is evened
_INVERTED = 0.4  # of the finder patterns as they should be; fewer: light on dark
_AROUND = 7  # modules in whose neighbourhood light and dark are told apart


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A finder pattern of a code: the module at its top left, and its corners in pixels of the picture."""

    left: int
    top: int
    corners: NDArray[np.float64]

    def modules(self) -> NDArray[np.float64]:
        """Its corners in modules of the code."""
        import numpy as np

        return np.add([(0, 0), (7, 0), (7, 7), (0, 7)], (self.left, self.top), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A code in a picture: modules on a side, and the homography from modules to pixels."""

    modules: int
    homography: NDArray[np.float64]
    anchors: tuple[Anchor, ...] = ()  # what is known for certain, if the paper is bent

    @classmethod
    def of(cls, modules: int, corners: Corners) -> Place:
        """The place of a flat code with these corners."""
        import cv2
        import numpy as np

        square = [(0, 0), (modules, 0), (modules, modules), (0, modules)]
        homography = cv2.getPerspectiveTransform(np.array(square, np.float32), np.array(corners, np.float32))
        return cls(modules, cast("NDArray[np.float64]", homography))

    @classmethod
    def between(cls, modules: int, anchors: tuple[Anchor, ...]) -> Place | None:
        """The place of a code with these finder patterns, as if it were flat; None if there is none."""
        import cv2
        import numpy as np

        flat = np.concatenate([anchor.modules() for anchor in anchors])
        homography, _ = cv2.findHomography(flat, np.concatenate([anchor.corners for anchor in anchors]))
        if homography is None or not np.isfinite(homography).all():
            return None
        return cls(modules, cast("NDArray[np.float64]", homography), anchors)

    def area(self) -> float:
        """Pixels that it covers."""
        import cv2
        import numpy as np

        return float(cv2.contourArea(np.array(self.corners(), np.float32)))

    def breadth(self) -> float:
        """Pixels across, where it is narrowest."""
        import cv2
        import numpy as np

        return float(min(cv2.minAreaRect(np.array(self.corners(), np.float32))[1]))

    def corners(self) -> Corners:
        """The corners of the code, in pixels of the picture."""
        import numpy as np

        end = self.modules
        square = np.array([(0, 0, 1), (end, 0, 1), (end, end, 1), (0, end, 1)], np.float64).T
        x, y, scale = self.homography @ square
        first, second, third, fourth = zip((x / scale).tolist(), (y / scale).tolist(), strict=True)
        return first, second, third, fourth


def laid_flat(gray: Pixels, place: Place) -> Iterator[Pixels]:
    """The code of that place, flatter with each picture that is given."""
    import numpy as np

    net = _net(place.modules)
    shift = (np.zeros_like(net.across), np.zeros_like(net.down))
    for number, near in enumerate(_NEAR):
        seen = _seen(gray, place, net.across + shift[0], net.down + shift[1])
        off = _off_grid(seen, net, near * SIDE, first=number == 0)
        shift = _smooth(shift[0] + off[0]), _smooth(shift[1] + off[1])
        yield _seen(gray, place, net.across + shift[0], net.down + shift[1])


def redrawn(flat: Pixels) -> Pixels:
    """A code that was laid flat, drawn anew: each module black or white by its middle and its neighbourhood.

    A tenth of the difference to each neighbour is added first, which is about what blur took away. The finder
    patterns are drawn whole, since a decoder finds no code by one that is half covered.
    """
    import cv2
    import numpy as np

    size = flat.shape[0] // SIDE
    thirds = cv2.resize(flat, (size * 3, size * 3), interpolation=cv2.INTER_AREA)
    kernel = np.array([(0, -0.1, 0), (-0.1, 1.4, -0.1), (0, -0.1, 0)], np.float32)
    shade = cv2.filter2D(thirds[1::3, 1::3].astype(np.float32), -1, kernel)
    around = np.ones((_AROUND, _AROUND), np.uint8)
    limit = cv2.blur((cv2.erode(shade, around) + cv2.dilate(shade, around)) / 2, (_AROUND, _AROUND))
    light = _with_patterns((shade > limit)[MARGIN:-MARGIN, MARGIN:-MARGIN])
    inner = cv2.copyMakeBorder(light, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=255)
    return cast("Pixels", cv2.resize(inner, None, fx=4, fy=4, interpolation=cv2.INTER_NEAREST))


def _with_patterns(light: NDArray[np.bool_]) -> Pixels:
    """Black on white, whatever the code was, with its three finder patterns and what parts them from it."""
    import numpy as np

    away = np.arange(-4, 4)
    ring = np.maximum(np.abs(away)[:, None], np.abs(away))  # from the middle of a pattern, one side more
    corner = (ring == 2) | (ring == 4)
    parts = np.s_[:8, :8], np.s_[:8, -8:], np.s_[-8:, :8]
    patterns = corner[::-1, ::-1], corner[::-1], corner[:, ::-1]
    alike = np.mean([light[part] == pattern for part, pattern in zip(parts, patterns, strict=True)])
    drawn = ~light if alike < _INVERTED else light.copy()
    for part, pattern in zip(parts, patterns, strict=True):
        drawn[part] = pattern
    return drawn.astype(np.uint8) * np.uint8(255)


@dataclass(frozen=True, slots=True, eq=False)
class _Net:
    """For every pixel of a code laid flat: its place in modules, and waves that are 1 at their borders."""

    modules: int
    across: Floats
    down: Floats
    waves: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]  # cosine and sine, across and down
    inside: Floats


@lru_cache(maxsize=4)
def _net(modules: int) -> _Net:
    import numpy as np

    side = (modules + 2 * MARGIN) * SIDE
    down, across = (np.mgrid[0:side, 0:side].astype(np.float32) + np.float32(0.5)) / SIDE - MARGIN
    inside = (
        np.maximum(np.abs(across - modules / 2), np.abs(down - modules / 2)) < modules / 2 + 0.6
    ).astype(np.float32)
    turn = np.float32(2 * np.pi)
    waves = tuple((np.cos(turn * way) * inside, np.sin(turn * way) * inside) for way in (across, down))
    return _Net(modules, across, down, (waves[0], waves[1]), inside)


def _seen(gray: Pixels, place: Place, across: Floats, down: Floats) -> Pixels:
    """The picture at these places, given in modules."""
    import cv2
    import numpy as np

    h = place.homography.astype(np.float32)
    depth = h[2, 0] * across + h[2, 1] * down + h[2, 2]
    x = (h[0, 0] * across + h[0, 1] * down + h[0, 2]) / depth - np.float32(0.5)
    y = (h[1, 0] * across + h[1, 1] * down + h[1, 2]) / depth - np.float32(0.5)
    return cast("Pixels", cv2.remap(gray, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))


def _off_grid(seen: Pixels, net: _Net, near: float, *, first: bool) -> tuple[Floats, Floats]:
    """How far each neighbourhood's edges are from whole modules, across and down, in modules."""
    import cv2
    import numpy as np

    def blurred(edges: Floats) -> Floats:
        return cast("Floats", cv2.GaussianBlur(edges, (0, 0), near))

    off = []
    for way, (cosine, sine) in enumerate(net.waves):
        edges = np.abs(cast("Floats", cv2.Scharr(seen, cv2.CV_32F, 1 - way, way)))
        even, odd = blurred(edges * cosine), blurred(edges * sine)
        phase = cast("Floats", np.arctan2(odd, even) / np.float32(2 * np.pi))
        if first:
            clear = cast("Floats", np.hypot(even, odd) / (blurred(edges * net.inside) + np.float32(1)))
            phase = _without_jumps(phase, clear, net.modules)
        off.append(phase)
    return off[0], off[1]


def _without_jumps(phase: Floats, clear: Floats, modules: int) -> Floats:
    """The phase with whole modules added, so that neighbours differ by less than half of one."""
    import cv2
    import numpy as np

    middles = slice(MARGIN * SIDE + SIDE // 2, (MARGIN + modules) * SIDE, SIDE)
    whole = _unwrapped(phase[middles, middles].tolist(), clear[middles, middles].tolist())
    around = cv2.copyMakeBorder(
        np.array(whole, np.float32), MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_REPLICATE
    )
    return cast("Floats", cv2.resize(around, phase.shape[::-1], interpolation=cv2.INTER_LINEAR))


def _unwrapped(phase: list[list[float]], clear: list[list[float]]) -> list[list[float]]:
    """Grows from the middle of the top left finder pattern, always where the edges are clearest."""
    size = len(phase)
    whole: list[list[float | None]] = [[None] * size for _ in phase]
    border = [(-1.0, 3, 3, 0.0)]
    while border:
        _, row, column, beside = heapq.heappop(border)
        if whole[row][column] is not None:
            continue
        here = phase[row][column] + round(beside - phase[row][column])
        whole[row][column] = here
        for y, x in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= y < size and 0 <= x < size and whole[y][x] is None:
                heapq.heappush(border, (-clear[y][x] * clear[row][column], y, x, here))
    return cast("list[list[float]]", whole)


def _smooth(shift: Floats) -> Floats:
    import cv2

    return cast("Floats", cv2.GaussianBlur(shift, (0, 0), _SMOOTH * SIDE))
