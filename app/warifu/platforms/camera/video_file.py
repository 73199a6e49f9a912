"""A video file in place of a camera: for tests, and to look into what a user recorded.

``WARIFU_CAMERA_FILE`` adds the file it names to the cameras. It is played at its own speed, again and again;
one that vanishes meanwhile is a camera that was unplugged.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warifu.platforms.camera.base import CannotOpen, Source, Way
from warifu.platforms.camera.opening import RATE, read
from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Cameras, Pixels, Video

VARIABLE = "WARIFU_CAMERA_FILE"


class WithFile:
    """``base.Cameras`` of the system, and the file after them."""

    def __init__(self, cameras: Cameras, path: str) -> None:
        self._cameras = cameras
        self._path = Path(path)

    def find(self) -> tuple[Source, ...]:
        """All that are there now."""
        found = self._cameras.find()
        if not self._path.is_file():
            return found
        way = Way(os.fspath(self._path), 0)
        return (*found, Source(f"file:{self._path}", self._path.name, (way,)))

    def open(self, source: Source) -> Video:
        """Begin to play, or whatever the system's cameras do. Raises CannotOpen."""
        target = source.ways[0].target
        if not isinstance(target, str):
            return self._cameras.open(source)
        return _Played(target)


class _Played:
    """``base.Video`` of a file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._video: Any = None
        self._rewind()
        self._next = time.monotonic()

    def read(self) -> Pixels | None:
        """Wait until it is time for the next picture."""
        pixels = read(self._video)
        if pixels is None:
            try:
                self._rewind()
            except CannotOpen:
                return None
            pixels = read(self._video)
        self._next = max(self._next + self._pace, time.monotonic() - self._pace)
        time.sleep(max(0.0, self._next - time.monotonic()))
        return pixels

    def close(self) -> None:
        """Close the file."""
        self._video.release()

    def _rewind(self) -> None:
        import cv2

        if self._video is not None:
            self._video.release()
        self._video = cv2.VideoCapture(self._path, cv2.CAP_ANY)
        if not self._video.isOpened():
            raise CannotOpen(CameraState.STALLED)
        self._pace = 1 / (self._video.get(cv2.CAP_PROP_FPS) or RATE)
