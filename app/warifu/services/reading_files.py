"""A file of another app to the end: what the process that reads it says, and the QR codes in it."""

from __future__ import annotations

import contextlib
import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.core.text import Text
from warifu.services.export_reader import FileReader, file_bytes, request_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from warifu.formats.base import Contents, Keys
    from warifu.formats.csv_table import Mapping, Table
    from warifu.services.scanning import PictureReader
    from warifu.services.source_files import Trace


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file holds; the contents are those of its QR codes, too. ``texts``: of a picture's codes."""

    path: Path
    format_id: str
    name: str
    contents: Contents = field(repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)
    trace: Trace | None = None  # of the file as it was read


def read_file(
    path: Path,
    keys: Keys,
    reader: FileReader,
    pictures: PictureReader | None = None,
    format_id: str = "",
    piped: bytes | None = None,
) -> ReadFile:
    """Read a file to its end, also the QR codes in it or a picture of them. Blocks. Raises AppError.

    ``piped`` is what was read where the path is a pipe's.
    """
    from warifu.formats import registry
    from warifu.services.source_files import holds_picture, is_picture, trace_of

    trace = trace_of(path) if piped is None else None
    if not format_id and (is_picture(path) if piped is None else holds_picture(piped)):
        data = file_bytes(path) if piped is None else piped
        return dataclasses.replace(_read_picture(path, data, pictures), trace=trace)
    request = dataclasses.replace(request_for(path, piped), keys=keys, format_id=format_id)
    answer = reader.read(request)
    contents = with_pictures(answer.contents, pictures) if answer.contents.pictures else answer.contents
    return ReadFile(path, answer.format_id, registry.by_id(answer.format_id).name, contents, trace=trace)


def _read_picture(path: Path, data: bytes, pictures: PictureReader | None) -> ReadFile:
    from warifu.services.scanning import Effort
    from warifu.services.scanning import PictureReader as Reader

    with contextlib.nullcontext(pictures) if pictures is not None else Reader() as reading:
        texts = tuple(found.text for found in reading.read_picture(data, Effort.PHOTO).texts)
    if not texts:
        raise AppError(
            "No QR code was found in this picture.",
            hint="Cut it so that the code fills most of it, and try again.",
        )
    return of_texts(path, texts)


def of_texts(path: Path, untrusted_texts: Iterable[str]) -> ReadFile:
    """What the texts of QR codes hold together: the parts of a transfer come in any order."""
    from warifu.formats import registry
    from warifu.formats.base import Contents, Imported
    from warifu.services.gathering import Gathering

    texts = tuple(dict.fromkeys(untrusted_texts))
    gathering = Gathering()
    gathering.add(texts)
    intake, wanted = gathering.intake, "google" if gathering.transfers else "otpauth"
    names = {each.id: each.name for each in registry.FORMATS}
    contents = Contents(tuple(map(Imported, intake.accounts)), intake.problems)
    return ReadFile(path, wanted, names.get(wanted, "Google Authenticator"), contents, texts)


def joined(read: Sequence[ReadFile]) -> tuple[ReadFile, ...]:
    """The same files, all pictures as one: a transfer is spread over several."""
    texts = [text for each in read for text in each.texts]
    pictures = next((each.path for each in read if each.texts), None)
    files = tuple(each for each in read if not each.texts)
    return files if pictures is None else (*files, of_texts(pictures, texts))


def read_columns(path: Path, mapping: Mapping) -> ReadFile:
    """A table whose columns the user has named. Blocks. Raises AppError."""
    from warifu.formats import csv_table
    from warifu.formats.untrusted import Untrusted
    from warifu.services.source_files import trace_of

    trace = trace_of(path)
    contents = csv_table.read_mapped(Untrusted(file_bytes(path), path.name), mapping)
    return ReadFile(path, csv_table.FORMAT.id, csv_table.FORMAT.name, contents, trace=trace)


def table_of(path: Path) -> Table:
    """The columns of a table and its first rows, secrets hidden. Blocks. Raises AppError."""
    from warifu.formats import csv_table
    from warifu.formats.untrusted import Untrusted

    return csv_table.table(Untrusted(file_bytes(path), path.name))


def with_pictures(contents: Contents, pictures: PictureReader | None) -> Contents:
    """The contents with the accounts of the QR codes among them, each once."""
    from warifu.core.problem import Problem
    from warifu.formats.pictures import completed
    from warifu.services.scanning import Effort, Gathering
    from warifu.services.scanning import PictureReader as Reader

    gathering = Gathering()
    problems = list(contents.problems)
    with contextlib.nullcontext(pictures) if pictures is not None else Reader() as reading:
        for place, picture in enumerate(contents.pictures, start=1):
            try:
                texts = [found.text for found in reading.read_picture(picture, Effort.PHOTO).texts]
            except AppError as problem:
                problems.append(Problem.of(problem, place))
                continue
            if not texts:
                problems.append(Problem(Text("No QR code was found in this picture."), line=place))
            gathering.add(texts)
    intake = gathering.intake
    entries, doubts = completed(contents.entries, intake.accounts)
    return dataclasses.replace(
        contents, entries=entries, problems=(*problems, *intake.problems, *doubts), pictures=()
    )
