"""Finds codes by their three finder patterns, also where they are bent too much for a decoder to find them.

A finder pattern is a dark square in a light ring in a dark ring (or the reverse), about one point, with
areas of 9, 25 and 49. Three of about one size at a right angle are a code; the four corners of each give its
homography.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warifu.scan.grid import Anchor, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from warifu.scan.frame import Pixels

    Points = NDArray[np.float64]

_MOST = 14  # patterns that are combined; the largest
_MOST_LOOKED_AT = 24  # triples; the squarest
_MOST_TRIPLES = 4  # that are followed; those whose patterns lie as the code does
_MISFIT = 1.5  # where no code is
_GRAIN = 2  # of 255; what is darker by less is noise
_SIZES = (1, 40)  # versions of codes


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One finder pattern: its middle, the area of its outer square, and its outline."""

    middle: Points
    area: float
    outline: Points
    whole: bool = True  # or was its outer ring not seen

    def with_ring(self) -> Pattern:
        """The pattern of which this is the inner ring."""
        outline = self.middle + (self.outline - self.middle) * (7 / 5)
        return Pattern(self.middle, self.area * (7 / 5) ** 2, outline, whole=False)


@dataclass(frozen=True, slots=True, eq=False)
class _Triple:
    """Three patterns: that of the corner, right of it, below it; modules between their middles."""

    patterns: tuple[Pattern, Pattern, Pattern]
    misfit: float  # 0 for a flat code seen from far
    between: float


def places(found: list[Pattern]) -> Iterator[Place]:
    """Where codes may lie that have three of these patterns, the likeliest first."""
    likely = sorted(_triples(found), key=lambda triple: triple[0])[:_MOST_LOOKED_AT]
    fitting = sorted((_fitted(*triple[1:]) for triple in likely), key=lambda each: each.misfit)
    for each in fitting[:_MOST_TRIPLES]:
        yield from _by_size(each)


def patterns(gray: Pixels, window: int) -> list[Pattern]:
    """All that looks like a finder pattern, whole ones first; black: darker than the mean of a window."""
    import cv2

    if min(gray.shape) < 21:
        return []
    black = cv2.adaptiveThreshold(
        cv2.blur(gray, (3, 3)), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY,
        min(window, min(gray.shape) // 2) | 1, _GRAIN,
    )  # fmt: skip
    outlines, tree = cv2.findContours(black, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
    if not len(outlines):
        return []
    links = tree[0].tolist()
    found = {}
    for number, (_, _, child, _) in enumerate(links):
        if child >= 0 and len(outlines[number]) >= 16 and (pattern := _pattern(outlines, links, number)):
            found[number] = pattern
    inside = {links[number][2] for number, pattern in found.items() if pattern.whole}
    kept = [pattern for number, pattern in found.items() if pattern.whole or number not in inside]
    return _largest(kept, whole=True) + _largest(kept, whole=False)


def _largest(found: list[Pattern], *, whole: bool) -> list[Pattern]:
    return sorted((each for each in found if each.whole is whole), key=lambda each: -each.area)[:_MOST]


def _pattern(outlines: Any, links: list[list[int]], number: int) -> Pattern | None:
    """The finder pattern with this outline, or whose inner ring has it."""
    import cv2

    ring = links[number][2]
    while ring >= 0 and links[ring][2] < 0:
        ring = links[ring][0]
    if ring < 0:
        return _torn(outlines, links, number)
    core = links[ring][2]
    outer, middle, inner = (cv2.contourArea(outlines[each]) for each in (number, ring, core))
    if inner < 3 or not (1.3 < outer / middle < 3.6 and 1.4 < middle / inner < 6):
        return None
    return _square(outlines[number], outlines[core])


def _torn(outlines: Any, links: list[list[int]], number: int) -> Pattern | None:
    """A pattern whose inner ring and core alone are seen: what is round it is as dark as it is."""
    import cv2

    core = links[number][2]
    middle, inner = cv2.contourArea(outlines[number]), cv2.contourArea(outlines[core])
    if inner < 9 or not 1.9 < middle / inner < 4.2:
        return None
    inside = _square(outlines[number], outlines[core])
    return inside and inside.with_ring()


def _square(outline: Any, core: Any) -> Pattern | None:
    """The pattern of an outline and its core, if these have one middle and are no ragged blots."""
    import cv2
    import numpy as np

    hull, area = cv2.convexHull(outline), cv2.contourArea(outline)
    centres = [_centre(cv2.moments(each)) for each in (outline, core)]
    if math.dist(*centres) > 0.18 * math.sqrt(area) or area < 0.8 * cv2.contourArea(hull):
        return None
    return Pattern(np.mean(centres, 0), area, np.asarray(hull, np.float64)[:, 0])


def _centre(moments: Any) -> tuple[float, float]:
    return moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]


def _triples(found: list[Pattern]) -> Iterator[tuple[float, Pattern, Pattern, Pattern]]:
    """How far from square each likely code is, and its patterns: corner, right of it, below it."""
    for corner, right, below in itertools.permutations(found, 3):
        areas = (corner.area, right.area, below.area)
        top, side = right.middle - corner.middle, below.middle - corner.middle
        turn = float(top[0] * side[1] - top[1] * side[0])
        if turn <= 0 or max(areas) > 2.6 * min(areas):
            continue
        width, height = math.hypot(*top), math.hypot(*side)
        skew, stretch = abs(float(top @ side)) / (width * height), abs(math.log(width / height))
        if skew < 0.85 and stretch < 1.1:
            yield skew + stretch, corner, right, below


def _fitted(corner: Pattern, right: Pattern, below: Pattern) -> _Triple:
    """How well the sides of the patterns point to each other: seen from aside, no code is square."""
    import numpy as np

    top, side = right.middle - corner.middle, below.middle - corner.middle
    outlines = np.array([corners(each, top, side) for each in (corner, right, below)]).mean(0) / 14
    across = outlines[1] + outlines[2] - outlines[0] - outlines[3]
    down = outlines[2] + outlines[3] - outlines[0] - outlines[1]
    if abs(across[0] * down[1] - across[1] * down[0]) < 1:
        return _Triple((corner, right, below), math.inf, 0)
    far, aside, aslant, under = np.linalg.solve(
        np.stack([across, down], 1), np.stack([top, side], 1)
    ).T.ravel().tolist()  # fmt: skip
    between = max((far + under) / 2, 1.0)
    return _Triple((corner, right, below), (abs(aside) + abs(aslant) + abs(far - under)) / between, between)


def _by_size(triple: _Triple) -> Iterator[Place]:
    """The code of three patterns, for each number of modules that its shape allows."""
    if triple.misfit > _MISFIT:
        return
    corner, right, below = triple.patterns
    top, side = right.middle - corner.middle, below.middle - corner.middle
    guess = triple.between + 7
    nearest = round((guess - 17) / 4)
    versions = {version for version in range(nearest - 2, nearest + 3) if _SIZES[0] <= version <= _SIZES[1]}
    for modules in sorted((17 + 4 * version for version in versions), key=lambda size: abs(size - guess))[:4]:
        far = modules - 7
        anchors = tuple(
            Anchor(left, under, corners(each, top, side) + 0.5)
            for each, left, under in ((corner, 0, 0), (right, far, 0), (below, 0, far))
        )
        if place := Place.between(modules, anchors):
            yield place


def corners(pattern: Pattern, top: Points, side: Points) -> Points:
    """The corners of its outline, as the code goes round."""
    import numpy as np

    along = (pattern.outline - pattern.middle) @ np.linalg.inv(np.stack([top, side], 1)).T
    both, apart = along.sum(1), along[:, 0] - along[:, 1]
    picked = [both.argmin(), apart.argmax(), both.argmax(), apart.argmin()]
    return pattern.outline[picked]
