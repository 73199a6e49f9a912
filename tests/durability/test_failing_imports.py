"""Every system call of an import fails in turn, in the kernel's place; so does the process before each."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.mark.safety(43, 53)
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_whichever_call_fails_the_vault_is_as_it_was_or_has_all_behind_a_backup(
    told: Any, folder: Path, measured: Any, error: str
) -> None:
    """One failure alone ends no import: the backup finds another way, the change waits for the next save."""
    found = told("fail_imports.py", folder, error)
    measured(f"import calls, {error}", {"calls": len(found["calls"])} | found["outcomes"])
    assert not found["wrong"], "\n".join(found["wrong"])
    assert {"openat", "write", "fsync", "renameat2", "close", "unlink"} <= set(found["calls"])
    assert [each for each in found["outcomes"] if not each.startswith("imported")], "no failure was noticed"


@pytest.mark.safety(53)
def test_on_a_disk_that_has_died_nothing_is_imported_without_a_backup(told: Any, folder: Path) -> None:
    found = told("fail_imports.py", folder, "EIO+")
    assert not found["wrong"], "\n".join(found["wrong"])
    assert [each for each in found["outcomes"] if each.startswith("BackupError")], found["outcomes"]


@pytest.mark.safety(37, 53)
def test_killed_before_any_call_the_vault_has_all_or_nothing_of_the_import(
    told: Any, folder: Path, measured: Any
) -> None:
    found = told("fail_imports.py", folder, "KILL")
    measured("import calls, KILL", {"calls": len(found["calls"])} | found["outcomes"])
    assert not found["wrong"], "\n".join(found["wrong"])
    before, after = found["outcomes"]["killed: First"], found["outcomes"]["killed: First Second Third"]
    assert before + after == len(found["calls"])
