"""The sheet of accounts as a PDF: drawn by Qt in a process of its own, ``warifu --print-sheet``.

The command line knows no Qt, and a window need not wait for a thousand pages. The sheet goes in as JSON on
standard input and the PDF comes out on standard output; no file is made on the way.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import NotPossible
from warifu.formats.sheet import Entry, Sheet
from warifu.services import ourselves

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTION: Final = "--print-sheet"  # of ``warifu``; not for people
_PATIENCE: Final = 900.0  # seconds; a thousand accounts take ten
# Where fonts and what is known of them lie.
_FONTS: Final = (
    "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
)  # fmt: skip


def pdf(sheet: Sheet, paper: str = "", command: Sequence[str] = ()) -> bytes:
    """The sheet as a PDF. ``paper``: A4 or Letter; the system's where nothing is said. Raises NotPossible."""
    fonts = {name: os.environ[name] for name in _FONTS if name in os.environ}
    try:
        ended = subprocess.run(
            list(command) or ourselves.command(OPTION),
            input=to_json(sheet, paper),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**ourselves.bare_environment(), **fonts, "QT_QPA_PLATFORM": "offscreen"},
            timeout=_PATIENCE,
            check=False,
            **ourselves.detached(),
        )
    except (OSError, subprocess.TimeoutExpired):
        raise _failed() from None
    if ended.returncode != 0 or not ended.stdout.startswith(b"%PDF-"):
        raise _failed()
    return ended.stdout


def to_json(sheet: Sheet, paper: str) -> bytes:
    """What the other process is told."""
    return json.dumps({"sheet": asdict(sheet), "paper": paper}).encode()


def from_json(raw: bytes) -> tuple[Sheet, str]:
    """The sheet and the paper."""
    value: dict[str, Any] = json.loads(raw)
    sheet = value["sheet"]
    entries = tuple(Entry(**entry) for entry in sheet["entries"])
    made = Sheet(sheet["language"], sheet["title"], sheet["made"], tuple(sheet["sentences"]), entries)
    return made, str(value["paper"])


def _failed() -> NotPossible:
    return NotPossible(
        "The PDF could not be made.", hint="Choose the sheet as HTML, and print it from the browser."
    )
