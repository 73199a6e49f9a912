"""Reading codes in the newest picture, beside the taking of pictures."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

from warifu.scan.camera_wire import Codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.platforms.camera.base import Pixels
    from warifu.platforms.camera.framing import Framing
    from warifu.scan.ladder import VideoReader

_FORGIVEN = 6  # pictures in a row without the code before the window hears that it is gone


class Decoding:
    """One thread that always takes the newest picture; ``tell`` hears of codes."""

    def __init__(self, tell: Callable[[Codes], None]) -> None:
        self._tell = tell
        self._news = threading.Condition()
        self._newest: tuple[Pixels, Framing] | None = None
        self._begun: float | None = None
        self._missed = _FORGIVEN

    def start(self) -> None:
        """Begin, and never end."""
        threading.Thread(target=self._serve, daemon=True).start()

    def offer(self, pixels: Pixels, framing: Framing) -> None:
        """Have this picture decoded, unless a newer one comes first."""
        with self._news:
            self._newest = pixels, framing
            self._news.notify()

    def busy_for(self) -> float:
        """Seconds since the picture in work was begun."""
        begun = self._begun
        return 0.0 if begun is None else time.monotonic() - begun

    def _serve(self) -> None:
        from warifu.scan.ladder import VideoReader

        reader = VideoReader()
        try:
            while True:
                with self._news:
                    while self._newest is None:
                        self._news.wait()
                    (pixels, framing), self._newest = self._newest, None
                self._begun = time.monotonic()
                self._read(reader, pixels, framing)
                self._begun = None
        finally:
            os._exit(1)  # a process that does not read is of no use, and whoever started it hears of its end

    def _read(self, reader: VideoReader, pixels: Pixels, framing: Framing) -> None:
        import cv2

        from warifu.scan.frame import Frame

        found = reader.read(Frame.of(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)))  # type: ignore[arg-type]
        self._missed = 0 if found else self._missed + 1
        if found or self._missed == _FORGIVEN:
            size = framing.shown
            self._tell(Codes(size.width, size.height, tuple(map(framing.found, found))))
