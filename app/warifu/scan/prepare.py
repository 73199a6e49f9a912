"""A picture made easier to read, each way against one kind of trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from warifu.scan.frame import Pixels


def plain(gray: Pixels) -> Pixels:
    """The picture itself."""
    return gray


def sharpened(gray: Pixels) -> Pixels:
    """Edges made steeper: against blur, and for modules of two or three pixels."""
    import cv2

    half = cv2.GaussianBlur(shrunk(gray, 0.5), (0, 0), 2)  # a third of the time of sigma 4 on the whole
    return _pixels(cv2.addWeighted(gray, 3, cv2.resize(half, gray.shape[::-1]), -2, 0))


def lit(gray: Pixels) -> Pixels:
    """The darkest greys, 4 to 25 of 255, spread over all: for dark rooms and dark codes on dark windows."""
    import cv2
    import numpy as np

    return _pixels(cv2.LUT(gray, np.clip((np.arange(256) - 4) * 12, 0, 255).astype(np.uint8)))


def evened(gray: Pixels) -> Pixels:
    """Divided by the brightness of the paper around: against shadows, reflections, dark windows."""
    import cv2
    import numpy as np

    small = shrunk(shrunk(gray, 0.5), 0.5)  # a tenth of the time of a quarter at once
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    for _ in range(2):
        paper = cv2.blur(paper, (11, 11))
    return _pixels(cv2.divide(gray, cv2.resize(paper, gray.shape[::-1]), scale=255))


def set_off(gray: Pixels) -> Pixels:
    """The commonest grey, which is the page, made white if dark, else black: for codes without a margin."""
    import cv2
    import numpy as np

    page = int(np.bincount(gray[::4, ::4].ravel(), minlength=256).argmax())
    greys = np.arange(256, dtype=np.uint8)
    greys[max(0, page - 3) : page + 4] = 255 if page < 128 else 0
    return _pixels(cv2.LUT(gray, greys))


def enlarged(gray: Pixels, factor: float = 2) -> Pixels:
    """More pixels for each module: for small codes."""
    import cv2

    return _pixels(cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC))


def shrunk(gray: Pixels, factor: float = 0.7) -> Pixels:
    """Fewer pixels for each module: against noise, grain and the pixels of a photographed screen."""
    import cv2

    size = tuple(max(1, round(side * factor)) for side in gray.shape[::-1])
    return _pixels(cv2.resize(gray, size, interpolation=cv2.INTER_AREA))


def parted(gray: Pixels) -> Pixels:
    """Black and white alone, by the mean of a large neighbourhood: for drawings and outlined modules."""
    import cv2

    return _pixels(cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 101, 2))


def thinned(gray: Pixels) -> Pixels:
    """Dark lines a pixel thinner on each side: against pen strokes, creases and ink that ran."""
    import cv2
    import numpy as np

    return _pixels(cv2.dilate(gray, np.ones((3, 3), np.uint8)))


def at_most(gray: Pixels, pixels: int) -> Pixels:
    """The picture, shrunk if it has more than so many pixels."""
    return gray if gray.size <= pixels else shrunk(gray, (pixels / gray.size) ** 0.5)


def _pixels(image: Any) -> Pixels:
    return cast("Pixels", image)
