"""Windows: the registry tells whether time is kept at all, ``w32tm`` whether it is.

https://learn.microsoft.com/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings
The labels of w32tm are in the language of the system; the number of its first line, the leap indicator of
RFC 5905 (3: not synchronised), is not.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warifu.services.ports import Sync

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAMETERS = r"SYSTEM\CurrentControlSet\Services\W32Time\Parameters"
_PATIENCE = 5.0  # seconds
_LEAP = re.compile(r"[^\n]*?[:\uff1a]\s*([0-3])\b")
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW


class WindowsTime:
    """``kept`` gives the registry's word for how time is kept, ``status`` what w32tm prints."""

    def __init__(
        self, kept: Callable[[], str] | None = None, status: Callable[[], str] | None = None
    ) -> None:
        self._kept = kept or _type_of_registry
        self._status = status or _printed

    def read(self) -> Sync:
        """Ask both; one that does not answer leaves it unknown."""
        try:
            if self._kept().lower() == "nosync":
                return Sync.NOT_KEPT
            found = _LEAP.match(self._status().lstrip())
        except (OSError, ImportError, subprocess.SubprocessError):
            return Sync.UNKNOWN
        if found is None:
            return Sync.UNKNOWN
        return Sync.NOT_KEPT if found[1] == "3" else Sync.KEPT


def _type_of_registry() -> str:
    import importlib

    winreg: Any = importlib.import_module("winreg")
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PARAMETERS) as key:
        return str(winreg.QueryValueEx(key, "Type")[0])


def _printed() -> str:
    """An error, as of a service that does not run, prints no status."""
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "w32tm.exe"
    done = subprocess.run(
        [str(program), "/query", "/status"],
        capture_output=True, timeout=_PATIENCE, check=True, stdin=subprocess.DEVNULL,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )  # fmt: skip
    return done.stdout.decode("utf-8", "replace")
