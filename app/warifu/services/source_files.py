"""Files that accounts come from: whether one is a picture, whether it is still the one that was read, and
deleting it, because it holds secrets.
"""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.core.clean import clean_line
from warifu.core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = 65_536  # bytes that are looked at
_TABLE = (b",", b";", b"\t")
_DATABASE = b"SQLite format 3\0"
_JOURNALS = ("-wal", "-journal", "-shm")
_PACKED = frozenset(("Zip", "compressed SVG"))  # which exports of apps are, too


@dataclass(frozen=True, slots=True)
class Trace:
    """What tells later whether a path still names the same bytes; ``database``: journals lie beside it."""

    path: Path
    size: int
    time: int  # nanoseconds of its last change
    database: bool = False


def shown_name(path: Path) -> str:
    """The file's name as it may be shown."""
    return clean_line(path.name, 80) or "?"


def is_picture(path: Path) -> bool:
    """Whether a file is for those who look for QR codes; also one that cannot be read, which they tell."""
    try:
        return holds_picture(head_of(path))
    except OSError:
        return True


def holds_picture(data: bytes) -> bool:
    """The same of bytes, which may go on."""
    from warifu.scan.errors import PictureRefused, Refusal
    from warifu.scan.headers import Kind, kind_of

    head = data[:_HEAD]
    try:
        kind = kind_of(head)
    except PictureRefused as refused:
        other = refused.refusal is Refusal.OTHER_FORMAT
        return other and refused.title.fields.get("format") not in _PACKED
    return kind is not Kind.SVG or b"<svg" in head.lower() or b":svg" in head.lower()


def is_table(path: Path) -> bool:
    """Whether a file that no format fits looks like a table whose columns somebody could name."""
    try:
        head = head_of(path)
    except OSError:
        return False
    first = head.lstrip(b"\xef\xbb\xbf\r\n ").splitlines()[:1]
    return b"\0" not in head and bool(first) and any(mark in first[0] for mark in _TABLE)


def head_of(path: Path) -> bytes:
    """The first bytes of a file; a pipe is not waited for. Raises OSError, also for what is no file."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a file")
        return file.read(_HEAD)


def trace_of(path: Path) -> Trace | None:
    """The file as it is now; None where there is none."""
    try:
        found = path.stat()
        return Trace(path, found.st_size, found.st_mtime_ns, head_of(path).startswith(_DATABASE))
    except OSError:
        return None


def delete(traces: Iterable[Trace]) -> None:
    """Delete files with what belongs to them, all that can be. Raises AppError for the first that is left.

    One that has changed since it was read stays.
    """
    left: AppError | None = None
    for trace in traces:
        try:
            _delete(trace)
        except AppError as problem:
            left = left or problem
    if left is not None:
        raise left


def _delete(trace: Trace) -> None:
    now = trace_of(trace.path)
    if now is None and not trace.path.exists():
        return
    if now != trace:
        raise AppError(
            "The file has changed since it was read, and was not deleted.",
            hint="Look at it, and delete it yourself.",
        )
    real = Path(os.path.realpath(trace.path))
    try:
        real.unlink()
        if trace.path.is_symlink():
            trace.path.unlink()
    except OSError:
        raise AppError(
            "The file could not be deleted.",
            hint="Close other programs that use it, and delete it yourself.",
        ) from None
    for end in _JOURNALS if trace.database else ():
        with contextlib.suppress(OSError):
            real.with_name(real.name + end).unlink()
