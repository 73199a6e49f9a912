"""A new password that something is done with: fields, button, and lines that tell how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import WrongPassword
from warifu.desktop.i18n import said, tr
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.new_password import NewPassword
from warifu.desktop.widgets import ErrorLine, Muted, PasswordField, PrimaryButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


class PasswordQuestion:
    """What the pages share that ask for one; each lays the parts out its own way.

    ``objection`` may find something else against the password, as a sentence.
    """

    def __init__(self, context: Context, action: str, objection: Callable[[], str] = lambda: "") -> None:
        self.old: PasswordField | None = None
        self.new = NewPassword(context.tasks, context.scheduler)
        self.button = PrimaryButton(action)
        self.why, self.error, self.busy = Muted(role="small"), ErrorLine(), BusyLine()
        self._objection = objection
        self._held: list[QWidget] = [self.new]
        self.new.changed.connect(self.refresh)
        self.refresh()

    def ask_for_old(self) -> PasswordField:
        """A field for the password until now, without which nothing is done."""
        self.old = PasswordField()
        self.old.textChanged.connect(self.refresh)
        self._held.append(self.old)
        self.refresh()
        return self.old

    def hold(self, widget: QWidget) -> None:
        """Have this rest, too, while the work is done."""
        self._held.append(widget)

    def begin(self, sentence: str) -> bool:
        """Take no more and tell what is being done; False where something is missing.

        Where that is the rating alone, the button is pressed again once the rating is there.
        """
        if not self.button.isEnabled():
            self.new.after_rating(self.button.click)
            return False
        self._turn(on=False)
        self.button.setEnabled(False)
        self.error.show_error("")
        self.busy.work(sentence)
        return True

    def rest(self) -> None:
        """Take input again."""
        self._turn(on=True)
        self.busy.rest()
        self.refresh()

    def refuse(self, error: AppError) -> None:
        """Say why it was not done; a wrong password until now is put right first."""
        self.rest()
        if self.old is not None and isinstance(error, WrongPassword):
            self.error.show_error(tr("The password until now is another one. Nothing was changed."))
            self.old.selectAll()
            self.old.setFocus()
        else:
            self.error.show_error(said(error))

    def forget(self) -> None:
        """Empty the fields."""
        if self.old is not None:
            self.old.conceal()
        self.new.clear()

    def refresh(self) -> None:
        """Let the button be pressed, or say what is missing."""
        problem = self.new.problem()
        if self.old is not None and not self.old.text():
            problem = tr("Type the password you have used until now.")
        problem = problem or self._objection()
        self.button.setEnabled(not problem)
        self.why.setText(problem)

    def _turn(self, *, on: bool) -> None:
        for widget in self._held:
            widget.setEnabled(on)
