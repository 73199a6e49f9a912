"""The process that reads pictures: ``warifu --decode-pictures``. It knows no vault, no Qt and no secret.

It loads all that it will need, then gives up files, sockets and most memory (``scan.limits``), says that it
is ready, and answers one request after the other until its input ends. Whatever a decoder does, the answer is
codes or a number for the reason, or its death, which tells whoever started it enough.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from warifu.scan import limits, wire
from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.frame import Frame
from warifu.scan.ladder import Effort, read
from warifu.scan.pictures import MAX_PIXELS, draw_svg, picture_of
from warifu.scan.video import VideoReader

if TYPE_CHECKING:
    from typing import BinaryIO

    from warifu.scan.frame import Found

_ENOUGH = 3.0  # seconds of CPU after which no further page is begun
_SAME_VIDEO = 1.0  # seconds between two frames, at most
_WARM_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="4" height="8"/></svg>'


def run() -> int:
    """Serve until standard input ends; gives the exit status."""
    requests, answers = _pipes()
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(MAX_PIXELS)
    os.environ["OPENCV_LOG_LEVEL"] = "OFF"
    _warm_up()
    limits.confine()
    answers.write(wire.HELLO)
    answers.flush()
    server = Server()
    try:
        while (request := wire.read_request(requests)) is not None:
            limits.renew()
            answers.write(server.answer(request))
            answers.flush()
    except (wire.WireError, OSError, KeyboardInterrupt):
        return 1
    return 0


class Server:
    """Answers requests; frames of a video are joined with those shortly before them."""

    def __init__(self) -> None:
        self._video = VideoReader()
        self._last_frame = (0, 0, 0.0)

    def answer(self, request: wire.Request) -> bytes:
        """The bytes to send back."""
        try:
            if request.what is wire.What.FRAME:
                return wire.answer_of(request.number, self._frame(request))
            return wire.answer_of(request.number, _picture(request))
        except PictureRefused as refused:
            return wire.refusal_of(request.number, refused)
        except MemoryError:
            return wire.refusal_of(request.number, PictureRefused(Refusal.TOO_MUCH_MEMORY))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic of a decoder in Rust is no Exception
            return wire.refusal_of(request.number, PictureRefused(Refusal.CRASHED))

    def _frame(self, request: wire.Request) -> wire.Reading:
        try:
            frame = Frame.of_bytes(request.width, request.height, request.data)
        except ValueError:
            raise PictureRefused(Refusal.DAMAGED) from None
        if request.effort is Effort.VIDEO:
            found = self._video_at(request.width, request.height).read(frame)
        else:
            found = read(frame, request.effort)
        return wire.Reading(found, request.width, request.height)

    def _video_at(self, width: int, height: int) -> VideoReader:
        """The reader of the running video, or a new one where another video begins."""
        now = time.monotonic()
        *size, then = self._last_frame
        if size != [width, height] or now - then > _SAME_VIDEO:
            self._video = VideoReader()
        self._last_frame = width, height, now
        return self._video


def _picture(request: wire.Request) -> wire.Reading:
    """All codes of all frames; one that breaks off after the first keeps what was read before."""
    started = time.process_time()
    picture = picture_of(bytes(request.data))
    found: dict[str, Found] = {}
    size = (0, 0)
    done = 0
    try:
        for frame in picture.frames:
            limits.renew()  # decoding had its own seconds
            size = size if done else (frame.width, frame.height)
            for code in read(frame, request.effort):
                found.setdefault(code.text, code)
            done += 1
            if time.process_time() - started > _ENOUGH:
                break
    except PictureRefused:
        if not found:
            raise
    left_out = picture.left_out + (picture.count - done if picture.paged else 0)
    return wire.Reading(tuple(found.values()), *size, left_out)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Requests and answers; what a decoder prints goes nowhere."""
    requests = os.fdopen(0, "rb", buffering=0, closefd=False)
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        for file in (0, answers.fileno()):
            msvcrt.setmode(file, os.O_BINARY)
    return requests, answers


def _warm_up() -> None:
    """Load every decoder now: later no file can be opened any more."""
    import cv2
    import pypdfium2

    cv2.setNumThreads(1)  # what one picture costs is the same everywhere
    for small in draw_svg(_WARM_SVG, 64):
        for effort in Effort:
            read(small, effort)
        VideoReader().read(small)
    document = pypdfium2.PdfDocument.new()
    document.new_page(8, 8).render(scale=1, grayscale=True).to_numpy()
    document.close()
