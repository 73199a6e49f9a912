"""The tray over D-Bus, as KDE, GNOME and most Wayland panels take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screen import Screen, missing_programs, wait_for
from tray_hands import PANEL, TITLES, codes_of, focused, make_vault, start_unlocked, unlock

pytest.importorskip("jeepney")

from notifier_host import NotifierHost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def trayless() -> Iterator[Screen]:
    """A desktop without an X11 tray."""
    if missing := missing_programs():
        pytest.fail(f"`python3 tests` installs what is missing here: {' '.join(missing)}")
    made = Screen()
    try:
        yield made.open(tray=False)
    finally:
        made.close()


@pytest.fixture
def host(trayless: Screen) -> Iterator[NotifierHost]:
    made = NotifierHost(trayless.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


@pytest.fixture
def vault(profile: Path, cheap_kdf: None) -> Path:
    return make_vault(profile)


def labels(host: NotifierHost) -> list[str]:
    return [entry.label for entry in host.menu() if not entry.separator]


def choose(host: NotifierHost, label: str) -> None:
    host.choose(next(entry for entry in host.menu() if entry.label == label))


def test_icon_panel_and_menu(trayless: Screen, host: NotifierHost, vault: Path) -> None:
    warifu = start_unlocked(trayless, vault)
    wait_for(lambda: host.items, "the icon")
    assert host.property("Id") == "Warifu"
    assert max(width for width, _height, _pixels in host.property("IconPixmap")) >= 22
    host.activate()
    wait_for(lambda: focused(trayless) == PANEL, "the panel")
    trayless.type("mikola")
    trayless.key("Return")
    trayless.no_window(PANEL)
    assert trayless.clipboard() in codes_of("MIKOLABO-FIRST")
    assert labels(host) == ["MIKOLABO-FIRST", "GitHub", "Google", "Open Warifu", "Lock", "Quit"]
    choose(host, "Google")
    wait_for(lambda: trayless.clipboard() in codes_of("Google"), "the code")
    choose(host, "Quit")
    assert warifu.ended() == 0
    assert trayless.clipboard() == ""


@pytest.mark.safety(7)
def test_locked_no_title_is_on_the_bus(trayless: Screen, host: NotifierHost, vault: Path) -> None:
    start_unlocked(trayless, vault)
    wait_for(lambda: host.items, "the icon")
    assert set(TITLES) <= set(labels(host))
    choose(host, "Lock")
    wait_for(lambda: "Unlock" in {entry.label for entry in host.peek_at_menu()}, "the locked menu")
    assert not {entry.label for entry in host.peek_at_menu()} & set(TITLES)
    assert labels(host) == ["Unlock", "Open Warifu", "Quit"]
    choose(host, "Unlock")
    unlock(trayless)
    assert set(TITLES) <= set(labels(host))


def test_a_panel_that_ends_gives_the_window_back(trayless: Screen, vault: Path) -> None:
    address = trayless.environment["DBUS_SESSION_BUS_ADDRESS"]
    first = NotifierHost(address)
    warifu = trayless.start("--profile", vault, "--hidden")
    wait_for(lambda: first.items, "the icon")
    assert "Warifu" not in trayless.windows()
    first.close()
    trayless.window("^Warifu$")
    assert warifu.process.poll() is None


def test_a_panel_that_restarts_gets_the_icon_again(trayless: Screen, vault: Path) -> None:
    address = trayless.environment["DBUS_SESSION_BUS_ADDRESS"]
    first = NotifierHost(address)
    trayless.start("--profile", vault, "--hidden")
    wait_for(lambda: first.items, "the icon")
    first.close()
    second = NotifierHost(address)
    try:
        wait_for(lambda: second.items, "the icon again")
        second.activate()
        wait_for(lambda: focused(trayless) == PANEL, "the panel")
        assert "Warifu" not in trayless.windows()
    finally:
        second.close()
