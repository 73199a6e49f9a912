"""What the window and the process that holds the camera say to each other, over two pipes.

A message is a kind (1 byte), a length (4 bytes, big endian) and that many bytes: JSON, or for pictures their
size and their pixels. Neither end believes the other: what does not fit raises ``BadMessage``, and whoever
reads it hangs up.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from warifu.scan.frame import Corners, Found

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = struct.Struct(">BI")
_SIZE = struct.Struct(">HH")
_PIXEL = 4  # bytes: blue, green, red and one that means nothing, as Qt paints fastest
MAX_SIDE = 4096  # pixels of a picture for the window
MAX_JSON = 1 << 20  # bytes; a QR code holds 4,296 characters
MAX_CODES = 64
MAX_TEXT = 8192
MAX_CAMERAS = 64


class BadMessage(Exception):
    """The other end said what it cannot mean."""


class CameraState(StrEnum):
    """What can be said of a camera."""

    STARTING = "starting"
    RUNNING = "running"
    NO_CAMERA = "no camera"
    BUSY = "busy"
    FORBIDDEN = "forbidden"
    UNPLUGGED = "unplugged"  # while it was running
    STALLED = "stalled"  # it gives no picture
    ENDED = "ended"  # the process that held it


class Kind(IntEnum):
    """What a message is about; those from 16 on go to the window."""

    OPEN = 1
    VIEW = 2
    CAMERAS = 16
    STATE = 17
    PICTURE = 18
    CODES = 19
    ALIVE = 20


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the window knows it: ``key`` stays the same when it is plugged in again."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Cameras:
    """All that there are now."""

    cameras: tuple[Camera, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """How the camera with this key is; without a key, how it is with cameras at all."""

    state: CameraState
    key: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Wish for the camera with this key, or for the first one if that is not there."""

    key: str


@dataclass(frozen=True, slots=True)
class View:
    """Wish for one picture that fills so many pixels; the answer comes as soon as there is a new one."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, mirrored as people expect of themselves; rows of blue, green, red and a spare byte."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Codes:
    """What is read now, with corners in a picture of this size; nothing when no code is seen any more."""

    width: int
    height: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Alive:
    """The other process can still talk."""


Message = Open | View | Cameras | Stated | Picture | Codes | Alive


def write(message: Message, send: Callable[[bytes], Any]) -> None:
    """Hand the message to ``send``, in pieces so that pixels need not be copied."""
    if isinstance(message, Picture):
        size = _SIZE.pack(message.width, message.height)
        send(_HEAD.pack(Kind.PICTURE, len(size) + len(message.pixels)) + size)
        send(message.pixels)
        return
    kind, content = _content(message)
    body = b"" if content is None else json.dumps(content).encode()
    send(_HEAD.pack(kind, len(body)) + body)


def read(take: Callable[[int], bytes]) -> Message | None:
    """The next message; None at the end. ``take`` gives so many bytes, fewer only at the end.

    Raises BadMessage for everything else.
    """
    head = take(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise BadMessage("cut off")
    number, length = _HEAD.unpack(head)
    if length > (_SIZE.size + MAX_SIDE * MAX_SIDE * _PIXEL if number == Kind.PICTURE else MAX_JSON):
        raise BadMessage("too long")
    if number == Kind.PICTURE:
        return _picture(take, length)
    body = take(length)
    if len(body) < length:
        raise BadMessage("cut off")
    try:
        return _message(Kind(number), json.loads(body) if body else None)
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError):
        raise BadMessage("not understood") from None


def _content(message: Message) -> tuple[Kind, Any]:
    match message:
        case Open(key):
            return Kind.OPEN, key
        case View(width, height):
            return Kind.VIEW, [width, height]
        case Cameras(cameras):
            return Kind.CAMERAS, [[camera.key, camera.name] for camera in cameras]
        case Stated(state, key):
            return Kind.STATE, [state.value, key]
        case Codes(width, height, found):
            return Kind.CODES, [width, height, [[each.text, each.corners] for each in found]]
        case _:
            return Kind.ALIVE, None


def _message(kind: Kind, untrusted: Any) -> Message:
    match kind:
        case Kind.OPEN:
            return Open(_text(untrusted))
        case Kind.VIEW:
            return View(*_size(*untrusted))
        case Kind.CAMERAS:
            pairs = [(_text(key), _text(name)) for key, name in untrusted[:MAX_CAMERAS]]
            return Cameras(tuple(Camera(key, name) for key, name in pairs))
        case Kind.STATE:
            state, key = untrusted
            return Stated(CameraState(state), _text(key))
        case Kind.CODES:
            width, height, codes = untrusted
            found = tuple(Found(_text(text), _corners(corners)) for text, corners in codes[:MAX_CODES])
            return Codes(*_size(width, height), found)
        case _:
            return Alive()


def _picture(take: Callable[[int], bytes], length: int) -> Picture:
    if length < _SIZE.size or len(size := take(_SIZE.size)) < _SIZE.size:
        raise BadMessage("no picture")
    width, height = _SIZE.unpack(size)
    if not width or not height or length - _SIZE.size != width * height * _PIXEL:
        raise BadMessage("not so many pixels")
    pixels = take(length - _SIZE.size)
    if len(pixels) < length - _SIZE.size:
        raise BadMessage("cut off")
    return Picture(width, height, pixels)


def _text(untrusted: Any) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > MAX_TEXT:
        raise TypeError
    return untrusted


def _size(width: Any, height: Any) -> tuple[int, int]:
    if not (isinstance(width, int) and isinstance(height, int)):
        raise TypeError
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise ValueError
    return width, height


def _corners(untrusted: Any) -> Corners:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (map(_place, corner) for corner in untrusted)
    return (ax, ay), (bx, by), (cx, cy), (dx, dy)


def _place(untrusted: Any) -> float:
    """A coordinate, perhaps outside the picture; the comparison also refuses what is not a number."""
    number = float(untrusted)
    if not -1e6 < number < 1e6:
        raise ValueError
    return number
