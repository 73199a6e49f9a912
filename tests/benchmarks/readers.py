"""Everything that reads QR codes in the benchmark: Warifu's ladder, and each decoder alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2

from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame
from warifu.scan.ladder import Effort, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Reader = Callable[[NDArray[Any]], list[str]]

LADDER = "Warifu"


def ladder(effort: Effort) -> Reader:
    """The ladder at that effort."""
    return lambda gray: [found.text for found in read(Frame.of(gray), effort)]


def alone() -> dict[str, Reader]:
    """Each decoder by itself, on the picture as it is."""
    readers = {
        "zxing-cpp": lambda gray: [found.text for found in Zxing().read(Frame.of(gray))],
        "OpenCV": lambda gray: _opencv(cv2.QRCodeDetector(), gray),
        "OpenCV Aruco": lambda gray: _opencv(cv2.QRCodeDetectorAruco(), gray),
    }
    return readers | _zbar()


def _opencv(detector: Any, gray: NDArray[Any]) -> list[str]:
    try:
        return [text for text in detector.detectAndDecodeMulti(gray)[1] if text]
    except (cv2.error, UnicodeDecodeError):  # odd pictures, and texts in other encodings
        return []


def _zbar() -> dict[str, Reader]:
    """ZBar by pyzbar, where both are installed."""
    try:
        from pyzbar import pyzbar
    except ImportError:
        return {}

    def read_codes(gray: NDArray[Any]) -> list[str]:
        try:
            codes = pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE])
        except ValueError:  # a part of a text that is spread over several codes
            return []
        return [code.data.decode("utf-8", "replace") for code in codes]

    return {"ZBar": read_codes}
