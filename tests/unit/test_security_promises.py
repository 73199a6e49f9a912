"""SECURITY.md promises nothing without a test, and docs/reliability.md lists the proofs that there are."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
sys.path.insert(0, str(TESTS / "durability"))

import table  # noqa: E402

pytestmark = pytest.mark.safety(72)

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAME = re.compile(r"`([\w/]+\.py::\w+)`")
NOT_PROMISES = {"Reporting a hole"}


def promises(text: str = TEXT) -> list[str]:
    """Every line of the chapters that promise."""
    chapters = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    kept = [chapter for chapter in chapters if chapter.partition("\n")[0] not in NOT_PROMISES]
    return [line for chapter in kept for line in chapter.split("\n")[1:] if line.strip()]


def unproved(lines: list[str], known: set[str]) -> list[str]:
    """Lines that are not one sentence followed by the names of tests that exist."""
    bad = []
    for line in lines:
        names = NAME.findall(line)
        sentence = line.partition("`")[0]
        one = re.fullmatch(r"- [^.!?]*(?:\d\.\d[^.!?]*)*\. ", sentence)
        after = NAME.sub("", line[len(sentence) :]).strip()
        if not one or not names or after or set(names) - known:
            bad.append(line)
    return bad


def test_every_promise_names_tests_that_exist() -> None:
    lines = promises()
    assert len(lines) > 40
    assert unproved(lines, table.all_tests()) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Nobody can ever steal anything.",
        "- It holds. `unit/test_none.py::test_that_is_gone`",
        "- It holds. And so does this. `unit/test_x.py::test_x`",
        "Prose that promises. `unit/test_x.py::test_x`",
        "- It holds. `unit/test_x.py::test_x` And this, too.",
    ],
)
def test_the_check_sees_a_promise_without_a_proof(line: str) -> None:
    assert unproved([line], {"unit/test_x.py::test_x"}) == [line]
    assert unproved(["- It holds in 0.1 s. `unit/test_x.py::test_x`"], {"unit/test_x.py::test_x"}) == []


def test_every_proved_row_is_in_the_table_and_every_test_of_the_table_exists() -> None:
    listed = table.listed((ROOT / "docs" / "reliability.md").read_text(encoding="utf-8"))
    assert table.rows_of_tests().keys() <= listed.keys(), "run python tests/durability/table.py"
    named = {name for names in listed.values() for name in names}
    assert named <= table.all_tests(), "run python tests/durability/table.py"


def test_the_chapters_that_do_not_promise_and_the_limits_are_there() -> None:
    assert "docs/threat-model.md" in TEXT
    limits = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\d+\. ", limits, flags=re.MULTILINE)) == 16
