"""One target: what it cannot hold, how the file is protected, who asks for it, and where it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR
from warifu.desktop.exporting.done_part import DonePart
from warifu.desktop.exporting.losses_part import LossesPart
from warifu.desktop.exporting.owner_check import OwnerCheck
from warifu.desktop.exporting.place_question import PlaceQuestion
from warifu.desktop.exporting.protection import Protection
from warifu.desktop.exporting.saving import Job, Saving
from warifu.desktop.exporting.wording import OWN, SHEETS, forms_of, name_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import said, tr
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import ErrorLine, LinkButton, Muted, PrimaryButton, QuietButton, announce
from warifu.services import exporting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from warifu.desktop.compose import Context
    from warifu.formats.base import Format


class WritePage(TitledPage):
    """Nothing is written before everything has been said and confirmed; leaving the page ends it."""

    footer_height = BAR

    def __init__(self, context: Context, target: Format, ids: Sequence[str]) -> None:
        super().__init__(context, name_of(target))
        self._target = target
        self._ids = tuple(ids)
        self._unsubscribe: Callable[[], None] | None = None
        self._working = self._written = self._covered = False
        self._plan = exporting.plan(target, ())
        self.losses = LossesPart()
        self.protection = Protection(context, forms_of(target))
        self.owner = OwnerCheck(context)
        self.backups = LinkButton(tr("Open the backups"))
        self.why = Muted(role="small")
        self.error = ErrorLine()
        self.busy = BusyLine()
        self.done = DonePart(context, target)
        self.question = PlaceQuestion()
        self.saving = Saving(context, self.question, self)
        self.print = QuietButton(tr("Print…"))
        self.next = PrimaryButton(tr("Save the file…"))
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self.about = Muted(
            tr(
                "A vault of its own, for another computer or for keeping. It opens with the password that "
                "you give it here. A copy that opens with the password and the recovery code of today’s "
                "vault is a backup."
            )
        )
        own = self._target.id == OWN
        self.body.addWidget(self.about)
        self.body.addLayout(flush_left(self.backups))
        self.about.setVisible(own)
        self.backups.setVisible(own)
        for widget in (self.losses, self.protection, self.owner, self.error, self.why, self.busy, self.done):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.bar.addWidget(self.question, 1000)
        self.foot(self.print, self.next)
        self.print.setVisible(self._target.id in SHEETS)
        self.busy.hide()

    def _connect(self) -> None:
        self.protection.changed.connect(self._refresh)
        self.owner.changed.connect(self._refresh)
        self.backups.clicked.connect(lambda _on=False: self._context.nav.open_backups())
        self.next.clicked.connect(self.accept)
        self.print.clicked.connect(partial(self._confirm_then, self._print))
        self.question.left.connect(self._choose_place)
        self.question.turned.connect(self._question_turned)
        self.saving.worked.connect(self._work)
        self.saving.failed.connect(self._refused)
        self.saving.wrote.connect(self._wrote)

    @property
    def undisturbed(self) -> bool:
        """What was typed would be lost when another page covers this one."""
        return (
            self._working
            or self.owner.confirmed
            or bool(self.owner.field.text() or self.protection.text() or self.protection.plain.field.text())
        )

    def shown(self) -> None:
        """Follow the accounts, and put the keyboard where typing begins."""
        store = self._context.session.store
        if store is not None and self._unsubscribe is None:
            self._unsubscribe = store.subscribe(lambda _change: self._follow())
        if self._covered:
            self._follow()
        if not self._written:
            self.owner.offer()
            self.protection.first_field().setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self._covered = True
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.protection.forget()
        self.owner.forget()

    def closed(self) -> None:
        """What is still being worked on is written no more."""
        super().closed()
        self.saving.close()
        self._ids = ()
        self._plan = exporting.plan(self._target, ())
        self.losses.clear()

    def accept(self) -> None:
        """Confirm who asks, then ask where to; at the end, go home."""
        if self._written:
            self._context.nav.open_list()
        elif not self.question.isVisible():
            self._confirm_then(self._choose_place)

    def leave(self) -> None:
        """Go back; only out of the question, where one is open."""
        if self.question.isVisible():
            self.question.end()
        elif self._written:
            self._context.nav.open_list()
        else:
            super().leave()

    def save_to(self, path: Path) -> None:
        """Write the file there, if all is confirmed."""
        if self.owner.confirmed:
            self.saving.save_to(self._job(), path)

    def _job(self) -> Job:
        return Job(self._target, self._plan.accounts, self.protection.text())

    def _choose_place(self) -> None:
        self.saving.choose(self._job())

    def _follow(self) -> None:
        """Plan anew for the accounts as they are now."""
        store = self._context.session.store
        found = [store.get(each) for each in self._ids] if store is not None else []
        accounts = [each for each in found if each is not None and not each.trashed]
        self._plan = exporting.plan(self._target, accounts)
        self.losses.show_plan(self._plan)
        self._refresh()

    def _refresh(self) -> None:
        problem = "" if self._plan.written else tr("None of these accounts can be written.")
        problem = problem or self.protection.problem()
        if not problem and not self.owner.ready:
            problem = tr("Confirm that it is you.")
        self.why.setText(problem)
        self.why.setVisible(bool(problem) and not self._written)
        ready = not problem and not self._working
        self.next.setEnabled(ready or self._written)
        self.print.setEnabled(ready)

    def _confirm_then(self, go_on: Callable[[], None]) -> None:
        """Do what was asked for by its owner."""
        if not self.next.isEnabled():
            return
        self._work(tr("Looking whether it is you…"))

        def confirmed() -> None:
            self._rest()
            if not self.over:
                go_on()

        self.owner.check(while_there(self, confirmed), while_there(self, self._rest))

    def _print(self) -> None:
        from warifu.desktop.exporting.printing import print_accounts

        try:
            path = print_accounts(self._context, self._plan.accounts, self)
        except AppError as problem:
            self._refused(problem)
            return
        if path is not None and not self.over:
            pdf = exporting.target_named(exporting.PDF)
            self.saving.save_to(Job(pdf, self._plan.accounts, ""), path)

    def _question_turned(self) -> None:
        asking = self.question.isVisible()
        self.next.setVisible(not asking)
        self.print.setVisible(not asking and self._target.id in SHEETS)
        if not asking:
            self._rest()

    def _work(self, sentence: str) -> None:
        """Say what is going on, and let nothing be changed meanwhile; an empty sentence ends that."""
        if not sentence:
            self._rest()
            return
        self._working = True
        self.error.show_error("")
        self.busy.show()
        self.busy.work(sentence)
        self.protection.setEnabled(False)
        self.owner.setEnabled(False)
        self._refresh()

    def _rest(self) -> None:
        self._working = False
        self.busy.rest()
        self.busy.hide()
        self.protection.setEnabled(True)
        self.owner.setEnabled(True)
        self._refresh()

    def _refused(self, error: AppError) -> None:
        self._rest()
        self.error.show_error(said(error))
        self.scroller.ensureWidgetVisible(self.error)

    def _wrote(self, job: Job, path: Path) -> None:
        self._written = True
        self._rest()
        self.heading.setText(tr("Export"))
        self.protection.forget()
        self.owner.forget()
        for part in (self.about, self.backups, self.losses, self.protection, self.owner, self.print):
            part.hide()
        self.next.setText(tr("Done"))
        self.next.updateGeometry()
        self.done.tell(path, len(job.accounts), encrypted=bool(job.password))
        self.next.setFocus()
        announce(self, self.done.count.text())
        self.scroller.verticalScrollBar().setValue(0)
