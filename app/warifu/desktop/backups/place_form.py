"""Where backups go, and whether they are made by themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from warifu.desktop.frame import PathLabel, flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.preferences.rows import switch_row
from warifu.desktop.theme import current
from warifu.desktop.widgets import LinkButton, Muted, QuietButton
from warifu.services.ports import Lane
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.desktop.compose import Context
    from warifu.platforms.second_place import Place

FOLDER = "Warifu"  # in a place that a cloud or another disk gives


class PlaceForm(QWidget):
    """Applies at once; ``chosen`` tells that something changed."""

    chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.switch = switch_row(context.settings, schema.BACKUP_ON, tr("Make backups automatically"))
        self.switch.field.toggled.connect(self._turn)  # type: ignore[attr-defined]
        self.path = PathLabel()
        self.open = LinkButton(tr("Open the folder"))
        self.choose = QuietButton(tr("Choose a folder…"))
        self.usual = QuietButton(tr("Back to the usual folder"))
        self.places: list[QuietButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current().space_s)
        self._rows.addWidget(self.switch)
        self._rows.addWidget(self.path)
        self._rows.addLayout(flush_left(self.open))
        self._advice = Muted(
            tr("Best is a folder that a cloud keeps, or another disk. Backups are encrypted."), role="small"
        )
        self._rows.addWidget(self._advice)
        self._rows.addWidget(self.choose)
        self._rows.addWidget(self.usual)
        self.choose.clicked.connect(self._ask)
        self.usual.clicked.connect(lambda: self._use(None))
        self.open.clicked.connect(self._show_folder)
        self.refresh()

    def offer(self, places: Sequence[Place]) -> None:
        """Offer places that outlive this computer's disk, each by its name."""
        for button in self.places:
            button.hide()
            button.deleteLater()
        self.places = []
        at = self._rows.indexOf(self.choose)
        for number, place in enumerate(places):
            button = QuietButton(tr("Use {place}", place=place.name))
            button.setToolTip(str(place.path / FOLDER))
            button.clicked.connect(lambda _on=False, place=place: self.use_place(place))
            self._rows.insertWidget(at + number, button)
            self.places.append(button)

    def use_place(self, place: Place) -> None:
        """Put backups into a folder of a place."""
        self._use(place.path / FOLDER)

    def use_folder(self, folder: Path) -> None:
        """Put backups into a folder."""
        self._use(folder)

    def refresh(self) -> None:
        """Show the folder of now."""
        self.path.set_path(self._context.backing_up.folder)
        self.usual.setVisible(bool(self._context.settings.get(schema.BACKUP_FOLDER)))

    def _ask(self) -> None:
        before = str(self._context.backing_up.folder)
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the backups"), before)
        if chosen:
            self._use(Path(chosen))

    def _use(self, folder: Path | None) -> None:
        """Apply the choice, once the folder is there; a drive that does not answer keeps nobody waiting."""
        context = self._context

        def made(well: bool) -> None:
            if not well:
                context.notify.say(tr("This folder cannot be made: {folder}", folder=str(folder)))
                return
            context.backing_up.choose(folder)
            if isValid(self):
                self.refresh()
                self.chosen.emit()

        context.tasks.run(
            lambda: folder is None or _made(folder), made, lambda _problem: made(False), Lane.POOL
        )

    def _turn(self, on: bool) -> None:
        self._context.backing_up.turn(on=on)
        self.chosen.emit()

    def _show_folder(self) -> None:
        folder = str(self._context.backing_up.folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._context.notify.say(
                tr("No program here opens folders. The backups are in {folder}", folder=folder)
            )


def _made(folder: Path) -> bool:
    """Make a chosen folder where it is not there yet; the place it lies in is."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
    except OSError:
        return False
    return True
