"""Databases of Android apps, read in memory: nothing in one is executed, and nothing is written anywhere."""

from __future__ import annotations

import sqlite3
import struct
from typing import TYPE_CHECKING, Any, Final

from warifu.formats.entries import MAX_ENTRIES
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

MAGIC: Final = b"SQLite format 3\0"
_WAL_MAGIC: Final = (0x377F0682, 0x377F0683)
_WAL_HEAD: Final = 32  # bytes
_FRAME_HEAD: Final = 24  # bytes
_LONGEST: Final = 1 << 20  # bytes of a value
_STEPS: Final = 1000  # times 10,000 instructions of SQLite's machine; a table of 10,000 rows takes 30
_ALLOWED: Final = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))


def is_database(file: Untrusted, *names: bytes) -> bool:
    """Whether it is a database in which all these names of tables or columns occur."""
    if not file.data.startswith(MAGIC):
        return False
    log = _log_beside(file)
    return all(name in file.data or name in log for name in names)


def rows(file: Untrusted, table: str) -> list[dict[str, Any]]:
    """The rows of a table, with what still lies in the log beside it. Raises FileDamaged."""
    return rows_of(with_log(file.data, _log_beside(file)), table)


def rows_of(database: bytes, table: str) -> list[dict[str, Any]]:
    """The rows of a table, up to one more than are read of any file. Raises FileDamaged."""
    if len(database) < 100 or not database.startswith(MAGIC):
        raise FileDamaged
    # A database in memory cannot have a log, so the header must not say that it has one.
    patched = database[:18] + b"\1\1" + database[20:]
    try:
        connection = sqlite3.connect(":memory:")
    except sqlite3.Error:
        raise FileDamaged from None
    try:
        return list(_selected(connection, patched, table))
    except (sqlite3.Error, OverflowError, ValueError, MemoryError):
        raise FileDamaged from None
    finally:
        connection.close()


def _selected(connection: sqlite3.Connection, database: bytes, table: str) -> Iterator[dict[str, Any]]:
    connection.deserialize(database)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA query_only=ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    steps = iter(range(_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
    )
    # Views and virtual tables would run what their maker wrote; only a table proper has a root page.
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0", (table,)
    ).fetchone()
    if known is None:
        raise FileDamaged
    found = connection.execute(f'SELECT * FROM "{table}" LIMIT {MAX_ENTRIES + 1}')  # noqa: S608 - our own name
    columns = [each[0] for each in found.description]
    for row in found:
        yield dict(zip(columns, row, strict=True))


def with_log(database: bytes, log: bytes) -> bytes:
    """The database with the committed pages of its write-ahead log (sqlite.org/fileformat2.html, 4)."""
    if len(log) < _WAL_HEAD or struct.unpack_from(">I", log)[0] not in _WAL_MAGIC:
        return database
    magic, _version, page_size, _sequence, *salts = struct.unpack_from(">6I", log)
    order = ">" if magic & 1 else "<"
    if page_size < 512 or page_size > 65536 or page_size & (page_size - 1):
        return database
    if _summed(log[:24], (0, 0), order) != struct.unpack_from(">2I", log, 24):
        return database
    pages, count = _committed(log, page_size, salts, order)
    # A page count that the file and its log together cannot have is no reason to take that much memory.
    if not pages or count > len(database) // page_size + len(pages):
        return database
    merged = bytearray(database[: count * page_size].ljust(count * page_size, b"\0"))
    for number, page in pages.items():
        if number <= count:
            merged[(number - 1) * page_size : number * page_size] = page
    return bytes(merged)


def _committed(log: bytes, page_size: int, salts: list[int], order: str) -> tuple[dict[int, bytes], int]:
    """The newest state of each page that a whole transaction wrote, and how many pages there are then."""
    most = (len(log) - _WAL_HEAD) // (_FRAME_HEAD + page_size)
    sums: tuple[int, int] = struct.unpack_from(">2I", log, 24)
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count = 0
    for frame in range(most):
        at = _WAL_HEAD + frame * (_FRAME_HEAD + page_size)
        number, after, *salted = struct.unpack_from(">4I", log, at)
        page = log[at + _FRAME_HEAD : at + _FRAME_HEAD + page_size]
        sums = _summed(page, _summed(log[at : at + 8], sums, order), order)
        if salted != salts or sums != struct.unpack_from(">2I", log, at + 16) or not number > 0:
            break
        waiting[number] = page
        if after:
            pages |= waiting
            waiting, count = {}, after
    return pages, count


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & 0xFFFFFFFF
        second = (second + words[place + 1] + first) & 0xFFFFFFFF
    return first, second


def _log_beside(file: Untrusted) -> bytes:
    logs = [data for name, data in file.beside.items() if name == f"{file.name}-wal"]
    others = [data for name, data in file.beside.items() if name.endswith("-wal")]
    return (logs or (others if len(others) == 1 else [b""]))[0]
