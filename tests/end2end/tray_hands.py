"""A vault of three accounts, and a person's hand on the tray of a ``Screen``."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from screen import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from screen import Program, Screen

    from warifu.core.account import Account

PASSWORD = "correct horse battery staple"
TITLES = ("GitHub", "Google", "MIKOLABO-FIRST")
PANEL = "Warifu: codes"


def account(title: str) -> Account:
    """The account of that title, the same each time."""
    from warifu.core.account import Account, Otp
    from warifu.core.secret import Secret

    return Account(otp=Otp(Secret(title.encode().ljust(20, b"."))), title=title)


def make_vault(folder: Path, *, explained: bool = True) -> Path:
    """A profile whose vault holds ``TITLES``; needs the fixture ``cheap_kdf``."""
    from warifu.core.clock import SystemClock
    from warifu.services.paths import Profile
    from warifu.settings import schema
    from warifu.settings.file import Settings
    from warifu.vault.document import Document
    from warifu.vault.file import create_vault
    from warifu.vault.stamp import StampClock, new_device

    profile = Profile.at(folder)
    profile.prepare()
    stamps = StampClock(new_device(), SystemClock())
    document = Document.empty().add_all([account(title) for title in TITLES], stamps.next())
    create_vault(profile.vault, PASSWORD, document).forget()
    Settings(profile.settings).set(schema.TRAY_EXPLAINED, explained)
    return folder


def codes_of(title: str) -> set[str]:
    """The codes that a person could just have copied."""
    from warifu.core.otp import code_at

    return {code_at(account(title), time.time() - ago).value for ago in (0, 15)}


def focused(screen: Screen) -> str:
    """The title of the window that has the keyboard."""
    return screen._tool("xdotool", "getactivewindow", "getwindowname", fails=True).strip()


def unlock(screen: Screen) -> None:
    """Type the password into the window that has the keyboard, and wait for the accounts."""
    wait_for(lambda: focused(screen) == "Warifu", "the window")
    screen.find("Password")
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("Search accounts")


def start_unlocked(screen: Screen, profile: Path) -> Program:
    """Warifu on the profile, showing its accounts."""
    program = screen.start("--profile", profile)
    unlock(screen)
    return program


def tray_icon(screen: Screen) -> tuple[int, int] | None:
    """The middle of the only icon in the tray."""
    found = screen._tool(
        "xdotool", "search", "--onlyvisible", "--class", "trayer", "getwindowgeometry", "--shell", fails=True
    )
    shape = dict(line.split("=") for line in found.splitlines() if "=" in line)
    if int(shape.get("WIDTH", 0)) < 16:
        return None
    return int(shape["X"]) + int(shape["WIDTH"]) // 2, int(shape["Y"]) + int(shape["HEIGHT"]) // 2


def click_tray(screen: Screen, button: int = 1) -> None:
    """Press the mouse on the icon."""
    place = wait_for(lambda: tray_icon(screen), "the icon in the tray")
    time.sleep(0.7)  # until the icon has been drawn into its place
    screen.click(place, button)
