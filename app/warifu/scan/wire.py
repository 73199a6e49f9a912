"""What goes between Warifu and the process that reads pictures, over two pipes.

The process says ``HELLO`` once it is ready. Then each request is answered by one answer with the same random
number. Lengths stand before contents and are checked before anything is read. An answer is untrusted: the
process has worked on a picture of somebody else.

    request   number(8) | what(1) | effort(1) | width(4) | height(4) | length(4) | picture file or grey pixels
    answer    number(8) | length(4) | status(1) | body
    body      width(4) | height(4) | pages left out(4) | codes(2)
              and for each code: length(4) | corners(8 x 4) | text
    refusal   number of it(1) | name of the format
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.frame import Found
from warifu.scan.headers import FORMATS
from warifu.scan.ladder import Effort
from warifu.scan.pictures import MAX_FILE, MAX_PIXELS

if TYPE_CHECKING:
    from warifu.scan.frame import Corners

HELLO = b"warifu pictures 1\n"
NUMBER = 8  # bytes
MAX_CODES = 500
MAX_TEXT = 64 * 1024  # bytes of one code; a QR code holds at most 7,089, and 16 may be chained
MAX_ANSWER = 4 * 1024 * 1024  # bytes
_MAX_SIDE = 1 << 20  # pixels

_REQUEST = struct.Struct(f">{NUMBER}sBBIII")
_ANSWER = struct.Struct(f">{NUMBER}sIB")
_BODY = struct.Struct(">IIIH")
_CODE = struct.Struct(">I8f")
_READ, _REFUSED = 0, 1
_EFFORTS = tuple(Effort)


class What(IntEnum):
    """What a request brings."""

    PICTURE = 1
    FRAME = 2


class WireError(Exception):
    """The other side does not keep to the protocol."""


class PipeEnded(WireError):
    """The other side is gone."""


class Source(Protocol):
    """A pipe to read from."""

    def read(self, size: int, /) -> bytes | None:
        """At most so many bytes; none at its end."""


@dataclass(frozen=True, slots=True)
class Request:
    """One picture to read: a file, or ``width`` x ``height`` grey pixels."""

    number: bytes
    what: What
    effort: Effort
    data: bytes | bytearray | memoryview = field(repr=False)
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the codes, the size of the (first) frame in pixels, and how many pages were left out."""

    codes: tuple[Found, ...]
    width: int
    height: int
    left_out: int = 0


def request_head(request: Request) -> bytes:
    """What goes before the data of a request."""
    effort = _EFFORTS.index(request.effort)
    length = memoryview(request.data).nbytes
    return _REQUEST.pack(request.number, request.what, effort, request.width, request.height, length)


def read_request(source: Source) -> Request | None:
    """The next request; None when there will be no more. Raises WireError."""
    head = _read(source, _REQUEST.size, or_end=True)
    if not head:
        return None
    number, what, effort, width, height, length = _REQUEST.unpack(head)
    most = MAX_FILE if what == What.PICTURE else MAX_PIXELS
    if what not in set(What) or effort >= len(_EFFORTS) or length > most:
        raise WireError("a strange request")
    return Request(number, What(what), _EFFORTS[effort], _read(source, length), width, height)


def answer_of(number: bytes, reading: Reading) -> bytes:
    """The bytes of an answer; texts that are longer than can be, and codes beyond the most, are left out."""
    codes = [(each.text.encode(errors="replace"), each.corners) for each in reading.codes]
    codes = [(text, corners) for text, corners in codes if len(text) <= MAX_TEXT][:MAX_CODES]
    parts = [_BODY.pack(reading.width, reading.height, reading.left_out, 0)]
    space = MAX_ANSWER - _BODY.size
    for text, corners in codes:
        part = _CODE.pack(len(text), *(value for corner in corners for value in corner)) + text
        if (space := space - len(part)) < 0:
            break
        parts.append(part)
    parts[0] = _BODY.pack(reading.width, reading.height, reading.left_out, len(parts) - 1)
    return _answer(number, _READ, b"".join(parts))


def refusal_of(number: bytes, refused: PictureRefused) -> bytes:
    """The bytes of an answer that says why a picture was not read."""
    return _answer(number, _REFUSED, bytes([refused.refusal]) + refused.format.encode())


def read_answer(source: Source, number: bytes) -> Reading:
    """The answer to the request with this number. Raises WireError, or PictureRefused if it says so."""
    given, length, status = _ANSWER.unpack(_read(source, _ANSWER.size))
    if given != number or length > MAX_ANSWER or status not in {_READ, _REFUSED}:
        raise WireError("a strange answer")
    body = _read(source, length)
    try:
        if status == _REFUSED:
            raise _refused(body)
        return _reading(body)
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise WireError("a strange answer") from error


def read_hello(source: Source) -> None:
    """Wait until the process is ready. Raises WireError."""
    if _read(source, len(HELLO)) != HELLO:
        raise WireError("not a process that reads pictures")


def _answer(number: bytes, status: int, body: bytes) -> bytes:
    return _ANSWER.pack(number, len(body), status) + body


def _refused(body: bytes) -> PictureRefused:
    refusal, name = Refusal(body[0] if body else 0), body[1:].decode("ascii")
    if (name in FORMATS) != (refusal is Refusal.OTHER_FORMAT):
        raise ValueError
    return PictureRefused(refusal, name)


def _reading(body: bytes) -> Reading:
    width, height, left_out, count = _BODY.unpack_from(body)
    if count > MAX_CODES or max(width, height) > _MAX_SIDE:
        raise ValueError
    at, codes = _BODY.size, []
    for _ in range(count):
        length, *corners = _CODE.unpack_from(body, at)
        at += _CODE.size
        if length > MAX_TEXT or at + length > len(body):
            raise ValueError
        codes.append(Found(body[at : at + length].decode(), _corners(corners)))
        at += length
    if at != len(body):
        raise ValueError
    return Reading(tuple(codes), width, height, left_out)


def _corners(values: list[float]) -> Corners:
    if not all(math.isfinite(value) and abs(value) <= _MAX_SIDE for value in values):
        raise ValueError
    a, b, c, d = zip(values[::2], values[1::2], strict=True)
    return a, b, c, d


def _read(source: Source, size: int, *, or_end: bool = False) -> bytes:
    """Exactly so many bytes; with ``or_end`` none where the pipe ends before the first of them."""
    parts: list[bytes] = []
    missing = size
    while missing:
        part = source.read(missing)
        if not part:
            if or_end and missing == size:
                return b""
            raise PipeEnded
        parts.append(part)
        missing -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
