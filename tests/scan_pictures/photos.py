"""What a camera sees of a code: turned, tilted, bent, far, blurred, dark, glaring, noisy, damaged."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from scan_pictures.codes import Look, Picture, account_link, drawn
from scan_pictures.screens import jpeg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.random import Generator
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Floats = NDArray[np.float32]

SIZES = ((640, 480), (1280, 720))
KINDS = (
    "easy", "turned", "mirrored", "inverted", "tilted", "bent", "small", "close", "defocused", "moved",
    "noisy", "glaring", "dark", "shaded", "on a screen", "scribbled", "faint print", "combined", "creased",
    "covered",
)  # fmt: skip


@dataclass(slots=True)
class Shot:
    """What differs from picture to picture, before anything is drawn; lengths in heights of the picture."""

    size: float
    angle: float
    tilt: float
    blur: float
    motion: float = 0.0
    exposure: float = 1.0
    noise: float = 4.0


def photos(seed: int, each: int, sizes: tuple[tuple[int, int], ...] = SIZES) -> Iterator[Picture]:
    """``each`` pictures of every kind in every size, and as many without a code."""
    for size in sizes:
        for kind in (*KINDS, "none"):
            for number in range(each):
                chance = np.random.default_rng([seed, size[0], len(kind), sum(kind.encode()), number])
                yield photo(chance, size, kind)


def photo(chance: Generator, size: tuple[int, int], kind: str, text: str | None = None) -> Picture:
    """One picture of that kind."""
    return next(film(chance, size, kind, 1, text))


def film(
    chance: Generator, size: tuple[int, int], kind: str, frames: int, text: str | None = None
) -> Iterator[Picture]:
    """Frames of one camera that a hand holds before one code."""
    scene = _clutter(chance, size)
    text = account_link(chance) if text is None else text
    paper = _paper(chance, kind, text)
    shot = _shot(chance, kind)
    middle = chance.uniform(0.4, 0.6, 2)
    for _ in range(frames):
        shaken = middle + chance.normal(0, 0.01, 2)
        shot.angle += chance.normal(0, 0.6)
        seen = scene.copy() if kind == "none" else _lay(chance, scene, paper, shot, shaken)
        gray = _expose(chance, kind, seen, shot, shaken)
        yield Picture(kind, gray, () if kind == "none" else (text,))


def _shot(chance: Generator, kind: str) -> Shot:
    shot = Shot(
        chance.uniform(0.3, 0.7), chance.normal(0, 6), chance.uniform(0, 20), chance.uniform(0.0008, 0.0016)
    )
    shot.noise = chance.uniform(2, 6)
    if kind in ("turned", "combined"):
        shot.angle = chance.uniform(0, 360)
    if kind == "tilted":
        shot.tilt = chance.uniform(30, 58)
    if kind == "small":
        shot.size = chance.uniform(0.14, 0.24)
    if kind == "close":
        shot.size = chance.uniform(0.85, 1.02)
    if kind == "defocused":
        shot.blur = chance.uniform(0.0025, 0.006)
    if kind == "moved":
        shot.motion = chance.uniform(0.008, 0.025)
    if kind == "noisy":
        shot.noise = chance.uniform(18, 45)
    if kind == "dark":
        shot.exposure, shot.noise = chance.uniform(0.06, 0.2), chance.uniform(3, 8)
    if kind == "combined":
        shot.blur, shot.motion = chance.uniform(0.0012, 0.0027), chance.uniform(0, 0.01)
        shot.exposure, shot.noise = chance.uniform(0.4, 1.1), chance.uniform(4, 14)
    return shot


def _paper(chance: Generator, kind: str, text: str) -> Pixels:
    """The code as it lies before the camera, flat and large."""
    look = Look(12, error=str(chance.choice(["l", "m", "m", "q"])))
    if kind == "inverted":
        look = Look(12, 240, 20)
    if kind == "faint print":
        look = Look(12, 150, 225)
    paper = drawn(text, look)
    if kind == "mirrored":
        paper = cv2.flip(paper, 1)
    if kind == "scribbled":
        paper = _scribble(chance, paper)
    if kind == "bent":
        paper = _bend(chance, paper)
    if kind == "creased":
        paper = _crease(chance, paper)
    if kind == "covered":
        paper = _cover(chance, paper)
    if kind == "on a screen":
        paper = cv2.copyMakeBorder(paper, 40, 40, 40, 40, cv2.BORDER_CONSTANT, value=20)
    return paper


def _scribble(chance: Generator, paper: Pixels) -> Pixels:
    side = paper.shape[0]
    for _ in range(2):
        points = (chance.uniform(0.3, 0.9, (6, 2)) * side).astype(np.int32)
        cv2.polylines(
            paper, [points], isClosed=False, color=int(chance.choice([20, 235])), thickness=side // 90
        )
    spot = tuple(int(place) for place in chance.uniform(0.45, 0.7, 2) * side)
    cv2.circle(paper, spot, side // 22, int(chance.integers(60, 200)), -1)
    return paper


def _crease(chance: Generator, paper: Pixels) -> Pixels:
    """Folded twice and opened again: each side of a fold stands up, and so is shorter for the camera."""
    side = paper.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    for _ in range(2):
        way, where = chance.uniform(0, math.pi), chance.uniform(-0.25, 0.25) * side
        far = (x - side / 2) * math.cos(way) + (y - side / 2) * math.sin(way) - where
        rise = np.maximum(0, 1 - np.abs(far) / (side * 0.22)) * chance.uniform(1.2, 2.4) * 12
        x, y = x + (rise * math.cos(way)).astype(np.float32), y + (rise * math.sin(way)).astype(np.float32)
    return cv2.remap(paper, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=235)


def _cover(chance: Generator, paper: Pixels) -> Pixels:
    """A finger or a sticker lies on one of the finder patterns."""
    corner = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0))[int(chance.integers(3))]
    first, last = 4 * 12 + 3.5 * 12, paper.shape[0] - 4 * 12 - 3.5 * 12
    middle = [round(first + way * (last - first) + chance.uniform(-18, 18)) for way in corner]
    cv2.circle(paper, middle, int(chance.uniform(30, 46)), int(chance.integers(60, 200)), -1)
    return paper


def _bend(chance: Generator, paper: Pixels) -> Pixels:
    """As round a bottle or with a fold: the rows stay rows, and the columns crowd at the sides."""
    side = paper.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side - 0.5
    half = math.radians(chance.uniform(35, 65))
    across = np.arcsin(np.clip(2 * x * math.sin(half), -1, 1)) / (2 * half)
    sag = chance.uniform(-0.16, 0.16) * np.cos(math.pi * x)
    return cv2.remap(
        paper,
        ((across + 0.5) * side).astype(np.float32),
        ((y * 1.1 + sag + 0.5) * side).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=235,
    )


def _lay(chance: Generator, scene: Floats, paper: Pixels, shot: Shot, middle: NDArray[np.float64]) -> Floats:
    """The paper in the scene, tilted about an axis of its own and seen in perspective."""
    height, width = scene.shape
    corners = _corners(shot, chance.uniform(0, 360)) * shot.size * height
    reach = np.abs(corners).max(0)
    place = np.clip(middle * (width, height), np.minimum(reach, (width / 2, height / 2)), None)
    place = np.minimum(place, np.maximum((width, height) - reach, (width / 2, height / 2)))
    side = paper.shape[0]
    flat = np.array([(0, 0), (side, 0), (side, side), (0, side)], np.float32)
    warp = np.diag([2, 2, 1]) @ cv2.getPerspectiveTransform(flat, (corners + place).astype(np.float32))
    large = (width * 2, height * 2)
    layer = cv2.warpPerspective(paper, warp, large, flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full_like(paper, 255), warp, large)
    layer, mask = (cv2.resize(each, (width, height), interpolation=cv2.INTER_AREA) for each in (layer, mask))
    share = mask.astype(np.float32) / 255
    return scene * (1 - share) + (layer * 0.82 + 10 * share)


def _corners(shot: Shot, axis: float) -> NDArray[np.float64]:
    square = np.array([(-0.5, -0.5, 0), (0.5, -0.5, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0)])
    turned = _turn(axis) @ _tip(shot.tilt) @ _turn(shot.angle - axis) @ square.T
    depth = 1 + turned[2] * shot.size / 1.2
    return np.stack([turned[0] / depth, turned[1] / depth], 1)


def _turn(degrees: float) -> NDArray[np.float64]:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([(c, -s, 0), (s, c, 0), (0, 0, 1)])


def _tip(degrees: float) -> NDArray[np.float64]:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([(1, 0, 0), (0, c, -s), (0, s, c)])


def _expose(chance: Generator, kind: str, seen: Floats, shot: Shot, middle: NDArray[np.float64]) -> Pixels:
    """Lens, light, sensor, and the compression of a cheap camera."""
    height, width = seen.shape
    seen = cv2.GaussianBlur(seen, (0, 0), shot.blur * height)
    if shot.motion * height > 1.5:
        seen = _smear(seen, int(shot.motion * height), chance.uniform(0, math.pi))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    y, x = y / height - middle[1], (x - middle[0] * width) / height
    if kind in ("shaded", "combined", "dark"):
        way = chance.uniform(0, 2 * math.pi)
        seen = seen * np.clip(
            1 + (x * math.cos(way) + y * math.sin(way)) * chance.uniform(0.5, 1.3), 0.15, 1.6
        )
    if kind == "shaded":
        way = chance.uniform(0, 2 * math.pi)
        seen = seen * np.where(x * math.cos(way) + y * math.sin(way) > 0, 1, chance.uniform(0.25, 0.5))
    if kind == "glaring" or (kind == "combined" and chance.random() < 0.4):
        for _ in range(int(chance.integers(1, 3))):
            at, wide = chance.uniform(-0.4, 0.4, 2) * shot.size, chance.uniform(0.1, 0.24, 2) * shot.size
            seen = seen + 330 * np.exp(-(((x - at[0]) / wide[0]) ** 2) - ((y - at[1]) / wide[1]) ** 2)
    if kind == "on a screen":
        seen = seen * (
            1 - 0.16 * np.sin(x * chance.uniform(800, 1200)) * np.sin(y * chance.uniform(800, 1200))
        )
        seen = seen * (1 - 0.25 * (np.sin(y * chance.uniform(6, 15)) > 0.3)) * chance.uniform(0.9, 1.4)
    seen = seen * shot.exposure
    seen = seen + chance.normal(0, shot.noise, seen.shape)
    return jpeg(np.clip(seen, 0, 255).astype(np.uint8), int(chance.choice([70, 80, 90])))


def _smear(seen: Floats, length: int, way: float) -> Floats:
    size = length | 1
    kernel = np.zeros((size, size), np.float32)
    middle = (size - 1) / 2
    reach = (round(middle * math.cos(way)), round(middle * math.sin(way)))
    begin, end = (
        (int(middle - reach[0]), int(middle - reach[1])),
        (int(middle + reach[0]), int(middle + reach[1])),
    )
    cv2.line(kernel, begin, end, 1.0)
    return cv2.filter2D(seen, -1, kernel / kernel.sum())


def _clutter(chance: Generator, size: tuple[int, int]) -> Floats:
    """A room without a code."""
    width, height = size
    coarse = chance.integers(30, 220, (int(chance.integers(4, 9)), int(chance.integers(5, 12)))).astype(
        np.uint8
    )
    room = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    for number in range(int(chance.integers(6, 16))):
        shade = int(chance.integers(10, 245))
        x, y = int(chance.integers(0, width)), int(chance.integers(0, height))
        if number % 3 == 0:
            cv2.rectangle(room, (x, y), (x + width // 5, y + height // 4), shade, -1)
        elif number % 3 == 1:
            cv2.circle(room, (x, y), int(chance.integers(10, height // 4)), shade, -1)
        else:
            for line in range(6):
                cv2.line(room, (x, y + line * 9), (x + width // 5, y + line * 9), shade, 2)
    return room.astype(np.float32)
