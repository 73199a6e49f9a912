"""Codes in a video: every frame is read once as it is, and after a miss in one other way, by turns.

Frames are joined in two ways. A code that is seen and not read is laid flat in each frame, and the mean of
these is read: noise and wandering glare fade. Where nothing is seen, the last frames are moved over each
other and their mean is read.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, cast

from warifu.scan import prepare
from warifu.scan.climb import Climb
from warifu.scan.frame import Found, Frame
from warifu.scan.grid import Place, laid_flat
from warifu.scan.ladder import use_one_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.scan.frame import Floats, Pixels

_SECONDS = 0.1  # of processor time for one frame; far more than any needs
_JOINED = 4  # frames
_SHARE = 0.4  # of the newest frame in the mean of a code
_COARSE = 0.25  # at which frames are compared


class VideoReader:
    """Reads frame after frame of one camera."""

    def __init__(self) -> None:
        self._turn = 0
        self._frames: deque[Pixels] = deque(maxlen=_JOINED)
        self._code: tuple[int, Floats] | None = None  # modules, and the mean of the code laid flat
        self._ways: tuple[Callable[[Climb], None], ...] = (
            self._sharpened,
            self._joined_codes,
            self._lit,
            self._joined_frames,
            self._evened,
            self._joined_codes,
            self._enlarged,
        )

    def read(self, frame: Frame) -> tuple[Found, ...]:
        """Every code in this frame, each text once; never raises because of the picture."""
        use_one_thread()
        climb = Climb(frame, _SECONDS)
        climb.look(frame.gray)
        if climb.found():
            self._frames.clear()
            self._code = None
            return climb.found()
        self._frames.append(frame.gray.copy())  # whoever gave it may use its memory again
        self._ways[self._turn % len(self._ways)](climb)
        self._turn += 1
        return climb.found()

    def _sharpened(self, climb: Climb) -> None:
        climb.look(prepare.sharpened(climb.frame.gray))

    def _lit(self, climb: Climb) -> None:
        climb.look(prepare.lit(climb.frame.gray))

    def _evened(self, climb: Climb) -> None:
        climb.look(prepare.evened(climb.frame.gray))

    def _enlarged(self, climb: Climb) -> None:
        climb.look(prepare.enlarged(prepare.at_most(climb.frame.gray, 1_000_000), 1.5))

    def _joined_codes(self, climb: Climb) -> None:
        """Add the largest code that was seen to the mean of those of the frames before, and read that."""
        places = sorted(climb.unread(), key=Place.area)
        if not places:
            self._sharpened(climb)
            return
        *_, flat = laid_flat(climb.frame.gray, places[-1])
        modules = places[-1].modules
        mean = self._mean(modules, flat)
        self._code = modules, mean
        climb.read_flat(mean.astype("uint8"), places[-1])

    def _mean(self, modules: int, flat: Pixels) -> Floats:
        import cv2
        import numpy as np

        if self._code is None or self._code[0] != modules:
            return flat.astype(np.float32)
        return cast("Floats", cv2.addWeighted(self._code[1], 1 - _SHARE, flat.astype(np.float32), _SHARE, 0))

    def _joined_frames(self, climb: Climb) -> None:
        same = [gray for gray in self._frames if gray.shape == climb.frame.gray.shape]
        climb.look(_joined(same))


def _joined(grays: list[Pixels]) -> Pixels:
    """The mean of frames moved over the last of them, at full contrast."""
    import cv2
    import numpy as np

    last = grays[-1]
    total = last.astype(np.float32)
    if min(last.shape) >= 64:
        target = _middle(last)
        for gray in grays[:-1]:
            (x, y), _ = cv2.phaseCorrelate(_middle(gray), target, _window(target.shape))
            move = np.array([(1, 0, x / _COARSE), (0, 1, y / _COARSE)], np.float32)
            total += cv2.warpAffine(gray, move, gray.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    dark, light = float(total.min()), float(total.max())
    return cast("Pixels", ((total - dark) * (255 / max(light - dark, 1))).astype(np.uint8))


def _middle(gray: Pixels) -> Floats:
    """The middle of the picture, where people hold a code, coarsely."""
    import cv2
    import numpy as np

    height, width = gray.shape
    part = gray[height // 8 : height - height // 8, width // 6 : width - width // 6]
    small = cv2.resize(part, None, fx=_COARSE, fy=_COARSE, interpolation=cv2.INTER_AREA)
    return small.astype(np.float32)


def _window(shape: tuple[int, ...]) -> Floats:
    import cv2

    return cast("Floats", cv2.createHanningWindow((shape[1], shape[0]), cv2.CV_32F))
