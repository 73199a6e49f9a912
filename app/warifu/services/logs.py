"""The log: one line for each fault that nobody foresaw, by kind and place alone.

Messages and local variables of an exception may hold secrets, so neither is written. What another version
wrote is not trusted to have been as careful: the first start after a change of version removes all of it. A
file in the folder names the version that writes there.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from typing import TYPE_CHECKING

import warifu

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOG = "warifu.log"
WRITER = "version"  # the file that names the version whose log it is
_OURS = "warifu*"  # every log that any version wrote, with what was rotated or packed of it; others stay
_LARGEST = 256 * 1024  # bytes of a log before it begins anew
_LINE = re.compile(
    r"(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d\S{0,6} ([A-Za-z_]\w{0,60} at [\w.<>-]{1,80}:\d+ [\w<>]{1,80})",
    re.ASCII,
)


def forget_old(logs: Path) -> None:
    """Remove what another version wrote; what cannot be removed is tried again at the next start."""
    with contextlib.suppress(OSError, ValueError):
        if not logs.is_dir() or logs.is_symlink() or _writer(logs) == warifu.__version__:
            return
        for entry in list(logs.glob(_OURS)):
            if entry.is_file() or entry.is_symlink():
                entry.unlink()
        _sign(logs)


def note(logs: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Append one line, readable by its owner alone; one that cannot be written is done without."""
    line = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {kind.__name__} at {place_of(trace)}\n"
    forget_old(logs)
    with contextlib.suppress(OSError):
        if not logs.is_dir():
            logs.mkdir(mode=0o700, parents=True)
            _sign(logs)
        path = logs / LOG
        begin_anew = path.exists() and path.stat().st_size > _LARGEST
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if begin_anew else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as log:
            log.write(line)


def faults(logs: Path) -> list[tuple[str, str]]:
    """Day, and kind with place, of every fault noted by this version, the oldest first; nothing else that may
    stand in the file.
    """
    try:
        if _writer(logs) != warifu.__version__:
            return []
        with (logs / LOG).open(encoding="utf-8", errors="replace") as log:
            lines = log.read(2 * _LARGEST).splitlines()
    except OSError:
        return []
    return [(found[1], found[2]) for line in lines if (found := _LINE.fullmatch(line))]


def place_of(trace: TracebackType | None) -> str:
    """The innermost place, of our own code where there is one, as ``file:line function``."""
    innermost = own = "unknown:0 place"
    while trace is not None:
        code = trace.tb_frame.f_code
        path = code.co_filename.replace("\\", "/")
        innermost = f"{path.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}"
        own = innermost if "/warifu/" in path else own
        trace = trace.tb_next
    return innermost if own == "unknown:0 place" else own


def _writer(logs: Path) -> str:
    try:
        with (logs / WRITER).open(encoding="utf-8", errors="replace") as file:
            return file.read(80).strip()
    except FileNotFoundError:
        return ""


def _sign(logs: Path) -> None:
    descriptor = os.open(logs / WRITER, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(warifu.__version__ + "\n")
