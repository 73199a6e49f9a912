"""Whoever lost a disk, has a damaged vault, or a folder that fails: what they see and how they get on."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from screen import Screen, wait_for

PASSWORD = "four words that open failures"
MINUTE = 60.0  # seconds


def key_of(title: str) -> str:
    return base64.b32encode(title.ljust(20).encode()).decode()


def warifu(screen: Screen, profile: Path, *arguments: str, typed: str = "", real_kdf: bool = False) -> str:
    command = ("--profile", profile, "--password-stdin", *arguments)
    done = screen.run(*command, typed=f"{PASSWORD}\n{typed}", real_kdf=real_kdf)
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_vault(screen: Screen, profile: Path, *titles: str, real_kdf: bool = False) -> Path:
    """A vault with accounts, made on the command line."""
    warifu(screen, profile, "init", real_kdf=real_kdf)
    for title in titles:
        warifu(screen, profile, "add", "--title", title, typed=key_of(title) + "\n", real_kdf=real_kdf)
    return profile / "vault.warifu"


def type_password(screen: Screen) -> None:
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")


def restore_newest(screen: Screen, count: int) -> None:
    """From the page with the password field to the list."""
    type_password(screen)
    screen.click(screen.find(f"Restore {count} accounts", "push button"))


@pytest.mark.safety(41)
def test_whose_disk_died_is_back_to_codes_within_a_minute(screen: Screen) -> None:
    lost, new = screen.home / "lost", screen.home / "new"
    with_vault(screen, lost, "GitHub", "Google", real_kdf=True)
    saved = screen.home / "stick"
    shutil.copytree(lost / "backups", saved)
    shutil.rmtree(lost)
    begin = time.monotonic()
    program = screen.start("--profile", new, real_kdf=True)
    screen.click(screen.find("Restore from a backup…", "push button"))
    screen.click(screen.find("Choose a file…", "push button"))
    screen.window("Choose a backup")
    screen.type(str(max(saved.glob("*.warifu"))))
    screen.key("Return")
    screen.no_window("Choose a backup")
    restore_newest(screen, 2)
    screen.find("GitHub", "list item")
    screen.key("Return")
    code = wait_for(lambda: re.fullmatch(r"\d{6}", screen.clipboard()), "a code")
    taken = time.monotonic() - begin
    assert code
    assert taken < MINUTE
    screen.key("ctrl+q")
    assert program.ended() == 0
    assert "Google" in warifu(screen, new, "list", real_kdf=True)


@pytest.mark.safety(26, 40)
def test_whose_vault_is_damaged_is_offered_the_newest_backup(screen: Screen) -> None:
    profile = screen.home / "damaged"
    vault = with_vault(screen, profile, "GitHub", "Google")
    harmed = vault.read_bytes()[:2000]
    vault.write_bytes(harmed)
    screen.start("--profile", profile)
    assert screen.find("The vault file is damaged.")
    screen.click(screen.find("Restore from a backup…", "push button"))
    restore_newest(screen, 2)
    assert screen.find("Google", "list item")
    (aside,) = profile.glob("vault-unreadable-*")
    assert aside.read_bytes() == harmed


@pytest.mark.safety(45)
def test_a_read_only_folder_is_told_and_the_first_good_one_ends_it(screen: Screen) -> None:
    shelf, profile = screen.home / "shelf", screen.home / "read-only"
    shelf.mkdir()
    with_vault(screen, profile, "GitHub")
    (profile / "backups.json").unlink()  # so that one is due
    (profile / "settings.json").write_text(f'{{"backup_folder": "{shelf}"}}')
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=4m", "none", shelf]
    if os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("needs to mount a read-only disk")
    try:
        screen.start("--profile", profile)
        type_password(screen)
        assert screen.find("GitHub", "list item")
        assert screen.find("No backup: the folder is read-only")
        subprocess.run(["mount", "-o", "remount,rw", shelf], check=True)
        screen.click(screen.find("Backups", "push button"))
        assert screen.find("The folder of the backups cannot be written to.")
        screen.click(screen.find("Back up now", "push button"))
        assert screen.find("just now: 1 account")
        assert len(list(shelf.glob("*.warifu"))) == 1
        screen.key("Escape")
        assert screen.find("Saved on this PC")
    finally:
        subprocess.run(["umount", "-l", shelf], check=True)


@pytest.mark.safety(41)
def test_what_was_added_last_is_backed_up_when_the_window_is_left(screen: Screen) -> None:
    profile = screen.home / "leaving"
    with_vault(screen, profile, "GitHub")
    before = set((profile / "backups").iterdir())
    program = screen.start("--profile", profile)
    type_password(screen)
    screen.find("GitHub", "list item")
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link", "text")
    screen.type(f"otpauth://totp/Late?secret={key_of('Late')}")
    screen.click(screen.find("Save", "push button"))
    screen.find("Two codes in a row")
    screen.key("ctrl+q")
    assert program.ended() == 0
    (made,) = set((profile / "backups").iterdir()) - before
    assert "2 of 2 accounts opened" in warifu(screen, profile, "backup", "test", str(made))


@pytest.mark.safety(41)
def test_the_test_and_a_restore_by_hand(screen: Screen) -> None:
    profile = screen.home / "by-hand"
    with_vault(screen, profile, "GitHub", "Google")
    made = json.loads(warifu(screen, profile, "--json", "backup", "now"))["path"]
    warifu(screen, profile, "remove", "GitHub")
    screen.start("--profile", profile)
    type_password(screen)
    screen.find("Google", "list item")
    screen.key("ctrl+b")
    screen.click(screen.find("Test now", "push button"))
    type_password(screen)
    assert screen.find("just now: 1 of 1 accounts opened")
    screen.click(screen.find("Show backups", "push button"))
    screen.click(screen.find("Another file…", "push button"))
    screen.window("Choose a backup")
    screen.type(made)
    screen.key("Return")
    screen.no_window("Choose a backup")
    screen.click(screen.find("Password or recovery code", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    screen.click(screen.find("Restore 1 account", "push button"))
    assert screen.find("GitHub", "list item")
