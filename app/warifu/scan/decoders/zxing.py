"""zxing-cpp: reads most codes, in the least time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.scan.frame import Found

if TYPE_CHECKING:
    from warifu.scan.frame import Corners, Frame


class Zxing:
    """zxing-cpp, which tells black from white by the neighbourhood, or ``globally`` by one limit."""

    name = "zxing-cpp"

    def __init__(self, *, globally: bool = False) -> None:
        self._globally = globally

    def available(self) -> bool:
        """Always: it needs no library of the system."""
        return True

    def read(self, frame: Frame) -> list[Found]:
        """All codes of QR, model 1 and 2, at any angle, mirrored or inverted."""
        return [Found(code.text, corners_of(code)) for code in self.codes(frame) if code.text]

    def codes(self, frame: Frame, *, errors: bool = False) -> list[Any]:
        """What zxing-cpp tells of each code; with ``errors`` also of those that it found but cannot read."""
        import zxingcpp

        binarizer = zxingcpp.Binarizer
        return zxingcpp.read_barcodes(
            frame.gray,
            formats=zxingcpp.BarcodeFormat.QRCode,
            text_mode=zxingcpp.TextMode.Plain,  # the others rewrite control characters
            binarizer=binarizer.GlobalHistogram if self._globally else binarizer.LocalAverage,
            return_errors=errors,
        )


def corners_of(code: Any) -> Corners:
    """The corners of a code of zxing-cpp, its own top left one first."""
    at = code.position
    top_left, top_right, bottom_right, bottom_left = (
        (float(point.x), float(point.y)) for point in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    )
    return top_left, top_right, bottom_right, bottom_left
