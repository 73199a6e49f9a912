"""Somebody takes accounts out, with real windows, keys and dialogs, and another Warifu has them."""

from __future__ import annotations

import json
from pathlib import Path

from screen import Screen, wait_for

PASSWORD = "four words that open exports"
OTHER = "five better words for the file"
KEYS = {"GitHub": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "Bank": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}


def with_vault(screen: Screen, profile: Path) -> None:
    told = ("--profile", profile, "--password-stdin")
    assert screen.run(*told, "init", typed=PASSWORD + "\n").returncode == 0
    for title, key in KEYS.items():
        assert screen.run(*told, "add", "--title", title, typed=f"{PASSWORD}\n{key}\n").returncode == 0


def open_export(screen: Screen, profile: Path) -> None:
    """From the locked window to the list of targets."""
    screen.start("--profile", profile)
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("GitHub", "list item")
    screen.key("ctrl+b")
    screen.click(screen.find("Export…", "push button"))
    screen.find("Accounts to export")


def save_as(screen: Screen, path: Path) -> None:
    """Type a path into the file dialog."""
    screen.window("Save the export")
    screen.key("ctrl+a")
    screen.type(str(path))
    screen.key("Return")
    screen.no_window("Save the export")


def test_a_file_of_warifus_own_opens_in_another_warifu_with_its_own_password(screen: Screen) -> None:
    profile, path = screen.home / "out", screen.home / "copy.warifu"
    with_vault(screen, profile)
    open_export(screen, profile)
    screen.click(screen.find("Warifu file", "push button"))
    screen.find("2 accounts will be written. Nothing gets lost.")
    for name, text in (
        ("Password of the file", OTHER),
        ("The same again", OTHER),
        ("Your password of Warifu, or the recovery code", PASSWORD),
    ):
        screen.click(screen.find(name, "password text"))
        screen.type(text)
    wait_for(
        lambda: "enabled" in screen.find("Save the file…", "push button").states, "all that is asked for"
    )
    screen.key("Return")
    save_as(screen, path)
    screen.find("2 accounts written: Warifu file")
    screen.find("What to do next")
    assert path.stat().st_mode & 0o777 == 0o600

    told = ("--json", "import", "--dry-run", "--show-secrets", "--file-password-stdin", path)
    wrong = screen.run(*told, typed=PASSWORD + "\n")
    assert wrong.returncode == 3
    read = json.loads(screen.run(*told, typed=OTHER + "\n").stdout)
    assert {each["title"]: each["secret"] for each in read["accounts"]} == KEYS

    screen.key("Return")
    screen.find("GitHub", "list item")


def test_a_plain_list_wants_a_word_and_a_file_that_is_there_is_asked_about(screen: Screen) -> None:
    profile, path = screen.home / "plain", screen.home / "links.txt"
    path.write_text("mine")
    with_vault(screen, profile)
    open_export(screen, profile)
    row = screen.find("List of otpauth links", "push button")
    for _ in range(40):
        if "focused" in screen.find("List of otpauth links", "push button").states:
            break
        screen.key("Tab")
    assert row.name
    screen.key("Return")
    screen.find("To go on, type: not encrypted")
    screen.type("not encrypted")
    screen.click(screen.find("Your password of Warifu, or the recovery code", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    save_as(screen, path)
    screen.find("There is a file of this name already: links.txt")
    assert path.read_text() == "mine"
    screen.click(screen.find("Replace it", "push button"))
    screen.find("2 accounts written: List of otpauth links")
    lines = path.read_text().splitlines()
    assert sorted(line.partition("secret=")[2][:32] for line in lines) == sorted(KEYS.values())
