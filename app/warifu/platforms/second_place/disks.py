"""Disks that are plugged in, where each system shows them."""

from __future__ import annotations

import contextlib
import os
import string
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.platforms.second_place.base import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator


def mounted(platform: str, user: str, root: Path = Path("/")) -> Iterator[Place]:
    """Disks beside the system's own that can be written to."""
    if platform == "win32":
        system = os.environ.get("SYSTEMDRIVE", "C:").upper()
        drives = (f"{letter}:" for letter in string.ascii_uppercase[2:])
        found = [Path(f"{drive}/") for drive in drives if drive != system and Path(f"{drive}/").is_dir()]
    elif platform == "darwin":
        found = _children(root / "Volumes")
    else:
        found = [*_children(root / "media" / user), *_children(root / "run" / "media" / user)]
    for path in found:
        if os.access(path, os.W_OK) and not path.is_symlink():
            yield Place(path.name or str(path), path, PlaceKind.DISK)


def _children(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(path for path in folder.iterdir() if path.is_dir())
    return []
