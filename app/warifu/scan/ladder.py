"""Decoders and preparations in the order in which they are tried."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.scan import prepare
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.scan.frame import Found, Pixels


class Effort(Enum):
    """How hard a picture is looked at."""

    SCREEN = auto()  # every code of a clean picture, quickly
    PHOTO = auto()  # one picture of a file, as hard as needed
    VIDEO = auto()  # one frame of many
    THOROUGH = auto()  # a region that the user drew


def read(frame: Frame, effort: Effort) -> tuple[Found, ...]:
    """Every code in the picture, each once; never raises because of the picture."""
    found: list[Found] = []
    rungs: list[Callable[[Pixels], Pixels]] = [_plain]
    if effort is not Effort.VIDEO:
        rungs += [prepare.sharpened, prepare.stretched]
    if effort in (Effort.PHOTO, Effort.THOROUGH):
        rungs += [prepare.evened]
    for place, rung in enumerate(rungs):
        if found and place > 2:
            break
        found += [new for new in Zxing().read(Frame.of(rung(frame.gray))) if not _known(new, found)]
    return tuple(found)


class VideoReader:
    """Reads frame after frame."""

    def read(self, frame: Frame) -> tuple[Found, ...]:
        """Every code in this frame."""
        return read(frame, Effort.VIDEO)


def _plain(gray: Pixels) -> Pixels:
    return gray


def _known(new: Found, found: list[Found]) -> bool:
    return any(new.text == old.text for old in found)
