"""A place, and whether two folders lie on one disk."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


class PlaceKind(Enum):
    """What a place is."""

    CLOUD = auto()
    DISK = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with the name that people know it by."""

    name: str
    path: Path
    kind: PlaceKind


def within(folder: Path, place: Path) -> bool:
    """Whether ``folder`` is ``place`` or lies in it, links followed."""
    inner, outer = Path(os.path.realpath(folder)), Path(os.path.realpath(place))
    return inner == outer or outer in inner.parents


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on one device, on Linux also on two partitions of one. Raises OSError."""
    first, second = one.stat().st_dev, other.stat().st_dev
    if first == second:
        return True
    if not sys.platform.startswith("linux"):
        return False
    disks = [_whole_disk(device) for device in (first, second)]
    return disks[0] != "" and disks[0] == disks[1]


def _whole_disk(device: int) -> str:
    """The disk that a partition is part of; empty for what is none, as a network drive."""
    link = f"/sys/dev/block/{os.major(device)}:{os.minor(device)}"
    if not Path(link).exists():
        return ""
    found = Path(os.path.realpath(link))
    return str(found.parent if (found / "partition").exists() else found)
