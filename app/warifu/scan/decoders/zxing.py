"""zxing-cpp: reads most codes, in the least time, and tells of those that it found and cannot read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warifu.scan.frame import Found

if TYPE_CHECKING:
    from warifu.scan.frame import Corners, Frame


@dataclass(frozen=True, slots=True)
class Unread:
    """A code that was found and could not be read: modules on a side, and where it seems to be."""

    modules: int
    corners: Corners


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look at a picture gives."""

    found: tuple[Found, ...]
    unread: tuple[Unread, ...]


class Zxing:
    """zxing-cpp for QR codes of model 1 and 2, at any angle, mirrored or inverted.

    Micro QR codes are left out: they have so little redundancy that they are seen where there are none.
    """

    name = "zxing-cpp"

    def available(self) -> bool:
        """Always: it needs no library of the system."""
        return True

    def read(self, frame: Frame) -> list[Found]:
        """All codes that it can read."""
        return list(self.look(frame).found)

    def look(self, frame: Frame, *, shrunk: bool = True) -> Sight:
        """All codes that it can read, and those that it only found; ``shrunk``: in smaller copies too."""
        found, unread = [], []
        for code in self._codes(frame, shrunk=shrunk):
            if code.valid and code.text:
                found.append(Found(code.text, _corners(code)))
            elif not code.valid and (version := _version(code)):
                unread.append(Unread(17 + 4 * version, _corners(code)))
        return Sight(tuple(found), tuple(unread))

    def _codes(self, frame: Frame, *, shrunk: bool) -> list[Any]:
        import zxingcpp

        kinds = [zxingcpp.BarcodeFormat.QRCodeModel1, zxingcpp.BarcodeFormat.QRCodeModel2]
        return zxingcpp.read_barcodes(
            frame.gray,
            formats=zxingcpp.BarcodeFormats(kinds),
            text_mode=zxingcpp.TextMode.Plain,  # the others rewrite control characters
            try_downscale=shrunk,
            return_errors=True,
        )


def _version(code: Any) -> int:
    """1 to 40, and 0 if it is not known."""
    version = str((code.extra or {}).get("Version", ""))
    return int(version) if version.isdecimal() and 1 <= int(version) <= 40 else 0


def _corners(code: Any) -> Corners:
    at = code.position
    return _point(at.top_left), _point(at.top_right), _point(at.bottom_right), _point(at.bottom_left)


def _point(point: Any) -> tuple[float, float]:
    return float(point.x), float(point.y)
