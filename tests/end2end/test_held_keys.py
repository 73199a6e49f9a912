"""A real keyboard repeats a key that is held down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from screen import Screen
from tray_hands import PASSWORD, make_vault, start_unlocked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def vault(profile: Path, cheap_kdf: None) -> Path:
    return make_vault(profile)


def on_the_command_line(screen: Screen, vault: Path, *command: str, typed: str = "") -> str:
    done = screen.run("--profile", vault, "--password-stdin", *command, typed=f"{PASSWORD}\n{typed}\n")
    assert done.returncode == 0
    return str(done.stdout)


def test_enter_that_is_held_down_does_not_use_up_a_counter(screen: Screen, vault: Path) -> None:
    link = "otpauth://hotp/Counter?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&counter=0"
    on_the_command_line(screen, vault, "add", typed=link)
    start_unlocked(screen, vault)
    screen.find("Counter", "list item")
    screen.key("End")
    screen._tool("xdotool", "keydown", "Return", "sleep", "2.5", "keyup", "Return")
    screen.find("Copied Counter")
    screen.key("ctrl+l")
    screen.find("Warifu is locked")
    accounts = json.loads(on_the_command_line(screen, vault, "list", "--json"))
    (counter,) = (each["counter"] for each in accounts if each["type"] == "hotp")
    assert counter in (1, 2), "Qt may take the first repeat, which comes late, for another press"
