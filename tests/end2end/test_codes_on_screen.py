"""QR codes on a real screen, read from a picture of it as a phone's camera would."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import TYPE_CHECKING

import pytest
from screen import wait_for

from warifu.core.intake import recognise

if TYPE_CHECKING:
    from pathlib import Path

    from screen import Screen

    from warifu.core.account import Account

PASSWORD = "three made-up words for showing"
NAMES = [f"Service {n:02}" for n in range(1, 13)]


def key(name: str) -> str:
    return base64.b32encode(hashlib.sha1(name.encode()).digest()).decode()


def vault_with(screen: Screen, profile: Path, *names: str) -> None:
    command = ("--profile", profile, "--password-stdin")
    assert screen.run(*command, "init", typed=f"{PASSWORD}\n").returncode == 0
    for name in names:
        typed = f"{PASSWORD}\notpauth://totp/{name}:ada?secret={key(name)}&issuer={name}&digits=8\n"
        assert screen.run(*command, "add", typed=typed).returncode == 0


def unlocked(screen: Screen, profile: Path, first: str, **environment: str) -> None:
    screen.start("--profile", profile, **environment)
    screen.find("Password", "password text")
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find(first, "list item")


def seen(screen: Screen, folder: Path) -> tuple[Account, ...]:
    """The accounts in all codes that are on the screen now."""
    import cv2
    import zxingcpp

    picture = cv2.imread(str(screen.shot(folder / "screen.png")), cv2.IMREAD_GRAYSCALE)
    texts = [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
    return recognise("\n".join(texts)).accounts


@pytest.mark.parametrize("scale", ["1", "1.5"])
def test_an_account_goes_to_a_phone_and_is_gone_after_locking(
    screen: Screen, tmp_path: Path, scale: str
) -> None:
    profile = screen.home / f"one-{scale}"
    vault_with(screen, profile, "GitHub")
    unlocked(screen, profile, "GitHub", QT_SCALE_FACTOR=scale)
    screen.key("Right")
    screen.find("MFA code 1")
    screen.key("shift+Tab", "Return")  # places that a screen reader tells are not those of a scaled screen
    time.sleep(0.5)  # Qt does not list pop-ups among an application's windows, so nothing tells that it is up
    screen.key("Down", "Down", "Down", "Down", "Return")
    screen.find("QR code of GitHub, hidden")
    assert "for ever" in screen.find("Whoever sees or photographs").name
    assert seen(screen, tmp_path) == ()
    screen.key("Return")
    screen.find("QR code of GitHub, on the screen now")
    (account,) = wait_for(lambda: seen(screen, tmp_path), "a code that a camera can read")
    assert (account.issuer, account.account, account.otp.digits) == ("GitHub", "ada", 8)
    assert account.otp.secret.base32() == key("GitHub")
    screen.key("ctrl+l")
    screen.find("Warifu is locked")
    assert seen(screen, tmp_path) == ()


def test_a_selection_goes_to_a_phone_by_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    profile = screen.home / "several"
    vault_with(screen, profile, *NAMES)
    unlocked(screen, profile, NAMES[0])
    screen.key("ctrl+a")
    screen.find("12 selected")
    assert screen.find(f"selected, {NAMES[0]}", "list item")
    screen.key("Home", "space")
    screen.find("11 selected")
    assert screen.find(f"not selected, {NAMES[0]}", "list item")
    screen.key("Tab", "Tab", "Tab", "Return")
    screen.find("11 accounts in 2 QR codes")
    screen.key("Return")
    found: dict[str, Account] = {}
    for part, count in ((1, "10 accounts"), (2, "1 account")):
        screen.find(f"Code {part} of 2")
        screen.find(f"QR code of {count}, on the screen now")
        for account in wait_for(lambda: seen(screen, tmp_path), f"code {part}"):
            found[account.issuer] = account
        screen.key("Right")
    assert sorted(found) == NAMES[1:]
    assert all(found[name].otp.secret.base32() == key(name) for name in NAMES[1:])
    screen.key("Escape")
    screen.find("11 selected")
    assert seen(screen, tmp_path) == ()
    screen.key("Escape")
    screen.find(NAMES[0], "list item")
