"""How to get the accounts out of one app, and into Warifu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import shown, tr
from warifu.desktop.importing.apps import App, format_of
from warifu.desktop.importing.choosing import ask_for_files
from warifu.desktop.theme import current
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import BrandTile, Caption, Card, LinkButton, Muted, PrimaryButton
from warifu.formats.base import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from warifu.desktop.compose import Context

_CODES = frozenset(("google", "otpauth", "qr"))  # what they let out is also shown as QR codes


class StepsPage(TitledPage):
    """What to do there, what to know before, and the way on."""

    def __init__(self, context: Context, app: App) -> None:
        super().__init__(context, tr("From {app}", app=app.name))
        self._app = app
        self._format = format_of(app.id)
        self.choose = PrimaryButton(tr("Choose the file…"))
        self.scan = LinkButton(tr("Scan QR codes instead"))
        self.steps, self.note = Muted(), Muted(role="small")
        self._lay_out()
        self.scan.setVisible(app.id in _CODES)
        self._say()
        self.choose.clicked.connect(lambda: ask_for_files(self, self.take_files))
        self.scan.clicked.connect(lambda _on: context.nav.open_add())

    def _say(self) -> None:
        if self._format is None:
            return
        self.steps.setText(shown(self._format.steps))
        notes = [shown(self._format.note)] if self._format.note else []
        if Form.ENCRYPTED in self._format.forms:
            notes.append(tr("Warifu asks for a password only if the file has one."))
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))

    def _lay_out(self) -> None:
        look = current()
        card = Card()
        rows = QVBoxLayout(card)
        rows.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        top = QHBoxLayout()
        top.setSpacing(look.space_m)
        top.addWidget(BrandTile(self._app.icon, self._app.name, look.tile_compact))
        top.addWidget(Caption(tr("Get the accounts out")), 1)
        rows.addLayout(top)
        rows.addWidget(self.steps)
        rows.addWidget(self.note)
        self.body.addWidget(card)
        self.body.addSpacing(look.space_s)
        self.body.addWidget(
            Muted(tr("Then drop the file on this window, or choose it. Several at once are fine."))
        )
        self.body.addWidget(self.choose)
        self.body.addLayout(flush_left(self.scan))
        self.body.addStretch(1)
        self.bar.setContentsMargins(0, 0, 0, 0)

    def shown(self) -> None:
        """Put the keyboard on the way on."""
        self.choose.setFocus()

    def accept(self) -> None:
        """Choose the file."""
        self.choose.click()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files that were chosen or dropped."""
        self._context.nav.open_import(paths, self._app.id)
