"""Saves that the system refuses: a disk that is really full, a folder that really cannot be written to.

Nothing is lost, one clear sentence tells it once, and the next change or flush saves everything.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import VaultUnwritable
from warifu.core.secret import Secret
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
NOBODY = 65534

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="folders without modes"),
    pytest.mark.safety(43),
]


def account(title):
    return Account(Otp(Secret(b"k" * 20)), title=title)


def noop(*_anything):
    return None


@pytest.fixture
def full_disk(tmp_path):
    """A disk of 64 KiB with nothing on it; what fills it up is the test's."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k,mode=0700", "warifu-test", disk],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip("this machine does not let its root mount")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True, capture_output=True)


@pytest.fixture
def read_only_folder():
    """A folder of the user's own, and a way to take the right to write away from it, also from root."""
    folder = Path(tempfile.mkdtemp(prefix="warifu-test-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)

    @contextlib.contextmanager
    def locked():
        folder.chmod(0o500)
        root = os.geteuid() == 0
        try:
            if root:
                os.seteuid(NOBODY)
            yield
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o700)

    try:
        yield folder, locked
    finally:
        shutil.rmtree(folder)


def hand_over(folder):
    """Give what root made there to the user who will be refused."""
    if os.geteuid() == 0:
        for path in folder.iterdir():
            os.chown(path, NOBODY, NOBODY)


class Refused:
    """What the session tells of saving, and whether a flush worked."""

    def __init__(self, session):
        self.problems = []
        session.on_save_problem(self.problems.append)

    def flush(self, session):
        told = []
        session.flush(lambda: told.append("saved"), told.append)
        (answer,) = told
        return answer


def start(vault, profile, clock):
    session = Session(
        Profile.at(profile), ImmediateTasks(), clock, Settings(profile / "settings.json"), vault
    )
    problems = []
    act = session.create if session.state is SessionState.NO_VAULT else session.unlock
    act(PASSWORD, noop, problems.append)
    assert problems == []
    return session, Refused(session)


def fill(disk):
    with contextlib.suppress(OSError), (disk / "filling").open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def on_disk(vault):
    return [a.title for a in open_vault(vault, PASSWORD).document.accounts()]


def test_a_full_disk_keeps_the_change_tells_once_and_saves_when_there_is_room(
    full_disk, profile, fake_clock, cheap_kdf
):
    vault = full_disk / "vault.warifu"
    session, told = start(vault, profile, fake_clock)
    session.store.add(account("before"))
    fill(full_disk)
    before = vault.read_bytes()

    session.store.add(account("one"))
    session.store.add(account("two"))
    (problem,) = told.problems
    assert isinstance(problem, VaultUnwritable)
    assert "disk is full" in str(problem)
    assert told.flush(session) is session.save_problem
    assert session.unsaved
    assert vault.read_bytes() == before
    assert sorted(path.name for path in full_disk.iterdir() if ".tmp" in path.name) == []
    assert [a.title for a in session.store.accounts()] == ["before", "one", "two"]

    (full_disk / "filling").unlink()
    assert told.flush(session) == "saved"
    assert told.problems == [problem, None]
    assert not session.unsaved
    assert on_disk(vault) == ["before", "one", "two"]


def test_the_next_change_saves_what_a_full_disk_held_up(full_disk, profile, fake_clock, cheap_kdf):
    vault = full_disk / "vault.warifu"
    session, told = start(vault, profile, fake_clock)
    fill(full_disk)
    session.store.add(account("one"))

    (full_disk / "filling").unlink()
    session.store.add(account("two"))

    assert on_disk(vault) == ["one", "two"]
    assert told.problems[-1] is None


def test_locking_on_a_full_disk_loses_nothing_and_leaves_nothing_readable(
    full_disk, profile, fake_clock, cheap_kdf
):
    vault = full_disk / "vault.warifu"
    session, told = start(vault, profile, fake_clock)
    fill(full_disk)
    session.store.add(account("held up"))

    session.lock()
    assert session.state is SessionState.LOCKED
    assert session.unsaved
    assert isinstance(told.flush(session), VaultUnwritable)
    assert all(b"held up" not in left for left in session._left)

    problems = []
    session.unlock(PASSWORD, noop, problems.append)
    assert problems == []
    assert [a.title for a in session.store.accounts()] == ["held up"]
    assert session.unsaved
    (full_disk / "filling").unlink()
    assert told.flush(session) == "saved"
    assert on_disk(vault) == ["held up"]


def test_a_full_disk_makes_no_half_vault(full_disk, profile, fake_clock, cheap_kdf):
    fill(full_disk)
    settings = Settings(profile / "settings.json")
    vault = full_disk / "vault.warifu"
    session = Session(Profile.at(profile), ImmediateTasks(), fake_clock, settings, vault)
    problems = []

    session.create(PASSWORD, noop, problems.append)

    assert [type(problem) for problem in problems] == [VaultUnwritable]
    assert session.state is SessionState.NO_VAULT
    assert not vault.exists()


def test_a_read_only_folder_keeps_the_change_tells_once_and_saves_when_allowed(
    read_only_folder, profile, fake_clock, cheap_kdf
):
    folder, locked = read_only_folder
    vault = folder / "vault.warifu"
    session, told = start(vault, profile, fake_clock)
    session.store.add(account("before"))
    hand_over(folder)
    before = vault.read_bytes()

    with locked():
        session.store.add(account("one"))
        session.store.add(account("two"))
        assert vault.read_bytes() == before
    (problem,) = told.problems
    assert isinstance(problem, VaultUnwritable)
    assert "cannot be written to" in str(problem)
    assert session.unsaved

    assert told.flush(session) == "saved"
    assert told.problems == [problem, None]
    assert on_disk(vault) == ["before", "one", "two"]


def test_a_folder_that_refuses_a_new_vault_says_so(read_only_folder, profile, fake_clock, cheap_kdf):
    folder, locked = read_only_folder
    start(profile / "warm.warifu", profile, fake_clock)
    settings = Settings(profile / "settings.json")
    vault = folder / "vault.warifu"
    session = Session(Profile.at(profile), ImmediateTasks(), fake_clock, settings, vault)
    problems = []

    with locked():
        session.create(PASSWORD, noop, problems.append)

    assert [type(problem) for problem in problems] == [VaultUnwritable]
    assert list(folder.iterdir()) == []
