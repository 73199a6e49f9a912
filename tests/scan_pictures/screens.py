"""Screens with windows, text and pictures on them, and codes of every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from scan_pictures.codes import Look, Picture, account_link, drawn, transfer_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.random import Generator
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Painter = Callable[[Generator, str], Pixels]

SIZES = ((1920, 1080), (2560, 1440), (3840, 2160))
_WORDS = (
    "settings", "account", "security", "scan", "this", "code", "with", "your", "app",
    "enter", "key", "cancel", "continue", "device", "backup", "help",
)  # fmt: skip
_SHADES = ((13, 240), (29, 255), (74, 232), (40, 214), (255, 96), (190, 32), (43, 106), (86, 170))
_FAINT = ((150, 210), (180, 220), (120, 160), (60, 90), (205, 235), (20, 50), (118, 138), (216, 255))


def screens(seed: int, sizes: tuple[tuple[int, int], ...] = SIZES) -> Iterator[Picture]:
    """A screen of every kind in every size."""
    for size in sizes:
        for number, (kind, count, painter, dark) in enumerate(_kinds()):
            chance = np.random.default_rng([seed, *size, number])
            yield screen(chance, size, kind, count, painter, dark=dark)
        for number in range(4):
            chance = np.random.default_rng([seed, *size, 1000 + number])
            yield screen(chance, size, "none", 0, _plain(4), dark=bool(number % 2))


def screen(
    chance: Generator, size: tuple[int, int], kind: str, count: int, painter: Painter, *, dark: bool
) -> Picture:
    """One screen with ``count`` codes, none over another."""
    gray = _desktop(chance, size, dark=dark)
    texts: list[str] = []
    taken: list[tuple[int, int, int, int]] = []
    for _ in range(count):
        text = transfer_link(chance) if kind == "transfer" else account_link(chance)
        code = painter(chance, text)
        place = _free_place(chance, gray.shape, code.shape, taken)
        if place is None:
            continue
        x, y = place
        height, width = code.shape
        gray[y : y + height, x : x + width] = code
        taken.append((x, y, x + width, y + height))
        texts.append(text)
    return Picture(kind, gray, tuple(texts))


def _kinds() -> Iterator[tuple[str, int, Painter, bool]]:
    for pixels in (2, 3, 4, 5, 6, 8, 10, 12):
        yield "plain", 1 + pixels % 4, _plain(pixels), False
    for pixels in (3, 4, 6, 8):
        yield "inverted", 2, _looking(Look(pixels, 235, 24)), True
    for number, (ink, paper) in enumerate(_SHADES):
        yield "coloured", 2, _looking(Look((3, 4, 6)[number % 3], ink, paper)), number % 2 == 0
    for number, (ink, paper) in enumerate(_FAINT):
        yield "faint", 2, _looking(Look((3, 4, 6)[number % 3], ink, paper)), number % 2 == 1
    for style in ("dots", "rounded"):
        for pixels in (4, 6, 8, 10):
            yield style, 2, _looking(Look(pixels, 30, 245, style=style)), False
    for pixels, error, logo in ((3, "q", 0.2), (4, "h", 0.26), (6, "m", 0.17), (8, "h", 0.28)):
        yield "logo", 2, _looking(Look(pixels, error=error, logo=logo)), False
    for quiet in (0, 1, 2):
        for pixels in (3, 5):
            yield "narrow margin", 2, _looking(Look(pixels, quiet=quiet)), quiet == 1
    for pixels in (2, 3, 4, 5):
        yield "transfer", 1, _looking(Look(pixels, error="l")), False
    for pixels, sigma in ((3, 0.9), (3, 1.2), (4, 1.6), (5, 2.0), (6, 2.6), (8, 3.6)):
        yield "blurred", 2, _then(_plain(pixels), _blur(sigma)), False
    for pixels, quality in ((2, 60), (3, 30), (3, 45), (4, 15), (5, 12), (6, 10)):
        yield "jpeg", 2, _then(_plain(pixels), _jpeg(quality)), False
    for pixels, factor in (
        (2, 1.25),
        (2, 1.5),
        (3, 0.8),
        (3, 1.25),
        (4, 0.55),
        (4, 0.67),
        (5, 0.42),
        (2, 1.75),
    ):
        yield "scaled", 2, _then(_plain(pixels), _scale(factor)), False
    for pixels in (4, 5, 6, 8):
        yield "pointer", 2, _then(_plain(pixels), _pointer), False
    for pixels, ink, paper in ((4, 12, 255), (6, 44, 250), (5, 24, 236), (8, 36, 255), (5, 240, 16)):
        page = 30 if ink < paper else 255
        yield "page alike", 2, _then(_looking(Look(pixels, ink, paper, quiet=0)), _on(page)), ink < paper


def _plain(pixels: int) -> Painter:
    return _looking(Look(pixels))


def _looking(look: Look) -> Painter:
    return lambda chance, text: drawn(text, look)


def _then(painter: Painter, change: Callable[[Generator, Pixels], Pixels]) -> Painter:
    return lambda chance, text: change(chance, painter(chance, text))


def _blur(sigma: float) -> Callable[[Generator, Pixels], Pixels]:
    return lambda chance, code: cv2.GaussianBlur(code, (0, 0), sigma)


def _jpeg(quality: int) -> Callable[[Generator, Pixels], Pixels]:
    return lambda chance, code: jpeg(code, quality)


def _scale(factor: float) -> Callable[[Generator, Pixels], Pixels]:
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    return lambda chance, code: cv2.resize(code, None, fx=factor, fy=factor, interpolation=way)


def _on(page: int) -> Callable[[Generator, Pixels], Pixels]:
    """With some room of the page's shade around it, which is nearly that of the modules."""
    return lambda chance, code: np.pad(code, 16, constant_values=page)


def _pointer(chance: Generator, code: Pixels) -> Pixels:
    side = code.shape[0]
    x, y = (int(place) for place in chance.uniform(0.4, 0.65, 2) * side)
    size = int(side * chance.uniform(0.08, 0.13))
    arrow = np.array([(x, y), (x, y + size * 3 // 2), (x + size // 3, y + size), (x + size, y + size)])
    out = code.copy()
    cv2.fillPoly(out, [arrow], 255)
    cv2.polylines(out, [arrow], isClosed=True, color=0)
    return out


def jpeg(gray: Pixels, quality: int) -> Pixels:
    """The picture after lossy compression."""
    _, data = cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


def _free_place(
    chance: Generator, screen: tuple[int, ...], code: tuple[int, ...], taken: list[tuple[int, int, int, int]]
) -> tuple[int, int] | None:
    height, width = code
    low, high = (
        (int(screen[1] * 0.08), int(screen[0] * 0.09)),
        (screen[1] - width - 60, screen[0] - height - 90),
    )
    if high[0] <= low[0] or high[1] <= low[1]:
        return None
    for _ in range(300):
        x, y = int(chance.integers(low[0], high[0])), int(chance.integers(low[1], high[1]))
        if all(x + width + 20 < a or c + 20 < x or y + height + 20 < b or d + 20 < y for a, b, c, d in taken):
            return x, y
    return None


def _desktop(chance: Generator, size: tuple[int, int], *, dark: bool) -> Pixels:
    width, height = size
    scale = width / 1920
    coarse = chance.integers(20, 230, (3, 5)).astype(np.uint8)
    gray = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    paper, ink = (30, 225) if dark else (255, 30)
    left, top, right, bottom = (
        int(120 * scale),
        int(40 * scale),
        width - int(50 * scale),
        height - int(60 * scale),
    )
    cv2.rectangle(gray, (left, top), (right, bottom), paper, -1)
    cv2.rectangle(gray, (left, top), (right, top + int(40 * scale)), 60 if dark else 224, -1)
    for number in range(9):
        corner = (int(20 * scale), int((30 + number * 105) * scale))
        end = (corner[0] + int(64 * scale), corner[1] + int(64 * scale))
        cv2.rectangle(gray, corner, end, int(chance.integers(40, 255)), -1)
    _write_lines(chance, gray, (left, top, right, bottom), ink, scale)
    _draw_tables(chance, gray, (left, top, right, bottom), ink, scale)
    return gray


def _write_lines(
    chance: Generator, gray: Pixels, box: tuple[int, int, int, int], ink: int, scale: float
) -> None:
    left, top, _, bottom = box
    for y in range(top + int(80 * scale), bottom - int(20 * scale), int(26 * scale)):
        if chance.random() < 0.2:
            continue
        line = " ".join(chance.choice(_WORDS, int(chance.integers(3, 16))))
        x = left + int(chance.choice([24, 300, 900]) * scale)
        cv2.putText(
            gray, line, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.55 * scale, ink, max(1, int(scale)), cv2.LINE_AA
        )


def _draw_tables(
    chance: Generator, gray: Pixels, box: tuple[int, int, int, int], ink: int, scale: float
) -> None:
    """Charts, tables, photographs: what a decoder might take for a code."""
    left, top, right, bottom = box
    for number in range(6):
        x = int(chance.integers(left, right - int(220 * scale)))
        y = int(chance.integers(top + int(50 * scale), bottom - int(170 * scale)))
        step = int(20 * scale)
        if number % 3 == 0:
            photo = chance.integers(0, 255, (6, 8)).astype(np.uint8)
            gray[y : y + 7 * step, x : x + 9 * step] = cv2.resize(photo, (9 * step, 7 * step))
        elif number % 3 == 1:
            for row, column in np.ndindex(6, 8):
                fill = -1 if chance.random() < 0.3 else 1
                at = (x + column * step, y + row * step)
                cv2.rectangle(gray, at, (at[0] + step, at[1] + step), ink, fill)
        else:
            for column in range(30):
                tall = int(chance.integers(5, 110) * scale)
                at = x + int(column * 7 * scale)
                cv2.rectangle(gray, (at, y + 120 - tall), (at + int(4 * scale), y + 120), 120, -1)
