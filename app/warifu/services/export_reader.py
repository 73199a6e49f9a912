"""Reading another app's file in a process of its own: it may be cancelled, crash or be taken over.

``FileReader.read`` blocks: the desktop calls it on ``Lane.POOL``, the command line where it is.
"""

from __future__ import annotations

import contextlib
import stat
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

from warifu.core.errors import AppError
from warifu.formats.errors import FileTooBig, FormatError
from warifu.formats.untrusted import MAX_FILE
from warifu.services import export_wire as wire
from warifu.services import ourselves
from warifu.services.paths import in_full

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

OPTION = "--read-export"  # of ``warifu``; not for people
_BESIDE = ("-wal", "-journal")  # what SQLite keeps beside a database
_MANIFEST = "manifest.json"  # of Steam Desktop Authenticator, beside its .maFile
_END_PATIENCE = 5.0  # seconds until a process that was killed is gone


class Cancelled(FormatError):
    """The user wants no answer any more."""

    def __init__(self) -> None:
        super().__init__("Reading was stopped.")


class FileReader:
    """Reads one file at a time; ``cancel`` may be called from any thread."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = list(command) or ourselves.command(OPTION)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def read(self, request: wire.Request) -> wire.Answer:
        """What the file holds. Raises FormatError, ``Cancelled`` among them."""
        process = self._started()
        try:
            return _asked(process, request)
        except (wire.WireError, OSError, MemoryError):
            if self._cancelled:
                raise Cancelled from None
            raise FormatError(
                "Reading this file failed.",
                hint="It may be made to do harm. Export it again if you trust where it comes from.",
            ) from None
        finally:
            _end(process)
            with self._lock:
                self._process = None

    def cancel(self) -> None:
        """End what is being read, at once."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._cancelled:
                raise Cancelled
            try:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=ourselves.bare_environment(),
                    **ourselves.detached(),
                )
            except OSError:
                raise FormatError(
                    "The part of Warifu that reads files of other apps does not start.",
                    hint="Start Warifu again; if that does not help, install it anew.",
                ) from None
            return self._process


def request_for(path: Path, piped: bytes | None = None) -> wire.Request:
    """The file with what lies beside it and belongs to it. Raises AppError where it cannot be read.

    ``piped`` is what a pipe of that name gave, beside which nothing lies.
    """
    if piped is not None:
        return wire.Request(piped, path.name)
    data = file_bytes(path)
    beside = {}
    for other in [path.with_name(path.name + end) for end in _BESIDE] + [path.with_name(_MANIFEST)]:
        if other != path and _belongs(path, data, other):
            with contextlib.suppress(AppError):
                beside[other.name] = file_bytes(other)
    return wire.Request(data, path.name, beside=beside)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises AppError where there is none, it cannot be read, or is too large."""
    try:
        with in_full(path).open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise AppError("There is no such file.") from None
    except IsADirectoryError:
        raise AppError("This is a folder.", hint="Choose a file in it.") from None
    except (OSError, ValueError):
        raise AppError("The file cannot be read.") from None
    return of_fair_size(data)


def of_fair_size(data: bytes) -> bytes:
    """The same. Raises FileTooBig where it is more than any export is."""
    if len(data) > MAX_FILE:
        raise FileTooBig(
            "This file is too large for an export of accounts.", hint="Warifu reads files of up to 32 MB."
        )
    return data


def piped_bytes(path: Path) -> bytes | None:
    """What a pipe gives, and gives once; None for what is no pipe. Raises as ``file_bytes``."""
    with contextlib.suppress(OSError, ValueError):
        if stat.S_ISFIFO(in_full(path).stat().st_mode):
            return file_bytes(path)
    return None


def _belongs(path: Path, data: bytes, other: Path) -> bool:
    """Whether what lies beside is wanted: a database's log, or the manifest of Steam's file."""
    if other.name == _MANIFEST:
        return path.suffix.casefold() == ".mafile" and other.is_file()
    return data.startswith(b"SQLite format 3\0") and other.is_file()


def _asked(process: subprocess.Popen[bytes], request: wire.Request) -> wire.Answer:
    requests, answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    with contextlib.suppress(BrokenPipeError):  # one that is killed says so by its missing answer
        wire.send_request(requests, request)
    return wire.receive_answer(answers)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_END_PATIENCE)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
