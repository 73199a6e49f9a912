"""Folders that a cloud's own program keeps elsewhere too, found by what those programs leave behind.

Each function takes the environment and the home folder, so that every system's answer can be tested on any.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from warifu.platforms.second_place.base import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LIMIT = 1 << 20  # bytes of another program's settings
_ENVIRONMENT = {
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDrive": "OneDrive",
}
_MAC = {
    "OneDrive": "OneDrive",
    "GoogleDrive": "Google Drive",
    "Dropbox": "Dropbox",
    "ProtonDrive": "Proton Drive",
    "Box": "Box",
}


def from_environment(environ: Mapping[str, str]) -> Iterator[Place]:
    """What OneDrive tells every program on Windows."""
    for variable, name in _ENVIRONMENT.items():
        if path := environ.get(variable):
            yield Place(name, Path(path), PlaceKind.CLOUD)


def dropbox(home: Path, environ: Mapping[str, str]) -> Iterator[Place]:
    """Dropbox's ``info.json``, which it writes so that others find its folder."""
    files = [home / ".dropbox" / "info.json"]
    files += [
        Path(environ[name]) / "Dropbox" / "info.json"
        for name in ("APPDATA", "LOCALAPPDATA")
        if environ.get(name)
    ]
    for file in files:
        with contextlib.suppress(OSError, ValueError, AttributeError, TypeError, RecursionError):
            accounts = json.loads(_read(file))
            for account in accounts.values():
                yield Place("Dropbox", Path(account["path"]), PlaceKind.CLOUD)


def syncthing(home: Path, environ: Mapping[str, str]) -> Iterator[Place]:
    """The folders of Syncthing's ``config.xml``."""
    files = [
        home / ".local" / "state" / "syncthing" / "config.xml",
        home / ".config" / "syncthing" / "config.xml",
        home / "Library" / "Application Support" / "Syncthing" / "config.xml",
    ]
    if environ.get("LOCALAPPDATA"):
        files.append(Path(environ["LOCALAPPDATA"]) / "Syncthing" / "config.xml")
    for file in files:
        for path in _syncthing_folders(file):
            yield Place(
                "Syncthing",
                home / path[2:] if path.startswith(("~/", "~\\")) else Path(path),
                PlaceKind.CLOUD,
            )


def well_known(home: Path, platform: str) -> Iterator[Place]:
    """Where these programs put their folders when nobody tells them otherwise."""
    if platform == "darwin":
        icloud = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
        yield Place("iCloud Drive", icloud, PlaceKind.CLOUD)
        with contextlib.suppress(OSError):
            for path in sorted((home / "Library" / "CloudStorage").iterdir()):
                brand = path.name.partition("-")[0]
                inner = path / "My Drive"
                yield Place(_MAC.get(brand, brand), inner if inner.is_dir() else path, PlaceKind.CLOUD)
    elif platform == "win32":
        yield Place("iCloud Drive", home / "iCloudDrive", PlaceKind.CLOUD)
        for letter in "GHIJK":
            yield Place("Google Drive", Path(f"{letter}:/My Drive"), PlaceKind.CLOUD)
    for folder, name in (
        ("Dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("OneDrive", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("pCloudDrive", "pCloud"),
        ("MEGA", "MEGA"),
    ):
        yield Place(name, home / folder, PlaceKind.CLOUD)


def _syncthing_folders(file: Path) -> list[str]:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root = ElementTree.fromstring(_read(file))
    except (OSError, ValueError, ParseError, DefusedXmlException):
        return []
    return [path for folder in root.findall("folder") if (path := folder.get("path"))]


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LIMIT)
