"""Made-up films of QR codes that move about, to be played in place of a camera."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZE = (1280, 720)  # pixels
RATE = 30  # pictures a second
_PAPER = 0.55  # of the height
_ROOM = (44, 42, 40)  # the colour of the wall behind


def shoot(path: Path, texts: Sequence[str], seconds: float = 2.0, size: tuple[int, int] = SIZE) -> Path:
    """Write a film (Motion JPEG) that shows one code after the other, each swaying and turning.

    An empty text shows the empty room.
    """
    import cv2

    film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, size)
    assert film.isOpened()
    codes = [code(text) for text in texts]
    pictures = round(seconds * RATE)
    for number in range(pictures):
        film.write(_room(codes[number * len(codes) // pictures], number, size))
    film.release()
    return path


def code(text: str) -> Any:
    """The code as grey pixels with its margin; None for an empty text."""
    import numpy as np
    import segno

    if not text:
        return None
    rows = segno.make(text, error="m").matrix_iter(scale=8, border=4)
    return np.array([[0 if dark else 255 for dark in row] for row in rows], np.uint8)


def _room(paper: Any, number: int, size: tuple[int, int]) -> Any:
    import cv2
    import numpy as np

    width, height = size
    room = np.full((height, width, 3), _ROOM, np.uint8)
    if paper is None:
        return room
    side = paper.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 8 * math.sin(number / 15), _PAPER * height / side)
    turn[0, 2] += width / 2 + 0.06 * width * math.sin(number / 20) - side / 2
    turn[1, 2] += height / 2 + 0.05 * height * math.cos(number / 25) - side / 2
    return cv2.warpAffine(
        cv2.cvtColor(paper, cv2.COLOR_GRAY2BGR), turn, size, room, cv2.INTER_AREA, cv2.BORDER_TRANSPARENT
    )
