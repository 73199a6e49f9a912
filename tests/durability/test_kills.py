"""A process that is killed while it saves leaves the old file or the new one, and nothing else for long."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(sys, "abiflags"), reason="kills and forks of POSIX")


@pytest.mark.safety(37)
@pytest.mark.parametrize("way", ["exchange", "replace"])
def test_a_save_killed_at_any_moment_leaves_the_old_vault_or_the_new_one(
    told: Any, folder: Path, full: bool, measured: Any, way: str
) -> None:
    """Each file is opened afterwards as at the next start, which joins and sweeps what was left beside it."""
    found = told("kill_saves.py", folder, 1_000 if full else 60, way)
    measured(f"kills, {way}", found)
    assert found["killed"], found
    assert found["with leftovers"], found
    assert found["old"], found
    assert found["new"], found


@pytest.mark.safety(13, 44)
def test_an_upgrade_killed_at_any_moment_leaves_a_vault_that_opens(
    told: Any, folder: Path, full: bool, measured: Any
) -> None:
    """The first unlocking of a golden file wraps its weak password anew."""
    found = told("kill_saves.py", folder, 1_000 if full else 30, "upgrade")
    measured("kills, upgrade", found)
    assert found["old"], found
    assert found["new"], found
