"""Somebody brings accounts from another app: by drag or dialog, with a password, and takes them back."""

from __future__ import annotations

import contextlib
from base64 import b32encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scan_hands import other, start_unlocked, titles
from screen import Screen, wait_for

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.core.uri import format_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE, SOURCE_MIDDLE = (20, 20), (100, 80)
FILE_PASSWORD = "six words that open one file"
KEY = b"CANARYkeyOfAnAccount"


def accounts(*names: str) -> list[Account]:
    return [
        Account(Otp(Secret(KEY + name.encode())), title=name, issuer=name, account="ada") for name in names
    ]


def links(path: Path, *names: str) -> Path:
    path.write_text("".join(f"{format_uri(each)}\n" for each in accounts(*names)), encoding="utf-8")
    return path


def encrypted(path: Path, *names: str) -> Path:
    """A file of Warifu's, whose key derivation is the real one."""
    from warifu.formats import warifu

    path.write_bytes(warifu.write(accounts(*names), FILE_PASSWORD))
    return path


@contextlib.contextmanager
def dropped(screen: Screen, path: Path) -> Iterator[None]:
    """Drag a file from another program onto Warifu's window."""
    screen.move("Warifu", 600, 100)
    with other(screen, "drag", *SOURCE, "files", path) as program:
        x, y = screen.place("Warifu")
        screen.drag(SOURCE_MIDDLE, (x + 220, y + 300), sign="Drop it here")
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"dropped CopyAction"
        yield


def test_a_dropped_list_is_looked_at_imported_and_taken_back(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    path = links(tmp_path / "list.txt", "GitHub", "GitLab", "Slack")
    start_unlocked(screen, profile)
    with dropped(screen, path):
        screen.find("Import 3 accounts", "push button")
    assert screen.find("GitLab · ada", "list item")
    assert titles(screen, profile) == []
    screen.click(screen.find("GitLab · ada", "list item"))
    screen.click(screen.find("Import 2 accounts", "push button"))
    screen.find("2 accounts imported")
    wait_for(lambda: len(titles(screen, profile)) == 2, "the imported accounts")
    screen.click(screen.find("Take the import back", "push button"))
    wait_for(lambda: titles(screen, profile) == [], "the end of the import")
    assert path.exists()


@pytest.mark.safety(30)
def test_by_keyboard_with_a_password_and_the_file_deleted(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    path = encrypted(tmp_path / "old-pc.warifu", "GitHub", "GitLab")
    start_unlocked(screen, profile)
    screen.key("ctrl+i")
    screen.find("Import accounts")
    screen.click(screen.find("Choose files…", "push button"))
    screen.window("Choose what the other app wrote")
    screen.type(str(path))
    screen.key("Return")
    screen.no_window("Choose what the other app wrote")
    screen.find("Password of old-pc.warifu", "password text")
    screen.type("not the password")
    screen.key("Return")
    assert screen.find("This password does not open the file.")
    screen.type(FILE_PASSWORD)
    screen.key("Return")
    screen.find("Import 2 accounts", "push button")
    screen.key("Return")  # on the list: what the page is for
    screen.click(screen.find("Delete the file", "push button"))
    screen.find("GitHub", "list item")
    wait_for(lambda: not path.exists(), "the end of the file")
    wait_for(lambda: len(titles(screen, profile)) == 2, "the imported accounts")
    screen.key("ctrl+z")
    wait_for(lambda: titles(screen, profile) == [], "the end of the import")
    needles = (FILE_PASSWORD.encode(), KEY, b32encode(KEY)[:24])
    for written in [*profile.rglob("*"), *screen.home.rglob("*")]:
        if written.is_file():
            assert not any(needle in written.read_bytes() for needle in needles), written


def test_who_leaves_authy_finds_the_page_and_keeps_a_list(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    start_unlocked(screen, profile)
    screen.click(screen.find("Coming from Authy?", "push button"))
    screen.find("Leaving Authy")
    for name in ("GitHub", "My bank"):
        field = screen.find("Name of a service, or a pasted list", "text")
        screen.click(field)
        screen.type(name)
        screen.key("Return")
    screen.find("0 of 2 moved")
    box = screen.find("My bank", "check box")
    screen.click(box)
    screen.find("1 of 2 moved")
    screen.key("Escape", "ctrl+l")
    screen.find("Password", "password text")
    screen.type("four words that scan codes")
    screen.key("Return")
    screen.click(screen.find("Coming from Authy?", "push button"))
    screen.find("1 of 2 moved")
    assert "checked" in screen.find("My bank", "check box").states
