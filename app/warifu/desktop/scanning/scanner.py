"""Whatever a page has read: pictures, what is pasted or dropped, the screen. Texts go to the editor.

The list has one from the start, so what reading needs is imported when there is something to read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from warifu.core.errors import AppError
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.scanning.brought import Brought
from warifu.services.look import SessionState
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context
    from warifu.desktop.scanning.harvest import Harvest
    from warifu.desktop.scanning.screen_scan import ScreenScan

_UNSAID = 500  # milliseconds that reading may take before it is told


class Scanner:
    """Reads away from the main thread, and tells what was refused. Cheap to make; each page has its own."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._screen: ScreenScan | None = None
        self._reading = 0

    def warm(self) -> None:
        """Have the process that looks at pictures started, so that nobody waits for it later."""
        reader = self._context.pictures
        self._context.tasks.run(reader.start, lambda _none: None, self._failed, Lane.POOL)

    def ask_for_images(self, page: QWidget) -> None:
        """Let the user choose picture files."""
        from warifu.desktop.scanning.image_files import ask_for_pictures

        ask_for_pictures(page.window(), page, self.take_files)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read picture files."""
        self._read(Brought(files=tuple(paths)))

    def paste(self) -> None:
        """Take whatever the clipboard holds."""
        from warifu.desktop.strategies.clipboard import pasted

        self.take(pasted())

    def take(self, brought: Brought) -> None:
        """Take what was dropped or pasted; files that are no pictures are for the import."""
        if brought.files:
            from warifu.services.source_files import is_picture

            files = brought.files
            self._context.tasks.run(
                lambda: any(is_picture(path) for path in files),
                lambda pictures: self._read(brought) if pictures else self._import(files),
                self._failed,
                Lane.POOL,
            )
        elif brought.has_pictures:
            self._read(brought)
        elif brought.elsewhere:
            self._context.notify.error(_elsewhere())
        elif brought.text.strip():
            self._take_text(brought.text)
        else:
            self._context.notify.say(tr("The clipboard is empty."))

    def _import(self, paths: Sequence[Path]) -> None:
        """Open the page that reads files of other apps, unless something would be lost by it."""
        if self._context.session.state is not SessionState.UNLOCKED:
            return
        page = getattr(self._context.nav, "page", None)
        if getattr(page, "undisturbed", False) or getattr(page, "unsaved", False):
            entered = AppError(
                "Something is being entered on this page.", hint="Save or leave it, and drop the file again."
            )
            self._context.notify.error(entered)
        else:
            self._context.nav.open_import(paths)

    def take_texts(self, untrusted_texts: Sequence[str]) -> None:
        """Bring to the editor what the codes hold of accounts; else say what the first code is."""
        from warifu.core.scanned import recognise_code
        from warifu.desktop.scanning.harvest import refusal, useful

        if texts := useful(untrusted_texts):
            self._bring(texts)
        else:
            self._context.notify.error(refusal(recognise_code(untrusted_texts[0])))

    def _take_text(self, untrusted_text: str) -> None:
        """The same with a text that no code held."""
        from warifu.core.intake import recognise
        from warifu.desktop.scanning.harvest import refusal

        intake = recognise(untrusted_text)
        if intake.accounts or not intake.problems:
            self._bring((untrusted_text,))
        else:
            self._context.notify.error(refusal(intake))

    def _bring(self, untrusted_texts: Sequence[str]) -> None:
        if self._context.session.state is SessionState.UNLOCKED:  # it may have been locked meanwhile
            self._context.notify.dismiss()
            self._context.nav.take_texts(untrusted_texts)

    def scan_screen(self) -> None:
        """Read every code on every screen."""
        from warifu.desktop.scanning.screen_scan import ScreenScan

        if self._screen is None:
            self._screen = ScreenScan(self._context, self._screen_read, self._screen_failed)
            self._screen.begin()

    def _screen_read(self, untrusted_texts: tuple[str, ...]) -> None:
        """The scan has ended; without a text where the user left it."""
        self._screen = None
        if untrusted_texts:
            self.take_texts(untrusted_texts)

    def _screen_failed(self, error: Exception) -> None:
        self._screen = None
        self._failed(error)

    def _read(self, brought: Brought) -> None:
        from warifu.desktop.scanning.gray import gray_of
        from warifu.desktop.scanning.harvest import read_all

        self._reading += 1
        count = len(brought.files) + len(brought.pictures) + (brought.drawn is not None)
        QTimer.singleShot(_UNSAID, partial(self._say_reading, self._reading, count))
        drawn = gray_of(brought.drawn) if brought.drawn is not None else None
        work = partial(read_all, self._context.pictures, brought.files, brought.pictures, drawn)
        self._context.tasks.run(work, self._was_read, self._was_not_read, Lane.POOL)

    def _say_reading(self, number: int, count: int) -> None:
        if number == self._reading:
            self._context.notify.say(tr_n(count, "Reading the picture…", "Reading {n} pictures…"))

    def _was_read(self, harvest: Harvest) -> None:
        from warifu.desktop.scanning.harvest import told, useful

        self._reading += 1
        if harvest.texts:
            self.take_texts(harvest.texts)
        if harvest.failures and (not harvest.texts or useful(harvest.texts)):
            self._context.notify.error(told(harvest.failures))

    def _was_not_read(self, error: Exception) -> None:
        self._reading += 1
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._context.notify.error(error)


def _elsewhere() -> AppError:
    return AppError(
        "This picture is on the web, and Warifu fetches nothing from there.",
        hint="Save the picture and drop the file here, or copy the picture and paste it.",
    )
