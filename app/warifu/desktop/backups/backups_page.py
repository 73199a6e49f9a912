"""How the backups stand: whether they are made, when the last one was, whether it opens, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.place_form import PlaceForm
from warifu.desktop.backups.rows import ActionRow, Question, Rows
from warifu.desktop.backups.trial_form import TrialForm
from warifu.desktop.backups.wording import accounts, ago, listed, place
from warifu.desktop.frame import Page
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import Heading, IconButton, Muted, QuietButton
from warifu.services.ports import Lane
from warifu.vault.backups import MOST_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.platforms.second_place import Place
    from warifu.vault.backups import Backup


class BackupsPage(Page):
    """Lines that each say how something stands, with the button that changes it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.automatic = ActionRow(tr("Automatic"), QuietButton(tr("Change")))
        self.last = ActionRow(tr("Last backup"), QuietButton(tr("Back up now")))
        self.tested = ActionRow(tr("Last tested restore"), QuietButton(tr("Test now")))
        self.restore = ActionRow(tr("Restore accounts"), QuietButton(tr("Show backups")))
        self.export = QuietButton(tr("Export…"))
        self.place_form: PlaceForm | None = None
        self.trial_form: TrialForm | None = None
        self.keep_here = QuietButton(tr("Keep them here"))
        self.choose_place = QuietButton(tr("Choose a place…"))
        self.show_lost = QuietButton(tr("Show backups"))
        self.lost_is_right = QuietButton(tr("That is right"))
        self._hint_question = Question("", self.keep_here, self.choose_place)
        self._lost_question = Question("", self.lost_is_right, self.show_lost)
        self.hint, self.lost = _card(self._hint_question), _card(self._lost_question)
        self._places: tuple[Place, ...] = ()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        look = current()
        top = QHBoxLayout()
        top.setSpacing(look.space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("Backups")), 1)
        self.body.addLayout(top)
        self.body.addWidget(
            Muted(tr("Your codes live on this PC. Keep a second copy, so a broken disk never locks you out."))
        )
        self.body.addSpacing(look.space_xs)
        self.card = Rows()
        for row in (self.automatic, self.last, self.tested, self.restore):
            self.card.add(row)
        for widget in (self.lost, self.card, self.hint):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.bar.addStretch(1)
        self.bar.addWidget(self.export)
        self.restore.say(tr("See what each backup holds, and bring accounts back."))
        self.lost.hide()
        self.hint.hide()

    def _connect(self) -> None:
        nav = self._context.nav
        self.back.clicked.connect(self.leave)
        for row, call in (
            (self.automatic, self._open_places),
            (self.last, self._back_up),
            (self.tested, self._open_test),
            (self.restore, nav.open_backup_list),
        ):
            row.button.clicked.connect(lambda _on=False, call=call: call())  # type: ignore[union-attr]
        self.export.clicked.connect(lambda _on=False: nav.open_export())
        self.keep_here.clicked.connect(lambda: self._note(same_place=True))
        self.choose_place.clicked.connect(self._open_places)
        self.show_lost.clicked.connect(lambda _on=False: nav.open_backup_list())
        self.lost_is_right.clicked.connect(lambda: self._note(lost=0))

    def shown(self) -> None:
        """Follow the backups, and look which places there are."""
        if self._unsubscribe is None:
            self._unsubscribe = self._context.backing_up.subscribe(self.refresh)
        self.refresh()
        self._look_for_places()
        if self.automatic.button is not None:
            self.automatic.button.setFocus()

    def hidden(self) -> None:
        """Follow them no longer, and forget a password that was being typed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self.trial_form is not None:
            self.trial_form.close_form()

    @property
    def undisturbed(self) -> bool:
        """A password that is being typed is forgotten when another page covers this one."""
        return self.trial_form is not None

    def refresh(self) -> None:
        """Show how it stands now."""
        status, now = self._context.backing_up.status, self._context.clock.now()
        record = status.record
        if status.on:
            text = tr("Daily and after changes, the last {n} kept", n=MOST_KEPT)
            self.automatic.say(listed((text, place(status.folder))))
        else:
            self.automatic.say(tr("Off: nothing is backed up by itself."), urgent=True)
        if status.busy:
            self.last.say(tr("Backing up…"))
        elif status.problem is not None:
            title, hint = shown(status.problem.title), shown(status.problem.hint)
            self.last.say(f"{title} {hint} {self._last_success(now)}", urgent=True)
        elif record.succeeded:
            self.last.say(f"{ago(record.succeeded, now)}: {accounts(record.accounts)}")
        else:
            self.last.say(tr("There is no backup yet."))
        if self.last.button is not None:
            self.last.button.setEnabled(not status.busy and not self._context.session.read_only)
        self._say_test(now)
        self.lost.setVisible(record.lost > 0)
        self._lost_question.sentence.setText(
            tr_n(
                record.lost,
                "{n} account of the backup before is not here any more, and nobody deleted it. "
                "Old backups are kept until you decide.",
                "{n} accounts of the backup before are not here any more, and nobody deleted them. "
                "Old backups are kept until you decide.",
            )
        )

    def _last_success(self, now: float) -> str:
        """When it last went well, for a line that tells of a failure."""
        record = self._context.backing_up.status.record
        if not record.succeeded:
            return tr("There is no backup yet.")
        return tr("The last good one: {moment}.", moment=ago(record.succeeded, now))

    def _say_test(self, now: float) -> None:
        record = self._context.backing_up.status.record
        if not record.tested:
            self.tested.say(tr("Never: try it once, while nothing is broken."))
            return
        words = tr("{n} of {total} accounts opened", n=record.opened, total=record.tested_of)
        self.tested.say(f"{ago(record.tested, now)}: {words}", urgent=record.opened < record.tested_of)

    def accept(self) -> None:
        """Test, where the form is open."""
        if self.trial_form is not None:
            self.trial_form.accept()

    def leave(self) -> None:
        """Close a form, or go back."""
        if self.trial_form is not None:
            if self.trial_form.cancel.isEnabled():
                self.trial_form.close_form()
        else:
            self._context.nav.back()

    def _back_up(self) -> None:
        def done(_backup: Backup) -> None:
            count = self._context.backing_up.status.record.accounts
            self._context.notify.say(
                tr_n(
                    count,
                    "Backed up and opened again: {n} account.",
                    "Backed up and opened again: {n} accounts.",
                )
            )

        self._context.backing_up.now(done, self._context.notify.error)

    def _note(self, **facts: int | bool) -> None:
        self._context.backing_up.note(**facts)
        self._look_for_places()

    def _open_test(self) -> None:
        if self.trial_form is None:
            self.trial_form = TrialForm(self._context)
            self.tested.below.addWidget(self.trial_form)
            self.trial_form.closed.connect(self._close_test)
            self.trial_form.show()
        self.trial_form.field.setFocus()

    def _close_test(self) -> None:
        if self.trial_form is not None:
            self.trial_form.hide()
            self.trial_form.deleteLater()
            self.trial_form = None
            if self.tested.button is not None:
                self.tested.button.setFocus()
        self.refresh()

    def _open_places(self) -> None:
        if self.place_form is None:
            self.place_form = PlaceForm(self._context)
            self.place_form.offer(self._places)
            self.automatic.below.addWidget(self.place_form)
            self.place_form.chosen.connect(self._look_for_places)
            self.place_form.show()
            self.place_form.switch.field.setFocus()
            self.scroller.ensureWidgetVisible(self.automatic)
        else:
            self.place_form.hide()
            self.place_form.deleteLater()
            self.place_form = None

    def _look_for_places(self) -> None:
        """Ask the disk, which may be slow, whether the folder would survive this computer's disk."""
        from warifu.platforms.second_place import is_second_place, second_places

        folder, vault = self._context.backing_up.folder, self._context.session.vault_path

        def look() -> tuple[tuple[Place, ...], bool]:
            places = second_places()
            return places, is_second_place(folder, vault, places)

        self._context.tasks.run(look, while_there(self, self._found_places), lambda _problem: None, Lane.POOL)

    def _found_places(self, found: tuple[tuple[Place, ...], bool]) -> None:
        self._places, second = found
        if self.place_form is not None:
            self.place_form.offer(self._places)
        status = self._context.backing_up.status
        names = ", ".join(dict.fromkeys(each.name for each in self._places))
        text = tr("The backups are on the same disk as the vault: if it breaks, both are gone.")
        if names:
            text += " " + tr("There is a better place here: {names}.", names=names)
        self._hint_question.sentence.setText(text)
        self.hint.setVisible(status.on and not second and not status.record.same_place)


def _card(question: Question) -> Rows:
    look, card, held = current(), Rows(), QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
    row.addWidget(question)
    card.add(held)
    return card
