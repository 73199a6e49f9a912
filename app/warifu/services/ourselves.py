"""How Warifu starts a process of its own kind."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import BinaryIO

# Without these a program does not find its own parts or the system's; none of them holds a secret.
_NEEDED = (
    "PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    "SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "LANG", "LC_ALL",
)  # fmt: skip


class Detached(TypedDict, total=False):
    """Arguments of ``subprocess.Popen``."""

    creationflags: int
    start_new_session: bool


def command(*arguments: str) -> list[str]:
    """This program, however it was started, with these arguments.

    ``-P`` keeps the current folder out of its imports, ``-I`` also the environment where ours is kept out.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-I" if sys.flags.isolated else "-P", "-m", "warifu", *arguments]


def bare_environment() -> dict[str, str]:
    """What is needed to start, and nothing else of ours: variables may hold what a helper should not know."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ}


def detached() -> Detached:
    """So that the terminal's end and its interruptions are not the process's own."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """Of a process of ours: what it reads from and where it answers; what anybody prints goes nowhere."""
    requests = os.fdopen(0, "rb", closefd=False)
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        for file in (0, answers.fileno()):
            msvcrt.setmode(file, os.O_BINARY)
    return requests, answers
