"""The first page ever seen: it makes the vault."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from warifu.desktop.frame import CentredPage, flush_left
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.password_question import PasswordQuestion
from warifu.desktop.unlock.private_button import PrivateButton
from warifu.desktop.widgets import Caption, Card, Heading, LinkButton, Mark, Muted

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class FirstRunPage(CentredPage):
    """What Warifu does in a sentence, and a password for the vault."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = asked = PasswordQuestion(context, tr("Create the vault"))
        self.password, self.button = asked.new, asked.button
        self.why, self.error = asked.why, asked.error
        self.private = PrivateButton(context, self.accept)
        self.restore = LinkButton(tr("Restore from a backup…"))
        self.again = LinkButton(tr("Look again"))
        self.missing = Card()
        self._lay_out()
        self.button.clicked.connect(self.accept)
        self.restore.clicked.connect(lambda _on=False: self._context.nav.open_restore())
        self.setFocusProxy(self.password)

    def _lay_out(self) -> None:
        look = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = Heading(tr("Welcome to Warifu"))
        what = Muted(
            tr(
                "Warifu keeps your two-factor codes on this PC, in one encrypted file "
                "that only your password opens."
            )
        )
        honest = Muted(
            tr(
                "Write the password down and keep it in a safe place. Nobody can reset it. "
                "A recovery code, which is offered next, is the only other way in."
            ),
            role="small",
        )
        for label in (heading, what, self.error, self.why):
            label.setAlignment(centre)
        self.column.addWidget(Mark(52), 0, centre)
        self.column.addSpacing(look.space_s)
        self.column.addWidget(heading)
        self.column.addWidget(what)
        self.column.addSpacing(look.space_xs)
        self.column.addWidget(self.missing)
        self._say_what_is_missing()
        self.column.addSpacing(look.space_m)
        self.column.addWidget(self.password)
        self.column.addWidget(honest)
        self.column.addSpacing(look.space_s)
        for widget in (self.error, self.private, self.button, self.why, self._asked.busy):
            self.column.addWidget(widget)
        self.column.addWidget(self.restore, 0, centre)

    def _say_what_is_missing(self) -> None:
        """A vault that was here before is looked for first, before a new one takes its place."""
        problem, edge = self._context.session.problem, current().space_m
        self.missing.setVisible(problem is not None)
        if problem is not None:
            rows = QVBoxLayout(self.missing)
            rows.setContentsMargins(edge, edge, edge, edge)
            rows.addWidget(Caption(shown(problem.title)))
            rows.addWidget(Muted(" ".join(shown(part) for part in (problem.detail, problem.hint) if part)))
            rows.addLayout(flush_left(self.again))
            self.again.clicked.connect(self._look_again)

    def _look_again(self) -> None:
        session = self._context.session
        before = session.state
        session.refresh()
        if session.state is before:
            self._context.notify.say(tr("Looked again: the file is not there."))

    def shown(self) -> None:
        """Put the keyboard into the first field."""
        self.password.first.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self._asked.forget()

    def accept(self) -> None:
        """Make the vault; where something is missing, the line below the button says what."""
        if self._asked.begin(tr("Making the vault. This takes a second or two.")):
            self._context.session.create(self.password.password(), self._created, self._refused)

    def _created(self) -> None:
        from warifu.desktop.unlock.kit_page import KitPage

        self._asked.forget()
        self._asked.rest()
        self._context.nav.open_page(partial(KitPage, first=True))

    def _refused(self, error: AppError) -> None:
        self._asked.refuse(error)
        self.private.offer(error)
