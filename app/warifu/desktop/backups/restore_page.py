"""From a backup to a vault, where there is none that can be opened: a new PC, or a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from warifu.core.errors import AppError, WrongPassword
from warifu.desktop.accounts.face import title_of
from warifu.desktop.backups.choosing import ask_for_backup
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.wording import accounts, moment
from warifu.desktop.frame import CentredPage, flush_left
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import (
    Caption,
    Card,
    ChoiceField,
    ErrorLine,
    FieldLabel,
    Heading,
    LinkButton,
    Mark,
    Muted,
    PasswordField,
    PrimaryButton,
)
from warifu.services.look import SessionState
from warifu.services.ports import Lane
from warifu.services.restoring import Contents, backups_in, unlock_with

if TYPE_CHECKING:
    from warifu.desktop.compose import Context
    from warifu.vault.backups import Backup

_NAMED = 6  # accounts of a backup by their titles


class RestorePage(CentredPage):
    """Choose, type the password, see what is in it, and restore. Nothing that is there is overwritten."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._contents: Contents | None = None
        self._password = ""
        self.choice = ChoiceField()
        self.label = FieldLabel(tr("Backup"), self.choice)
        self.file = LinkButton(tr("Choose a file…"))
        self.back = LinkButton(tr("Back"))
        self.field = PasswordField()
        self.button = PrimaryButton(tr("Open the backup"))
        self.error = ErrorLine()
        self.note = Muted(role="small")
        self.busy = BusyLine()
        self.found = Card()
        self.count, self.titles = Caption(), Muted(role="small")
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _index: self._forget())
        self.field.textChanged.connect(self._forget)
        self.file.clicked.connect(self._choose_file)
        self.back.clicked.connect(self.leave)
        self.button.clicked.connect(self.accept)
        self._refresh()

    def _lay_out(self) -> None:
        look, centre = current(), Qt.AlignmentFlag.AlignHCenter
        heading = Heading(tr("Restore from a backup"))
        what = Muted(
            tr("Choose a backup and type the password that it was made under, or the recovery code.")
        )
        for label in (heading, what, self.error, self.note):
            label.setAlignment(centre)
        inner = QVBoxLayout(self.found)
        inner.setContentsMargins(look.space_m, look.space_m, look.space_m, look.space_m)
        inner.addWidget(self.count)
        inner.addWidget(self.titles)
        self.found.hide()
        self.column.addWidget(Mark(52), 0, centre)
        self.column.addSpacing(look.space_s)
        self.column.addWidget(heading)
        self.column.addWidget(what)
        self.column.addSpacing(look.space_m)
        self.column.addWidget(self.label)
        self.column.addWidget(self.choice)
        self.column.addLayout(flush_left(self.file))
        self.column.addWidget(FieldLabel(tr("Password or recovery code"), self.field))
        for widget in (self.field, self.error, self.found, self.note, self.button, self.busy):
            self.column.addWidget(widget)
        self.column.addLayout(flush_left(self.back))
        self.choice.hide()
        self.label.hide()

    def shown(self) -> None:
        """Look for backups where they usually are."""
        if not self.choice.count():
            self.busy.work(tr("Looking for backups…"))
            offer = while_there(self, self._offer)
            self._context.tasks.run(self._search(), offer, lambda _problem: offer([]), Lane.POOL)
        self.field.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self._forget()
        self.field.conceal()

    @property
    def undisturbed(self) -> bool:
        """A password that is being typed is forgotten when another page covers this one."""
        return bool(self.field.text())

    def use_file(self, path: Path) -> None:
        """Take a file that is not among those found."""
        self.choice.insertItem(0, path.name, str(path))
        self.choice.setCurrentIndex(0)
        self.choice.setToolTip(str(path))
        self.note.setText("")
        self._show_choice()
        self._refresh()
        self.field.setFocus()

    def accept(self) -> None:
        """Open the chosen backup; once it is open, restore it."""
        if not self.button.isEnabled():
            return
        self.error.show_error("")
        refused = while_there(self, self._refused)
        if self._contents is not None:
            self._wait(tr("Restoring…"))
            self._context.restoring.begin_from(
                self._contents.path, unlock_with(self._password), self._restored, refused
            )
            return
        self._wait(tr("Opening the backup…"))
        self._password = self.field.text()
        self._context.restoring.open(
            self._from_chosen_on(), unlock_with(self._password), while_there(self, self._opened), refused
        )

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def _search(self) -> _Search:
        context = self._context
        return _Search([context.backing_up.folder, context.profile.backup_folder, context.profile.backups])

    def _offer(self, found: list[Backup]) -> None:
        self._rest()
        self.choice.blockSignals(True)
        for backup in found:
            text = moment(backup.time)
            self.choice.addItem(text if backup.time else backup.path.name, str(backup.path))
            self.choice.setItemData(self.choice.count() - 1, str(backup.path), Qt.ItemDataRole.ToolTipRole)
        self.choice.blockSignals(False)
        self._show_choice()
        nothing = tr("No backup was found on this PC: choose its file.")
        self.note.setText("" if self.choice.count() else nothing)
        self._refresh()

    def _show_choice(self) -> None:
        for widget in (self.label, self.choice):
            widget.setVisible(self.choice.count() > 0)

    def _choose_file(self) -> None:
        chosen = ask_for_backup(self, self._context.backing_up.folder)
        if chosen is not None:
            self.use_file(chosen)

    def _from_chosen_on(self) -> list[Path]:
        """The chosen one, and the older ones for the case that it is damaged."""
        places = range(max(self.choice.currentIndex(), 0), self.choice.count())
        return [Path(self.choice.itemData(place)) for place in places]

    def _opened(self, contents: Contents, damaged: int) -> None:
        self._rest()
        self._contents = contents
        held = contents.accounts
        self.count.setText(
            tr("{accounts}, of {moment}", accounts=accounts(len(held)), moment=moment(contents.time))
        )
        names = [title_of(account) for account in held[:_NAMED]]
        more = len(held) - len(names)
        if more:
            names.append(tr_n(more, "and {n} more", "and {n} more"))
        self.titles.setText(" · ".join(names))
        self.found.show()
        told = tr_n(
            damaged,
            "The newest one is damaged; this is the newest that opens.",
            "The {n} newest are damaged; this is the newest that opens.",
        )
        if not damaged and contents.path != Path(self.choice.currentData()):
            told = tr("The chosen one has another password; this is the newest that yours opens.")
        else:
            told = told if damaged else self._about_the_old_file()
        self.note.setText(told)
        self.button.setText(tr_n(len(held), "Restore {n} account", "Restore {n} accounts"))
        self.button.setFocus()

    def _about_the_old_file(self) -> str:
        if self._context.session.state is SessionState.BROKEN:
            return tr("The file that cannot be opened is kept beside the new one, under another name.")
        return ""

    def _restored(self) -> None:
        store = self._context.session.store
        count = len(store.accounts()) if store is not None else 0
        if isValid(self):
            self.field.conceal()
        self._context.notify.say(tr_n(count, "{n} account is back.", "{n} accounts are back."))

    def _refused(self, error: AppError) -> None:
        self._rest()
        if type(error) is WrongPassword:
            self.error.show_error(tr("This is not the password of this backup. Try the one you had then."))
        else:
            self.error.show_error(said(error))
        self.field.selectAll()
        self.field.setFocus()

    def _forget(self) -> None:
        """What was opened belongs to another choice or another password."""
        self._contents, self._password = None, ""
        self.found.hide()
        self.error.show_error("")
        self.button.setText(tr("Open the backup"))
        self._refresh()

    def _wait(self, sentence: str) -> None:
        self.busy.work(sentence)
        for widget in (self.button, self.field, self.choice, self.file):
            widget.setEnabled(False)

    def _rest(self) -> None:
        self.busy.rest()
        for widget in (self.field, self.choice, self.file):
            widget.setEnabled(True)
        self._refresh()

    def _refresh(self) -> None:
        self.button.setEnabled(bool(self.field.text()) and self.choice.count() > 0)


class _Search:
    """Work for the POOL lane: the vault files of the usual folders and of places that outlive a disk."""

    def __init__(self, folders: list[Path]) -> None:
        self._folders = folders

    def __call__(self) -> list[Backup]:
        from warifu.desktop.backups.place_form import FOLDER
        from warifu.platforms.second_place import second_places

        folders = [*self._folders, *(place.path / FOLDER for place in second_places())]
        found: dict[str, Backup] = {}
        for folder in dict.fromkeys(folders):
            try:
                found |= {str(each.path.resolve()): each for each in backups_in(folder)}
            except AppError:
                continue
        return sorted(found.values(), key=lambda each: (each.time, each.generation), reverse=True)
