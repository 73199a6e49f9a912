"""Pictures that come along with an import, made into small square PNGs; only in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.headers import Kind, kind_of, size_of

if TYPE_CHECKING:
    from warifu.scan.frame import Pixels

SIDE = 128  # pixels
MAX_BYTES = 32 * 1024  # of the PNG
MAX_FILE = 2 * 1024 * 1024
MAX_PIXELS = 4_000_000
_RASTER = frozenset((Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.BMP))


def icon_of(untrusted: bytes) -> bytes:
    """A PNG of 128 x 128 pixels and at most 32 KiB with the whole picture. Raises PictureRefused."""
    if len(untrusted) > MAX_FILE:
        raise PictureRefused(Refusal.FILE_TOO_LARGE)
    kind = kind_of(untrusted)
    if kind is Kind.SVG:
        untrusted, kind = _drawn(untrusted), Kind.PNG
    if kind not in _RASTER:
        raise PictureRefused(Refusal.NOT_A_PICTURE)
    width, height = size_of(untrusted, kind)
    if width * height > MAX_PIXELS:
        raise PictureRefused(Refusal.TOO_MANY_PIXELS)
    return _packed(_squared(_decoded(untrusted)))


def _drawn(untrusted: bytes) -> bytes:
    import resvg_py

    from warifu.scan.svg_check import check_svg

    check_svg(untrusted)
    try:
        text = untrusted.decode("utf-8-sig")
        return bytes(resvg_py.svg_to_bytes(svg_string=text, width=SIDE, skip_system_fonts=True))
    except ValueError:
        raise PictureRefused(Refusal.DAMAGED) from None


def _decoded(untrusted: bytes) -> Pixels:
    """Blue, green, red and alpha, eight bits each."""
    import cv2
    import numpy as np

    try:
        pixels: Any = cv2.imdecode(np.frombuffer(untrusted, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        pixels = None
    if pixels is None:
        raise PictureRefused(Refusal.DAMAGED)
    if pixels.dtype == np.uint16:
        pixels = (pixels >> 8).astype(np.uint8)
    if pixels.ndim == 2:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA)
    elif pixels.shape[2] == 3:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA)
    made: Pixels = pixels
    return made


def _squared(pixels: Pixels) -> Pixels:
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    scale = SIDE / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    square: Pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    top, left = (SIDE - size[1]) // 2, (SIDE - size[0]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return square


def _packed(square: Pixels) -> bytes:
    """PNG with as many bits a channel as fit into the limit; three always do."""
    import cv2
    import numpy as np

    for bits in (8, 6, 5, 4, 3):
        steps = (1 << bits) - 1
        coarse = np.round(np.round(square.astype(np.float32) * steps / 255) * 255 / steps).astype(np.uint8)
        done, png = cv2.imencode(".png", coarse, [cv2.IMWRITE_PNG_COMPRESSION, 9])
        if done and len(png) <= MAX_BYTES:
            return png.tobytes()
    raise PictureRefused(Refusal.TOO_MANY_PIXELS)
