"""The process that holds the camera, started by the window as ``warifu --camera``.

Four threads: the main one lists, opens and takes pictures; one has the newest picture read; one hears what
the window wishes; one says every second that all is well. The end of the input ends it at once, and with it
whatever the driver does: the light of the camera goes out.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from warifu.platforms.camera.base import CannotOpen
from warifu.platforms.camera.decoding import Decoding
from warifu.platforms.camera.framing import framing
from warifu.scan import camera_wire as wire
from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Cameras, Pixels, Source, Video
    from warifu.platforms.camera.decoding import Reader
    from warifu.scan.camera_wire import Message

_LOOK_AGAIN = 2.0  # seconds between looks for a camera that is not there
STALLED = 4.0  # seconds without a picture
OPENING = 150.0 if sys.platform == "darwin" else 15.0  # seconds; macOS asks the user meanwhile
_LAST = 0.7  # seconds for the driver to let go in the end
_MISSES = 15  # pictures that may fail before a camera that is still there counts as stalled


def run(reader: Reader) -> NoReturn:
    """Serve the window on the standard streams until it hangs up, and end this process.

    ``reader`` reads pictures in another one.
    """
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    commands, answers = _streams()
    from warifu.platforms.camera import cameras
    from warifu.platforms.camera.opening import prepare

    prepare()
    _confine()
    station = Station(cameras(), reader, answers)
    threading.Thread(target=station.listen, args=(commands,), daemon=True).start()
    station.serve()
    os._exit(0)  # the other threads may be inside of a driver


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Both pipes, out of the reach of drivers that print."""
    commands, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    if sys.platform == "win32":
        import msvcrt

        for pipe in (commands, answers):
            msvcrt.setmode(pipe, os.O_BINARY)
    return os.fdopen(commands, "rb"), os.fdopen(answers, "wb", buffering=0)


def _confine() -> None:
    """Give up what drivers can do without: pictures of secrets never reach the disk, not even by a crash."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


class Station:
    """Cameras on one side, the window on the other."""

    def __init__(self, cameras: Cameras, reader: Reader, answers: BinaryIO) -> None:
        self._cameras = cameras
        self._answers = answers
        self._sending = threading.Lock()
        self._news = threading.Condition()
        self._wish: str | None = None  # the key of a camera; empty for any
        self._view: wire.View | None = None  # a picture that is asked for
        self._shape: wire.View | None = None  # the last one that was
        self._ended = False
        self._sources: tuple[Source, ...] | None = None
        self._source: Source | None = None
        self._video: Video | None = None
        self._since = time.monotonic()  # the last picture, or the beginning of what is waited for
        self._patience: float | None = None
        self._shown_running = False
        self._decoding = Decoding(reader, self.send)

    def send(self, message: Message) -> None:
        """Tell the window; when it does not listen any more, this process has nothing to do."""
        try:
            with self._sending:
                wire.write(message, self._write)
        except OSError:
            os._exit(0)

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._answers.write(rest) :]

    # what the window wishes

    def listen(self, commands: BinaryIO) -> None:
        """Take wishes until there are none any more."""
        try:
            while (message := wire.read(commands.read)) is not None:
                with self._news:
                    if isinstance(message, wire.Open):
                        self._wish = message.key
                    elif isinstance(message, wire.View):
                        self._view = self._shape = message
                    self._news.notify_all()
        except (wire.BadMessage, OSError):
            pass
        finally:
            with self._news:
                self._ended = True
                self._news.notify_all()
            time.sleep(_LAST)
            os._exit(0)  # a driver hangs

    # what the camera does

    def serve(self) -> None:
        """Follow the wishes until the window hangs up, then let go of the camera."""
        threading.Thread(target=self._watch, daemon=True).start()
        self._decoding.start()
        try:
            while not self._ended:
                self._follow()
                if self._video is not None and self._source is not None:
                    self._take(self._video, self._source)
                else:
                    self._wait()
        finally:
            self._close()

    def _follow(self) -> None:
        """Open what is wished for, if that is not open."""
        if self._sources is None:
            self._look()
        with self._news:
            wish, self._wish = self._wish, None
        if wish is None:
            return
        if self._source is not None and self._video is not None and self._source.key == wish:
            self.send(wire.Stated(CameraState.RUNNING, wish))
            return
        self._close()
        self._look()
        found = self._sources or ()
        self._source = next((each for each in found if each.key == wish), found[0] if found else None)
        self._open()

    def _look(self) -> None:
        """List the cameras, and tell if there are others than before."""
        self._expect(OPENING)
        found = self._cameras.find()
        self._expect(STALLED if self._video is not None else None)
        if found != self._sources:
            self._sources = found
            self.send(wire.Cameras(tuple(wire.Camera(each.key, each.name) for each in found)))

    def _open(self) -> None:
        if self._source is None:
            self.send(wire.Stated(CameraState.NO_CAMERA))
            return
        self.send(wire.Stated(CameraState.STARTING, self._source.key))
        self._expect(OPENING)
        try:
            self._video = self._cameras.open(self._source)
        except CannotOpen as problem:
            self.send(wire.Stated(problem.state, self._source.key))
        self._expect(STALLED if self._video is not None else None)
        self._shown_running = False

    def _close(self) -> None:
        self._expect(None)
        video, self._video = self._video, None
        if video is not None:
            video.close()

    def _take(self, video: Video, source: Source) -> None:
        """One picture: to the decoder always, to the window if it asked."""
        misses = 0
        while (pixels := video.read()) is None:
            misses += 1
            if self._ended or self._lost(source, misses):
                return
        self._expect(STALLED)
        if not self._shown_running:
            self._shown_running = True
            self.send(wire.Stated(CameraState.RUNNING, source.key))
        self._show(pixels)

    def _lost(self, source: Source, misses: int) -> bool:
        """Whether a camera that gave no picture is lost; then the window knows why."""
        self._look()
        there = source.key in {each.key for each in self._sources or ()}
        if there and misses < _MISSES:
            time.sleep(0.05)
            return False
        self._close()
        self.send(wire.Stated(CameraState.STALLED if there else CameraState.UNPLUGGED, source.key))
        return True

    def _show(self, pixels: Pixels) -> None:
        with self._news:
            view, self._view = self._view, None
        height, width = pixels.shape[:2]
        shape = self._shape or wire.View(min(width, wire.MAX_SIDE), min(height, wire.MAX_SIDE))
        self._decoding.offer(pixels, framing(width, height, shape))
        if view is not None:
            self.send(framing(width, height, view).picture(pixels))

    def _wait(self) -> None:
        """Rest until there is a wish, or look again for a camera that was not there."""
        with self._news:
            if self._wish is None and not self._ended:
                self._news.wait(_LOOK_AGAIN)
            if self._wish is not None or self._ended or self._sources is None:
                return
        before = {each.key for each in self._sources}
        self._look()
        new = [each for each in self._sources if each.key not in before]
        wanted = new if self._source is None else [each for each in new if each.key == self._source.key]
        if wanted:
            self._source = wanted[0]  # whose number may be another one now
            self._open()

    # that all is well

    def _expect(self, seconds: float | None) -> None:
        self._patience = None
        self._since = time.monotonic()
        self._patience = seconds

    def _watch(self) -> None:
        told = 0.0
        while not self._ended:
            time.sleep(1.0)
            self.send(wire.Alive())
            patience, since = self._patience, self._since
            if patience is not None and time.monotonic() - since > patience and told != since:
                told = since
                self._shown_running = False
                self.send(wire.Stated(CameraState.STALLED, self._source.key if self._source else ""))
