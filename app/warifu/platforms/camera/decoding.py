"""Having the newest picture read, beside the taking of pictures.

Decoders run in the confined process that reads pictures, never beside a driver: one that crashes or hangs
costs a moment of the scan and nothing else.
"""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING, Protocol

from warifu.scan.camera_wire import Codes
from warifu.scan.errors import PictureRefused
from warifu.scan.ladder import Effort

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.platforms.camera.base import Pixels
    from warifu.platforms.camera.framing import Framing
    from warifu.scan.frame import Found

_FORGIVEN = 6  # pictures in a row without the code before the window hears that it is gone
_REST = 1.0  # seconds after a picture that could not be read
_HOPELESS = 5  # of those in a row


class Result(Protocol):
    """What was read in one picture."""

    @property
    def texts(self) -> tuple[Found, ...]:
        """Each code once."""


class Reader(Protocol):
    """What reads pictures somewhere else."""

    def start(self) -> None:
        """Get ready, without making anybody wait."""

    def read_frame(self, width: int, height: int, gray: memoryview, effort: Effort) -> Result:
        """The codes in so many grey pixels. Raises PictureRefused."""


class Decoding:
    """One thread that always takes the newest picture; ``tell`` hears of codes."""

    def __init__(self, reader: Reader, tell: Callable[[Codes], None]) -> None:
        self._reader = reader
        self._tell = tell
        self._news = threading.Condition()
        self._newest: tuple[Pixels, Framing] | None = None
        self._missed = _FORGIVEN
        self._refused = 0

    def start(self) -> None:
        """Begin, and never end."""
        self._reader.start()
        threading.Thread(target=self._serve, daemon=True).start()

    def offer(self, pixels: Pixels, framing: Framing) -> None:
        """Have this picture read, unless a newer one comes first."""
        with self._news:
            self._newest = pixels, framing
            self._news.notify()

    def _serve(self) -> None:
        try:
            while self._refused < _HOPELESS:
                with self._news:
                    while self._newest is None:
                        self._news.wait()
                    (pixels, framing), self._newest = self._newest, None
                self._read(pixels, framing)
        finally:
            os._exit(1)  # a process that does not read is of no use, and whoever started it hears of its end

    def _read(self, pixels: Pixels, framing: Framing) -> None:
        import cv2

        gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
        height, width = gray.shape
        data = memoryview(gray.data).cast("B")
        try:
            found = self._reader.read_frame(width, height, data, Effort.VIDEO).texts
        except PictureRefused:
            self._refused += 1
            time.sleep(_REST)
            return
        self._refused = 0
        self._missed = 0 if found else self._missed + 1
        if found or self._missed == _FORGIVEN:
            size = framing.shown
            self._tell(Codes(size.width, size.height, tuple(map(framing.found, found))))
