"""Bytes that come in parts, and are taken in the lengths that a format has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator


class Parts:
    """A stream from which no more is kept than has been asked for, and the rest of one part."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._kept = bytearray()

    def take(self, count: int) -> bytes:
        """The next bytes. Raises FileDamaged where there are fewer."""
        while len(self._kept) < count:
            self._more()
        taken = bytes(self._kept[:count])
        del self._kept[:count]
        return taken

    def skip(self, count: int) -> None:
        """Pass over the next bytes. Raises FileDamaged where there are fewer."""
        while len(self._kept) < count:
            count -= len(self._kept)
            self._kept.clear()
            self._more()
        del self._kept[:count]

    def rest(self) -> Iterator[bytes]:
        """Everything that was not taken, to the end."""
        kept = bytes(self._kept)
        self._kept.clear()
        yield kept
        del kept
        yield from self._parts

    def _more(self) -> None:
        part = next(self._parts, None)
        if part is None:
            raise FileDamaged
        self._kept += part
