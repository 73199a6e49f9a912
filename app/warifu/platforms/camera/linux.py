"""Cameras of Linux: Video4Linux."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.platforms.camera.base import CannotOpen
from warifu.platforms.camera.listing import listed, sources
from warifu.platforms.camera.opening import opened
from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Source, Video
    from warifu.platforms.camera.listing import Listed

_LASTING = ("by-id", "by-path")  # links of udev, which name a camera the same after every start


class LinuxCameras:
    """``base.Cameras`` over /dev/videoN. ``devices`` is where they are."""

    def __init__(self, devices: Path = Path("/dev")) -> None:
        self._devices = devices

    def find(self) -> tuple[Source, ...]:
        """All that are there now."""
        import cv2

        lines = sorted(listed(cv2.CAP_V4L2), key=lambda line: line.index)
        links = self._links()
        usable = filter(_is_first, lines)
        return sources(replace(line, path=links.get(line.path, line.path)) for line in usable)

    def open(self, source: Source) -> Video:
        """Begin to take pictures. Raises CannotOpen."""
        video = opened(source)
        if video is None:
            raise CannotOpen(refusal(self._devices / f"video{source.ways[0].target}"))
        return video

    def _links(self) -> dict[str, str]:
        """From /dev/videoN to its lasting name."""
        found: dict[str, str] = {}
        for kind in _LASTING:
            folder = self._devices / "v4l" / kind
            if folder.is_dir():
                for link in sorted(folder.iterdir()):
                    found.setdefault(str(link.resolve()), str(link))
        return found


def _is_first(line: Listed) -> bool:
    """Whether it is a device's first node; the others of a closed one give only data about its pictures."""
    if os.access(line.path, os.R_OK):
        return True  # and has been asked whether it gives pictures
    index = Path("/sys/class/video4linux", Path(line.path).name, "index")
    try:
        return index.read_text(encoding="ascii").strip() == "0"
    except OSError:
        return True


def refusal(device: Path) -> CameraState:
    """Why a device did not open."""
    try:
        os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK))
    except PermissionError:
        return CameraState.FORBIDDEN
    except OSError as problem:
        gone = problem.errno in {errno.ENOENT, errno.ENODEV, errno.ENXIO}
        return CameraState.NO_CAMERA if gone else CameraState.BUSY
    return CameraState.BUSY  # it opens, but its pictures go to somebody else
