"""What the target cannot hold, account by account, said before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.exporting.wording import line_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.scanning.limits_card import LimitsCard
from warifu.desktop.theme import current
from warifu.desktop.widgets import LinkButton, Muted

if TYPE_CHECKING:
    from warifu.services.exporting import Plan

_MOST: Final = 30  # lines before the rest is behind a link


class LossesPart(QWidget):
    """How many accounts go along, those that cannot, and what others lose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = False
        self._plan: Plan | None = None
        self.count = Muted()
        self.refused = LimitsCard("")
        self.lost = LimitsCard("")
        self.all = LinkButton()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_s)
        for widget in (self.count, self.refused, self.lost):
            rows.addWidget(widget)
        rows.addLayout(flush_left(self.all))
        self.all.clicked.connect(self._show_all)

    def show_plan(self, plan: Plan) -> None:
        """Say what will be written."""
        self._plan = plan
        refused = [line_of(account, [reason]) for account, reason in plan.refused]
        lost = [line_of(account, losses) for account, losses in plan.written if losses]
        count = len(plan.written)
        words = tr_n(count, "{n} account will be written.", "{n} accounts will be written.")
        if count and not refused and not lost:
            words += " " + tr("Nothing gets lost.")
        self.count.setText(words)
        most = max(len(refused), len(lost)) if self._whole else _MOST
        self.refused.say(
            refused[:most],
            tr_n(len(refused), "{n} account cannot go along", "{n} accounts cannot go along"),
        )
        self.lost.say(
            lost[:most],
            tr_n(len(lost), "{n} account loses something", "{n} accounts lose something"),
        )
        hidden = len(refused[most:]) + len(lost[most:])
        self.all.setText(tr_n(hidden, "Show {n} more", "Show {n} more"))
        self.all.setVisible(hidden > 0)

    def clear(self) -> None:
        """Forget the accounts."""
        self._plan = None
        for part in (self.refused, self.lost):
            part.say(())

    def _show_all(self) -> None:
        self._whole = True
        if self._plan is not None:
            self.show_plan(self._plan)
