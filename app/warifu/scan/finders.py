"""Finds codes by their three finder patterns, also where they are bent too much for a decoder to find them.

A finder pattern is a dark square in a light ring in a dark ring (or the reverse), about one point, with
areas of 9, 25 and 49. Three of about one size at a right angle are a code; the four corners of each give its
homography.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from warifu.scan.grid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from warifu.scan.frame import Pixels

    Points = NDArray[np.float64]

_MOST = 14  # patterns that are combined; the largest
_MOST_TRIPLES = 4  # that are followed; the squarest
_SIZES = (1, 40)  # versions of codes


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One finder pattern: its middle, the area of its outer square, and its outline."""

    middle: Points
    area: float
    outline: Points


def places(gray: Pixels, window: int) -> Iterator[Place]:
    """Where codes may lie, the likeliest first; black is what is darker than the mean of a window."""
    triples = sorted(_triples(patterns(gray, window)), key=lambda triple: triple[0])
    for _, corner, right, below in triples[:_MOST_TRIPLES]:
        yield from _by_size(corner, right, below)


def patterns(gray: Pixels, window: int) -> list[Pattern]:
    """All that looks like a finder pattern, the largest first."""
    import cv2

    if min(gray.shape) < 21:
        return []
    black = cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, min(window, min(gray.shape) // 2) | 1, 0
    )
    outlines, tree = cv2.findContours(black, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
    if not len(outlines):
        return []
    found = [
        pattern
        for number, outline in enumerate(outlines)
        if len(outline) >= 20 and (pattern := _pattern(outlines, tree[0], number))
    ]
    return sorted(found, key=lambda pattern: -pattern.area)[:_MOST]


def _pattern(outlines: Any, tree: Any, number: int) -> Pattern | None:
    import cv2
    import numpy as np

    ring = tree[number][2]
    while ring >= 0 and tree[ring][2] < 0:
        ring = tree[ring][0]
    if ring < 0:
        return None
    core = tree[ring][2]
    outer, middle, inner = (cv2.contourArea(outlines[each]) for each in (number, ring, core))
    if inner < 3 or not (1.3 < outer / middle < 3.6 and 1.4 < middle / inner < 6):
        return None
    hull = cv2.convexHull(outlines[number])
    centres = [_centre(cv2.moments(outlines[each])) for each in (number, core)]
    if math.dist(*centres) > 0.18 * math.sqrt(outer) or outer < 0.8 * cv2.contourArea(hull):
        return None
    return Pattern(np.mean(centres, 0), outer, np.asarray(hull, np.float64)[:, 0])


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
        if skew < 0.6 and stretch < 0.8:
            yield skew + stretch, corner, right, below


def _by_size(corner: Pattern, right: Pattern, below: Pattern) -> Iterator[Place]:
    """The code of three patterns, for each number of modules that its shape allows."""
    import cv2
    import numpy as np

    top, side = right.middle - corner.middle, below.middle - corner.middle
    module = math.sqrt((corner.area + right.area + below.area) / 3) / 7
    guess = (math.hypot(*top) + math.hypot(*side)) / 2 / module + 7
    nearest = round((guess - 17) / 4)
    versions = {version for version in range(nearest - 2, nearest + 2) if _SIZES[0] <= version <= _SIZES[1]}
    seen = np.concatenate([_corners(each, top, side) for each in (corner, right, below)]) + 0.5
    for modules in sorted((17 + 4 * version for version in versions), key=lambda size: abs(size - guess)):
        square = np.array([(0, 0), (7, 0), (7, 7), (0, 7)], np.float64)
        far = modules - 7
        flat = np.concatenate([square + offset for offset in np.array([(0, 0), (far, 0), (0, far)])])
        homography, _ = cv2.findHomography(flat, seen)
        if homography is not None and np.isfinite(homography).all():
            yield Place(modules, cast("NDArray[np.float64]", homography))


def _corners(pattern: Pattern, top: Points, side: Points) -> Points:
    """The corners of its outline, as the code goes round."""
    import numpy as np

    along = (pattern.outline - pattern.middle) @ np.linalg.inv(np.stack([top, side], 1)).T
    both, apart = along.sum(1), along[:, 0] - along[:, 1]
    picked = [both.argmin(), apart.argmax(), both.argmax(), apart.argmin()]
    return pattern.outline[picked]
