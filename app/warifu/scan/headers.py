"""What the first bytes of a picture tell: its kind, and its size before anything is decoded."""

from __future__ import annotations

import re
import struct
from enum import Enum

from warifu.scan.errors import PictureRefused, Refusal

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LOOKED_AT = 1024  # bytes at the start


class Kind(Enum):
    """The formats that are read."""

    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WebP"
    BMP = "BMP"
    GIF = "GIF"
    SVG = "SVG"
    PDF = "PDF"


_SIGNATURES = (
    (Kind.PNG, re.compile(rb"\x89PNG\r\n\x1a\n")),
    (Kind.JPEG, re.compile(rb"\xff\xd8\xff")),
    (Kind.WEBP, re.compile(rb"RIFF....WEBP", re.DOTALL)),
    (Kind.GIF, re.compile(rb"GIF8[79]a")),
    (Kind.BMP, re.compile(rb"BM.{12}(?:\x0c|\x28|\x34|\x38|\x40|\x6c|\x7c)\0\0\0", re.DOTALL)),
    (
        Kind.SVG,
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|(?:\w+:)?svg\b)", re.IGNORECASE),
    ),
)
_OTHERS = (
    ("HEIC", re.compile(rb"....ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)", re.DOTALL)),
    ("AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
    ("TIFF", re.compile(rb"II[*+]\0|MM\0[*+]")),
    ("FITS", re.compile(rb"SIMPLE  =")),
    ("Photoshop", re.compile(rb"8BP[SB]")),
    ("OpenEXR", re.compile(rb"v/1\x01")),
    ("JPEG 2000", re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51")),
    ("JPEG XL", re.compile(rb"\xff\x0a|\0\0\0\x0cJXL ")),
    ("Radiance", re.compile(rb"#\?R")),
    ("GIMP", re.compile(rb"gimp xcf")),
    ("icon", re.compile(rb"\0\0[\x01\x02]\0.\0", re.DOTALL)),
    ("Netpbm", re.compile(rb"P[1-7fF]\s")),
    ("DICOM", re.compile(rb".{128}DICM", re.DOTALL)),
    ("PostScript", re.compile(rb"%!PS|\xc5\xd0\xd3\xc6")),
    ("DDS", re.compile(rb"DDS ")),
    ("QOI", re.compile(rb"qoif")),
    ("compressed SVG", re.compile(rb"\x1f\x8b")),
    ("Zip", re.compile(rb"PK\x03\x04")),
    ("video", re.compile(rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI ", re.DOTALL)),
)
FORMATS = frozenset(name for name, _ in _OTHERS)
_PDF = re.compile(rb"%PDF-")  # its readers allow other bytes before it
_FRAME_START = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG's SOF markers
_ALONE = frozenset([0x01, *range(0xD0, 0xD9)])  # JPEG's markers without a length


def kind_of(untrusted: bytes) -> Kind:
    """The format of a picture. Raises PictureRefused for none, and by name for one that is not read."""
    if not untrusted:
        raise PictureRefused(Refusal.EMPTY)
    start = untrusted[:_LOOKED_AT]
    for kind, signature in _SIGNATURES:
        if signature.match(start):
            return kind
    for name, signature in _OTHERS:
        if signature.match(start):
            raise PictureRefused(Refusal.OTHER_FORMAT, name)
    if _PDF.search(start):
        return Kind.PDF
    raise PictureRefused(Refusal.NOT_A_PICTURE)


def size_of(untrusted: bytes, kind: Kind) -> tuple[int, int]:
    """Width and height in pixels that the header declares. Raises PictureRefused where it has none."""
    try:
        width, height = _READERS[kind](untrusted)
    except (struct.error, IndexError):
        raise PictureRefused(Refusal.DAMAGED) from None
    if width < 1 or height < 1:
        raise PictureRefused(Refusal.DAMAGED)
    return width, height


def is_animated(untrusted: bytes, kind: Kind) -> bool:
    """Whether it may hold several pictures, of which each is shown for a while."""
    if kind is Kind.PNG:
        return 0 <= untrusted.find(b"acTL") < untrusted.find(b"IDAT")
    if kind is Kind.WEBP:
        return untrusted[12:16] == b"VP8X" and bool(untrusted[20] & 2)
    return kind is Kind.GIF


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> tuple[int, int]:
    old = data[14] == 12  # OS/2's header
    width, height = struct.unpack_from("<HH" if old else "<ii", data, 18)
    return width, abs(height)  # negative for one whose first row is the top one


def _webp(data: bytes) -> tuple[int, int]:
    chunk = data[12:16]
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            return 0, 0
        marker = data[at + 1]
        if marker in _FRAME_START:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == 0xFF:  # any number of them may fill up
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + max(2, struct.unpack_from(">H", data, at + 2)[0])
    return 0, 0


_READERS = {Kind.PNG: _png, Kind.GIF: _gif, Kind.BMP: _bmp, Kind.WEBP: _webp, Kind.JPEG: _jpeg}
