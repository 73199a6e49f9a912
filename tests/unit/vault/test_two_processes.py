"""Several processes with one vault: what each saved is in the file at the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.vault import disk
from warifu.vault.file import open_vault, save_vault
from warifu.vault.merge import merge

EDITOR = """
import errno, sys
from pathlib import Path
from warifu.core.account import Account, Otp
from warifu.core.clock import SystemClock
from warifu.core.secret import Secret
from warifu.vault import disk
from warifu.vault.file import open_vault, save_vault
from warifu.vault.stamp import StampClock

path, password, device, edits, shared, *without = sys.argv[1:]
if "locks" in without:
    def try_lock(descriptor):
        raise OSError(errno.ENOLCK, "no locks here")
    disk.try_lock = try_lock
if "exchange" in without:
    disk._exchange = lambda one, other: False
stamps = StampClock(device, SystemClock())
vault = open_vault(Path(path), password)
for number in range(int(edits)):
    stamps.observe(vault.document.newest())
    if number % 10 == 1:
        account = Account(Otp(Secret(f"{device} {number}".encode())), title=f"{device} {number}")
        document = vault.document.add(account, stamps.next())
    else:
        document = vault.document.note_use(shared, device, number)
    vault = save_vault(vault, document)
"""


def run_editors(kit: Any, vault: Any, tmp_path: Path, edits: int, *without: str) -> None:
    """Two processes that each make their edits, saving every one."""
    (shared,) = vault.document.accounts()
    script = tmp_path / "editor.py"
    script.write_text(EDITOR)
    command = [
        sys.executable,
        str(kit.tests / "with_cheap_kdf.py"),
        str(script),
        str(vault.path),
        kit.password,
    ]
    running = [
        subprocess.Popen([*command, device, str(edits), shared.id, *without], stderr=subprocess.PIPE)
        for device in ("left", "right")
    ]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    document = open_vault(vault.path, kit.password).document
    titles = {account.title for account in document.accounts()}
    expected = {f"{device} {number}" for device in ("left", "right") for number in range(1, edits, 10)}
    assert expected - titles == set(), "edits were lost"
    after = document.get(shared.id)
    assert after is not None
    assert after.uses == 2 * (edits - len(range(1, edits, 10)))
    assert not list(vault.path.parent.glob(".*.tmp"))


@pytest.mark.safety(48)
def test_two_processes_lose_no_edit_without_locks(kit: Any, folder: Path, tmp_path: Path) -> None:
    """500 edits each, as on a network drive that knows no locks."""
    run_editors(kit, kit.vault(folder), tmp_path, 500, "locks")


@pytest.mark.safety(48)
def test_two_processes_lose_no_edit(kit: Any, folder: Path, tmp_path: Path, pytestconfig: Any) -> None:
    """As on a disk of their own, with all that the system offers; 500 edits each with ``--full``."""
    run_editors(kit, kit.vault(folder), tmp_path, 500 if pytestconfig.getoption("--full") else 100)


@pytest.mark.safety(48)
def test_two_processes_lose_no_edit_with_locks_alone(kit: Any, folder: Path, tmp_path: Path) -> None:
    """100 edits each where two names cannot be exchanged, as on Windows."""
    run_editors(kit, kit.vault(folder), tmp_path, 100, "exchange")


@pytest.mark.safety(48)
@pytest.mark.parametrize("moment", ["before the look", "after the look", "after the replacement"])
def test_another_writer_at_any_moment_is_joined(
    kit: Any, folder: Path, monkeypatch: Any, moment: str
) -> None:
    """Without locks. Another process saves just before, in the middle of, and just after our replacement."""
    here = kit.vault(folder)
    there = open_vault(here.path, kit.password)
    mine = here.document.add(kit.account("Mine", b"my secret"), kit.stamps.next())
    theirs = there.document.add(kit.account("Theirs", b"their secret"), kit.stamps.next())
    place, meddling = disk.put_in_place, [True]

    def meddle() -> None:
        if meddling:
            meddling.clear()
            save_vault(there, theirs)

    def in_between(aside: Path, target: Path) -> Path:
        if moment == "after the look":
            meddle()
        former = place(aside, target)
        if moment == "after the replacement":
            meddle()
        return former

    def no_locks(_: int) -> None:
        raise OSError

    monkeypatch.setattr(disk, "try_lock", no_locks)
    monkeypatch.setattr(disk, "put_in_place", in_between)
    if moment == "before the look":
        meddle()
    saved = save_vault(here, mine)
    assert not meddling
    on_disk = open_vault(here.path, kit.password).document
    assert on_disk == merge(mine, theirs)
    assert saved.document == on_disk
    assert not list(folder.glob(".*.tmp"))


@pytest.mark.safety(48)
def test_a_foreign_file_put_there_meanwhile_is_put_back(kit: Any, folder: Path, monkeypatch: Any) -> None:
    """Somebody replaces the vault by something else between our look and our replacement."""
    from warifu.core.errors import VaultUnwritable

    vault = kit.vault(folder)
    place = disk.put_in_place

    def in_between(aside: Path, target: Path) -> Path:
        target.write_bytes(b"a letter")
        return place(aside, target)

    monkeypatch.setattr(disk, "put_in_place", in_between)
    with pytest.raises(VaultUnwritable):
        save_vault(vault, vault.document)
    assert vault.path.read_bytes() == b"a letter"
    assert not list(folder.glob(".*.tmp"))
