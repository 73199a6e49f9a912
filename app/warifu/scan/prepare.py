"""A picture made easier to read, in one of several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.scan.frame import Frame

if TYPE_CHECKING:
    from warifu.scan.frame import Pixels


def sharpened(gray: Pixels) -> Pixels:
    """Edges made steeper: against blur, and for modules of two or three pixels."""
    import cv2

    blurred = cv2.GaussianBlur(gray, (0, 0), 4)
    return cv2.addWeighted(gray, 3, blurred, -2, 0)


def stretched(gray: Pixels) -> Pixels:
    """The darkest twentieth of all greys spread over the whole range: for frames from a dark room."""
    import cv2

    return cv2.convertScaleAbs(cv2.subtract(gray, 4), alpha=12)


def evened(gray: Pixels) -> Pixels:
    """Each neighbourhood brought to full contrast."""
    import cv2

    return cv2.createCLAHE(3, (8, 8)).apply(gray)
