"""Why a picture was not read. The process that reads pictures tells a number; the sentences are made here."""

from __future__ import annotations

from enum import IntEnum, unique

from warifu.core.errors import AppError
from warifu.core.text import Text


@unique
class Refusal(IntEnum):
    """What was wrong; the numbers go from one process to another."""

    EMPTY = 1
    NOT_A_PICTURE = 2
    OTHER_FORMAT = 3
    FILE_TOO_LARGE = 4
    TOO_MANY_PIXELS = 5
    DAMAGED = 6
    LOCKED = 7
    SVG_FOREIGN = 8
    SVG_TOO_COMPLEX = 9
    SVG_TOO_LARGE = 10
    SVG_NOT_UTF8 = 11
    TOO_SLOW = 12
    TOO_MUCH_MEMORY = 13
    CRASHED = 14
    NOT_STARTED = 15
    STOPPED = 16


_KINDS = Text("Choose a PNG, JPEG, WebP, BMP, GIF, SVG or PDF file.")
_SMALLER = Text("Cut out the part with the code, and try that.")
_SIMPLER = Text("Choose a simpler one, or a PNG.")
_TOO_LARGE = Text("This picture is too large.")
_NOTHING = Text("")
_SENTENCES = {
    Refusal.EMPTY: (Text("This file is empty."), _KINDS),
    Refusal.NOT_A_PICTURE: (Text("This file is not a picture that can be read."), _KINDS),
    Refusal.FILE_TOO_LARGE: (_TOO_LARGE, Text("A picture may have at most 32 MB.")),
    Refusal.TOO_MANY_PIXELS: (_TOO_LARGE, Text("A picture may have at most 40 megapixels.")),
    Refusal.DAMAGED: (Text("This picture is damaged."), Text("Choose another one, or make it again.")),
    Refusal.LOCKED: (
        Text("This PDF is protected by a password."),
        Text("Open it, and scan the code from the screen."),
    ),
    Refusal.SVG_FOREIGN: (Text("This picture has scripts or refers to other files."), _SIMPLER),
    Refusal.SVG_TOO_COMPLEX: (Text("This picture has too many parts."), _SIMPLER),
    Refusal.SVG_TOO_LARGE: (_TOO_LARGE, _SIMPLER),
    Refusal.SVG_NOT_UTF8: (Text("This picture is not written in UTF-8."), _SIMPLER),
    Refusal.TOO_SLOW: (Text("Reading this picture took too long."), _SMALLER),
    Refusal.TOO_MUCH_MEMORY: (Text("Reading this picture takes too much memory."), _SMALLER),
    Refusal.CRASHED: (
        Text("Reading this picture failed."),
        Text("It may be made to do harm. If you trust it, take a picture of the screen instead."),
    ),
    Refusal.NOT_STARTED: (
        Text("The part of Warifu that reads pictures does not start."),
        Text("Start Warifu again; if that does not help, install it anew."),
    ),
    Refusal.STOPPED: (Text("Reading was stopped."), _NOTHING),
}


class PictureRefused(AppError):
    """A picture is not read; ``refusal`` says why, ``format`` names one that is known and not supported."""

    def __init__(self, refusal: Refusal, format: str = "") -> None:  # noqa: A002 - what it is
        self.refusal = refusal
        self.format = format
        if refusal is Refusal.OTHER_FORMAT:
            title, hint = Text("{format} files cannot be read.", format=format), _KINDS
        else:
            title, hint = _SENTENCES[refusal]
        super().__init__(title, hint=hint)
