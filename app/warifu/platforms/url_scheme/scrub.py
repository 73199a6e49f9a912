"""Takes a link out of this process's arguments, where every program of the computer may read it.

The system hands links over as arguments, and there is no other way. It is there from the start of the
process until Python runs this, some milliseconds, instead of for as long as the window is open.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from pathlib import Path

_ARG_START = 48 - 3  # field of /proc/self/stat (proc(5)), counted behind the name, which may hold spaces


def forget_argument(argument: str) -> None:
    """Overwrite ``argument`` as far as the system allows; harmless where it does not."""
    for arguments in (sys.argv, sys.orig_argv):
        arguments[:] = ["" if each == argument else each for each in arguments]
    with contextlib.suppress(OSError, ValueError, IndexError):
        if sys.platform.startswith("linux"):
            _wipe_linux(os.fsencode(argument))
        elif sys.platform == "win32":
            _wipe_windows(argument)


def _wipe_linux(argument: bytes) -> None:
    """In the memory that /proc/PID/cmdline shows."""
    start = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[_ARG_START])
    place = Path("/proc/self/cmdline").read_bytes().rfind(b"\0" + argument + b"\0")
    if start > 0 and place >= 0:
        ctypes.memset(start + place + 1, 0, len(argument))


def _wipe_windows(argument: str) -> None:
    """In the command line that the process's own block holds and task managers show."""
    line = ctypes.windll.kernel32.GetCommandLineW  # type: ignore[attr-defined,unused-ignore]
    line.restype = ctypes.c_void_p
    address = line()
    place = ctypes.wstring_at(address).rfind(argument)
    if place >= 0:
        width = ctypes.sizeof(ctypes.c_wchar)
        ctypes.memmove(
            address + place * width, " ".encode("utf-16-le") * len(argument), width * len(argument)
        )
