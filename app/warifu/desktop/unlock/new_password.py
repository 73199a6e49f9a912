"""A new password, typed twice, rated while it is typed, or made by the generator."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.password_meter import PasswordMeter
from warifu.desktop.widgets import FieldLabel, LinkButton, PasswordField

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.services.ports import Scheduler, Tasks


class NewPassword(QWidget):
    """Two fields and the meter. ``changed`` tells that ``problem`` may have."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, scheduler: Scheduler, parent: QWidget | None = None, *, label: str = ""
    ) -> None:
        super().__init__(parent)
        self.first = PasswordField()
        self.again = PasswordField()
        self.meter = PasswordMeter(tasks, scheduler)
        self.generate = LinkButton(tr("Make a passphrase for me"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(FieldLabel(label or tr("New password"), self.first))
        rows.addWidget(self.first)
        rows.addWidget(self.meter)
        rows.addLayout(flush_left(self.generate))
        rows.addSpacing(current().space_s)
        rows.addWidget(FieldLabel(tr("The same again"), self.again))
        rows.addWidget(self.again)
        self._rated_first: Callable[[], object] | None = None
        self.first.textChanged.connect(self.meter.ask)
        for signal in (self.first.textChanged, self.again.textChanged, self.meter.rated):
            signal.connect(lambda *_: self.changed.emit())
        for field in (self.first, self.again):
            field.textChanged.connect(self._do_no_more)
        self.meter.rated.connect(self._do_now)
        self.generate.clicked.connect(self._make)
        self.setFocusProxy(self.first)
        # Who goes on by Tab types the password again, then what follows; no space may fall on the generator
        # or an eye in between, so these come before.
        chain = (self.first.eye, self.again.eye, self.generate, self.first, self.again)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def password(self) -> str:
        """What was typed."""
        return self.first.text()

    def problem(self) -> str:
        """Why the password cannot be taken yet, as one sentence; empty when it can."""
        rating = self.meter.rating
        if not self.first.text():
            return tr("Choose a password.")
        if rating is None:
            return tr("Looking at the password…")
        if not rating.enough:
            return shown(rating.reason)
        if not self.again.text():
            return tr("Type the password a second time.")
        if self.again.text() != self.first.text():
            return tr("The two passwords differ.")
        return ""

    def after_rating(self, action: Callable[[], object]) -> None:
        """Do it once the password is rated, if that is still to come and nothing else is typed before.

        Who presses Enter right after the last character is faster than the rating.
        """
        self._rated_first = action if self.first.text() and self.meter.rating is None else None

    def clear(self) -> None:
        """Forget what was typed."""
        self._do_no_more()
        self.meter.stop()
        self.first.conceal()
        self.again.conceal()

    def _do_no_more(self) -> None:
        self._rated_first = None

    def _do_now(self) -> None:
        action, self._rated_first = self._rated_first, None
        if action is not None:
            action()

    def _make(self) -> None:
        from warifu.vault.password import passphrase

        made = passphrase()
        for field in (self.first, self.again):
            field.setText(made)
            field.reveal()
        self.first.setFocus()
