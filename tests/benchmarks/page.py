"""The section of docs/performance.md around the table."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from typing import Any

_PAGE = """## The program

Measured by `python3 tests/benchmarks --write` on {date}: {machine}.

{table}

How it is measured:

- Start: from fork until the X server maps the program's first window, on a fresh Xvfb without a window
  manager. The programs take turns and the table holds medians; *cold* empties the kernel's file cache before
  each start{cold}.
- KeePassXC is {keepassxc} from Debian, with a database of 20 entries; the bare window is an empty `QWidget`
  of the same Python and the same Qt.
- Memory: proportional set size (PSS) of all processes of the program, ten seconds after unlocking.
- Processor: time on a processor of all threads in 60 seconds, from `/proc/PID/task/*/schedstat`, in percent
  of one processor. Hidden means closed to the tray.
- Unlock: from Enter to the end of the list's first painting, less the time in which Argon2id ran.
- Search: from a key press in the search field to the end of the painting that shows its result.
- Save: merge check, seal, write, replace, read back and verify, with `fsync` left out, since that measures
  the disk.
"""


def page(table: str, measured: dict[str, Any]) -> str:
    """The whole section."""
    return _PAGE.format(
        table=table,
        date=today(),
        machine=machine(),
        cold="" if "cold" in measured else " (left out here: that needs root)",
        keepassxc=_keepassxc_version(),
    )


def today() -> str:
    """The date, as it is written."""
    return time.strftime("%Y-%m-%d")


def machine() -> str:
    """What measures."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:  # noqa: PTH123
        model = next(
            (line.split(":")[1].strip() for line in info if line.startswith("model name")), "unknown"
        )
    return f"{os.cpu_count()} processors ({model}), {platform.system()}, Python {platform.python_version()}"


def _keepassxc_version() -> str:
    done = subprocess.run(["keepassxc-cli", "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "the version"
