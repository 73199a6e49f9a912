"""From the file dialog to the file: asks about what lies there and about clouds, writes off the main thread.

Whatever comes back after ``close`` is thrown away, so that a lock ends an export at once.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from warifu.desktop.backups.late import while_there
from warifu.desktop.exporting.wording import OWN
from warifu.desktop.i18n import chosen_language, shown, tr
from warifu.formats.base import Words
from warifu.services import exporting
from warifu.services.ports import Lane
from warifu.services.problems import as_app_error
from warifu.settings.schema import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from PySide6.QtWidgets import QWidget

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.desktop.exporting.place_question import PlaceQuestion
    from warifu.formats.base import Format

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be written; an empty password means plain."""

    target: Format
    accounts: tuple[Account, ...] = field(repr=False)
    password: str = field(repr=False)

    @property
    def suffix(self) -> str:
        """With its dot."""
        return self.target.writer.suffix if self.target.writer is not None else ""


class Saving(QObject):
    """``worked`` tells what is being done, and with an empty sentence that it waits for the user again."""

    worked = Signal(str)
    failed = Signal(object)
    wrote = Signal(object, object)

    def __init__(self, context: Context, question: PlaceQuestion, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._question = question
        self._page = page
        self._over = False
        self.dialog: QFileDialog | None = None

    def close(self) -> None:
        """Write nothing any more."""
        self._over = True
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.close()

    def choose(self, job: Job) -> None:
        """Ask where to."""
        day = QDateTime.fromSecsSinceEpoch(int(self._context.clock.now())).date()
        stem = "warifu" if job.target.id == OWN else f"warifu-{job.target.id}"
        name = f"{stem}-{QLocale.c().toString(day, 'yyyy-MM-dd')}{job.suffix}"
        dialog = QFileDialog(self._page, tr("Save the export"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked here, in one way everywhere
        dialog.setDefaultSuffix(job.suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_to(job, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()  # not exec: locking ends it with the page

    def save_to(self, job: Job, path: Path) -> None:
        """Write the file there, after asking about what lies there."""
        if self._over:
            return
        path = path if path.suffix else path.with_suffix(job.suffix)
        if os.path.lexists(path):
            self._question.ask(
                tr("There is a file of this name already: {name}", name=path.name),
                tr("Replace it"),
                lambda: self._look_at(job, path, replace=True),
            )
        else:
            self._look_at(job, path, replace=False)

    def _look_at(self, job: Job, path: Path, *, replace: bool) -> None:
        """Ask about a folder that a cloud takes away, where the file is not encrypted."""

        def write() -> None:
            self._make(job, path, replace=replace)

        if job.password:
            write()
            return

        def look() -> str:
            from warifu.platforms.second_place import cloud_above

            return cloud_above(path.absolute())

        def looked(cloud: str) -> None:
            if not cloud:
                write()
                return
            self.worked.emit("")
            sentence = tr(
                "{cloud} copies this folder to its servers, and keeps for a while what is deleted. The "
                "secrets would be there as well.",
                cloud=cloud,
            )
            self._question.ask(sentence, tr("Save it there"), write)

        self._run(tr("Looking at the folder…"), look, looked)

    def _make(self, job: Job, path: Path, *, replace: bool) -> None:
        """Make the bytes and then, where nobody has locked meanwhile, the file."""
        vault = self._context.session.vault_path
        words = Words(chosen_language(self._context.settings.get(LANGUAGE)), shown)

        def made(content: bytes) -> None:
            self._run(
                tr("Writing the file…"),
                lambda: exporting.write_file(path, content, vault=vault, replace=replace),
                lambda _nothing: self.wrote.emit(job, path),
            )

        self._run(
            tr("Making the file. This takes a second or two."),
            lambda: exporting.export_bytes(job.target, job.accounts, job.password, words),
            made,
        )

    def _run(self, sentence: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do some work on the POOL lane; what fails is told."""
        self.worked.emit(sentence)

        def came(result: T) -> None:
            if not self._over:
                done(result)

        def failed(problem: Exception) -> None:
            if not self._over:
                self.failed.emit(as_app_error(problem))

        self._context.tasks.run(
            work, while_there(self._page, came), while_there(self._page, failed), Lane.POOL
        )
