"""A desktop for the tests of a module; see screen.py."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from screen import Screen, missing_programs

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def desktop() -> Iterator[Screen]:
    """A desktop that the tests of a module share."""
    if not sys.platform.startswith("linux"):
        pytest.skip("X servers of Linux only")
    if missing := missing_programs():
        pytest.fail(f"`python3 tests` installs what is missing here: {' '.join(missing)}")
    made = Screen()
    try:
        yield made.open()
    finally:
        made.close()


@pytest.fixture
def screen(desktop: Screen) -> Iterator[Screen]:
    """The desktop, for one test: its programs end with it, and none may have said anything unexpected."""
    yield desktop
    programs, desktop.programs = desktop.programs, []
    statuses = [program.quit() for program in programs]
    said = [line for program in programs for line in program.said()]
    assert not said, "unexpected output:\n" + "\n".join(said)
    assert not any(statuses), f"exit status {statuses}"
