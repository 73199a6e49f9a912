"""Cameras as ``cv2_enumerate_cameras`` lists them, made fit to be shown and remembered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.core.clean import clean_line
from warifu.platforms.camera.base import Source, Way

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NAME = 60
MAX_KEY = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a backend's list."""

    index: int
    backend: int
    untrusted_name: str  # as whoever built the device wrote it
    path: str


def listed(backend: int) -> list[Listed]:
    """What the backend lists now; nothing when it fails."""
    from cv2_enumerate_cameras import enumerate_cameras

    try:
        found = enumerate_cameras(backend)
    except Exception:  # noqa: BLE001 - drivers and system interfaces; no list is no camera
        return []
    return [Listed(each.index, backend, each.name or "", each.path or "") for each in found]


def sources(lines: Iterable[Listed]) -> tuple[Source, ...]:
    """One source for each device, in the order of the lines; further lines of a device are further ways.

    Two cameras of one name get a number, so that they can be told apart.
    """
    ways: dict[str, list[Way]] = {}
    names: dict[str, str] = {}
    for line in lines:
        name = clean_line(line.untrusted_name, MAX_NAME) or "Camera"
        key = (line.path.casefold() or f"{name} {line.index}")[:MAX_KEY]
        ways.setdefault(_device(key), []).append(Way(line.index, line.backend))
        names.setdefault(_device(key), name)
    count = Counter(names.values())
    seen: Counter[str] = Counter()
    result = []
    for key, name in names.items():
        seen[name] += 1
        shown = f"{name} ({seen[name]})" if count[name] > 1 else name
        result.append(Source(key, shown, tuple(ways[key])))
    return tuple(result)


def _device(path: str) -> str:
    """A Windows path without the kind of interface at its end, by which two backends differ."""
    return path.partition("#{")[0]
