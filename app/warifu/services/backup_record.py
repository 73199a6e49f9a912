"""What is known of the backups between two runs: a small file in the profile, written whole or not at all.

Whoever made a backup writes it at once, on whatever thread: at the end of the process nobody listens.
It holds times, counts and the kind of a failure, and no name of an account.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import json
import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, BackupError, NotPossible
from warifu.core.text import Text

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT = 64 * 1024  # bytes
_LATEST = 1 << 35  # Unix seconds, a thousand years from now; no count is as large


class Fault(StrEnum):
    """Why a backup was not made."""

    NONE = ""
    FULL = "full"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    SILENT = "silent"
    UNPROVED = "unproved"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Record:
    """Times are Unix seconds, 0 for never."""

    began: int = 0  # since when there is something to back up
    succeeded: int = 0
    accounts: int = 0  # in the last backup
    failed: int = 0  # since when it fails without a break
    fault: Fault = Fault.NONE
    tested: int = 0
    opened: int = 0  # accounts of ``tested_of`` that the last test opened
    tested_of: int = 0
    lost: int = 0  # accounts that vanished between the last two backups
    same_place: bool = False  # the user wants no second place


def read(path: Path) -> Record:
    """The record; an empty one where there is none or nothing that fits."""
    try:
        with path.open("rb") as file:
            untrusted = json.loads(file.read(_LIMIT))
    except (OSError, ValueError, RecursionError):
        return Record()
    if not isinstance(untrusted, dict):
        return Record()
    empty = Record()
    fitting = {
        field.name: untrusted[field.name]
        for field in dataclasses.fields(Record)
        if field.name != "fault" and _fits(untrusted.get(field.name), getattr(empty, field.name))
    }
    with contextlib.suppress(ValueError):
        fitting["fault"] = Fault(untrusted.get("fault", ""))
    return Record(**fitting)


def _fits(untrusted: object, like: object) -> bool:
    """Whether it is of the same kind, and no number that no calendar holds."""
    if type(untrusted) is not type(like):
        return False
    return not isinstance(untrusted, int) or 0 <= untrusted < _LATEST


def write(path: Path, record: Record) -> None:
    """Keep the record; where it cannot be written it is done without."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    text = json.dumps(dataclasses.asdict(record), indent=2) + "\n"
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
        aside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink()


def fault_of(problem: Exception) -> Fault:
    """What kind of failure an exception tells of."""
    if isinstance(problem, TimeoutError):
        return Fault.SILENT
    if isinstance(problem, BackupError):
        return Fault.UNPROVED
    if not isinstance(problem, OSError):
        return Fault.OTHER
    match problem.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return Fault.FULL
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Fault.FORBIDDEN
        case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.ENXIO | errno.EHOSTDOWN | errno.ENOTCONN:
            return Fault.MISSING
        case errno.ETIMEDOUT | errno.EHOSTUNREACH | errno.ESTALE:
            return Fault.SILENT
    return Fault.OTHER


def as_error(fault: Fault, folder: Path, problem: Exception | None = None) -> AppError:
    """The sentence for a failure."""
    if isinstance(problem, NotPossible | BackupError):
        return problem
    where = Text("The folder is {folder}.", folder=str(folder))
    match fault:
        case Fault.FULL:
            return BackupError(
                "The disk of the backups is full.", where, "Make room there, or choose another folder."
            )
        case Fault.FORBIDDEN:
            return BackupError(
                "The folder of the backups cannot be written to.",
                where,
                "Allow Warifu to write there, or choose another folder.",
            )
        case Fault.MISSING:
            return BackupError(
                "The folder of the backups is not there.",
                where,
                "Plug its disk in, or choose another folder.",
            )
        case Fault.SILENT:
            return BackupError(
                "The folder of the backups does not answer.",
                where,
                "Connect its drive again, or choose another folder.",
            )
        case Fault.UNPROVED:
            return BackupError(
                "The backup did not come back from the disk as it was written.",
                where,
                "The disk may be failing: choose a folder on another one.",
            )
    return BackupError("The backup could not be made.", where, "Choose another folder.")
