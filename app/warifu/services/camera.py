"""The camera as the window uses it: a process of its own that is started, listened to, and surely ended.

Everything that is heard is told on a thread of this module; whoever listens brings it to theirs. Pictures
never queue up: one comes for each ``ask_picture``, and it is the newest.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, BinaryIO, cast

from warifu.scan import camera_wire as wire
from warifu.scan.camera_wire import CameraState
from warifu.services import ourselves

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.scan.camera_wire import Message

OPTION = "--camera"  # of ``warifu``; not for people
SILENCE = 8.0  # seconds after which a process that says nothing is taken for hung
LAST = 1.0  # seconds for the process to end by itself
ARRIVING = 20.0  # seconds for it to say its first word


class CameraLink:
    """At most one process at a time. ``told`` hears what it says, and ``Stated`` when it is no more."""

    def __init__(self, told: Callable[[Message], None], command: Sequence[str] = ()) -> None:
        self._told = told
        self._command = command
        self._run: _Run | None = None

    @property
    def pid(self) -> int | None:
        """Of the process that runs now."""
        return self._run.process.pid if self._run is not None else None

    def start(self, key: str) -> None:
        """Open the camera with this key, or the first one; in a new process, whatever the old one does."""
        self.stop()
        try:
            self._run = _Run(self._command or ourselves.command(OPTION), self._told)
        except OSError:
            self._told(wire.Stated(CameraState.ENDED))
            return
        self._run.say(wire.Open(key))

    def switch(self, key: str) -> None:
        """Open another camera, in the same process if there is one."""
        if self._run is None or self._run.ended:
            self.start(key)
        else:
            self._run.say(wire.Open(key))

    def ask_picture(self, width: int, height: int) -> None:
        """Wish for the next picture, to fill so many pixels."""
        if self._run is not None:
            limited = (max(1, min(side, wire.MAX_SIDE)) for side in (width, height))
            self._run.say(wire.View(*limited))

    def stop(self) -> None:
        """Turn the camera off: at once for whoever calls, and within a second for the light."""
        run, self._run = self._run, None
        if run is not None:
            run.stop()


class _Run:
    """One process and the threads that listen to it."""

    def __init__(self, command: Sequence[str], told: Callable[[Message], None]) -> None:
        self._told = told
        self._saying = threading.Lock()
        self._stopped = threading.Event()
        self._heard = time.monotonic() + ARRIVING - SILENCE
        self.ended = False
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
            **ourselves.detached(),
        )
        _widen(cast("BinaryIO", self.process.stdout))
        threading.Thread(target=self._listen, name="warifu-camera", daemon=True).start()
        threading.Thread(target=self._watch, name="warifu-camera-watch", daemon=True).start()

    def say(self, message: Message) -> None:
        """Tell the process, if it still listens; pipes hold thousands of such messages."""
        with self._saying, contextlib.suppress(OSError, ValueError):
            pipe = cast("BinaryIO", self.process.stdin)
            wire.write(message, pipe.write)
            pipe.flush()

    def stop(self) -> None:
        """Hang up, which ends it; one that does not end is killed by ``_watch``."""
        self._stopped.set()
        with self._saying, contextlib.suppress(OSError):
            cast("BinaryIO", self.process.stdin).close()

    def _listen(self) -> None:
        pipe = cast("BinaryIO", self.process.stdout)
        with pipe, contextlib.suppress(wire.BadMessage, OSError):
            while (message := wire.read(pipe.read)) is not None:
                self._heard = time.monotonic()
                if self._stopped.is_set():
                    break
                if not isinstance(message, wire.Alive):
                    self._told(message)
        self.ended = True
        if not self._stopped.is_set():
            self.stop()
            self._told(wire.Stated(CameraState.ENDED))

    def _watch(self) -> None:
        """End the process when it is silent for too long, or after it was told to."""
        while not self._stopped.wait(1.0):
            if time.monotonic() - self._heard > SILENCE:
                self.process.kill()
        try:
            self.process.wait(LAST)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _widen(pipe: BinaryIO) -> None:
    """Have the pipe hold most of a picture, so that two processes need not take turns for every 64 KiB."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)
