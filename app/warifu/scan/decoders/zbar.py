"""ZBar by pyzbar: reads a few codes that nothing else reads, where its library is installed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from warifu.scan.frame import Found

if TYPE_CHECKING:
    from warifu.scan.frame import Corner, Frame

OLDEST = (0, 23, 93)  # older ones read beyond the end of some pictures (CVE-2023-40889 and 40890)


class Zbar:
    """ZBar for QR codes, of which only texts in ASCII are taken.

    ZBar guesses at every other text that does not name its own encoding, and guesses wrong.
    """

    name = "ZBar"

    def available(self) -> bool:
        """Whether its library is there, and not too old."""
        return _library() is not None

    def read(self, frame: Frame) -> list[Found]:
        """The codes with texts in ASCII; nothing where the library is missing."""
        library = _library()
        if library is None:
            return []
        try:
            codes = library.decode(frame.gray, symbols=[library.ZBarSymbol.QRCODE])
        except ValueError:  # how pyzbar meets one part of a text that is spread over several codes
            return []
        return [
            Found(code.data.decode("ascii"), _corners(code))
            for code in codes
            if code.data and code.data.isascii() and len(code.polygon) >= 3
        ]


@functools.cache
def _library() -> Any:
    try:
        from pyzbar import pyzbar, wrapper
    except (ImportError, OSError):  # OSError: the library is there and cannot be loaded
        return None
    return pyzbar if _version(wrapper) >= OLDEST else None


def _version(wrapper: Any) -> tuple[int, ...]:
    """The version of the library itself, of which pyzbar asks only the first two numbers."""
    from ctypes import byref, c_uint

    numbers = c_uint(), c_uint(), c_uint()
    try:
        wrapper.load_libzbar().zbar_version(*(byref(number) for number in numbers))
    except (AttributeError, TypeError):
        return ()
    return tuple(number.value for number in numbers)


def _corners(code: Any) -> tuple[Corner, Corner, Corner, Corner]:
    """ZBar gives the corners of a code, or a polygon round it where it is not sure."""
    if len(code.polygon) == 4:
        first, second, third, fourth = ((float(point.x), float(point.y)) for point in code.polygon)
        return first, fourth, third, second
    left, top, right, bottom = (
        code.rect.left, code.rect.top, code.rect.left + code.rect.width, code.rect.top + code.rect.height,
    )  # fmt: skip
    return (left, top), (right, top), (right, bottom), (left, bottom)
