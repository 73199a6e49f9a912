"""A choice among the accounts of a text that holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Card, ErrorLine, LinkButton, Muted, TickList, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account
    from warifu.core.intake import Intake, Problem
    from warifu.services.scanning import Transfer

_MOST_ROWS = 9  # before the list scrolls
_MOST_PROBLEMS = 5


class Several(Card):
    """Accounts to tick; those whose secret is there already begin without a tick."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()
        self.head = Caption()
        self.progress = Muted(role="small")
        self.list = TickList()
        self.all = LinkButton(tr("Tick all"))
        self.hint = Muted(
            tr("Title, icon and the rest can be changed later, for each of them."), role="small"
        )
        self.problems = ErrorLine()
        self.list.itemChanged.connect(lambda _item: self.chosen_changed.emit())
        self.all.clicked.connect(lambda: self.list.tick_all(Qt.CheckState.Checked))
        rows = QVBoxLayout(self)
        edge = current().space_m
        rows.setContentsMargins(edge, edge, edge, edge)
        for widget in (self.head, self.progress, self.list):
            rows.addWidget(widget)
        rows.addLayout(flush_left(self.all))
        rows.addWidget(self.hint)
        rows.addWidget(self.problems)

    def show_intake(
        self,
        intake: Intake,
        twin_of: Callable[[Account], Account | None],
        transfers: Sequence[Transfer] = (),
    ) -> None:
        """List what was found, which keeps the ticks that were taken away; ``twin_of`` knows an account with
        the same secret, and ``transfers`` how many codes of each were read.
        """
        unticked = {account.otp for account in self._accounts} - {account.otp for account in self.chosen()}
        self._accounts = intake.accounts
        self._show_progress([transfer for transfer in transfers if transfer.size > 1])
        count = len(intake.accounts)
        self.head.setText(tr_n(count, "{n} account found", "{n} accounts found"))
        self.list.setAccessibleName(self.head.text())
        shown = (_line(account, twin_of(account), account.otp not in unticked) for account in intake.accounts)
        self.list.show_lines(shown, _MOST_ROWS)
        lines = [said_problem(problem) for problem in intake.problems[:_MOST_PROBLEMS]]
        more = len(intake.problems) - len(lines)
        if more > 0:
            lines.append(
                tr_n(
                    more, "And {n} more line that cannot be read.", "And {n} more lines that cannot be read."
                )
            )
        self.problems.show_error("\n".join(lines))
        self.chosen_changed.emit()

    def _show_progress(self, transfers: Sequence[Transfer]) -> None:
        """Say how far the transfers are that lack codes, or that none does."""
        self.progress.setVisible(bool(transfers))
        lacking = [transfer for transfer in transfers if transfer.read < transfer.size]
        lines = [
            tr(
                "{read} of {size} codes read. Scan the others too, or save these now.",
                read=transfer.read,
                size=transfer.size,
            )
            for transfer in lacking
        ]
        said = "\n".join(lines) or tr("All codes of this transfer were read.")
        if transfers and said != self.progress.text():
            announce(self, said)
        self.progress.setText(said)

    def chosen(self) -> tuple[Account, ...]:
        """The accounts with a tick."""
        return tuple(self._accounts[row] for row in self.list.ticked())

    def clear(self) -> None:
        """Hold nothing."""
        self._accounts = ()
        self.list.clear()


def _line(account: Account, twin: Account | None, wanted: bool) -> tuple[str, str, Qt.CheckState]:
    words = " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)
    if twin is not None:
        words = tr("{account} — already there as “{title}”", account=words, title=title_of(twin))
    ticked = wanted and twin is None
    return words, words, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def said_problem(problem: Problem) -> str:
    """What is wrong with a line, and what to do, in one line."""
    sentence = " ".join(shown(part) for part in (problem.title, problem.hint) if part)
    return (
        sentence
        if problem.line is None
        else tr("Line {line}: {problem}", line=problem.line, problem=sentence)
    )
