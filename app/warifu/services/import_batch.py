"""Several files on their way in: read one after the other, each with its password, format and refusal.

The main thread owns a batch; it holds secrets until ``forget``. ``changed`` is called after every change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from warifu.core.errors import AppError
from warifu.formats.base import Keys
from warifu.formats.errors import NeedsColumns, NeedsPassword, NotRecognised, WrongFilePassword
from warifu.services.gathering import Gathering
from warifu.services.reading_files import ReadFile, joined
from warifu.services.source_files import is_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from warifu.core.problem import Problem
    from warifu.services.export_reader import FileReader
    from warifu.services.gathering import Transfer
    from warifu.services.importing import Importing
    from warifu.services.scanning import PictureReader
    from warifu.services.source_files import Trace

MOST_FILES: Final = 200
_TABLE: Final = "csv"  # the format whose columns are guessed
_STAYED_CLOSED: Final = frozenset((  # as formats say in which each entry may have a password of its own
    "None of the passwords opens this entry.", "It cannot be decrypted: it may be of an older password.",
))  # fmt: skip


class Stage(Enum):
    """How far a file is."""

    WAITING = auto()
    READING = auto()
    CLOSED = auto()  # it needs a password, or another one
    READ = auto()
    REFUSED = auto()


@dataclass(slots=True, eq=False)
class Source:
    """One file. ``format_id``: what the user says it is. ``problem``: why it is closed or refused."""

    path: Path
    format_id: str = ""
    keys: Keys = field(default_factory=Keys, repr=False)
    stage: Stage = Stage.WAITING
    read: ReadFile | None = field(default=None, repr=False)
    problem: AppError | None = None
    wants_key_file: bool = False
    given: bool = False  # the user gave a password or a key file
    wrong: bool = False  # and that did not open it
    table: bool = False  # its columns could be named

    @property
    def has_columns(self) -> bool:
        """Whether it is a table whose columns the user may name: an unknown one, or one that was guessed."""
        guessed = self.read is not None and self.read.format_id == _TABLE
        return guessed or (self.stage is Stage.REFUSED and self.table)

    @property
    def closed_entries(self) -> int:
        """How many entries wait for another password, in a file where each may have its own."""
        problems = self.read.contents.problems if self.read is not None else ()
        return sum(_stayed_closed(problem) for problem in problems)


def _stayed_closed(problem: Problem) -> bool:
    return problem.title.template in _STAYED_CLOSED


class Batch:
    """Reads what is added. ``wanted`` is the app that the user chose: a file that no format fits is its."""

    def __init__(
        self,
        importing: Importing,
        pictures: Callable[[], PictureReader],
        changed: Callable[[], None],
        wanted: str = "",
    ) -> None:
        self._importing = importing
        self._pictures = pictures
        self._changed = changed
        self._wanted = wanted
        self._reader: FileReader | None = None
        self._opened_with: tuple[str, ...] = ()
        self._over = False
        self.sources: list[Source] = []

    @property
    def reading(self) -> Source | None:
        """The file that is being read."""
        return next((each for each in self.sources if each.stage is Stage.READING), None)

    @property
    def settled(self) -> bool:
        """Whether nothing is being read and no password is asked for."""
        return all(each.stage in (Stage.READ, Stage.REFUSED) for each in self.sources)

    @property
    def read(self) -> tuple[ReadFile, ...]:
        """What was read, the pictures of one transfer as one."""
        return joined([each.read for each in self.sources if each.read is not None])

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """How far transfers in several QR codes are."""
        gathering = Gathering()
        gathering.add(text for each in self.sources if each.read is not None for text in each.read.texts)
        return gathering.transfers

    @property
    def traces(self) -> tuple[Trace, ...]:
        """The files that were read, to be deleted."""
        found = (each.read.trace for each in self.sources if each.read is not None)
        return tuple(trace for trace in found if trace is not None)

    def add(self, paths: Iterable[Path]) -> None:
        """Read more files; those that are here already are left out."""
        here = {each.path for each in self.sources}
        for path in dict.fromkeys(paths):
            if path not in here and len(self.sources) < MOST_FILES:
                self.sources.append(Source(path))
        self._go_on()

    def give(self, source: Source, password: str, key_file: bytes = b"") -> None:
        """Read a file with a password more, which is tried with those that were given before."""
        passwords = dict.fromkeys((*source.keys.passwords, password)) if password else source.keys.passwords
        source.keys, source.given = Keys(tuple(passwords), key_file or source.keys.key_file), True
        self._again(source)

    def treat_as(self, source: Source, format_id: str) -> None:
        """Read a file as what the user says it is; an empty id is what its content says."""
        source.format_id = format_id
        self._again(source)

    def take_read(self, source: Source, read: ReadFile) -> None:
        """Take what was read of a file elsewhere."""
        self._finish(source, Stage.READ, read=read)

    def leave_out(self, source: Source) -> None:
        """Do without a file."""
        if source.stage is Stage.READING:
            self._stop_reading()
        self.sources.remove(source)
        self._go_on()

    def forget(self) -> None:
        """End what is being read, at once, and hold nothing any more."""
        self._over = True
        self._stop_reading()
        self.sources.clear()
        self._opened_with = ()

    def _stop_reading(self) -> None:
        if self.reading is not None:
            if self._reader is not None:
                self._reader.cancel()
            self._pictures().close()

    def _again(self, source: Source) -> None:
        source.read, source.problem, source.wrong = None, None, False
        source.stage = Stage.WAITING
        self._go_on()

    def _go_on(self) -> None:
        if self._over:
            return
        waiting = next((each for each in self.sources if each.stage is Stage.WAITING), None)
        if waiting is not None and self.reading is None:
            self._begin(waiting)
        self._changed()

    def _begin(self, source: Source) -> None:
        source.stage = Stage.READING
        self._reader = self._importing.read(
            source.path,
            source.keys,
            source.format_id,
            lambda read: self._came(source, read),
            lambda problem: self._refused(source, problem),
            self._pictures(),
        )

    def _came(self, source: Source, read: ReadFile) -> None:
        if self._over or source not in self.sources:
            return
        self._opened_with = tuple(dict.fromkeys((*self._opened_with, *source.keys.passwords)))
        self._finish(source, Stage.READ, read=read)

    def _refused(self, source: Source, problem: AppError) -> None:
        if self._over or source not in self.sources:
            return
        if isinstance(problem, NotRecognised) and self._wanted and not source.format_id:
            self.treat_as(source, self._wanted)
        elif isinstance(problem, NeedsPassword) and self._opened_with and not source.keys.passwords:
            source.wants_key_file = problem.key_file
            source.keys = Keys(self._opened_with, source.keys.key_file)  # often all have the same one
            source.stage = Stage.WAITING
            self._go_on()
        elif isinstance(problem, NeedsPassword | WrongFilePassword):
            self._ask(source, problem)
        else:
            unknown = isinstance(problem, NotRecognised) and is_table(source.path)
            source.table = unknown or isinstance(problem, NeedsColumns)
            self._finish(source, Stage.REFUSED, problem)

    def _ask(self, source: Source, problem: AppError) -> None:
        if isinstance(problem, NeedsPassword):
            source.wants_key_file = source.wants_key_file or problem.key_file
        source.wrong = isinstance(problem, WrongFilePassword) and source.given
        source.keys = Keys((), source.keys.key_file)  # one that is wrong would be derived again and again
        self._finish(source, Stage.CLOSED, problem)

    def _finish(
        self, source: Source, stage: Stage, problem: AppError | None = None, read: ReadFile | None = None
    ) -> None:
        source.stage, source.problem, source.read = stage, problem, read
        self._go_on()
