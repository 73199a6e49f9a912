"""The page of a vault file that is there and cannot be used. It never offers to write over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from warifu.core.errors import AppError, VaultForeign, VaultTooNew, VaultUnreadable
from warifu.desktop.backups.late import while_there
from warifu.desktop.frame import CentredPage, PathLabel
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Heading, Mark, Muted, PrimaryButton, QuietButton, announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.vault.backups import Backup


class BrokenPage(CentredPage):
    """What is wrong in a sentence, what to do, and where the file is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self.heading = Heading()
        self.what_to_do = Muted()
        self.path = PathLabel()
        self.restore = PrimaryButton(tr("Restore from a backup…"))
        self.newest = Muted(role="small")
        self.again = QuietButton(tr("Try again"))
        self.other = QuietButton(tr("Open another file…"))
        self._lay_out()
        self.restore.clicked.connect(lambda _on=False: self._context.nav.open_restore())
        self.again.clicked.connect(self.accept)
        self.other.clicked.connect(self._choose_file)
        self.setFocusProxy(self.restore)
        self._refresh()

    def _lay_out(self) -> None:
        look = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self.heading, self.what_to_do, self.path, self.newest):
            label.setAlignment(centre)
        self.column.addWidget(Mark(), 0, centre)
        self.column.addSpacing(look.space_m)
        for widget in (self.heading, self.what_to_do, self.path):
            self.column.addWidget(widget)
        self.column.addSpacing(look.space_l)
        self.column.addWidget(self.restore)
        self.column.addWidget(self.newest)
        self.column.addWidget(self.again)
        self.column.addWidget(self.other)

    def shown(self) -> None:
        """Follow the session, and put the keyboard on the button."""
        if self._unsubscribe is None:
            self._unsubscribe = self._context.session.subscribe(lambda _state: self._refresh())
        self._refresh()
        self._context.restoring.find(while_there(self, self._tell_newest), lambda _problem: None)
        self.restore.setFocus()

    def hidden(self) -> None:
        """Follow it no longer."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def accept(self) -> None:
        """Look at the file again."""
        session = self._context.session
        before = session.state
        session.refresh()
        if session.state is before:
            announce(self, self.heading.text())
            self._context.notify.say(tr("Looked again: the file is still the same."))

    def _tell_newest(self, found: list[Backup]) -> None:
        """What the files say of themselves; whether they open shows once the password is typed."""
        from warifu.desktop.backups.wording import moment

        self.newest.setText(tr("The newest is of {moment}.", moment=moment(found[0].time)) if found else "")

    def _choose_file(self) -> None:
        folder = str(self._context.session.vault_path.parent)
        kinds = tr("Vaults of Warifu (*.warifu);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Open another vault"), folder, kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Look at another vault file instead, for this run of Warifu."""
        self._context.session.vault_path = path
        self._context.session.refresh()
        self._refresh()

    def _refresh(self) -> None:
        problem = self._context.session.problem
        if problem is None:
            return
        self.heading.setText(shown(problem.title))
        self.what_to_do.setText(_what_to_do(problem))
        self.path.set_path(self._context.session.vault_path)


def _what_to_do(problem: AppError) -> str:
    match problem:
        case VaultTooNew():
            return tr("Update Warifu on this PC to open it. The file is left as it is.")
        case VaultForeign():
            return tr(
                "It may be another program’s file. It is left as it is: open the vault from where it is now."
            )
        case VaultUnreadable():
            return tr(
                "The system does not let Warifu read it. Check that the disk is there "
                "and that the file may be read."
            )
        case _:
            return tr(
                "It was changed after Warifu wrote it. It is left as it is: restore a backup, "
                "or open a copy of it."
            )
