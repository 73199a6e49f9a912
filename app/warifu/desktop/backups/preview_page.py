"""What one backup holds, and the accounts to bring back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from warifu.core.errors import AppError, WrongPassword
from warifu.desktop.backups.account_ticks import AccountTicks
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR, Question
from warifu.desktop.backups.wording import accounts, listed, moment
from warifu.desktop.frame import Page
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import (
    ErrorLine,
    FieldLabel,
    Heading,
    IconButton,
    Muted,
    PasswordField,
    PrimaryButton,
    QuietButton,
)
from warifu.services.restoring import Contents, unlock_with

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from warifu.core.account import Account
    from warifu.desktop.compose import Context


class PreviewPage(Page):
    """Nothing is changed before a button says so; a copy of today's vault is made first."""

    footer_height = BAR

    def __init__(self, context: Context, path: Path, *, own_key: bool) -> None:
        super().__init__()
        self._context = context
        self._path = path
        self._own_key = own_key
        self._contents: Contents | None = None
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.heading = Heading(tr("Backup"))
        self.said = Muted()
        self.field = PasswordField()
        self.open = PrimaryButton(tr("Open the backup"))
        self.error = ErrorLine()
        self.busy = BusyLine()
        self.ticks = AccountTicks()
        self.restore = PrimaryButton(tr("Restore chosen"))
        self.replace = QuietButton(tr("Restore all as it was…"))
        self.keep = PrimaryButton(tr("Keep today’s"))
        self.really = QuietButton(tr("Restore all as it was"))
        self.question = Question("", self.really, self.keep)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(current().space_s)
        top.addWidget(self.back)
        top.addWidget(self.heading, 1)
        self.body.addLayout(top)
        self.password = QWidget()
        rows = QVBoxLayout(self.password)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(FieldLabel(tr("Password or recovery code"), self.field))
        rows.addWidget(self.field)
        rows.addWidget(self.open)
        for widget in (self.said, self.password, self.error, self.busy, self.ticks):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.bar.addWidget(self.question, 1)
        self.bar.addStretch(0)
        self.bar.addWidget(self.replace)
        self.bar.addWidget(self.restore)
        for widget in (self.question, self.replace, self.restore, self.ticks, self.busy):
            widget.hide()
        self.password.setVisible(not self._own_key)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.open.clicked.connect(self._open_with_password)
        self.field.textChanged.connect(lambda: self.error.show_error(""))
        self.ticks.chosen_changed.connect(self._count)
        self.restore.clicked.connect(self._restore_chosen)
        self.replace.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.really.clicked.connect(self._restore_all)

    def shown(self) -> None:
        """Open the backup, or ask for its password."""
        if self._contents is not None:
            return
        if self._own_key:
            self._work(tr("Opening the backup…"))
            opened, refused = while_there(self, self._opened), while_there(self, self._refused)
            self._context.restoring.open_own(self._path, opened, refused)
        else:
            self.said.setText(
                tr("{name} opens with the password that it was made under.", name=self._path.name)
            )
            self.field.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self.field.conceal()

    def closed(self) -> None:
        """Forget what the backup holds."""
        self._contents = None
        self.ticks.clear()

    @property
    def undisturbed(self) -> bool:
        """A password or a choice would be lost when another page covers this one."""
        return bool(self.field.text()) or self._contents is not None

    def accept(self) -> None:
        """Open it, where the password is asked for."""
        if self.password.isVisible():
            self._open_with_password()

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()

    def _open_with_password(self) -> None:
        if self.field.text() and self.open.isEnabled():
            self.open.setEnabled(False)
            self._work(tr("Opening the backup…"))
            unlock = unlock_with(self.field.text())
            opened, refused = while_there(self, self._opened), while_there(self, self._refused)
            self._context.restoring.open(
                [self._path], unlock, lambda contents, _damaged: opened(contents), refused
            )

    def _opened(self, contents: Contents) -> None:
        self._rest()
        try:
            found = self._context.restoring.compare(contents)
        except AppError as problem:
            self._refused(problem)
            return
        self._contents = contents
        self.field.conceal()
        self.password.hide()
        self.heading.setText(tr("Backup of {moment}", moment=moment(contents.time)))
        lacking = (
            (found.missing, tr_n(found.missing, "{n} missing today", "{n} missing today")),
            (found.changed, tr_n(found.changed, "{n} changed since", "{n} changed since")),
            (len(found.newer), tr_n(len(found.newer), "{n} newer account", "{n} newer accounts")),
        )
        parts = [accounts(len(found.standings)), *(text for count, text in lacking if count)]
        self.said.setText(listed(parts))
        self.ticks.show_accounts(found.standings)
        writable = not self._context.session.read_only
        self.ticks.setVisible(bool(found.standings))
        self.restore.setVisible(writable)
        self.replace.setVisible(writable and bool(found.standings))
        self.ticks.list.setFocus()

    def _refused(self, error: AppError) -> None:
        self._rest()
        wrong = type(error) is WrongPassword
        self.error.show_error(tr("This is not the password of the backup.") if wrong else said(error))
        if self.password.isVisible():
            self.field.selectAll()
            self.field.setFocus()

    def _count(self) -> None:
        count = len(self.ticks.chosen())
        self.restore.setText(tr_n(count, "Restore {n} account", "Restore {n} accounts"))
        self.restore.setEnabled(count > 0)

    def _ask(self) -> None:
        if self._contents is None:
            return
        newer = len(self._context.restoring.compare(self._contents).newer)
        text = tr("Every account becomes as it was then. A copy of today’s vault is made first.")
        if newer:
            text += " " + tr_n(
                newer,
                "{n} account that is newer goes to the trash.",
                "{n} accounts that are newer go to the trash.",
            )
        self.question.sentence.setText(text)
        self._show_question(True)
        self.keep.setFocus()

    def _keep(self) -> None:
        self._show_question(False)
        self.replace.setFocus()

    def _show_question(self, on: bool) -> None:
        self.question.setVisible(on)
        self.replace.setVisible(not on)
        self.restore.setVisible(not on)

    def _restore_chosen(self) -> None:
        self._restore(self.ticks.chosen(), others_to_trash=False)

    def _restore_all(self) -> None:
        if self._contents is not None:
            self._show_question(False)
            self._restore(self._contents.accounts, others_to_trash=True)

    def _restore(self, wanted: Sequence[Account], *, others_to_trash: bool) -> None:
        self._work(tr("Making a copy of today’s vault…"))
        for button in (self.restore, self.replace):
            button.setEnabled(False)
        self._context.restoring.restore(
            wanted, self._restored, self._not_restored, others_to_trash=others_to_trash
        )

    def _restored(self, changed: tuple[str, ...]) -> None:
        context = self._context
        store = context.session.store
        if isValid(self):
            context.nav.open_list()
        if not changed or store is None:
            context.notify.say(tr("Everything is as in the backup already."))
            return
        words = tr_n(len(changed), "{n} account restored.", "{n} accounts restored.")
        context.notify.say(words, tr("Undo"), store.undoing())

    def _not_restored(self, error: AppError) -> None:
        if not isValid(self):
            self._context.notify.error(error)
            return
        self._rest()
        self.replace.setEnabled(True)
        self._count()
        self.error.show_error(tr("Nothing was restored: {reason}", reason=said(error)))

    def _work(self, sentence: str) -> None:
        self.error.show_error("")
        self.busy.show()
        self.busy.work(sentence)

    def _rest(self) -> None:
        self.open.setEnabled(True)
        self.busy.rest()
        self.busy.hide()
