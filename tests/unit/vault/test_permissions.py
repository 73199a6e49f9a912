"""Who may look at the vault and into its folder."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import VaultExposed
from warifu.vault import places
from warifu.vault.file import open_vault, save_vault


@pytest.mark.safety(49)
@pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX thing")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_only_the_user_may_read_whatever_the_umask(kit: Any, tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        vault = kit.vault(tmp_path / "made" if umask != 0o777 else tmp_path)
        save_vault(vault, vault.document)
    finally:
        os.umask(old)
    assert stat.S_IMODE(vault.path.parent.stat().st_mode) == 0o700
    for path in vault.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


@pytest.mark.safety(49)
@pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX thing")
@pytest.mark.parametrize("mode", [0o755, 0o777, 0o705, 0o702, 0o1777])
def test_a_folder_that_others_may_look_into_is_refused(kit: Any, folder: Path, mode: int) -> None:
    (folder / "holiday.jpg").touch()
    folder.chmod(mode)
    with pytest.raises(VaultExposed) as caught:
        kit.vault(folder)
    assert str(folder) in str(caught.value)
    assert [path.name for path in folder.iterdir()] == ["holiday.jpg"]
    places.make_private(folder)
    vault = kit.vault(folder)
    folder.chmod(mode)
    vault.path.chmod(0o644)
    with pytest.raises(VaultExposed):
        open_vault(vault.path, kit.password)
    assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600, "the file at least is given back at once"
    places.make_private(folder)
    assert open_vault(vault.path, kit.password).document == vault.document


@pytest.mark.safety(49)
@pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX thing")
def test_an_empty_folder_is_made_private(kit: Any, folder: Path) -> None:
    folder.chmod(0o777)
    kit.vault(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.safety(49)
def test_a_disk_without_modes_locks_nobody_out(kit: Any, folder: Path, monkeypatch: Any) -> None:
    """As on a FAT stick: whatever is asked, every file stays readable by all."""
    vault = kit.vault(folder)
    folder.chmod(0o755)
    vault.path.chmod(0o644)
    monkeypatch.setattr(os, "chmod", lambda *_, **__: None)
    assert open_vault(vault.path, kit.password).document == vault.document
