"""A new master key, when somebody may know the password."""

from __future__ import annotations

import hashlib
import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import (
    PasswordTooWeak,
    VaultDamaged,
    VaultRekeyed,
    WrongPassword,
)
from warifu.vault import container, slots, ways
from warifu.vault.file import change_password, open_vault, save_vault, vault_info

NEW_PASSWORD = "marble otter canyon violin"
KINDS = (slots.PASSWORD, slots.RECOVERY, slots.KEYSTORE, slots.PLATFORM)


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestRotate:
    """Somebody may know the password."""

    @pytest.mark.safety(6)
    def test_nothing_that_opened_the_vault_before_opens_it_now(self, owner: Any) -> None:
        old_keys, copy = owner.opened.keys.copy(), owner.path.with_name("copy.warifu")
        copy.write_bytes(owner.path.read_bytes())
        rotated = ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        assert rotated.header.epoch == 2
        assert vault_info(owner.path).epoch == 2
        assert not [kind for kind in KINDS if owner.opens(kind)]
        sealed = container.parse(owner.path.read_bytes())
        assert not container.fits(sealed, old_keys)
        with pytest.raises(VaultDamaged):
            container.unseal(sealed, old_keys)
        assert open_vault(owner.path, NEW_PASSWORD).document.accounts() == owner.opened.document.accounts()
        assert all(owner.opens(kind, copy) for kind in KINDS)

    @pytest.mark.safety(6)
    def test_an_ordinary_change_of_the_password_keeps_the_key(self, owner: Any) -> None:
        changed = change_password(owner.opened, owner.kit.password, NEW_PASSWORD)
        assert changed.header.epoch == 1
        assert container.fits(container.parse(owner.path.read_bytes()), owner.opened.keys)
        assert owner.opens(slots.RECOVERY)

    def test_the_old_password_must_be_right_and_the_new_one_good(self, owner: Any) -> None:
        before = sha(owner.path)
        with pytest.raises(WrongPassword):
            ways.rotate(owner.opened, "not the password", NEW_PASSWORD, owner.mark())
        with pytest.raises(PasswordTooWeak):
            ways.rotate(owner.opened, owner.kit.password, "password", owner.mark())
        assert sha(owner.path) == before
        save_vault(owner.opened, owner.opened.document)

    @pytest.mark.safety(48)
    def test_what_another_process_wrote_meanwhile_is_in_it(self, owner: Any) -> None:
        there = owner.open(slots.PASSWORD)
        save_vault(there, there.document.add(owner.kit.account("Elsewhere"), owner.kit.stamps.next()))
        ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        titles = {account.title for account in open_vault(owner.path, NEW_PASSWORD).document.accounts()}
        assert titles == {"GitHub", "Elsewhere"}

    @pytest.mark.safety(14, 48)
    def test_another_process_with_the_old_key_overwrites_nothing(self, owner: Any) -> None:
        there = owner.open(slots.PASSWORD)
        ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        before = sha(owner.path)
        with pytest.raises(VaultRekeyed):
            save_vault(there, there.document.add(owner.kit.account("Late"), owner.kit.stamps.next()))
        assert sha(owner.path) == before

    @pytest.mark.safety(14)
    def test_parts_of_two_epochs_make_no_file(self, owner: Any) -> None:
        """Header of one, body of the other, whichever way; with a checksum that fits."""
        old = owner.path.read_bytes()
        ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        new = owner.path.read_bytes()

        def cuts(content: bytes) -> tuple[bytes, bytes, bytes]:
            end = 12 + owner.kit.header_length(content)
            return content[:end], content[end : end + 32], content[end + 32 : -32]

        for parts in itertools.product((0, 1), repeat=3):
            if len(set(parts)) > 1:
                spliced = b"".join(cuts((old, new)[which])[n] for n, which in enumerate(parts))
                owner.path.write_bytes(owner.kit.with_checksum(spliced))
                password = (owner.kit.password, NEW_PASSWORD)[parts[0]]
                with pytest.raises(VaultDamaged):
                    open_vault(owner.path, password)

    def test_the_file_it_replaced_is_swept_if_a_crash_left_it(self, owner: Any) -> None:
        left = owner.path.with_name(".vault.warifu.0123456789abcdef.tmp")
        left.write_bytes(owner.path.read_bytes())
        rotated = ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        left.write_bytes(b"")
        rotated = save_vault(rotated, rotated.document)
        assert not left.exists()

    @pytest.mark.safety(6)
    def test_a_leftover_with_the_old_key_goes_when_the_vault_is_opened(self, owner: Any) -> None:
        left, old = owner.path.with_name(".vault.warifu.0123456789abcdef.tmp"), owner.path.read_bytes()
        ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, owner.mark())
        left.write_bytes(old)
        open_vault(owner.path, NEW_PASSWORD).forget()
        assert not left.exists()


KILLED = """
import os, sys
from pathlib import Path
from warifu.vault import ways
from warifu.vault.file import open_vault
from warifu.vault.stamp import Stamp
from warifu.vault.way_notes import Mark
path, old, new = Path(sys.argv[1]), "quartz lantern umbrella five", "marble otter canyon violin"
opened = open_vault(path, old)
step, at = 0, int(sys.argv[2])
def tick(event, arguments):
    global step
    if any(str(path.parent) in str(argument) for argument in arguments):
        step += 1
        if step == at:
            os._exit(9)
sys.addaudithook(tick)
ways.rotate(opened, old, new, Mark(Stamp("fff000000000-0000-killed"), 1))
"""


@pytest.mark.safety(37, 44)
def test_a_rotation_cut_off_anywhere_leaves_one_vault_whole(kit: Any, folder: Path) -> None:
    """Before each call that names a file of the folder; either password opens all accounts then."""
    path = kit.vault(folder, kit.account("One"), kit.account("Two", b"another secret")).path
    original, script = (
        path.read_bytes(),
        folder.parent / "script.py",
    )  # else its folder is looked into for modules
    script.write_text(KILLED)
    outcomes = []
    for at in range(1, 60):
        path.write_bytes(original)
        command = [sys.executable, str(kit.tests / "with_cheap_kdf.py"), str(script), str(path), str(at)]
        done = subprocess.run(command, check=False)
        opened = []
        for password in (kit.password, NEW_PASSWORD):
            try:
                vault = open_vault(path, password)
            except WrongPassword:
                continue
            assert [account.title for account in vault.document.accounts()] == ["One", "Two"]
            opened.append(password)
        assert len(opened) == 1
        outcomes.append(opened[0])
        if done.returncode == 0:
            break
        assert done.returncode == 9
    assert done.returncode == 0
    assert set(outcomes) == {kit.password, NEW_PASSWORD}
    assert not list(folder.glob(".vault.warifu.*.tmp"))
