"""What lies in the memory of the real window, looked at from outside while unlocked and after locking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import memory_after_lock
from warifu.vault import aead


def _may_look() -> bool:
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    return not scope.exists() or int(scope.read_text()) < 2 or os.getuid() == 0


@pytest.mark.safety(23)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_keys_and_password_leave_memory(tmp_path, record_property) -> None:
    if not _may_look():
        pytest.skip("this system lets no program look into another one")
    counts = memory_after_lock.look(tmp_path / "profile")
    assert counts["unlocked"]["master key"] > 0, "the search finds nothing at all"
    for thing in ("master key", "header key", "password"):
        assert counts["locked"][thing] == 0, thing
    record_property("secrets_after_lock", counts["locked"]["secrets"])  # tracked: Python keeps copies


@pytest.mark.safety(23)
def test_what_the_library_frees_unwashed_is_overwritten(monkeypatch) -> None:
    washed = []
    monkeypatch.setattr(aead, "_overwrite_parameters", lambda *lengths: washed.append(lengths))
    aead.argon2id(bytearray(b"twelve bytes"), bytes(32), memory_kib=64, passes=1, lanes=1)
    assert washed == [(12, 32)]
