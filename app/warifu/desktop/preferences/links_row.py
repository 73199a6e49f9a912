"""The switch that makes Warifu the program for links of accounts, as the system has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.i18n import shown, tr
from warifu.desktop.preferences.rows import SettingRow
from warifu.desktop.theme import current
from warifu.desktop.widgets import Muted, Switch
from warifu.platforms.url_scheme.base import Reading, State
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from warifu.desktop.compose import Context
    from warifu.platforms.url_scheme.base import Handler


class LinksRow(QWidget):
    """``look`` reads the system again; pressing the switch changes the system, and shows what came of it."""

    def __init__(self, context: Context, handler: Handler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._handler = handler
        self.field = Switch()
        self.field.setFixedWidth(44)
        self.promise = Muted(
            tr("Links of sites and apps: Warifu shows what they hold and asks before it stores it."),
            role="small",
        )
        self.note = Muted(role="small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, current().space_xs)
        rows.setSpacing(current().space_xs)
        rows.addWidget(SettingRow(tr("Open otpauth:// links with Warifu"), self.field))
        rows.addWidget(self.promise)
        rows.addWidget(self.note)
        self.note.hide()
        self.field.clicked.connect(self._turn)

    def look(self) -> None:
        """Show what the system says now."""
        self._show(self._handler.read())

    def _show(self, reading: Reading) -> None:
        self.field.setChecked(reading.state is State.ON)
        self.field.setEnabled(reading.state is not State.IMPOSSIBLE)
        self.note.setText(shown(reading.note) if reading.note else "")
        self.note.setVisible(bool(reading.note))

    def _turn(self, on: bool) -> None:
        handler = self._handler

        def work() -> Reading:
            if on:
                handler.turn_on()
            else:
                handler.turn_off()
            return handler.read()

        self.field.setEnabled(False)
        self._context.tasks.run(work, while_there(self, self._done), self._failed, Lane.POOL)

    def _done(self, reading: Reading) -> None:
        self._show(reading)
        self.field.setFocus()

    def _failed(self, problem: Exception) -> None:
        if isValid(self):
            self.look()
        if isinstance(problem, AppError):
            self._context.notify.error(problem)
        else:
            raise problem
