"""Reading the codes on the screens: windows away, picture, windows back, texts; else a region drawn by hand.

No picture of a screen is written to the disk.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from warifu.core.errors import AppError
from warifu.desktop.scanning.away import Away
from warifu.desktop.scanning.gray import gray_of, image_of
from warifu.desktop.scanning.harvest import read_gray
from warifu.desktop.strategies.qt_grab import Grab, grab_screens, may_look
from warifu.platforms.screenshot import is_wayland, take, ways
from warifu.platforms.screenshot.base import Packed, Pixels
from warifu.scan.ladder import Effort
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect

    from warifu.desktop.compose import Context
    from warifu.desktop.scanning.region_overlay import Region
    from warifu.platforms.screenshot.base import Screenshot, Shot
    from warifu.services.scanning import PictureReader


class ScreenScan:
    """One scan. In the end ``done`` gets the texts, none where the user left it, or ``failed`` the reason."""

    def __init__(
        self,
        context: Context,
        done: Callable[[tuple[str, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._context = context
        self._done = done
        self._failed = failed
        self._wayland = is_wayland()
        self._way: Screenshot | None = None
        self._grabs: tuple[Grab, ...] = ()
        self._region: Region | None = None
        self._away = Away()
        self._away.gone.connect(self._look)

    @property
    def region(self) -> Region | None:
        """What the user draws on, while it is there."""
        return self._region

    def begin(self) -> None:
        """Go; the windows hide at once."""
        if not may_look():
            self._failed(_not_allowed())
            return
        self._away.hide(watch=not self._wayland)

    def _look(self) -> None:
        if self._wayland:
            names = [screen.name() for screen in QGuiApplication.screens()]
            self._run(partial(_take_all, names, self._way), self._taken)
            return
        try:
            self._grabs = grab_screens()
        finally:
            self._away.come_back()
        self._read(())

    def _taken(self, taken: tuple[Screenshot, tuple[Shot, ...]]) -> None:
        """The desktop gave its pictures, or none where the user said no."""
        self._away.come_back()
        chosen, self._way = self._way is not None, taken[0]
        shots = taken[1]
        if not shots:
            self._done(())
            return
        screens = {screen.name(): screen for screen in QGuiApplication.screens()}
        self._grabs = tuple(
            Grab(screens.get(shot.screen), image_of(shot)) for shot in shots if isinstance(shot, Pixels)
        )
        packed = tuple(shot for shot in shots if isinstance(shot, Packed))
        self._tell_of_files(packed)
        self._read(packed, last=chosen)

    def _tell_of_files(self, packed: Sequence[Packed]) -> None:
        for shot in packed:
            if shot.left_at:
                self._context.notify.error(_left(shot.left_at))

    def _read(self, packed: Sequence[Packed], *, last: bool = False) -> None:
        if not self._grabs and not packed:
            self._end_with(_nothing_given())
            return
        effort = Effort.THOROUGH if last else Effort.SCREEN
        work = partial(_read_screens, self._context.pictures, self._grabs, packed, effort)
        self._run(work, partial(self._was_read, last=last))

    def _was_read(self, texts: tuple[str, ...] | None, *, last: bool) -> None:
        """None for pictures of one colour, which is what some systems give to those who may not look."""
        if texts:
            self._end(texts)
        elif texts is None and (sys.platform == "darwin" or self._wayland):
            self._end_with(_not_allowed() if sys.platform == "darwin" else _nothing_given())
        elif last:
            self._end_with(_unreadable())
        elif self._way is not None and self._way.lets_choose:
            self._away.hide(watch=False)  # and then its own dialog
        else:
            self._ask_region()

    def _ask_region(self) -> None:
        from warifu.desktop.scanning.region_overlay import Region

        self._region = Region(self._grabs)
        self._region.chosen.connect(self._read_region)
        self._region.cancelled.connect(self._leave_region)
        self._region.ask()

    def _leave_region(self) -> None:
        self._context.nav.raise_window()
        self._end(())

    def _read_region(self, number: int, place: QRect) -> None:
        self._context.nav.raise_window()
        self._region = None
        work = partial(_read_part, self._context.pictures, self._grabs[number], place)
        self._run(work, partial(self._was_read, last=True))

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.tasks.run(work, done, self._end_with, Lane.POOL)

    def _end(self, texts: tuple[str, ...]) -> None:
        self._away.come_back()
        self._grabs, self._region = (), None
        self._done(texts)

    def _end_with(self, error: Exception) -> None:
        self._away.come_back()
        self._grabs, self._region = (), None
        self._failed(error)


def _take_all(names: Sequence[str], again: Screenshot | None) -> tuple[Screenshot, tuple[Shot, ...]]:
    """All screens; or what the user chooses, where a way has been found before."""
    return (again, again.take_part()) if again is not None else take(names, ways())


def _read_screens(
    reader: PictureReader, grabs: Sequence[Grab], packed: Sequence[Packed], effort: Effort
) -> tuple[str, ...] | None:
    texts: dict[str, None] = {}
    blank = not packed
    for grab in grabs:
        gray = gray_of(grab.image)
        blank = blank and gray.blank
        texts.update((found.text, None) for found in read_gray(reader, gray, effort).texts)
    for shot in packed:
        texts.update((found.text, None) for found in reader.read_picture(shot.untrusted, effort).texts)
    return None if blank else tuple(texts)


def _read_part(reader: PictureReader, grab: Grab, place: QRect) -> tuple[str, ...]:
    found = read_gray(reader, gray_of(grab.image, place), Effort.THOROUGH).texts
    return tuple(dict.fromkeys(each.text for each in found))


def _unreadable() -> AppError:
    return AppError(
        "No QR code can be read there.",
        hint="Show the code larger on the screen and scan again, or save it as a picture and open that.",
    )


def _nothing_given() -> AppError:
    return AppError(
        "The system gave no picture of the screen.",
        hint="Take a screenshot yourself and choose “Open image”.",
    )


def _not_allowed() -> AppError:
    return AppError(
        "macOS does not let Warifu see the screen.",
        hint="Allow it in System Settings, Privacy & Security, Screen Recording, then start Warifu anew.",
    )


def _left(path: str) -> AppError:
    return AppError("The desktop’s picture of your screen could not be deleted.", path, "Delete it yourself.")
