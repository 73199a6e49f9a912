"""“Remember on this computer” with real windows and the real gnome-keyring, broken in every way."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from screen import TESTS, Program, Screen, wait_for

PASSWORD = "four words that nobody remembers"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
BEFORE = "The password opens the vault as before."
LOGIN = "/org/freedesktop/secrets/collection/login"


def call(screen: Screen, path: str, member: str, *arguments: str) -> str:
    """Ask the Secret Service as any program may."""
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", path, member]
    done = subprocess.run(
        [*command, *arguments],
        env=screen.environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    return done.stdout


def entries(screen: Screen) -> list[str]:
    """Paths of what the keyring holds for Warifu."""
    found = call(
        screen,
        "/org/freedesktop/secrets",
        "org.freedesktop.Secret.Service.SearchItems",
        "dict:string:string:username,vault key",
    )
    return [line.split('"')[1] for line in found.splitlines() if "object path" in line]


def unlock_by_hand(screen: Screen) -> None:
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("AWS", "list item")


def remembered(screen: Screen, name: str) -> Path:
    """A profile whose vault this computer remembers, turned on as a person does it; nothing runs any more."""
    profile = screen.home / name
    told = ("--profile", profile, "--password-stdin")
    assert screen.run(*told, "init", typed=PASSWORD + "\n").returncode == 0
    assert screen.run(*told, "add", "--title", "AWS", typed=f"{PASSWORD}\n{KEY}\n").returncode == 0
    program = screen.start("--profile", profile)
    unlock_by_hand(screen)
    screen.key("ctrl+comma")
    scroll_to(screen, "Unlocking and recovery code…", "push button")
    screen.click(screen.find("Unlocking and recovery code…", "push button"))
    wait_for(lambda: usable(screen, "Remember on this computer"), "a keystore that can be used")
    scroll_to(screen, "Remember on this computer", "check box")
    screen.click(screen.find("Remember on this computer", "check box"))
    screen.find("Turned on.")
    assert "checked" in screen.find("Remember on this computer", "check box").states
    end(screen, program)
    assert entries(screen)
    return profile


def scroll_to(screen: Screen, name: str, role: str) -> None:
    """Turn the mouse wheel over the window until something is in it."""
    left, top = screen.place("Warifu")
    bottom = top + 600

    def there() -> bool:
        if screen.find(name, role).centre[1] < bottom:
            return True
        screen.click((left + 60, top + 300), button=5, times=3)
        return False

    wait_for(there, f"{name} in sight")


def usable(screen: Screen, name: str):
    thing = screen.look(name, "check box")
    return thing if thing is not None and "enabled" in thing.states else None


def end(screen: Screen, program: Program) -> None:
    begin = time.monotonic()
    program.quit()
    assert time.monotonic() - begin < 8


def told_and_opened_by_password(screen: Screen, profile: Path, sentence: str, **environment: str) -> None:
    program = screen.start("--profile", profile, **environment)
    assert "editable" in screen.find("Password", "password text").states
    wait_for(lambda: any(BEFORE in thing.name for thing in screen.things()), "the sentence", 25)
    assert any(sentence in thing.name for thing in screen.things())
    unlock_by_hand(screen)
    end(screen, program)


@pytest.mark.safety(16)
def test_it_opens_at_the_next_start_without_a_password(screen: Screen) -> None:
    profile = remembered(screen, "opens")
    program = screen.start("--profile", profile)
    screen.find("AWS", "list item")
    screen.key("ctrl+l")
    screen.find("Warifu is locked")
    assert screen.look("AWS", "list item") is None
    end(screen, program)


@pytest.mark.safety(16)
def test_entry_that_was_deleted_or_changed_leaves_the_password(screen: Screen) -> None:
    profile = remembered(screen, "deleted")
    old = entries(screen)
    subprocess.run(["secret-tool", "clear", "username", "vault key"], env=screen.environment, check=True)
    assert len(entries(screen)) < len(old)
    told_and_opened_by_password(screen, profile, "no longer has the key")
    [vault] = json.loads(json.loads((profile / "settings.json").read_text())["remembered"])
    subprocess.run(
        ["secret-tool", "store", "--label=x", "service", f"Warifu vault {vault}", "username", "vault key"],
        env=screen.environment, input=b"something else", check=True,
    )  # fmt: skip
    told_and_opened_by_password(screen, profile, "is not the key any more")


@pytest.mark.safety(16)
def test_locked_keyring_leaves_the_password(screen: Screen) -> None:
    profile = remembered(screen, "locked")
    call(screen, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", f"array:objpath:{LOGIN}")
    told_and_opened_by_password(screen, profile, "is locked")


@pytest.fixture
def own_screen():
    """A desktop whose keyring may be killed."""
    made = Screen()
    try:
        yield made.open(tray=False)
    finally:
        made.close()


@pytest.mark.safety(16)
def test_killed_keyring_and_one_that_never_answers_leave_the_password(own_screen: Screen) -> None:
    screen = own_screen
    profile = remembered(screen, "killed")
    keyring = next(each for each in screen._own if each.args[0] == "gnome-keyring-daemon")
    keyring.kill()
    keyring.wait(5)
    slow = screen.other(sys.executable, TESTS / "fake_secrets.py")
    assert slow.stdout.readline() == b"ready\n"
    begin = time.monotonic()
    program = screen.start("--profile", profile)
    unlock_by_hand(screen)
    assert time.monotonic() - begin < 15
    end(screen, program)
    program = screen.start("--profile", profile)  # and quitting in the middle of it waits for nothing
    screen.find("Opening with the key of this computer…")
    end(screen, program)
    told_and_opened_by_password(screen, profile, "does not answer")
    slow.kill()
    slow.wait(5)
    program = screen.start("--profile", profile)  # D-Bus starts a keyring, which nobody has unlocked
    unlock_by_hand(screen)
    end(screen, program)
    assert [line for each in screen.programs for line in each.said()] == []
