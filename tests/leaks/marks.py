"""Which files hold secrets in the clear by right, as long as nobody else has written to them since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leaks.origins import target_of
from leaks.sources import Kind

if TYPE_CHECKING:
    import os

    Look = tuple[int, int]  # number of the file, and its size


class Marks:
    """Paths with what may lie there. A mark counts for the very file that it was given to, at its size."""

    def __init__(self) -> None:
        self._unsettled: dict[str, Kind] = {}
        self._settled: dict[str, tuple[Kind, Look]] = {}

    def opened(self, path: str, allowed: Kind) -> None:
        """A file is written, and soon perhaps put in the place of another; who writes last counts."""
        for each in filter(None, (path, target_of(path))):
            self._settled.pop(each, None)
            self._unsettled.pop(each, None)
            if allowed:
                self._unsettled[each] = allowed

    def moved(self, source: str, target: str) -> None:
        """A file got another name."""
        self.linked(source, target)
        self._settled.pop(source, None)
        self._unsettled.pop(source, None)

    def linked(self, source: str, target: str) -> None:
        """A file got a second name."""
        for marks in (self._settled, self._unsettled):
            marks.pop(target, None)
            if source in marks:
                marks[target] = marks[source]  # type: ignore[index]

    def settle(self) -> None:
        """What was written until now is whole; whatever it becomes after this, somebody else did."""
        for path, allowed in self._unsettled.items():
            try:
                self._settled[path] = (allowed, look(Path(path).stat()))
            except OSError:
                continue
        self._unsettled.clear()

    def meant(self, path: str) -> Kind:
        """What may lie in a file that has just gone."""
        return self._unsettled.get(path, self._settled.get(path, (Kind.NONE,))[0])

    def allowed(self, path: str, status: os.stat_result) -> Kind:
        """What may lie in this file in the clear."""
        allowed, known = self._settled.get(path, (Kind.NONE, (0, 0)))
        return allowed if known == look(status) else Kind.NONE


def look(status: os.stat_result) -> Look:
    """What tells a file from another that has taken its name."""
    return status.st_ino, status.st_size
