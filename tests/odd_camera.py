"""A camera's process with cameras as no test can plug them in: ``python odd_camera.py HOW``."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from warifu.platforms.camera import child, decoding
from warifu.platforms.camera.base import CannotOpen, Source, Way
from warifu.scan.camera_wire import CameraState
from warifu.scan.errors import PictureRefused, Refusal


class Webcam:
    """``base.Video``: a grey picture, thirty times a second, until it does what its name says."""

    def __init__(self, how: str) -> None:
        self._how = how
        self._left = 10

    def read(self):
        import numpy as np

        time.sleep(1 / 30)
        self._left -= 1
        if self._left < 0 and self._how == "hangs":
            threading.Event().wait()
        if self._left < 0 and self._how == "goes blind":
            return None
        if self._left < 0 and self._how == "crashes":
            os.abort()
        return np.full((480, 640, 3), 90, np.uint8)

    def close(self) -> None:
        if self._how == "does not let go":
            threading.Event().wait()


class OddCameras:
    """``base.Cameras`` of one webcam."""

    def __init__(self, how: str) -> None:
        self._how = how
        self._plug = Path(os.environ.get("ODD_PLUG", "/"))  # the camera is there while this file is

    def find(self):
        if self._how == "lists for ever":
            threading.Event().wait()
        source = Source("odd", "Odd Webcam", (Way(0, 0),))
        return (source,) if self._plug.exists() else ()

    def open(self, source):
        if self._how == "opens for ever":
            threading.Event().wait()
        if self._how in ("busy", "forbidden"):
            raise CannotOpen(CameraState(self._how))
        return Webcam(self._how)


class NoReader:
    """Reads nothing, and refuses it all where the test wants that."""

    def __init__(self, how: str) -> None:
        self._refuses = how == "cannot read"
        self.texts = ()

    def start(self) -> None: ...

    def read_frame(self, width, height, gray, effort):
        if self._refuses:
            raise PictureRefused(Refusal.NOT_STARTED)
        return self


if __name__ == "__main__":
    how = sys.argv[1]
    if how == "talks nonsense":
        sys.stdout.write("Traceback (most recent call last): " * 100)
        sys.stdout.flush()
        time.sleep(60)
    if how == "is silent":
        time.sleep(60)
    child.STALLED = 0.6
    child.OPENING = 2.0
    decoding._REST = 0.05
    import warifu.platforms.camera as package

    package.cameras = lambda: OddCameras(how)
    child.run(NoReader(how))
