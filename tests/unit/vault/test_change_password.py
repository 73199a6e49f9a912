"""Another password for the same vault."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import WrongPassword
from warifu.vault import slots
from warifu.vault.file import change_password, open_vault, save_vault, vault_info

NEW_PASSWORD = "marble otter canyon violin"


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestChangePassword:
    """The same master key for another password."""

    def test_the_new_one_opens_and_the_old_does_not(self, kit: Any, folder: Path) -> None:
        vault = kit.vault(folder)
        old_copy = vault.path.read_bytes()
        changed = change_password(vault, kit.password, NEW_PASSWORD)
        assert open_vault(vault.path, NEW_PASSWORD).document == vault.document
        with pytest.raises(WrongPassword):
            open_vault(vault.path, kit.password)
        assert len(changed.header.slots) == 1
        (folder / "copy.warifu").write_bytes(old_copy)
        assert open_vault(folder / "copy.warifu", kit.password).document == vault.document

    def test_the_old_one_must_be_right(self, kit: Any, folder: Path) -> None:
        vault = kit.vault(folder)
        before = sha(vault.path)
        with pytest.raises(WrongPassword):
            change_password(vault, "not the password", NEW_PASSWORD)
        assert sha(vault.path) == before

    def test_another_process_that_saves_later_keeps_the_new_one(self, kit: Any, folder: Path) -> None:
        here = kit.vault(folder)
        there = open_vault(here.path, kit.password)
        change_password(here, kit.password, NEW_PASSWORD)
        added = there.document.add(kit.account("Second", b"another secret"), kit.stamps.next())
        save_vault(there, added)
        assert open_vault(here.path, NEW_PASSWORD).document == added
        with pytest.raises(WrongPassword):
            open_vault(here.path, kit.password)

    def test_it_replaces_a_weak_slot_that_waits_for_its_save(
        self, kit: Any, folder: Path, monkeypatch: Any
    ) -> None:
        vault = kit.vault(folder)
        monkeypatch.setattr(slots, "FLOOR", slots.KdfParams(128, 2, 2))
        monkeypatch.setattr(slots, "calibrated", lambda: slots.FLOOR)
        opened = open_vault(vault.path, kit.password)
        change_password(opened, kit.password, NEW_PASSWORD)
        assert len(vault_info(vault.path).slots) == 1
        with pytest.raises(WrongPassword):
            open_vault(vault.path, kit.password)
