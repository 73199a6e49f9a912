"""What each rung of the ladder adds: the codes that are lost without it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING
from unittest import mock

from qr_measure import Score, count
from readers import ladder

from warifu.scan import climb, finders
from warifu.scan import ladder as whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pictures import Case

Change = tuple[str, Callable[[ExitStack], object]] if TYPE_CHECKING else tuple


def ablation(cases: list[Case], say: Callable[[str], None]) -> list[tuple[str, int, int, int, float]]:
    """Of the ladder whole, then without each rung: codes read of photographs, screens and camera; seconds."""
    table = []
    for name, change in _changes():
        say(name)
        with ExitStack() as stack:
            change(stack)
            scores = {"photographs": Score(), "screens": Score(), "camera": Score()}
            for case in cases:
                count(case, ladder(case.effort), scores[group(case.set_name)], frozenset())
        seconds = sum(sum(score.times) for score in scores.values()) / 1000
        table.append((name, *(score.read for score in scores.values()), seconds))
    return table


def group(set_name: str) -> str:
    """Which of the three groups a set belongs to."""
    first = set_name.split()[0].rstrip(":")
    return first if first in ("screens", "camera") else "photographs"


def _changes() -> Iterator[Change]:
    yield "the whole ladder", lambda stack: None
    for part in ("ALWAYS", "IF_NEEDED"):
        rungs = getattr(whole, part)
        for rung in rungs[1:] if part == "ALWAYS" else rungs:
            rest = tuple(other for other in rungs if other is not rung)
            yield f"without {rung.name}", _patch(whole, part, rest)
    yield "without laying flat", _patch(climb, "laid_flat", lambda gray, place: iter(()))
    yield "without redrawing", _patch(climb, "redrawn", lambda flat: flat)
    yield "without searching finder patterns", _patch(whole, "WINDOWS", ())
    yield "without codes with two finder patterns", _patch(whole, "_MOST_PAIRED", 0)
    yield "without finder patterns that lack their ring", _patch(finders, "_torn", lambda *_: None)


def _patch(module: object, name: str, value: object) -> Callable[[ExitStack], object]:
    return lambda stack: stack.enter_context(mock.patch.object(module, name, value))
