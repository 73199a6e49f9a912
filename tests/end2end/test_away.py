"""Locking from outside and by the system, on a real desktop, and no network on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from screen import Program, Screen, _warifu, wait_for
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

from private_bus import FakeSession

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def vault(profile: Path, cheap_kdf: None) -> Path:
    return make_vault(profile)


def copy_from_tray(screen: Screen) -> None:
    wait_for(lambda: tray_icon(screen), "the icon in the tray")
    screen.close_window("^Warifu$")
    screen.no_window("^Warifu$")
    click_tray(screen)
    wait_for(lambda: focused(screen) == PANEL, "the panel")
    screen.type("mikola")
    screen.key("Return")
    screen.no_window(PANEL)
    assert screen.clipboard() in codes_of("MIKOLABO-FIRST")


@pytest.mark.safety(22)
def test_a_lock_takes_the_code_that_is_being_dragged_off_the_screen(
    screen: Screen, vault: Path, tmp_path: Path
) -> None:
    def around_the_mouse(name: str) -> bytes:
        picture = tmp_path / f"{name}.ppm"
        screen._tool("import", "-window", "root", "-crop", f"150x30+{x}+{y + 150}", "+repage", str(picture))
        return picture.read_bytes()

    start_unlocked(screen, vault)
    x, y = screen.find(TITLES[0], "list item").centre
    screen._tool("xdotool", "mousemove", str(x), str(y), "mousedown", "1")
    for down in (10, 30, 60, 100, 150):
        screen._tool("xdotool", "mousemove", str(x), str(y + down))
        time.sleep(0.1)
    dragged = around_the_mouse("dragged")
    assert screen.run("lock", "--profile", vault).returncode == 0
    screen.find("Warifu is locked")
    held = around_the_mouse("held")
    screen._tool("xdotool", "mouseup", "1")
    time.sleep(0.5)
    assert held == around_the_mouse("released") != dragged


@pytest.mark.safety(22, 29)
def test_a_command_locks_the_window_in_the_tray(screen: Screen, vault: Path) -> None:
    start_unlocked(screen, vault)
    copy_from_tray(screen)
    done = screen.run("lock", "--profile", vault)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert screen.start("--profile", vault).ended() == 0
    screen.find("Warifu is locked")
    assert screen.clipboard() == ""


@pytest.mark.safety(35)
def test_a_command_finds_nothing_to_lock(screen: Screen, vault: Path) -> None:
    done = screen.run("lock", "--profile", vault)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "warifu: No Warifu is running that could be locked.\n"
    other = screen.run("lock", "--profile", vault, "--vault", vault / "other.warifu")
    assert other.returncode == 1


@pytest.mark.safety(22)
@pytest.mark.parametrize("word", ["saver", "sleep", "inactive"])
def test_the_systems_news_lock_the_window_in_the_tray(screen: Screen, vault: Path, word: str) -> None:
    address = screen.environment["DBUS_SESSION_BUS_ADDRESS"]
    system = FakeSession(address)
    screen.environment["DBUS_SYSTEM_BUS_ADDRESS"] = address
    try:
        start_unlocked(screen, vault)
        assert system.heard() == "held"
        copy_from_tray(screen)
        system.say(word)
        if word == "sleep":
            assert system.heard() == "released"
        assert screen.start("--profile", vault).ended() == 0
        screen.find("Warifu is locked")
        assert screen.clipboard() == ""
    finally:
        del screen.environment["DBUS_SYSTEM_BUS_ADDRESS"]
        system.end()


@pytest.mark.safety(22)
def test_the_display_tells_how_long_nobody_has_touched_it(screen: Screen) -> None:
    code = "from warifu.platforms.idle import system_idle; print(system_idle().seconds())"

    def idle() -> float:
        command = [sys.executable, "-c", code]
        return float(subprocess.check_output(command, env=screen.environment, timeout=20))

    screen.key("Shift_L")
    touched = time.monotonic()
    wait_for(lambda: idle() >= 1.0, "an idle second")
    assert idle() <= time.monotonic() - touched + 0.5
    screen.key("Shift_L")
    screen._tool("xdotool", "mousemove", "7", "7")
    assert idle() < 1.0


def walk(screen: Screen, vault: Path, *prefix: str) -> Program:
    """Start under another program, unlock, add an account, copy a code, and quit."""
    log = vault / "walk.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*prefix, *_warifu(False), "--profile", str(vault)], env=screen.environment, cwd=screen.home,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    program = Program(process, log)
    screen.programs.append(program)
    unlock(screen)
    screen.key("ctrl+n")
    screen.find("Secret key or otpauth:// link", "text")
    screen.type("otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    screen.key("Return")
    screen.find("MFA code 1")
    screen.key("Escape")
    screen.find("Example", "list item")
    screen.key("ctrl+1")
    wait_for(lambda: re.fullmatch(r"\d{6}", screen.clipboard()), "a code on the clipboard")
    screen.key("ctrl+q")
    assert program.ended() == 0
    return program


@pytest.mark.safety(32, 33)
def test_a_whole_walk_connects_to_nothing_but_this_computer(
    screen: Screen, vault: Path, tmp_path: Path
) -> None:
    if not shutil.which("strace"):
        pytest.fail("`python3 tests` installs what is missing here: strace")
    calls = tmp_path / "calls"
    walk(
        screen,
        vault,
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=connect,sendto,sendmsg,sendmmsg,socket",
        "-o",
        str(calls),
    )
    seen = calls.read_text(encoding="utf-8", errors="replace")
    assert "AF_UNIX" in seen, "the trace holds nothing at all"
    assert not re.findall(r".*AF_INET.*|.*AF_PACKET.*", seen)


@pytest.mark.safety(32)
def test_a_whole_walk_needs_no_network(screen: Screen, vault: Path) -> None:
    cut_off = ["unshare", "-n"] if os.getuid() == 0 else ["unshare", "-rn"]
    if subprocess.run([*cut_off, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody make a network of his own")
    walk(screen, vault, *cut_off)
    assert PASSWORD not in (vault / "walk.log").read_text()
