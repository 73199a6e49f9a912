"""The window asks a time server when its button is pressed, once, and nobody before."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from screen import Program, Screen, _warifu, wait_for
from tray_hands import account, make_vault, unlock

from time_server import answer, time_server
from warifu.core.otp import code_at
from warifu.settings import schema
from warifu.settings.file import Settings

if TYPE_CHECKING:
    from pathlib import Path


_CALLS = "socket,connect,send,sendto,sendmsg,sendmmsg"


@pytest.fixture
def vault(profile: Path, cheap_kdf: None) -> Path:
    return make_vault(profile)


def start_traced(screen: Screen, vault: Path, calls: Path) -> Program:
    log = vault / "window.log"
    strace = [
        "strace",
        "-f",
        "-qq",
        "-e",
        f"trace={_CALLS}",
        "-o",
        str(calls),
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*strace, *_warifu(False), "--profile", str(vault)], env=screen.environment, cwd=screen.home,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    program = Program(process, log)
    screen.programs.append(program)
    return program


def inet(calls: Path) -> list[str]:
    return re.findall(r".*AF_INET.*", calls.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.safety(32, 70)
def test_one_packet_for_one_click_and_codes_of_the_right_time(
    screen: Screen, vault: Path, tmp_path: Path
) -> None:
    if not shutil.which("strace"):
        pytest.fail("`python3 tests` installs what is missing here: strace")
    calls = tmp_path / "calls"
    with time_server(lambda question: [answer(question, time.time() + 600)]) as server:
        Settings(vault / "settings.json").set(schema.CLOCK_SERVER, server.name)
        program = start_traced(screen, vault, calls)
        unlock(screen)
        window = screen.window("^Warifu$")
        screen._tool("xdotool", "windowsize", "--sync", window, "440", "880")
        screen.key("ctrl+comma")
        screen.find("Language")
        screen.key("shift+Tab", "shift+Tab")  # to the end of the page
        screen.click(screen.find("Check the clock…"))
        screen.find("Time server", "text")
        assert server.asked == []
        assert inet(calls) == []
        screen.key("Return")
        screen.find("The clock is 10 min 0 s slow.")
        assert len(server.asked) == 1
        screen.click(screen.find("Correct in Warifu"))
        screen.find("Correction")
        screen.key("Escape")
        screen.find("GitHub", "list item")
        screen.key("ctrl+1")
        wait_for(lambda: re.fullmatch(r"\d{6}", screen.clipboard()), "a code on the clipboard")
        shifted = {code_at(account("GitHub"), time.time() + 600 - ago).value for ago in (0, 15)}
        assert screen.clipboard() in shifted
        screen.key("ctrl+q")
        assert program.ended() == 0
        assert len(server.asked) == 1
    asked = inet(calls)
    assert asked
    assert all("127.0.0.1" in call or "socket(AF_INET" in call for call in asked)
