"""What the target cannot hold, account by account, said before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.exporting.wording import line_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.scanning.limits_card import LimitsCard
from warifu.desktop.theme import current
from warifu.desktop.widgets import LinkButton, Muted, NoteField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.core.text import Text
    from warifu.services.exporting import Plan

    Told = tuple[Account, Sequence[Text]]

_MOST: Final = 30  # lines of a card; a label of thousands would take seconds
_HEIGHT: Final = 240  # logical pixels of the list of all


class LossesPart(QWidget):
    """How many accounts go along, those that cannot, and what others lose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: Sequence[Told] = ()
        self._lost: Sequence[Told] = ()
        self.count = Muted()
        self.refused = LimitsCard("")
        self.lost = LimitsCard("")
        self.all = LinkButton()
        self.whole = NoteField()
        self.whole.setReadOnly(True)
        self.whole.setFixedHeight(_HEIGHT)
        self.whole.setAccessibleName(tr("What gets lost"))
        self.whole.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_s)
        for widget in (self.count, self.refused, self.lost):
            rows.addWidget(widget)
        rows.addLayout(flush_left(self.all))
        rows.addWidget(self.whole)
        self.all.clicked.connect(self._show_all)

    def show_plan(self, plan: Plan) -> None:
        """Say what will be written."""
        self._refused = [(account, (reason,)) for account, reason in plan.refused]
        self._lost = [(account, losses) for account, losses in plan.written if losses]
        count = len(plan.written)
        words = tr_n(count, "{n} account will be written.", "{n} accounts will be written.")
        if count and not self._refused and not self._lost:
            words += " " + tr("Nothing gets lost.")
        self.count.setText(words)
        self.refused.say(_lines(self._refused[:_MOST]), self._heading_of_refused())
        self.lost.say(_lines(self._lost[:_MOST]), self._heading_of_lost())
        more = max(len(self._refused), len(self._lost)) > _MOST
        total = len(self._refused) + len(self._lost)
        self.all.setText(tr_n(total, "Show all {n}", "Show all {n}"))
        self.all.setVisible(more and self.whole.isHidden())
        if not self.whole.isHidden():
            self._fill()

    def clear(self) -> None:
        """Forget the accounts."""
        self._refused = self._lost = ()
        for part in (self.refused, self.lost):
            part.say(())
        self.whole.clear()

    def _heading_of_refused(self) -> str:
        return tr_n(len(self._refused), "{n} account cannot go along", "{n} accounts cannot go along")

    def _heading_of_lost(self) -> str:
        return tr_n(len(self._lost), "{n} account loses something", "{n} accounts lose something")

    def _show_all(self) -> None:
        self.all.hide()
        self.whole.show()
        self._fill()
        self.whole.setFocus()

    def _fill(self) -> None:
        parts = []
        for heading, told in (
            (self._heading_of_refused(), self._refused),
            (self._heading_of_lost(), self._lost),
        ):
            if told:
                parts += [heading, *_lines(told), ""]
        self.whole.setPlainText("\n".join(parts).rstrip())


def _lines(told: Sequence[Told]) -> list[str]:
    return [line_of(account, sentences) for account, sentences in told]
