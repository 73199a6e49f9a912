"""A secret in every form that bytes are usually put into, and a search for thousands of them at once."""

from __future__ import annotations

import base64
import bisect
import itertools
import json
import re
import urllib.parse
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np

SHORTEST = 8  # bytes of a form that is looked for
_MOST_INFLATED = 16 * 1024 * 1024  # bytes
_STREAM = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|PK\x03\x04")
_HASHES = ((0x9E3779B97F4A7C15, 22), (0xC2B2AE3D27D4EB4F, 24))  # factor and bits; the first fits a cache
_PIECE = 8 * 1024 * 1024  # bytes that are looked at in one go
_LONGEST = 4096  # bytes by which two such pieces overlap


class Hit(NamedTuple):
    """Where a needle begins, and in which form."""

    place: int
    needle: bytes
    form: str


def forms(needle: bytes) -> dict[bytes, str]:
    """The needle as it is, in UTF-16, hexadecimal, an address, JSON, Python's notation, and base32 and base64
    at any place: in small letters, with the name of each form.
    """
    found = {needle: "as it is", needle.hex().encode(): "in hexadecimal"}
    found[repr(needle)[2:-1].encode()] = "in Python's notation"
    found[urllib.parse.quote_from_bytes(needle).encode()] = "as part of an address"
    for shift in range(5):
        found[_middle(base64.b32encode(bytes(shift) + needle), shift, len(needle), 5)] = "in base32"
    for shift in range(3):
        encoded = _middle(base64.b64encode(bytes(shift) + needle), shift, len(needle), 6)
        found[encoded] = found[encoded.replace(b"+", b"-").replace(b"/", b"_")] = "in base64"
    try:
        text = needle.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        found |= {text.encode("utf-16-le"): "in UTF-16", text.encode("utf-16-be"): "in UTF-16"}
        found[json.dumps(text)[1:-1].encode()] = "in JSON"
    found[needle] = "as it is"
    return {form.lower(): name for form, name in found.items() if len(form) >= SHORTEST}


def _middle(encoded: bytes, shift: int, length: int, bits: int) -> bytes:
    """The letters that the needle alone decides, whatever stands before and after it."""
    return encoded[-(-8 * shift // bits) : 8 * (shift + length) // bits]


def inflated(content: bytes) -> list[bytes]:
    """What lies in the zlib, gzip and zip streams of the bytes."""
    found = []
    for match in _STREAM.finditer(content):
        place, bits = match.start(), 47  # zlib or gzip, as the stream says
        if match.group() == b"PK\x03\x04":
            name, extra = content[place + 26 : place + 28], content[place + 28 : place + 30]
            place += 30 + int.from_bytes(name, "little") + int.from_bytes(extra, "little")
            bits = -15
        try:
            made = zlib.decompressobj(bits).decompress(content[place:], _MOST_INFLATED)
        except zlib.error:
            continue
        found += [made] if made else []
    return found


class Index:
    """Needles, so that a place is looked at closely only where the first eight bytes of a form may be."""

    def __init__(self) -> None:
        self._needles: dict[int, list[bytes]] = defaultdict(list)  # by the first eight bytes
        self._tables: list[np.ndarray] = []
        self._known: set[bytes] = set()

    def add(self, needles: Iterable[bytes]) -> None:
        """Look for these, too."""
        import numpy as np

        if not self._tables:
            self._tables = [np.zeros(1 << bits, bool) for _factor, bits in _HASHES]
        keys = []
        for needle in needles:
            if needle in self._known:
                continue
            self._known.add(needle)
            for key in {int.from_bytes(form[:SHORTEST], "little") for form in forms(needle)}:
                self._needles[key].append(needle)
                keys.append(key)
        for number, table in enumerate(self._tables):
            table[_hashed(np.array(keys, np.uint64), number)] = True

    def search(self, content: bytes) -> Iterator[Hit]:
        """Every needle that the bytes hold in any form, capitals or not."""
        if not self._known:
            return
        for begin in range(0, len(content), _PIECE):
            lowered = content[begin : begin + _PIECE + _LONGEST].lower()
            for place in self._candidates(lowered):
                for needle in self._needles.get(int.from_bytes(lowered[place : place + 8], "little"), ()):
                    for form, name in forms(needle).items():
                        if lowered.startswith(form, place):
                            yield Hit(begin + place, needle, name)

    def search_all(self, contents: list[bytes]) -> Iterator[tuple[int, Hit]]:
        """The same for several, with the number of each; what runs over the end of one is no hit."""
        begins = list(itertools.accumulate(map(len, contents), initial=0))
        for hit in self.search(b"".join(contents)):
            number = bisect.bisect_right(begins, hit.place) - 1
            if hit.place + len(hit.needle) <= begins[number + 1]:
                yield number, hit

    def _candidates(self, lowered: bytes) -> Iterator[int]:
        import numpy as np

        for offset in range(SHORTEST):
            count = (len(lowered) - offset) // SHORTEST
            if count < 1:
                return
            words = np.frombuffer(lowered, "<u8", count, offset)
            first, second = self._tables
            places = np.flatnonzero(first.take(_hashed(words, 0), mode="clip"))
            places = places[second.take(_hashed(words[places], 1), mode="clip")]
            yield from (int(place) * SHORTEST + offset for place in places)


def _hashed(words: np.ndarray, number: int) -> np.ndarray:
    import numpy as np

    factor, bits = _HASHES[number]
    made = words * np.uint64(factor)
    made >>= np.uint64(64 - bits)
    return made.view(np.int64)
