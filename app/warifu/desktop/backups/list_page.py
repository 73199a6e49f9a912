"""The backups by date, and how each differs from today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from warifu.desktop.backups.choosing import ask_for_backup
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR, ActionRow, Rows
from warifu.desktop.backups.wording import differences, listed, moment, place, reason
from warifu.desktop.frame import Page
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import ErrorLine, Heading, IconButton, Muted, QuietButton

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context
    from warifu.services.restoring import Held

_MOST_ROWS = 100


class BackupListPage(Page):
    """Opens every backup of the folder with the vault's own key, elsewhere, and shows what came of it."""

    footer_height = BAR

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.said = Muted()
        self.busy = BusyLine()
        self.error = ErrorLine()
        self.card = Rows()
        self.rows: list[ActionRow] = []
        self.other = QuietButton(tr("Another file…"))
        self._lay_out()
        self.back.clicked.connect(self.leave)
        self.other.clicked.connect(self._choose_file)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(current().space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("Restore from a backup")), 1)
        self.body.addLayout(top)
        for widget in (self.said, self.error, self.busy, self.card):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.bar.addStretch(1)
        self.bar.addWidget(self.other)
        self.card.hide()
        self.busy.hide()

    def shown(self) -> None:
        """Look into the folder."""
        self.back.setFocus()
        self.busy.show()
        self.busy.work(tr("Opening the backups…"))
        self._context.restoring.held(while_there(self, self._found), while_there(self, self._refused))

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def open_file(self, path: Path) -> None:
        """Show what another file holds; its password is asked for."""
        self._context.nav.open_other_backup(path)

    def _choose_file(self) -> None:
        chosen = ask_for_backup(self, self._context.backing_up.folder)
        if chosen is not None:
            self.open_file(chosen)

    def _found(self, found: list[Held]) -> None:
        self._rest()
        self.card.clear()
        self.rows = [self._row(held) for held in found[:_MOST_ROWS]]
        for row in self.rows:
            self.card.add(row)
        self.card.setVisible(bool(self.rows))
        folder = place(self._context.backing_up.folder)
        more = len(found) - len(self.rows)
        if not found:
            text = tr("There is no backup in {folder} yet.", folder=folder)
        elif more:
            text = tr_n(
                more,
                "In {folder}; {n} older one is not shown.",
                "In {folder}; {n} older ones are not shown.",
                folder=folder,
            )
        else:
            text = tr("In {folder}. Open one to see its accounts.", folder=folder)
        self.said.setText(text)
        if self.rows and self.rows[0].button is not None and self.back.hasFocus():
            self.rows[0].button.setFocus()

    def _row(self, held: Held) -> ActionRow:
        backup = held.backup
        button = QuietButton(tr("Open"))
        row = ActionRow(moment(backup.time), button)
        why = reason(backup.kind)
        row.say(listed((differences(held), why)))
        button.setToolTip(backup.path.name)
        nav = self._context.nav
        show = nav.open_other_backup if held.accounts is None else nav.open_backup
        button.clicked.connect(lambda _on=False: show(backup.path))
        return row

    def _refused(self, error: AppError) -> None:
        self._rest()
        self.said.setText("")
        self.error.show_error(said(error))

    def _rest(self) -> None:
        self.busy.rest()
        self.busy.hide()
        self.error.show_error("")
