"""Files of pictures into frames. Foreign decoders do it, so this runs only in the process of ``scan.child``.

Kind and size are read from the header before anything is decoded. Vectors, SVG and PDF, are drawn at a size
of our own choice, whatever they say of theirs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.frame import Frame
from warifu.scan.headers import Kind, is_animated, kind_of, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.scan.frame import Pixels
    from warifu.scan.svg_check import SvgLimits

MAX_FILE = 32 * 1024 * 1024  # bytes
MAX_PIXELS = 40_000_000  # of all frames of a file together
MAX_FRAMES = 8  # of an animation, or pages
_SVG_SIDE = 2048  # pixels
_PDF_SCALE = 300 / 72  # pixels for each point: 300 dots an inch, at which a code of 1 cm is read
_PDF_PIXELS = 9_000_000  # of a page: A4 at that scale
_PDF_SIDE = 12_000  # pixels, of a page that is a long strip
_LEAST = 32  # bytes that OpenCV wants of a WebP; one white pixel has 30
_BRIGHT = 200  # above it the whole of a picture is white on nothing


@dataclass(frozen=True, slots=True)
class Picture:
    """The frames of one file, decoded one after the other; of a document also how many more pages it has."""

    frames: Iterator[Frame]
    count: int = 1
    left_out: int = 0
    paged: bool = False


def open_picture(untrusted: bytes) -> tuple[Frame, ...]:
    """The frames or pages of a picture. Raises PictureRefused."""
    return tuple(picture_of(untrusted).frames)


def picture_of(untrusted: bytes) -> Picture:
    """A picture whose header was looked at; its frames are still to be decoded. Raises PictureRefused."""
    if len(untrusted) > MAX_FILE:
        raise PictureRefused(Refusal.FILE_TOO_LARGE)
    kind = kind_of(untrusted)
    if kind is Kind.PDF:
        return _pdf(untrusted)
    if kind is Kind.SVG:
        return Picture(draw_svg(untrusted))
    pixels = _checked_pixels(untrusted, kind)
    count = min(MAX_FRAMES, MAX_PIXELS // pixels) if is_animated(untrusted, kind) else 1
    return Picture(_raster(untrusted, count, animated=is_animated(untrusted, kind)), count)


def _checked_pixels(untrusted: bytes, kind: Kind) -> int:
    width, height = size_of(untrusted, kind)
    if width * height > MAX_PIXELS:
        raise PictureRefused(Refusal.TOO_MANY_PIXELS)
    return width * height


def _raster(untrusted: bytes, count: int, *, animated: bool) -> Iterator[Frame]:
    import cv2
    import numpy as np

    data = np.frombuffer(untrusted.ljust(_LEAST, b"\0"), np.uint8)
    try:
        decoded: list[Any] = []
        if animated:
            read, animation = cv2.imdecodeanimation(data, 0, count)
            decoded = list(animation.frames) if read else []
        else:
            decoded = [cv2.imdecode(data, cv2.IMREAD_UNCHANGED)]
    except cv2.error as error:
        raise _refusal_of(error) from None
    if not decoded or any(each is None for each in decoded):
        raise PictureRefused(Refusal.DAMAGED)
    last = None
    for pixels in decoded:
        if last is None or not np.array_equal(last, pixels):
            yield Frame.of(_gray(pixels))
        last = pixels


def _refusal_of(error: Any) -> PictureRefused:
    """OpenCV says -4 for want of memory."""
    return PictureRefused(Refusal.TOO_MUCH_MEMORY if error.code == -4 else Refusal.DAMAGED)


def _gray(pixels: Any) -> Pixels:
    """Any picture of OpenCV in greys; what shines through is white, or black under what is white itself."""
    import cv2
    import numpy as np

    if pixels.dtype == np.uint16:
        pixels = (pixels >> 8).astype(np.uint8)
    if pixels.ndim == 2:
        gray: Pixels = pixels
        return gray
    opaque = pixels.shape[2] < 4
    gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY if opaque else cv2.COLOR_BGRA2GRAY)
    alpha = None if opaque else pixels[:, :, 3]
    if alpha is None or alpha.min() == 255:
        return gray
    on_black: Pixels = cv2.multiply(gray, alpha, scale=1 / 255)  # type: ignore[assignment]
    on_white: Pixels = cv2.add(on_black, cv2.bitwise_not(alpha))  # type: ignore[assignment]
    return on_black if on_white.min() > _BRIGHT else on_white


def draw_svg(untrusted: bytes, side: int = _SVG_SIDE) -> Iterator[Frame]:
    """The one frame of an SVG, its longer side so many pixels long. Raises PictureRefused."""
    import resvg_py

    from warifu.scan.svg_check import check_svg

    check_svg(untrusted, _svg_limits())
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=untrusted.decode("utf-8-sig"),
            width=side,
            height=side,
            skip_system_fonts=True,
        )
    except ValueError:
        raise PictureRefused(Refusal.DAMAGED) from None
    yield from _raster(bytes(png), 1, animated=False)


def _svg_limits() -> SvgLimits:
    """Codes have a part for each module, and resvg follows neither files nor itself without end."""
    from warifu.scan.svg_check import SvgLimits

    return SvgLimits(
        size=8 * 1024 * 1024,
        elements=100_000,
        depth=256,
        copies=100_000,
        recursive=True,
        document_type=True,
        check_image=_check_inline,
    )


def _check_inline(untrusted: bytes) -> None:
    """Refuse a picture inside an SVG that is too large, or neither PNG nor JPEG."""
    kind = kind_of(untrusted)
    if kind not in {Kind.PNG, Kind.JPEG}:
        raise PictureRefused(Refusal.DAMAGED)
    _checked_pixels(untrusted, kind)


def _pdf(untrusted: bytes) -> Picture:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        document = pypdfium2.PdfDocument(untrusted)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == FPDF_ERR_PASSWORD
        raise PictureRefused(Refusal.LOCKED if locked else Refusal.DAMAGED) from None
    if pages < 1:
        raise PictureRefused(Refusal.DAMAGED)
    count = min(pages, MAX_FRAMES)
    return Picture(_pages(document, count), count, pages - count, paged=True)


def _pages(document: Any, count: int) -> Iterator[Frame]:
    import numpy as np
    import pypdfium2

    try:
        for number in range(count):
            page = document[number]
            width, height = page.get_size()
            scale = _scale_of(width, height, 0.99 * MAX_PIXELS / count)  # sides are rounded up
            bitmap = page.render(scale=scale, grayscale=True)
            gray = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)  # ours, not the bitmap's
            bitmap.close()
            page.close()
            yield Frame.of(gray)
    except (pypdfium2.PdfiumError, ValueError):
        raise PictureRefused(Refusal.DAMAGED) from None
    finally:
        document.close()


def _scale_of(width: float, height: float, pixels: float) -> float:
    """Pixels for each point, as many as the page may have."""
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise PictureRefused(Refusal.DAMAGED)
    by_area = math.sqrt(min(pixels, _PDF_PIXELS) / width / height)
    return min(_PDF_SCALE, by_area, _PDF_SIDE / max(width, height))
