"""The modules of a code followed from its finder patterns on, however the paper is bent.

The grid of a finder pattern is known from its outline. From there each further module is looked for where
its neighbours say that it should be, and put where the edges round it stand. A crease turns and stretches
the grid by a little from one module to the next, while all over the code that is more than a module: what
the phase of the whole, in ``grid``, cannot tell from none.
"""

from __future__ import annotations

import heapq
import math
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from warifu.scan.grid import MARGIN, SIDE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from warifu.scan.frame import Floats, Pixels
    from warifu.scan.grid import Anchor, Place

    Points = NDArray[np.float64]

_STEP = 2  # modules between the nodes that are followed
_NEAR = 2  # nodes to each side that tell where the next one should be
_WINDOW = 7  # modules round a node whose edges are looked at
_FINE = 5  # pixels of a module there
_SIGMA = 1.5  # modules in which these edges count most
_FAINT = 30.0  # of the sum of edges; where there are fewer, nothing is clear
_NEARLY = 0.15  # modules; a node that was off by more is looked at again
_CLEAR = 0.3  # of 1: edges this much in step are believed
_FIRST = 40  # nodes after which is asked whether this is a code at all
_MEAN = 0.28  # clearness of these in a code; of other patterns it is 0.1 to 0.2
_MODULE = 7.0  # pixels; codes that are larger are followed in a smaller copy


def followed(gray: Pixels, place: Place) -> Pixels | None:
    """The code laid flat as by ``grid.laid_flat``; None if its grid cannot be followed from its anchors."""
    growth = _Growth(gray, place.modules, place.anchors)
    return growth.flat() if growth.grow() else None


class _Growth:
    """The nodes of one code: every second module, from the middle of the first to that of the last."""

    def __init__(self, gray: Pixels, modules: int, anchors: tuple[Anchor, ...]) -> None:
        import numpy as np

        self._modules = modules
        self._count = (modules + 1) // _STEP
        size = self._count + 2 * _NEAR  # with neighbours on all sides
        self._at = np.zeros((size, size, 2))  # in pixels
        self._trust = np.zeros((size, size))  # 0 where nothing is known yet
        self._border: list[tuple[float, int, int]] = []
        self._gray, self._scale = _fitting(gray, anchors)
        for anchor in anchors:
            self._seed(anchor)

    def _seed(self, anchor: Anchor) -> None:
        import cv2
        import numpy as np

        way = cv2.getPerspectiveTransform(
            anchor.modules().astype(np.float32), (anchor.corners * self._scale).astype(np.float32)
        )
        for row in range(-(-anchor.top // _STEP), (anchor.top + 6) // _STEP + 1):
            for column in range(-(-anchor.left // _STEP), (anchor.left + 6) // _STEP + 1):
                x, y, depth = way @ (column * _STEP + 0.5, row * _STEP + 0.5, 1)
                self._place(row, column, (x / depth, y / depth), 1.0)

    def _place(self, row: int, column: int, at: tuple[float, float] | Points, clear: float) -> None:
        self._at[row + _NEAR, column + _NEAR] = at
        self._trust[row + _NEAR, column + _NEAR] = clear + 0.05
        for y, x in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= y < self._count and 0 <= x < self._count and not self._knows(y, x):
                heapq.heappush(self._border, (-clear, y, x))

    def _knows(self, row: int, column: int) -> bool:
        return bool(self._trust[row + _NEAR, column + _NEAR])

    def grow(self) -> bool:
        """Place all nodes, always the one beside the clearest; whether it looks like a code."""
        clears: list[float] = []
        while self._border:
            _, row, column = heapq.heappop(self._border)
            if self._knows(row, column):
                continue
            at, clear = self._measured(row, column)
            self._place(row, column, at, clear)
            clears.append(clear)
            if len(clears) == _FIRST and sum(clears) < _MEAN * _FIRST:
                return False
        return bool(clears)

    def _measured(self, row: int, column: int) -> tuple[Points, float]:
        at, basis = self._expected(row, column)
        for _ in range(2):
            off, clear = self._off(at, basis)
            at = at + basis @ off * min(1.0, clear / _CLEAR)
            if abs(off).max() < _NEARLY:
                break
        return at, clear

    def _expected(self, row: int, column: int) -> tuple[Points, Points]:
        """Where the known nodes around say that this one is, and how far a module goes right and down."""
        import numpy as np

        part = np.s_[row : row + 2 * _NEAR + 1, column : column + 2 * _NEAR + 1]
        steps, near = _steps()
        weighted = steps.T * (self._trust[part].ravel() * near)
        square = weighted @ steps
        square.flat[::4] += 1e-9  # never quite flat, whatever is known
        fit = np.linalg.solve(square, weighted @ self._at[part].reshape(-1, 2))
        return fit[0], fit[1:].T / _STEP

    def _off(self, at: Points, basis: Points) -> tuple[Points, float]:
        """How far the edges are from the borders of modules, in modules, and how much they are in step."""
        import cv2
        import numpy as np

        way = np.empty((2, 3))
        way[:, :2] = basis / _FINE
        way[:, 2] = at - 0.5 - way[:, :2].sum(1) * ((_WINDOW * _FINE - 1) / 2)
        seen = cv2.warpAffine(
            self._gray, way, (_WINDOW * _FINE, _WINDOW * _FINE),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE,
        )  # fmt: skip
        weights, waves = _waves()
        across = weights @ cv2.absdiff(seen[:, 1:], seen[:, :-1]).astype(np.float32) @ waves
        down = cv2.absdiff(seen[1:], seen[:-1]).astype(np.float32) @ weights @ waves
        both = [(math.atan2(odd, even) / math.tau, math.hypot(even, odd) / (every + _FAINT))
                for every, even, odd in (across.tolist(), down.tolist())]  # fmt: skip
        return np.array([both[0][0], both[1][0]]), min(both[0][1], both[1][1])

    def flat(self) -> Pixels:
        """The picture, each module square."""
        import cv2
        import numpy as np

        side = (self._modules + 2 * MARGIN) * SIDE
        node = ((np.arange(side, dtype=np.float32) + 0.5) / SIDE - MARGIN - 0.5) / _STEP
        across, down = np.meshgrid(node, node)
        inner = self._at[_NEAR:-_NEAR, _NEAR:-_NEAR].astype(np.float32) - np.float32(0.5)
        x, y = (
            cv2.remap(way, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            for way in cv2.split(inner)
        )
        return cast("Pixels", cv2.remap(self._gray, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))


def _fitting(gray: Pixels, anchors: tuple[Anchor, ...]) -> tuple[Pixels, float]:
    """The picture so small that modules are not much larger than needed, and how small that is."""
    import cv2

    area = sum(cv2.contourArea(anchor.corners.astype("float32")) for anchor in anchors) / len(anchors)
    scale = _MODULE / max(area**0.5 / 7, 1)
    if scale > 0.7:
        return gray, 1.0
    return cast("Pixels", cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)), scale


@lru_cache(maxsize=1)
def _steps() -> tuple[Points, Points]:
    """The nodes around one: 1, and how far right and down each is; and how much it counts."""
    import numpy as np

    way = np.arange(-_NEAR, _NEAR + 1)
    right, down = (each.ravel().astype(np.float64) for each in np.meshgrid(way, way))
    return np.stack([np.ones(right.size), right, down], 1), np.exp(-0.3 * (right**2 + down**2))


@lru_cache(maxsize=1)
def _waves() -> tuple[Floats, Floats]:
    """How much each row counts; for each difference of neighbours: that, and waves that are 1 at borders."""
    import numpy as np

    size = _WINDOW * _FINE
    rows = (np.arange(size) + 0.5) / _FINE - _WINDOW / 2
    gaps = np.arange(1, size) / _FINE
    near = np.exp(-(((gaps - _WINDOW / 2) / _SIGMA) ** 2) / 2)
    turn = 2 * np.pi * gaps
    waves = np.stack([near, near * np.cos(turn), near * np.sin(turn)], 1)
    return np.exp(-((rows / _SIGMA) ** 2) / 2).astype(np.float32), waves.astype(np.float32)
