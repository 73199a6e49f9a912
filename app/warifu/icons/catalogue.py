"""The brand catalogue: one file made at install time, of which only what is asked for is read.

    MAGIC(8) | three lengths (4 each, big endian) | signs | names of services | names of others | SVG paths

Signs and names are UTF-8 text, a line a brand, their fields divided by tabs. A sign is a slug, a title,
a view box, and for each of its parts the offset and length of the path and the colour. Paths are SVG path
data of absolute M, L, C, Q and Z alone, numbers divided by spaces. Names come in the
order in which people use the brands, those with names or domains of their own first: a slug, the offset
of its sign, the keys that tell the brand also inside a longer title (``|aws|amazonwebservices|``), those
that do so only alone (``/x/``), its domains (``;aws.amazon.com;``), and what search looks through
(``,aws,``).
"""

from __future__ import annotations

import os
import weakref
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from warifu.icons.names import folded, key

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"WARIICO5"
HEAD = len(MAGIC) + 12  # bytes before the signs


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand's sign: SVG path data in a square view box, and its colour (``#rrggbb``, or empty: as text)."""

    slug: str
    title: str
    colour: str
    path: str
    view_box: tuple[float, float, float, float]
    accents: tuple[tuple[str, str], ...] = ()  # further parts: colour and path


class Catalogue:
    """All brands. A catalogue without a file is empty: icons are then letters."""

    def __init__(self, file: int | None) -> None:
        """Take over an open file descriptor."""
        self._file = file
        if file is not None:
            weakref.finalize(self, os.close, file)
        head = self._read(0, HEAD)
        known = len(head) == HEAD and head.startswith(MAGIC)
        lengths = [int.from_bytes(head[at : at + 4], "big") if known else 0 for at in (8, 12, 16)]
        self._signs_length, self._services_length, self._others_length = lengths

    @classmethod
    def open(cls, path: Path | None = None) -> Catalogue:
        """The catalogue that Warifu ships, or the one at ``path``."""
        if path is None:
            from warifu.resources import resource

            path = resource("icons.bin")
        try:
            return cls(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))
        except OSError:
            return cls(None)

    def __len__(self) -> int:
        return max(0, self._signs.count(b"\n") - 1)

    def get(self, slug: str) -> Brand | None:
        """The brand with exactly this slug."""
        at = self._signs.find(f"\n{slug}\t".encode("utf-8", "ignore")) if slug else -1
        return self._sign_at(at + 1) if at >= 0 else None

    def named(self, name: str) -> Brand | None:
        """The brand whose title or other name is ``name``; case, accents and spaces don't matter."""
        for tried in (f"|{key(name)}|", f"/{key(name)}/", f",{folded(name)},"):
            if brand := self.get(_owner(self._names, tried)):
                return brand
        return None

    def told_by(self, name_key: str) -> str:
        """The slug of the brand that this key tells even among other words, or nothing."""
        return _owner(self._services, f"|{name_key}|")

    def called(self, name_key: str) -> str:
        """The slug of the brand that this key tells when it stands alone, or nothing."""
        return self.told_by(name_key) or _owner(self._names, f"/{name_key}/")

    def at_domain(self, domain: str) -> str:
        """The slug of the brand that lives at ``domain``, in lower case, or above it; or nothing."""
        labels = domain.split(".")
        for first in range(len(labels) - 1):
            if slug := _owner(self._services, f";{'.'.join(labels[first:])};"):
                return slug
        return ""

    def find(self, query: str, limit: int = 60) -> list[Brand]:
        """Brands whose names hold every word of ``query``, best first; without one, the most used ones."""
        wanted = folded(query)
        hits = self._lines
        for word in wanted.split():
            hits = [line for line in hits if word in line]
        best = sorted(hits, key=lambda line: _rank(line, wanted))[:limit] if wanted else hits[:limit]
        found = [self._sign_at(int(line.split("\t", 2)[1])) for line in best]
        lives_there = self.get(self.at_domain(query.strip().lower())) if "." in query else None
        if lives_there is None:
            return found
        return [lives_there, *(brand for brand in found if brand != lives_there)][:limit]

    def slugs(self) -> list[str]:
        """Every slug, those of the most used services first."""
        return [line.partition("\t")[0] for line in self._lines]

    @cached_property
    def _lines(self) -> list[str]:
        """Slug, offset of the sign and searched names of each brand."""
        lines = self._names.decode().splitlines()
        fields = (line.split("\t") for line in lines if line)
        return [f"{field[0]}\t{field[1]}\t{field[-1]}" for field in fields]

    def _sign_at(self, at: int) -> Brand:
        line = self._signs[at : self._signs.find(b"\n", at)].decode()
        slug, title, box, *parts = line.split("\t")
        pieces = [
            (colour, self._path(int(offset), int(length)))
            for offset, length, colour in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        ]
        left, top, width, height = map(float, box.split())
        return Brand(slug, title, *pieces[0], (left, top, width, height), tuple(pieces[1:]))

    @cached_property
    def _signs(self) -> bytes:
        return self._read(HEAD, self._signs_length)

    @cached_property
    def _services(self) -> bytes:
        return self._read(HEAD + self._signs_length, self._services_length)

    @cached_property
    def _names(self) -> bytes:
        return self._read(HEAD + self._signs_length, self._services_length + self._others_length)

    def _path(self, offset: int, length: int) -> str:
        paths = HEAD + self._signs_length + self._services_length + self._others_length
        return self._read(paths + offset, length).decode("ascii")

    def _read(self, at: int, length: int) -> bytes:
        if self._file is None:
            return b""
        try:
            os.lseek(self._file, at, os.SEEK_SET)
            return os.read(self._file, length)
        except OSError:  # a folder, or a disk that has gone
            return b""


def _owner(names: bytes, field: str) -> str:
    """The slug of the line of ``names`` that holds ``field``."""
    at = names.find(field.encode("utf-8", "ignore")) if len(field) > 2 else -1
    if at < 0:
        return ""
    begin = names.rfind(b"\n", 0, at) + 1
    return names[begin : names.find(b"\t", begin)].decode()


def _rank(line: str, wanted: str) -> int:
    if f",{wanted}," in line:
        return 0
    if f",{wanted}" in line:
        return 1
    return 2 if f" {wanted}" in line else 3
