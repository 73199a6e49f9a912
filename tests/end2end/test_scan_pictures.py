"""Pictures that come by a real drag from another program, by the clipboard, and by the file dialog."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scan_hands import link, other, picture, save_and_check, start_unlocked, titles
from screen import Screen, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE, SOURCE_MIDDLE = (20, 20), (100, 80)
TITLE = "Title"


@contextlib.contextmanager
def drop(screen: Screen, kind: str, *what: object) -> Iterator[None]:
    """Drag something from another program onto Warifu's window; the program must live until it is there."""
    screen.move("Warifu", 600, 100)
    with other(screen, "drag", *SOURCE, kind, *what) as program:
        x, y = screen.place("Warifu")
        screen.drag(SOURCE_MIDDLE, (x + 220, y + 300), sign="Drop it here")
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"dropped CopyAction"
        yield


def filled(screen: Screen, title: str) -> None:
    """Wait until the form holds the account."""
    wait_for(lambda: (found := screen.look(TITLE, "text")) and found.text == title, f"the account {title}")


@pytest.mark.parametrize("kind", ["files", "image", "data"])
def test_a_dropped_picture_fills_the_form(screen: Screen, tmp_path: Path, kind: str) -> None:
    profile = tmp_path / "profile"
    code = picture(tmp_path / "code.png", link("Dropped"))
    start_unlocked(screen, profile)
    with drop(screen, kind, code):
        filled(screen, "Dropped")
    save_and_check(screen, profile, "Dropped")


def test_several_files_at_once(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    one, two = (picture(tmp_path / f"{name}.png", link(name)) for name in ("Uno", "Due"))
    note = tmp_path / "note.txt"
    note.write_text("not a picture")
    start_unlocked(screen, profile)
    with drop(screen, "files", one, note, two):
        screen.find("2 accounts found")
        screen.find("note.txt: ")
    save_and_check(screen, profile, "Uno", "Due")


def test_a_picture_of_the_web_is_not_fetched(screen: Screen, tmp_path: Path) -> None:
    start_unlocked(screen, tmp_path / "profile")
    with drop(screen, "web", "http://127.0.0.1:9/code.png"):
        screen.find("This picture is on the web, and Warifu fetches nothing from there.")
    assert screen.look(TITLE, "text") is None


def test_a_copied_picture_is_pasted_into_the_list(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    start_unlocked(screen, profile)
    screen.copy_picture(picture(tmp_path / "code.png", link("Copied")))
    screen.key("ctrl+v")
    filled(screen, "Copied")
    save_and_check(screen, profile, "Copied")


def test_a_copied_picture_is_pasted_into_the_field(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    start_unlocked(screen, profile)
    screen.copy_picture(picture(tmp_path / "code.png", link("Copied")))
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link")
    screen.key("ctrl+v")
    filled(screen, "Copied")
    assert titles(screen, profile) == []


def test_a_file_is_chosen(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    code = picture(tmp_path / "code.png", link("Chosen"))
    start_unlocked(screen, profile)
    screen.key("ctrl+n")
    screen.click(screen.find("Open image", "push button"))
    screen.window("Open images with QR codes")
    screen.type(str(code))
    screen.key("Return")
    filled(screen, "Chosen")
    save_and_check(screen, profile, "Chosen")
