"""Somebody may know the password: a new key for the vault, not only another password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.password_question import PasswordQuestion
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import FieldLabel, Muted

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class RotatePage(TitledPage):
    """Says what becomes of old copies and other ways to unlock before anything is done."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Somebody may know my password"))
        self._asked = asked = PasswordQuestion(context, tr("Make a new key"), self._objection)
        self.old, self.new, self.button = asked.ask_for_old(), asked.new, asked.button
        self.why, self.error = asked.why, asked.error
        asked.hold(self.back)
        self._lay_out()
        self.button.clicked.connect(self.accept)
        self.setFocusProxy(self.old)

    def _lay_out(self) -> None:
        for sentence in (
            tr(
                "Changing the password keeps the vault’s key. This makes a new key: with the old password "
                "and an old copy of the vault, that copy can be read, but nothing saved from now on."
            ),
            tr(
                "Backups and copies made before keep the old password. Delete those you can reach. If "
                "somebody may have opened one, set up the accounts that matter anew at their sites."
            ),
            tr(
                "The recovery code and the keys that computers remember end with it. "
                "Make a new code afterwards."
            ),
        ):
            self.body.addWidget(Muted(sentence))
        self.body.addSpacing(current().space_s)
        self.body.addWidget(FieldLabel(tr("Password until now"), self.old))
        self.body.addWidget(self.old)
        self.body.addSpacing(current().space_s)
        self.body.addWidget(self.new)
        for widget in (self.error, self.why, self._asked.busy):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.foot(self.button)

    @property
    def undisturbed(self) -> bool:
        """A new password that is being typed is forgotten when another page covers this one."""
        return bool(self.new.password())

    def shown(self) -> None:
        """Put the keyboard into the first field."""
        self.old.setFocus()

    def hidden(self) -> None:
        """Forget what was typed."""
        self._asked.forget()

    def accept(self) -> None:
        """Make the key, if everything is there."""
        if self._asked.begin(tr("Making a new key. This takes a second or two.")):
            self._context.session.ways.rotate(self.old.text(), self.new.password(), self._made, self._refused)

    def leave(self) -> None:
        """Go back, unless the key is being made."""
        if self.old.isEnabled():
            super().leave()

    def _made(self) -> None:
        if self.over:  # it was locked meanwhile, and asks for a password
            self._context.notify.say(tr("The vault has a new key, which only the new password opens."))
            return
        self._asked.rest()
        self._context.nav.back()
        self._context.notify.say(tr("The vault has a new key."), tr("Make a recovery code"), self._offer_code)

    def _offer_code(self) -> None:
        from warifu.desktop.unlock.kit_page import KitPage

        self._context.nav.open_page(KitPage)

    def _refused(self, error: AppError) -> None:
        if self.over:
            self._context.notify.say(tr("The password was not changed."))
        else:
            self._asked.refuse(error)

    def _objection(self) -> str:
        same = self.old.text() and self.new.password() == self.old.text()
        return tr("Choose another password: this one somebody may know.") if same else ""
