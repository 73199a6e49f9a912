"""The brand catalogue: one file made at install time, mapped into memory and never read as a whole.

    MAGIC(8) | index length(4, big endian) | index | SVG paths

The index is UTF-8 text, a line a brand in the order of slugs, its seven fields divided by tabs: slug, title,
colour, size of the square view box, offset and length of its path, and search names divided by "|".
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from warifu.icons.names import folded

MAGIC = b"WARIICO1"
_HEAD = len(MAGIC) + 4


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand's sign: one SVG path in a square view box, and its own colour (``#rrggbb`` or empty)."""

    slug: str
    title: str
    colour: str
    path: str
    view_box: tuple[float, float, float, float]


class Catalogue:
    """All brands. A catalogue without a file is empty: icons are then letters."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        known = data[: len(MAGIC)] == MAGIC
        length = int.from_bytes(data[len(MAGIC) : _HEAD], "big") if known else 0
        self._end = _HEAD + length

    @classmethod
    def open(cls, path: Path | None = None) -> Catalogue:
        """The catalogue that Warifu ships, or the one at ``path``."""
        if path is None:
            from warifu.resources import resource

            path = resource("icons.bin")
        try:
            with path.open("rb") as file:
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):
            return cls(b"")

    def __len__(self) -> int:
        return max(0, self._data[_HEAD : self._end].count(b"\n") - 1)

    def get(self, slug: str) -> Brand | None:
        """The brand with exactly this slug."""
        return self._brand_at(self._data.find(b"\n" + slug.encode() + b"\t", _HEAD - 1, self._end))

    def named(self, name: str) -> Brand | None:
        """The brand whose title or other name is ``name``, case, accents and spaces aside."""
        key = folded(name).replace(" ", "").encode()
        at = self._data.find(b"|" + key + b"|", _HEAD, self._end) if key else -1
        return None if at < 0 else self._brand_at(self._data.rfind(b"\n", _HEAD - 1, at))

    def find(self, query: str, limit: int = 60) -> list[Brand]:
        """Brands whose names hold every word of ``query``, those beginning with it first."""
        words = folded(query).split()
        joined = "".join(words)
        hits = [
            (not names.startswith("|" + joined), f"|{joined}" not in names, names.find("|", 1), slug)
            for slug, names in self._names
            if all(word in names for word in words)
        ]
        found = (self.get(slug) for *_rank, slug in sorted(hits)[:limit])
        return [brand for brand in found if brand is not None]

    def slugs(self) -> list[str]:
        """Every slug, in order."""
        return [slug for slug, _ in self._names]

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        lines = self._data[_HEAD : self._end].decode().splitlines()
        rows = (line.split("\t") for line in lines if line)
        return [(row[0], row[6]) for row in rows]

    def _brand_at(self, at: int) -> Brand | None:
        if at < 0:
            return None
        line = self._data[at + 1 : self._data.find(b"\n", at + 1, self._end)].decode()
        slug, title, colour, size, offset, length, _ = line.split("\t")
        begin = self._end + int(offset)
        path = self._data[begin : begin + int(length)].decode("ascii")
        return Brand(slug, title, colour, path, (0.0, 0.0, float(size), float(size)))
