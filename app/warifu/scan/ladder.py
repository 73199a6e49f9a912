"""The ladder: ways to read a picture, in the order in which they are tried.

1. Five looks that every picture gets, since each reads codes on screens that the others miss: as it is,
   sharpened, lit, evened, set off from the page. A screen gets no more, except that what was seen and not
   read is laid flat.
2. Prepared in other ways, until something is read and nothing else is seen.
3. Finder patterns searched for, three, then two, then some without their outer ring, and the modules followed
   from there.

``tests/benchmarks/qr.py`` shows what each rung adds; one that adds nothing goes.
"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.scan import finders, pairs, prepare
from warifu.scan.climb import Climb

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.scan.frame import Found, Frame, Pixels


class Effort(Enum):
    """How hard a picture is looked at."""

    SCREEN = auto()  # every code of a clean picture, quickly
    PHOTO = auto()  # a picture of any kind, as hard as needed
    VIDEO = auto()  # one frame of many
    THOROUGH = auto()  # a region in which the user sees a code: as PHOTO, with more patience


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to prepare a picture before it is read."""

    name: str
    prepare: Callable[[Pixels], Pixels]
    factor: float = 1.0  # by which it changes the length of a side


ALWAYS = (
    Rung("as it is", prepare.plain),
    Rung("sharpened", prepare.sharpened),
    Rung("lit", prepare.lit),
    Rung("evened", prepare.evened),
    Rung("set off", prepare.set_off),
)
IF_NEEDED = (
    Rung("parted", prepare.parted),
    Rung("thinned", prepare.thinned),
    Rung("enlarged and sharpened", lambda gray: prepare.sharpened(prepare.enlarged(gray)), 2),
    Rung("shrunk", prepare.shrunk, 0.7),
)
WINDOWS = (31, 101)  # pixels of the neighbourhoods in which finder patterns are told from their paper
_SECONDS = {Effort.SCREEN: 1.5, Effort.VIDEO: 0.1, Effort.PHOTO: 3.0, Effort.THOROUGH: 4.0}
_MOST_PAIRED = 8  # finder patterns of which two by two are tried; the largest
_LARGE = 3_000_000  # pixels; a larger picture is shrunk for all that comes after the first looks


def read(frame: Frame, effort: Effort) -> tuple[Found, ...]:
    """Every code in the picture, each text once; never raises because of the picture."""
    use_one_thread()
    climb = Climb(frame, _SECONDS[effort])
    for number, rung in enumerate(ALWAYS[:1] if effort is Effort.VIDEO else ALWAYS):
        if not climb.is_over():  # large codes on screens are clean, so one look at smaller copies is enough
            climb.look(rung.prepare(frame.gray), shrunk=effort is not Effort.SCREEN or number == 0)
    if effort is not Effort.VIDEO:
        climb.flatten_unread()
    if effort in (Effort.PHOTO, Effort.THOROUGH):
        small = prepare.at_most(frame.gray, _LARGE)
        _look_otherwise(climb, small)
        _search_patterns(climb, small)
    return climb.found()


def _look_otherwise(climb: Climb, gray: Pixels) -> None:
    for rung in IF_NEEDED:
        if climb.is_done():
            return
        if gray.size * rung.factor**2 <= _LARGE:
            climb.look(rung.prepare(gray))
            climb.flatten_unread()


def _search_patterns(climb: Climb, gray: Pixels) -> None:
    for window in WINDOWS:
        if climb.is_done():
            return
        found = finders.patterns(gray, window)
        whole = [pattern for pattern in found if pattern.whole]
        torn = finders.places(found) if len(found) > len(whole) else ()
        for place in itertools.chain(finders.places(whole), pairs.places(whole[:_MOST_PAIRED]), torn):
            if climb.is_done():
                return
            climb.follow(gray, place)


@functools.cache
def use_one_thread() -> None:
    """Keep OpenCV to this thread: its helpers would cost more than they save, and a limit of processes."""
    import cv2

    cv2.setNumThreads(1)
