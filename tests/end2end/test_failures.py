"""What goes wrong in daily life ends in one clear sentence in the window, and loses nothing."""

from __future__ import annotations

import base64
import contextlib
import os
import subprocess
from pathlib import Path

import pytest
from screen import Screen, wait_for

PASSWORD = "four words that open failures"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def with_vault(screen: Screen, profile: Path) -> Path:
    """A vault with one account, made on the command line."""
    assert screen.run("--profile", profile, "--password-stdin", "init", typed=PASSWORD + "\n").returncode == 0
    add(screen, profile, "Kept")
    return next(profile.glob("*.warifu"))


def add(screen: Screen, profile: Path, title: str) -> None:
    """Add an account from another process."""
    command = ("--profile", profile, "--password-stdin", "add", "--title", title)
    key = base64.b32encode(title.ljust(20).encode()).decode()
    assert screen.run(*command, typed=f"{PASSWORD}\n{key}\n").returncode == 0


def unlock(screen: Screen) -> None:
    """Type the password where it is asked for."""
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("Kept", "list item")


def fill(path: Path) -> None:
    """Use up the disk."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 512):
            pass


def titles(screen: Screen, profile: Path) -> str:
    """What the command line lists."""
    return screen.run("--profile", profile, "--password-stdin", "list", typed=PASSWORD + "\n").stdout


def add_by_hand(screen: Screen, title: str) -> None:
    """Add an account in the window."""
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link", "text")
    screen.type(f"otpauth://totp/{title}?secret={KEY[:28]}ABCD")
    screen.click(screen.find("Title", "text"))
    screen.key("ctrl+a")
    screen.type(title)
    screen.click(screen.find("Save", "push button"))
    screen.find("Two codes in a row")
    screen.key("Escape")


@pytest.mark.safety(40)
@pytest.mark.safety(26)
@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda raw: raw[: len(raw) // 2], "The vault file is damaged."),
        (lambda raw: b"", "The vault file is damaged."),
        (lambda raw: b"PK\x03\x04" + raw[4:], "This file is not a vault of Warifu."),
    ],
    ids=["half", "empty", "foreign"],
)
def test_a_damaged_vault_is_told_and_left_as_it_is(screen: Screen, harm, said: str) -> None:
    profile = screen.home / f"damaged-{said[:3]}-{len(harm(b'x' * 1000))}-{os.urandom(2).hex()}"
    vault = with_vault(screen, profile)
    harmed = harm(vault.read_bytes())
    vault.write_bytes(harmed)
    program = screen.start("--profile", profile)
    assert screen.find(said)
    assert screen.find("Try again", "push button")
    screen.key("ctrl+q")
    assert program.ended() == 0
    assert vault.read_bytes() == harmed


@pytest.mark.safety(26)
def test_one_changed_bit_is_told_at_unlocking_and_is_not_a_wrong_password(screen: Screen) -> None:
    profile = screen.home / "bit"
    vault = with_vault(screen, profile)
    raw = bytearray(vault.read_bytes())
    raw[-200] ^= 1
    vault.write_bytes(raw)
    screen.start("--profile", profile)
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    assert screen.find("The vault file is damaged.")
    assert vault.read_bytes() == raw


def test_a_vault_that_is_gone_is_told_before_a_new_one_is_made(screen: Screen) -> None:
    profile = screen.home / "gone"
    vault = with_vault(screen, profile)
    first = screen.start("--profile", profile)
    unlock(screen)
    screen.key("ctrl+q")
    assert first.ended() == 0
    elsewhere = vault.with_name("elsewhere")
    vault.rename(elsewhere)
    screen.start("--profile", profile)
    assert screen.find("The vault file is gone.")
    elsewhere.rename(vault)
    screen.click(screen.find("Look again", "push button"))
    unlock(screen)


def test_a_bad_secret_names_the_place_and_cannot_be_saved(screen: Screen) -> None:
    profile = screen.home / "secret"
    with_vault(screen, profile)
    screen.start("--profile", profile)
    unlock(screen)
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link", "text")
    screen.type("JBSW Y3DP 0HPK 3PXP")
    assert screen.find("“0” at place 11 cannot be part of a secret key.")
    assert "enabled" not in screen.find("Save", "push button").states


@pytest.mark.safety(48)
def test_what_another_process_adds_appears_and_nothing_is_lost(screen: Screen) -> None:
    profile = screen.home / "two"
    with_vault(screen, profile)
    screen.start("--profile", profile)
    unlock(screen)
    add(screen, profile, "FromOutside")
    add_by_hand(screen, "FromWindow")
    assert screen.find("FromOutside", "list item")
    add(screen, profile, "Later")
    screen.minimise("Warifu")
    screen.start("--profile", profile)  # raises the first one, which looks at the file on coming to the front
    assert screen.find("Later", "list item")
    listed = wait_for(lambda: (told := titles(screen, profile)).count("From") == 2 and told, "both accounts")
    assert "Kept" in listed


@pytest.mark.safety(43)
def test_a_full_disk_is_told_and_the_change_is_saved_once_there_is_room(screen: Screen) -> None:
    disk = screen.home / "small"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk]
    if os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("needs to mount a small disk")
    try:
        profile = disk / "profile"
        vault = with_vault(screen, profile)
        program = screen.start("--profile", profile)
        unlock(screen)
        wait_for(lambda: program.process.poll() is None, "a running window")
        fill(disk / "filler")
        before = vault.read_bytes()
        add_by_hand(screen, "Late")
        assert screen.find("Not saved: The disk is full.")
        assert vault.read_bytes() == before
        (disk / "filler").unlink()
        screen.click(screen.find("Try again", "push button"))
        assert screen.find("Saved on this PC")
        assert "Late" in titles(screen, profile)
        screen.key("ctrl+q")
        assert program.ended() == 0
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
