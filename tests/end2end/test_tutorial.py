"""The walk of docs/guides/aws-mfa.md with real windows, mouse, keyboard and clipboard; codes by oathtool."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import time
from pathlib import Path

from screen import Screen, wait_for

PASSWORD = "three made-up words for a walk"
KEY = base64.b32encode(hashlib.sha512(b"made up for the walk").digest()[:40]).decode()  # AWS's keys have 64
SPACED = " ".join(KEY[at : at + 4] for at in range(0, len(KEY), 4)).lower()


def oathtool(time_: float) -> str:
    """The code of the made-up key, from the other side."""
    command = ["oathtool", "--totp", "--base32", f"--now=@{int(time_)}", KEY]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def now_with(seconds: int) -> float:
    """The time, once at least so many seconds of a code are left."""
    wait_for(lambda: 30 - time.time() % 30 > seconds, "a fresh code", 31)
    return time.time()


def make_vault(screen: Screen) -> None:
    """The first page, filled in."""
    screen.click(screen.find("New password", "password text"))
    screen.type(PASSWORD)
    screen.click(screen.find("The same again", "password text"))
    screen.type(PASSWORD)
    wait_for(lambda: "enabled" in screen.find("Create the vault", "push button").states, "a good password")
    screen.click(screen.find("Create the vault", "push button"))
    screen.click(screen.find("Not now", "push button"))
    screen.find("Add your first account")


def add_account(screen: Screen) -> None:
    """Paste AWS's key, name it and give it the icon of WordPress."""
    screen.copy(SPACED)
    screen.click(screen.find("Add account", "push button"))
    screen.click(screen.find("Paste from clipboard", "push button"))
    screen.click(screen.find("Title", "text"))
    screen.type("MIKOLABO-FIRST")
    screen.click(screen.find("Icon", "push button"))
    time.sleep(0.5)  # Qt does not list pop-ups among an application's windows, so nothing tells that it is up
    screen.type("WordPress")
    screen.key("Return")
    screen.click(screen.find("Save", "push button"))
    screen.find("MFA code 1")


def test_a_new_user_gives_aws_two_codes_in_a_row(screen: Screen, tmp_path: Path) -> None:
    profile = screen.home / "walk"
    screen.start("--profile", profile, real_kdf=True)
    make_vault(screen)
    add_account(screen)

    begin = now_with(10)
    screen.click(screen.find("Copy MFA code 1", "push button"))
    first = wait_for(lambda: _digits(screen.clipboard()), "code 1 on the clipboard")
    assert first == oathtool(begin)
    assert screen.clipboard("x-kde-passwordManagerHint") == "secret"
    screen.click(screen.find("Copy code 2 as soon as it is valid", "push button"))
    second = wait_for(
        lambda: (code := _digits(screen.clipboard())) != first and code, "code 2 on the clipboard", 32
    )
    assert second == oathtool(begin + 30)
    assert time.time() // 30 == begin // 30 + 1, "code 2 came when it was valid"

    told = screen.run(
        "--profile", profile, "--password-stdin", "--json", "code", "mikolabo", typed=PASSWORD + "\n",
        real_kdf=True,
    )  # fmt: skip
    code = json.loads(told.stdout)
    assert code["value"] == oathtool(code["valid_from"])
    assert told.stderr == ""


def test_the_codes_are_there_again_after_locking_and_after_a_new_start(screen: Screen) -> None:
    profile = screen.home / "again"
    program = screen.start("--profile", profile)
    make_vault(screen)
    add_account(screen)
    screen.key("ctrl+l")
    screen.click(screen.find("Password", "password text"))
    screen.type("not the password")
    screen.key("Return")
    assert screen.find("This is not the password. Nothing is lost")
    vault = next(profile.glob("*.warifu")).read_bytes()
    unlock(screen)
    copy_from_list(screen)
    assert next(profile.glob("*.warifu")).stat().st_size >= len(vault)
    screen.key("ctrl+q")
    assert program.ended() == 0
    assert screen.clipboard() == "", "what was copied is cleared on quitting"

    screen.start("--profile", profile)
    unlock(screen)
    copy_from_list(screen)


def test_the_whole_walk_needs_no_mouse(screen: Screen) -> None:
    screen.start("--profile", screen.home / "keys")
    screen.find("New password", "password text")
    screen.type(PASSWORD)
    screen.key("Tab")
    screen.type(PASSWORD)
    wait_for(lambda: "enabled" in screen.find("Create the vault", "push button").states, "a good password")
    screen.key("Return")
    screen.find("Not now", "push button")
    screen.key("Escape")
    screen.find("Add your first account")
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link", "text")
    screen.type(f"otpauth://totp/AWS:root?secret={KEY}&issuer=AWS")
    screen.key("Return")
    screen.find("MFA code 1")
    screen.key("Escape")
    screen.find("AWS", "list item")
    begin = now_with(5)
    screen.key("ctrl+1")
    code = wait_for(lambda: _digits(screen.clipboard()), "a code on the clipboard")
    assert code == oathtool(begin)
    spoken = f"{' '.join(code[:3])}, {' '.join(code[3:])}"
    assert spoken in screen.find("AWS", "list item").name, "codes are read digit by digit"
    screen.key("ctrl+l")
    screen.find("Warifu is locked")
    assert screen.clipboard() == "", "what was copied is cleared on locking"


def unlock(screen: Screen) -> None:
    """Type the password where it is asked for."""
    screen.click(screen.find("Password", "password text"))
    screen.key("ctrl+a")
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("MIKOLABO-FIRST", "list item")


def copy_from_list(screen: Screen) -> None:
    """Click the account and find its code on the clipboard."""
    begin = now_with(5)
    screen.click(screen.find("MIKOLABO-FIRST", "list item"))
    assert wait_for(lambda: _digits(screen.clipboard()), "a code on the clipboard") == oathtool(begin)


def _digits(text: str) -> str:
    return text if len(text) == 6 and text.isdigit() else ""
