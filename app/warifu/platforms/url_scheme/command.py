"""The command that opens a link with this very copy of Warifu."""

from __future__ import annotations

import sys
from pathlib import Path


def opening_command(*options: str) -> tuple[str, ...]:
    """The program and its arguments, to which the system adds the link.

    A frozen build is its own program. Else it is this Python, kept from looking for modules in the folder
    that it happens to be started in; that of a virtual environment is kept from the user's own, too.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, *options)
    alone = "-I" if sys.prefix != sys.base_prefix else "-P"
    return (_python(), alone, "-m", "warifu", *options)


def _python() -> str:
    """This Python; on Windows the one that opens no console."""
    if sys.platform == "win32":
        silent = Path(sys.executable).with_name("pythonw.exe")
        if silent.exists():
            return str(silent)
    return sys.executable
