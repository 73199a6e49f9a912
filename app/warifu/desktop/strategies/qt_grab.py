"""Pictures of the screens by Qt, which X11, Windows and macOS give to every program."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen

_PLATFORM: str = sys.platform


@dataclass(frozen=True, slots=True)
class Grab:
    """One screen as it was. ``image`` has the screen's own pixels; ``screen`` is None for what may be any."""

    screen: QScreen | None
    image: QImage


def grab_screens() -> tuple[Grab, ...]:
    """Every screen, of those that gave a picture."""
    grabs = (Grab(screen, _picture(screen, screen.geometry())) for screen in QGuiApplication.screens())
    return tuple(grab for grab in grabs if not grab.image.isNull())


def grab_place(place: QRect) -> QImage:
    """The part of the screen at ``place``, in global logical pixels; null where there is no screen."""
    screen = QGuiApplication.screenAt(place.center())
    return QImage() if screen is None else _picture(screen, place.intersected(screen.geometry()))


def may_look() -> bool:
    """Whether the system lets Warifu see more than itself, and have it ask where it has not yet."""
    if _PLATFORM != "darwin":
        return True
    from warifu.platforms.screenshot.macos import ask_to_record, may_record

    return may_record() or ask_to_record()


def _picture(screen: QScreen, place: QRect) -> QImage:
    """A part of a screen in its own pixels, whatever their number in a logical one."""
    if _PLATFORM != "darwin":  # which alone counts from the corner of the whole desktop
        place = place.translated(-screen.geometry().topLeft())
    return screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()
