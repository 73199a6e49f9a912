"""Scanning the screen where programs may not look at it: through a desktop portal, and through grim.

The session only says that it is Wayland; the portal and grim are small programs that take the real screen.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scan_hands import link, other, picture, save_and_check, start_unlocked, titles
from screen import TESTS, Screen, wait_for

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

WAYLAND = {"XDG_SESSION_TYPE": "wayland"}


@contextlib.contextmanager
def portal(screen: Screen, mode: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A desktop portal, for as long as the block."""
    folder.mkdir()
    process = screen.other(sys.executable, TESTS / "fake_portal.py", mode, folder)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"ready\n"
        yield process
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def grim(folder: Path) -> str:
    """A program of that name in front of the others; gives the PATH."""
    folder.mkdir()
    program = folder / "grim"
    program.write_text(
        '#!/bin/sh\n[ "$1 $2 $3 $5" = "-t ppm -o -" ] && exec import -window root -depth 8 ppm:-\n'
    )
    program.chmod(0o755)
    return str(folder)


def scan(screen: Screen) -> None:
    """Press the button, with the window over the code."""
    screen.move("Warifu", 150, 60)
    screen.key("ctrl+n")
    screen.click(screen.find("Scan screen", "push button"))


def filled(screen: Screen, title: str) -> None:
    """Wait until the form holds the account."""
    wait_for(lambda: (found := screen.look("Title", "text")) and found.text == title, f"the account {title}")


@pytest.mark.safety(51)
def test_the_portals_picture_gives_the_account(screen: Screen, tmp_path: Path) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "pictures"
    start_unlocked(screen, profile, **WAYLAND)
    code = picture(tmp_path / "code.png", link("Hidden"))
    with portal(screen, "take", folder), other(screen, "show", 200, 160, code):
        scan(screen)
        filled(screen, "Hidden")
        assert list(folder.iterdir()) == []
    save_and_check(screen, profile, "Hidden")


def test_without_a_code_the_desktop_asks_for_a_part(screen: Screen, tmp_path: Path) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "pictures"
    start_unlocked(screen, profile, **WAYLAND)
    with portal(screen, "take", folder) as process:
        assert process.stdout is not None
        scan(screen)
        assert process.stdout.readline() == b"asked whole\n"
        assert process.stdout.readline() == b"asked part\n"
        screen.find("No QR code can be read there.")
        assert list(folder.iterdir()) == []


def test_the_users_no_brings_the_window_back(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    start_unlocked(screen, profile, **WAYLAND)
    with portal(screen, "deny", tmp_path / "pictures") as process:
        assert process.stdout is not None
        scan(screen)
        assert process.stdout.readline() == b"asked whole\n"
        screen.find("Secret key or otpauth:// link")
    assert titles(screen, profile) == []


def test_grim_stands_in_for_a_portal(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    path = f"{grim(tmp_path / 'bin')}:{screen.environment['PATH']}"
    start_unlocked(screen, profile, **WAYLAND, PATH=path)
    with other(screen, "show", 200, 160, picture(tmp_path / "code.png", link("Hidden"))):
        scan(screen)
        filled(screen, "Hidden")
    save_and_check(screen, profile, "Hidden")


def test_with_neither_a_sentence_says_what_to_do(screen: Screen, tmp_path: Path) -> None:
    start_unlocked(screen, tmp_path / "profile", **WAYLAND)
    scan(screen)
    told = screen.find("This desktop lets no program look at the screen.")
    assert told
    screen.find("Take a screenshot and choose “Open image”")
    screen.find("Secret key or otpauth:// link")
