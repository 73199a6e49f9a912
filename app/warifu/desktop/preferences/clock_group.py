"""Whether the clock is right: what the system says, a time server on wish, and a correction that can be taken
back. No packet leaves before the button that says so is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.i18n import said, shown, tr
from warifu.desktop.preferences.rows import Group
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.fact_row import FactRow
from warifu.desktop.widgets import (
    ErrorLine,
    FieldLabel,
    LinkButton,
    Muted,
    PrimaryButton,
    QuietButton,
    TextField,
)
from warifu.services.ports import Measured, Sync
from warifu.services.time_check import LARGEST, corrected_by, described
from warifu.settings import schema

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class ClockGroup(Group):
    """The card of the clock."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Clock"))
        self._context = context
        self._checking = context.time_check
        self.check = QuietButton(tr("Check…"))
        self.check.setAccessibleName(tr("Check the clock…"))
        self.status = FactRow(tr("This computer’s clock"), tr("Asking the system…"), self.check)
        self.reset = LinkButton(tr("Remove"), quiet=True)
        self.reset.setAccessibleName(tr("Remove {title}", title=tr("Correction")))
        self.corrected = FactRow(tr("Correction"), "", self.reset)
        self.form = _AskForm(context.settings.get(schema.CLOCK_SERVER))
        self.result = _Result()
        self._held = QWidget()
        rows = QVBoxLayout(self._held)
        rows.setContentsMargins(0, 0, 0, current().space_xs)
        rows.setSpacing(current().space_xs)
        for widget in (self.status, self.form, self.result, self.corrected):
            rows.addWidget(widget)
        self.add(self._held)
        self.form.hide()
        self.result.hide()
        self.check.clicked.connect(self._open_form)
        self.form.cancel.clicked.connect(self._close_form)
        self.form.ask.clicked.connect(self._ask)
        self.form.server.returnPressed.connect(self._ask)
        self.result.correct.clicked.connect(self._apply)
        self.result.leave.clicked.connect(self.result.hide)
        self.reset.clicked.connect(lambda _on=False: self._checking.reset())
        self.destroyed.connect(self._checking.subscribe(self.refresh))
        self.refresh()

    def look(self) -> None:
        """Ask the system, without a network."""
        self._checking.look(while_there(self, self._told))

    def refresh(self) -> None:
        """Show the correction of now."""
        correction = self._checking.correction
        self.corrected.detail.setText(shown(corrected_by(correction)) if correction else "")
        self.corrected.setVisible(bool(correction))

    def close_form(self) -> bool:
        """Leave the form where it is open; whether it was."""
        was_open = not self.form.isHidden()
        if was_open and self.form.cancel.isEnabled():
            self._close_form()
        return was_open

    def _told(self, sync: Sync) -> None:
        match sync:
            case Sync.KEPT:
                words = tr("The system says that it keeps it right from the network.")
            case Sync.NOT_KEPT:
                words = tr("The system does not keep it right from the network: check it, or set it.")
            case Sync.UNKNOWN:
                words = tr("The system does not tell whether it is right.")
        self.status.detail.setText(words)

    def _open_form(self) -> None:
        self.result.hide()
        self.check.hide()
        self.form.show()
        self.form.server.setFocus()

    def _close_form(self) -> None:
        self.form.rest()
        self.form.hide()
        self.check.show()
        self.check.setFocus()

    def _ask(self) -> None:
        if self.form.ask.isEnabled():
            self.form.wait()
            found, failed = while_there(self, self._found), while_there(self, self.form.refuse)
            self._checking.ask(self.form.server.text(), found, failed)

    def _found(self, found: Measured) -> None:
        self._close_form()
        self.result.tell(found)
        if self.result.correct.isVisible():
            self.result.correct.setFocus()

    def _apply(self) -> None:
        try:
            self._checking.apply()
        except AppError as problem:
            self._context.notify.error(problem)
            return
        self.result.hide()
        self.reset.setFocus()


class _AskForm(QWidget):
    """Which server will be asked, and what it learns."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self.server = TextField(server)
        self.error, self.busy = ErrorLine(), BusyLine()
        self.cancel, self.ask = QuietButton(tr("Cancel")), PrimaryButton(tr("Ask the server"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, current().space_xs)
        rows.setSpacing(current().space_xs)
        words = tr(
            "One question goes over the network to this server. It sees this computer’s address and that it "
            "asks for the time, nothing else. The answer is not encrypted."
        )
        rows.addWidget(Muted(words, role="small"))
        rows.addWidget(FieldLabel(tr("Time server"), self.server))
        rows.addWidget(self.server)
        rows.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(current().space_s)
        buttons.addWidget(self.busy, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ask)
        rows.addLayout(buttons)
        self.server.textChanged.connect(lambda text: self.ask.setEnabled(bool(text.strip())))

    def wait(self) -> None:
        """Until the answer is there."""
        self.error.show_error("")
        self._turn(on=False)
        self.busy.work(tr("Asking…"))

    def rest(self) -> None:
        """Take another question."""
        self._turn(on=True)
        self.busy.rest()
        self.error.show_error("")

    def refuse(self, problem: AppError) -> None:
        """Tell why there is no answer."""
        self.rest()
        self.error.show_error(said(problem))
        self.server.setFocus()

    def _turn(self, *, on: bool) -> None:
        self.server.setReadOnly(not on)
        self.cancel.setEnabled(on)
        self.ask.setEnabled(on)


class _Result(QWidget):
    """What the server said, and the question whether to use it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Muted()
        self.advice = Muted(role="small")
        self.leave, self.correct = QuietButton(tr("Leave it")), PrimaryButton(tr("Correct in Warifu"))
        self.correct.setObjectName("correct")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, current().space_xs)
        rows.setSpacing(current().space_xs)
        rows.addWidget(self.words)
        rows.addWidget(self.advice)
        buttons = QHBoxLayout()
        buttons.setSpacing(current().space_s)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.correct)
        rows.addLayout(buttons)

    def tell(self, found: Measured) -> None:
        """Show the answer; a clock that is right, or a day off, offers nothing to correct."""
        off = abs(found.offset)
        self.words.setText(shown(described(found)))
        if off > LARGEST:
            advice = tr("That is too much to correct here: set the date of this computer.")
        elif off >= 1:
            advice = tr(
                "Best is to set the clock of this computer. Warifu can also correct it for its own codes "
                "alone, until you remove that."
            )
        else:
            advice = ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        correctable = 1 <= off <= LARGEST
        self.correct.setVisible(correctable)
        self.leave.setText(tr("Leave it") if correctable else tr("Close"))
        self.show()
