"""Every system call of a save fails in turn, in the kernel's place, and so does the process before each."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.mark.safety(43)
@pytest.mark.parametrize("error", ERRORS)
def test_whichever_call_fails_the_vault_the_change_and_the_next_save_are_whole(
    told: Any, folder: Path, measured: Any, error: str
) -> None:
    """Old file untouched, one sentence of a known kind, change kept, and saved by the next try."""
    found = told("fail_calls.py", folder, error)
    measured(f"calls, {error}", {"calls": len(found["calls"])} | found["outcomes"])
    assert not found["wrong"], "\n".join(found["wrong"])
    assert {"openat", "write", "fsync", "renameat2", "close", "unlink"} <= set(found["calls"])
    told_of = [outcome for outcome in found["outcomes"] if not outcome.startswith("saved")]
    assert told_of, "no failure was noticed"


@pytest.mark.safety(43)
def test_an_interrupted_call_is_made_again(told: Any, folder: Path, measured: Any) -> None:
    """EINTR is no failure: what it stops is done all the same, or told and saved by the next try."""
    found = told("fail_calls.py", folder, "EINTR")
    measured("calls, EINTR", {"calls": len(found["calls"])} | found["outcomes"])
    assert not found["wrong"], "\n".join(found["wrong"])


@pytest.mark.safety(37)
def test_killed_before_any_call_the_vault_is_the_old_or_the_new_one(
    told: Any, folder: Path, measured: Any
) -> None:
    found = told("fail_calls.py", folder, "KILL")
    measured("calls, KILL", {"calls": len(found["calls"])} | found["outcomes"])
    assert not found["wrong"], "\n".join(found["wrong"])
    assert found["outcomes"]["killed: First"] + found["outcomes"]["killed: First Second"] == len(
        found["calls"]
    )
