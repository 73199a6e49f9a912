"""Codes of which two finder patterns alone are seen: a finger, a tear or a reflection covers the third.

The sides of both tell which way the code lies; where the third must be follows from that.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.scan.finders import corners
from warifu.scan.grid import Anchor, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from warifu.scan.finders import Pattern

    Points = NDArray[np.float64]

_CORNERS = ((0, 0), (1, 0), (0, 1))  # where finder patterns are: top left, top right, bottom left
_ROLES = ((0, 1), (2, 0), (1, 2))  # which two, clockwise round the code
_SKEW = 0.25  # how far from where it should be the second may be, of their distance
_MOST = 4  # pairs that are followed; the straightest
_SIZES = (1, 40)  # versions of codes
_BETWEEN = (12, 172)  # modules between two middles: 14 in the smallest code, 170 in the largest


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """Two patterns, which corners they are, and how the code goes on from them: right and down."""

    patterns: tuple[Pattern, Pattern]
    roles: tuple[int, int]
    top: Points
    side: Points
    between: float  # modules from one middle to the other, along a side of the code
    skew: float


def places(found: list[Pattern]) -> Iterator[Place]:
    """Where codes may lie that have two of these patterns, the likeliest first."""
    pairs = [
        pair
        for patterns in itertools.permutations(found, 2)
        for roles in _ROLES
        if (pair := _pair(patterns, roles)) and pair.skew < _SKEW
    ]
    for pair in sorted(pairs, key=lambda pair: pair.skew)[:_MOST]:
        yield from _by_size(pair)


def _pair(patterns: tuple[Pattern, Pattern], roles: tuple[int, int]) -> _Pair | None:
    import numpy as np

    areas = [pattern.area for pattern in patterns]
    if max(areas) > 2.6 * min(areas):
        return None
    one, other = (np.array(_CORNERS[role], np.float64) for role in roles)
    step, apart = other - one, patterns[1].middle - patterns[0].middle
    across = complex(*apart) / complex(*step)  # as if it were square: down is right, turned by a right angle
    top, side = np.array([across.real, across.imag]), np.array([-across.imag, across.real])
    for _ in range(2):
        outlines = [corners(pattern, top, side) for pattern in patterns]
        top = sum(each[1] + each[2] - each[0] - each[3] for each in outlines) / 28
        side = sum(each[2] + each[3] - each[0] - each[1] for each in outlines) / 28
        if top[0] * side[1] - top[1] * side[0] < 1:
            return None
    modules = np.linalg.solve(np.stack([top, side], 1), apart)
    between = float(modules @ step) / float(step @ step)
    if not _BETWEEN[0] <= between <= _BETWEEN[1]:  # corners were taken for others
        return None
    return _Pair(patterns, roles, top, side, between, math.dist(modules, step * between) / between)


def _by_size(pair: _Pair) -> Iterator[Place]:
    guess = pair.between + 7
    nearest = round((guess - 17) / 4)
    versions = {version for version in range(nearest - 1, nearest + 2) if _SIZES[0] <= version <= _SIZES[1]}
    for modules in sorted((17 + 4 * version for version in versions), key=lambda size: abs(size - guess)):
        far = modules - 7
        anchors = tuple(
            Anchor(_CORNERS[role][0] * far, _CORNERS[role][1] * far, corners(each, pair.top, pair.side) + 0.5)
            for each, role in zip(pair.patterns, pair.roles, strict=True)
        )
        if place := Place.between(modules, anchors):
            yield place
