"""What was written, where it is, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.exporting.wording import OWN, SHEETS, name_of
from warifu.desktop.frame import PathLabel, flush_left
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Card, LinkButton, Muted
from warifu.services.export_steps import steps_after

if TYPE_CHECKING:
    from pathlib import Path

    from warifu.desktop.compose import Context
    from warifu.formats.base import Format


class DonePart(QWidget):
    """Hidden until ``tell``."""

    def __init__(self, context: Context, target: Format, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._target = target
        self._folder = ""
        self.count = Caption()
        self.path = PathLabel()
        self.show_file = LinkButton(tr("Show in its folder"))
        self.steps = Muted()
        self.warning = Muted()
        self.warning.setForegroundRole(QPalette.ColorRole.BrightText)
        look = current()
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        inside.setSpacing(look.space_xs)
        inside.addWidget(Caption(tr("What to do next")))
        inside.addWidget(self.steps)
        inside.addWidget(self.warning)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_s)
        rows.addWidget(self.count)
        rows.addWidget(self.path)
        rows.addLayout(flush_left(self.show_file))
        rows.addWidget(card)
        self.show_file.clicked.connect(self._show_file)
        self.hide()

    def tell(self, path: Path, count: int, *, encrypted: bool) -> None:
        """Say that so many accounts lie there."""
        self._folder = str(path.parent)
        self.count.setText(
            tr_n(
                count,
                "{n} account written: {target}",
                "{n} accounts written: {target}",
                target=name_of(self._target),
            )
        )
        self.path.set_path(path)
        self.steps.setText(shown(steps_after(self._target)))
        self.warning.setText(self._warned())
        self.warning.setVisible(not encrypted)
        if encrypted and self._target.id != OWN:
            self.steps.setText(self.steps.text() + " " + tr("It asks for the password of the file."))
        self.show()

    def _warned(self) -> str:
        if self._target.id in SHEETS:
            return tr("When it is printed, delete the file, and empty the trash.")
        return tr("When it is read there, delete the file, and empty the trash: it is not encrypted.")

    def _show_file(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder)):
            self._context.notify.say(
                tr("No program here opens folders. The file is in {folder}", folder=self._folder)
            )
