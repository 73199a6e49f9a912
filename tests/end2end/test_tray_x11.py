"""Tray, closing, hidden and second starts, with a real mouse on a real X11 tray."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING

import pytest
from screen import _TRAY, Screen, missing_programs, wait_for
from tray_hands import (
    PANEL,
    PASSWORD,
    TITLES,
    click_tray,
    codes_of,
    focused,
    make_vault,
    start_unlocked,
    tray_icon,
    unlock,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def vault(profile: Path, cheap_kdf: None) -> Path:
    return make_vault(profile)


@pytest.fixture
def trayless() -> Iterator[Screen]:
    """A desktop without a tray, for one test."""
    if missing := missing_programs():
        pytest.fail(f"`python3 tests` installs what is missing here: {' '.join(missing)}")
    made = Screen()
    try:
        yield made.open(tray=False)
        assert [program.said() for program in made.programs] == [[] for _ in made.programs]
    finally:
        made.close()


@pytest.mark.safety(27, 29)
def test_a_code_from_the_tray_reaches_the_clipboard_marked(screen: Screen, vault: Path) -> None:
    warifu = start_unlocked(screen, vault)
    click_tray(screen)
    wait_for(lambda: focused(screen) == PANEL, "the panel")
    screen.type("mikola")
    screen.key("Return")
    screen.no_window(PANEL)
    assert screen.clipboard() in codes_of("MIKOLABO-FIRST")
    assert screen.clipboard("x-kde-passwordManagerHint") == "secret"
    click_tray(screen, 3)
    time.sleep(0.5)
    screen.key("Up", "Return")  # the last entry of the menu
    assert warifu.ended() == 0
    assert screen.clipboard() == ""


def test_closing_hides_and_a_second_start_raises(screen: Screen, vault: Path) -> None:
    warifu = start_unlocked(screen, vault)
    wait_for(lambda: tray_icon(screen), "the icon in the tray")
    screen.close_window("^Warifu$")
    screen.no_window("^Warifu$")
    assert warifu.process.poll() is None
    assert screen.start("--profile", vault).ended() == 0
    wait_for(lambda: focused(screen) == "Warifu", "the first window")


def test_the_first_closing_says_where_the_window_goes(screen: Screen, profile: Path, cheap_kdf: None) -> None:
    warifu = start_unlocked(screen, make_vault(profile, explained=False))
    wait_for(lambda: tray_icon(screen), "the icon in the tray")
    screen.close_window("^Warifu$")
    screen.find("Warifu stays in the tray")
    screen.key("Return")
    screen.no_window("^Warifu$")
    assert screen.start("--profile", profile).ended() == 0
    wait_for(lambda: focused(screen) == "Warifu", "the first window")
    screen.close_window("^Warifu$")
    screen.no_window("^Warifu$")
    assert warifu.process.poll() is None


def test_the_first_closing_can_quit_instead(screen: Screen, profile: Path, cheap_kdf: None) -> None:
    warifu = start_unlocked(screen, make_vault(profile, explained=False))
    wait_for(lambda: tray_icon(screen), "the icon in the tray")
    screen.close_window("^Warifu$")
    screen.click(screen.find("Quit now"))
    assert warifu.ended() == 0


def test_a_press_elsewhere_closes_the_panel(screen: Screen, vault: Path) -> None:
    start_unlocked(screen, vault)
    click_tray(screen)
    wait_for(lambda: focused(screen) == PANEL, "the panel")
    time.sleep(0.3)  # nobody is faster, and until then it holds on to the keyboard
    screen.click((20, 20))
    screen.click(screen.find("Search accounts"))
    screen.no_window(PANEL)


def test_a_locked_panel_opens_the_window_and_the_menu_copies(screen: Screen, vault: Path) -> None:
    screen.start("--profile", vault, "--hidden")
    click_tray(screen)
    wait_for(lambda: focused(screen) == PANEL, "the panel")
    assert "Warifu" not in screen.windows()
    screen.key("Return")
    unlock(screen)
    click_tray(screen, 3)
    time.sleep(0.5)
    screen.key("Down", "Return")  # the first account
    wait_for(lambda: screen.clipboard() in codes_of(TITLES[0]), "the code")


def test_the_tray_knows_what_another_process_added(screen: Screen, vault: Path) -> None:
    start_unlocked(screen, vault)
    wait_for(lambda: tray_icon(screen), "the icon in the tray")
    screen.close_window("^Warifu$")
    screen.no_window("^Warifu$")
    command = ("--profile", vault, "--password-stdin", "add", "--title", "Zebra")
    secret = base64.b32encode(b"a stripe for a stripe").decode()
    assert screen.run(*command, typed=f"{PASSWORD}\n{secret}\n").returncode == 0
    click_tray(screen)
    wait_for(lambda: focused(screen) == PANEL, "the panel")
    screen.find("Zebra", "list item")


def test_without_a_tray_closing_quits(trayless: Screen, vault: Path) -> None:
    warifu = trayless.start("--profile", vault)
    wait_for(lambda: focused(trayless) == "Warifu", "the window")
    trayless.close_window("^Warifu$")
    assert warifu.ended() == 0


def test_hidden_without_a_tray_shows_itself_after_all(trayless: Screen, vault: Path) -> None:
    trayless.start("--profile", vault, "--hidden")
    trayless.window("^Warifu$")


def test_hidden_waits_for_a_tray_that_comes_late(trayless: Screen, vault: Path) -> None:
    warifu = trayless.start("--profile", vault, "--hidden")
    time.sleep(2.0)
    trayless._serve(*_TRAY)
    wait_for(lambda: tray_icon(trayless), "the icon in the tray")
    time.sleep(4.0)
    assert "Warifu" not in trayless.windows()
    assert warifu.process.poll() is None


@pytest.mark.safety(35)
def test_killed_it_starts_again_at_once(trayless: Screen, vault: Path) -> None:
    first = trayless.start("--profile", vault)
    trayless.window("^Warifu$")
    assert trayless.start("--profile", vault).ended() == 0
    first.process.kill()
    first.process.wait()
    begin = time.monotonic()
    second = trayless.start("--profile", vault)
    trayless.window("^Warifu$")
    assert second.process.poll() is None
    assert time.monotonic() - begin < 5  # on a busy machine; the lock itself is free at once


@pytest.mark.safety(29)
def test_what_another_program_copied_meanwhile_stays(screen: Screen, vault: Path) -> None:
    warifu = start_unlocked(screen, vault)
    screen.key("Return")
    wait_for(lambda: screen.clipboard() in codes_of(TITLES[0]), "the code")
    screen.copy("a letter")
    assert warifu.quit() == 0
    assert screen.clipboard() == "a letter"
