"""What a scan has brought so far; knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.services.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.intake import Intake
    from warifu.core.problem import Problem

_MOST = 500  # different texts in front of one camera


class Reading:
    """The accounts read, and what was wrong with the code that was seen last."""

    def __init__(self) -> None:
        self._gathering = Gathering()
        self._problems: dict[str, Problem | None] = {}  # of every text seen; None where it holds accounts
        self.problem: Problem | None = None

    @property
    def intake(self) -> Intake:
        """All accounts."""
        return self._gathering.intake

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that hold accounts, in the order read."""
        return tuple(text for text, problem in self._problems.items() if problem is None)

    @property
    def parts(self) -> tuple[int, int]:
        """How many codes of transfers were read, and of how many; nothing of nothing without a transfer."""
        transfers = self._gathering.transfers
        return sum(each.read for each in transfers), sum(each.size for each in transfers)

    def take(self, untrusted_texts: Iterable[str]) -> bool:
        """Take in what is seen at one moment; gives whether that changes anything."""
        before = len(self._problems), self.problem
        seen = [self._problem_of(text) for text in untrusted_texts]
        if seen:
            self.problem = None if None in seen else seen[-1]
        return before != (len(self._problems), self.problem)

    def _problem_of(self, untrusted_text: str) -> Problem | None:
        if untrusted_text not in self._problems and len(self._problems) < _MOST:
            intake = self._gathering.add([untrusted_text])
            held = intake.accounts or intake.batches
            self._problems[untrusted_text] = None if held else next(iter(intake.problems), None)
        return self._problems.get(untrusted_text)
