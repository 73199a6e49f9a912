"""A java.util.HashMap of texts as Java serialises it, read by hand: no class of the file is ever made.

Java Object Serialization Specification, chapter 6; only what such a map can have is read.
"""

from __future__ import annotations

import struct
from typing import Final

from warifu.formats.errors import FileDamaged, FileTooBig

MAGIC: Final = b"\xac\xed\x00\x05"
_NULL, _REFERENCE, _CLASS, _OBJECT, _STRING, _BLOCK, _END, _LONG_STRING = (
    *range(0x70, 0x75),
    0x77,
    0x78,
    0x7C,
)
_FIRST_HANDLE: Final = 0x7E0000
_SIZES = {"B": 1, "C": 2, "D": 8, "F": 4, "I": 4, "J": 8, "S": 2, "Z": 1}
_MAX_PAIRS: Final = 25_000


def map_of_texts(data: bytes) -> dict[str, str | None]:
    """The map. Raises FileDamaged for anything else, FileTooBig for too many pairs."""
    try:
        return _Reader(data).map()
    except (struct.error, IndexError, UnicodeError):
        raise FileDamaged from None


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = len(MAGIC)
        self._handles: list[str | None] = []  # texts by number; None for what is none

    def map(self) -> dict[str, str | None]:
        self._skip_header()
        self._expect(_BLOCK)
        if self._number("B") != 8:
            raise FileDamaged
        self._number("i")  # how many places Java made; says nothing
        count = self._number("i")
        if not 0 <= count <= _MAX_PAIRS:
            raise FileTooBig("This backup holds too many entries.", hint="Export fewer of them at a time.")
        found: dict[str, str | None] = {}
        for _ in range(count):
            key = self._text()
            value = self._text()
            if key is not None:
                found[key] = value
        return found

    def _skip_header(self) -> None:
        """The description of the class and the values of its fields, which only say how full the map is."""
        self._expect(_OBJECT)
        self._expect(_CLASS)
        if self._utf(self._number("H")) != "java.util.HashMap":
            raise FileDamaged
        self._at += 9  # its version and flags
        size = 0
        for _ in range(self._number("H")):
            kind = chr(self._number("B"))
            self._utf(self._number("H"))
            if kind not in _SIZES:
                raise FileDamaged
            size += _SIZES[kind]
        self._expect(_END)
        self._expect(_NULL)  # no class above it
        self._handles += [None, None]  # the class and the map itself
        self._at += size

    def _text(self) -> str | None:
        mark = self._number("B")
        if mark == _NULL:
            return None
        if mark == _REFERENCE:
            return self._handles[self._handle()]
        if mark not in {_STRING, _LONG_STRING}:
            raise FileDamaged
        text = self._utf(self._number("H" if mark == _STRING else "Q"))
        self._handles.append(text)
        return text

    def _handle(self) -> int:
        number = self._number("I") - _FIRST_HANDLE
        if number < 0:
            raise FileDamaged
        return number

    def _expect(self, byte: int) -> None:
        if self._number("B") != byte:
            raise FileDamaged

    def _number(self, kind: str) -> int:
        layout = f">{kind}"
        (value,) = struct.unpack_from(layout, self._data, self._at)
        self._at += struct.calcsize(layout)
        return int(value)

    def _utf(self, length: int) -> str:
        """Java's own UTF-8: NUL takes two bytes, and characters beyond U+FFFF are two surrogates."""
        end = self._at + length
        if end > len(self._data):
            raise FileDamaged
        raw, self._at = self._data[self._at : end], end
        units = raw.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass")
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
