"""What could not be taken from a text, for the list under it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from warifu.core.errors import AppError
from warifu.core.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, what to do, and where: the line or entry, counted from 1, and its name."""

    title: Text
    hint: Text = field(default_factory=lambda: Text(""))
    line: int | None = None
    entry: str = field(default="", repr=False)

    @classmethod
    def of(cls, error: AppError, line: int | None = None) -> Problem:
        """The same sentences as an error has."""
        return cls(error.title, error.hint, line)

    def at(self, line: int | None) -> Problem:
        """The same, with its line."""
        return replace(self, line=line)
