"""Places for backups that outlive this computer's disk: folders that a cloud keeps, and other disks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.platforms.second_place.base import Place, PlaceKind, same_disk, within

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Place", "PlaceKind", "cloud_above", "is_second_place", "second_places"]


def second_places() -> tuple[Place, ...]:
    """What this computer has, clouds first. Looks at the disk, and may wait for one that does not answer."""
    from warifu.platforms.second_place import clouds, disks

    home = Path.home()
    found = [
        *clouds.from_environment(os.environ),
        *clouds.dropbox(home, os.environ),
        *clouds.syncthing(home, os.environ),
        *clouds.well_known(home, sys.platform),
        *disks.mounted(sys.platform, home.name),
    ]
    unique: dict[str, Place] = {}
    for place in found:
        if place.path.is_dir():
            unique.setdefault(os.path.realpath(place.path), place)
    return tuple(unique.values())


def cloud_above(path: Path) -> str:
    """The name of the cloud whose folder a file lies in, or would; empty where none does."""
    for place in second_places():
        if place.kind is PlaceKind.CLOUD and within(path.parent, place.path):
            return place.name
    return ""


def is_second_place(folder: Path, vault: Path, places: Sequence[Place]) -> bool:
    """Whether a folder of backups would survive the disk of the vault. Raises OSError for one not there."""
    if any(within(folder, place.path) for place in places if place.kind is PlaceKind.CLOUD):
        return True
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return not same_disk(there, vault.parent)
