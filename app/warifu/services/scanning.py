"""Reading pictures in a process of its own, which may crash, hang or be taken over without harm to Warifu.

``PictureReader.start`` is called as soon as somebody might scan, so that the process is ready when needed. A
call blocks: the desktop makes it on ``Lane.POOL``, the command line where it is. A process that ended, or
that does not keep to the protocol, is replaced at once, and the next picture goes to the new one.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from warifu.scan import wire
from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.ladder import Effort
from warifu.scan.pictures import MAX_FILE, MAX_PIXELS
from warifu.services import ourselves
from warifu.services.gathering import Gathering, Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from warifu.scan.frame import Found

__all__ = ["READER_OPTION", "Effort", "Gathering", "PictureReader", "ScanResult", "Transfer"]

READER_OPTION = "--decode-pictures"  # of ``warifu``; not for people
_PATIENCE = 15.0  # seconds for one picture; the process itself has five of CPU
_START_PATIENCE = 60.0  # seconds for a cold start of a slow computer
_OWN_END_PATIENCE = 1.0  # seconds until a process that closed its pipe is gone
_END_PATIENCE = 5.0  # seconds until a process that was killed is gone
# How the system ends a process that used up its time (Windows: ERROR_NOT_ENOUGH_QUOTA) or the memory.
_OUT_OF_TIME = 1816 if sys.platform == "win32" else -signal.SIGXCPU
_OUT_OF_MEMORY = None if sys.platform == "win32" else -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What was read in one picture: each code once, with its corners; width and height in pixels; and how
    many pages of a document were not looked at.
    """

    texts: tuple[Found, ...]
    size: tuple[int, int]
    left_out: int = 0


class PictureReader:
    """Reads pictures elsewhere, one at a time; every method may be called from any thread."""

    def __init__(self, command: Sequence[str] = (), patience: float = _PATIENCE) -> None:
        self._command = list(command) or ourselves.command(READER_OPTION)
        self._patience = patience
        self._busy = threading.Lock()
        self._state = threading.Lock()
        self._process: _Process | None = None

    def start(self) -> None:
        """Have the process started, without waiting for it; harmless when it runs already."""
        with self._state, contextlib.suppress(PictureRefused):  # told to whoever has something to read
            if self._process is None:  # one that died is tidied up by who reads next
                self._process = _Process(self._command)

    def read_picture(self, untrusted: bytes, effort: Effort = Effort.PHOTO) -> ScanResult:
        """The codes in the bytes of a picture file. Raises PictureRefused."""
        if len(untrusted) > MAX_FILE:
            raise PictureRefused(Refusal.FILE_TOO_LARGE)
        if not untrusted:
            raise PictureRefused(Refusal.EMPTY)
        return self._read(wire.Request(_number(), wire.What.PICTURE, effort, untrusted))

    def read_frame(
        self, width: int, height: int, gray: bytes | bytearray | memoryview, effort: Effort
    ) -> ScanResult:
        """The codes in ``width`` x ``height`` grey pixels without gaps between rows. Raises PictureRefused.

        Frames of Effort.VIDEO that follow each other within a second belong together.
        """
        if width * height > MAX_PIXELS:
            raise PictureRefused(Refusal.TOO_MANY_PIXELS)
        if width < 1 or height < 1 or memoryview(gray).nbytes != width * height:
            raise ValueError(f"{memoryview(gray).nbytes} bytes are not {width} x {height} grey pixels")
        return self._read(wire.Request(_number(), wire.What.FRAME, effort, gray, width, height))

    def close(self) -> None:
        """End the process, also in the middle of a picture; the next call starts another one."""
        with self._state:
            process, self._process = self._process, None
        if process is None:
            return
        process.stop()
        if self._busy.acquire(blocking=False):  # else the thread that waits for its answer tidies up
            try:
                process.end()
            finally:
                self._busy.release()

    def __enter__(self) -> PictureReader:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _read(self, request: wire.Request) -> ScanResult:
        with self._busy:
            try:
                reading = self._asked(request)
            except wire.WireError:  # that answer may belong to the picture before
                try:
                    reading = self._asked(request)
                except wire.WireError:
                    raise PictureRefused(Refusal.CRASHED) from None
        return ScanResult(reading.codes, (reading.width, reading.height), reading.left_out)

    def _asked(self, request: wire.Request) -> wire.Reading:
        """The answer of the process, which is replaced where it cannot be relied on any more.

        Raises PictureRefused, and WireError for an answer that is none.
        """
        process = self._running()
        try:
            return process.ask(request, self._patience)
        except PictureRefused as refused:
            if refused.refusal is Refusal.TOO_MUCH_MEMORY:
                self._replace(process)
            raise
        except (wire.PipeEnded, OSError):
            refusal = process.reason()
            self._replace(process)
            raise PictureRefused(refusal) from None
        except wire.WireError:
            self._replace(process)
            raise

    def _running(self) -> _Process:
        """The process, started if there is none that lives."""
        with self._state:
            if self._process is not None and not self._process.is_alive():
                self._process.end()
                self._process = None
            if self._process is None:
                self._process = _Process(self._command)
            return self._process

    def _replace(self, process: _Process) -> None:
        """End the process and start the next one, unless it was stopped or never worked."""
        process.end()
        with self._state, contextlib.suppress(PictureRefused):
            if self._process is process:
                self._process = None
                self._process = _Process(self._command) if process.ready else None


class _Process:
    """One process that reads pictures."""

    def __init__(self, command: list[str]) -> None:
        try:
            self._popen = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=ourselves.bare_environment(),
                **ourselves.detached(),
            )
        except OSError:
            raise PictureRefused(Refusal.NOT_STARTED) from None
        self._requests = cast("BinaryIO", self._popen.stdin)
        self._answers = cast("BinaryIO", self._popen.stdout)
        self._late = False
        self._stopped = False
        self.ready = False

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    def ask(self, request: wire.Request, patience: float) -> wire.Reading:
        """The answer to one request. Raises WireError, OSError and PictureRefused."""
        if not self.ready:
            with self._watched(_START_PATIENCE):
                wire.read_hello(self._answers)
            self.ready = True
        with self._watched(patience):
            self._requests.write(wire.request_head(request))
            self._requests.write(request.data)
            self._requests.flush()
            return wire.read_answer(self._answers, request.number)

    def reason(self) -> Refusal:
        """Why it broke off."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(_OWN_END_PATIENCE)
        status = self._popen.returncode
        if self._stopped:
            return Refusal.STOPPED
        if not self.ready:
            return Refusal.NOT_STARTED
        if self._late or status == _OUT_OF_TIME:
            return Refusal.TOO_SLOW
        if status == _OUT_OF_MEMORY:
            return Refusal.TOO_MUCH_MEMORY
        return Refusal.CRASHED

    def stop(self) -> None:
        """Kill it because nobody waits for it any more."""
        self._stopped = True
        self._popen.kill()

    def end(self) -> None:
        """Kill it and close the pipes to it."""
        self._popen.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(_END_PATIENCE)
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # what was not sent any more
                pipe.close()

    @contextlib.contextmanager
    def _watched(self, seconds: float) -> Iterator[None]:
        """Kill it after so many seconds, which ends every waiting for its pipes."""
        watchdog = threading.Timer(seconds, self._end_late)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def _end_late(self) -> None:
        self._late = True
        self._popen.kill()


def _number() -> bytes:
    """A number that no answer to another request has."""
    return os.urandom(wire.NUMBER)
