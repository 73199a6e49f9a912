"""Scanning with the camera in a real window; a film plays in its place, and its light is an open file."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from screen import Program, Screen, wait_for

from film import shoot

PASSWORD = "three made-up words for a scan"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/GitHub:yuki?secret={KEY}&issuer=GitHub"
DARK = 1.5  # seconds in which the light must be off


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Path:
    return shoot(tmp_path_factory.mktemp("film") / "github.avi", [URI])


def start(screen: Screen, film: Path | None, name: str) -> Program:
    """Warifu with an empty vault, in front of a film."""
    (screen.home / name).mkdir()
    (screen.home / name / "settings.json").write_text('{"tray_explained": true}')
    extra = {"WARIFU_CAMERA_FILE": str(film)} if film is not None else {}
    program = screen.start("--profile", screen.home / name, **extra)
    screen.click(screen.find("New password", "password text"))
    screen.type(PASSWORD)
    screen.key("Tab")
    screen.type(PASSWORD)
    wait_for(lambda: "enabled" in screen.find("Create the vault", "push button").states, "a good password")
    screen.key("Return")
    screen.find("Not now", "push button")
    screen.key("Escape")
    screen.find("Add your first account")
    return program


def open_camera(screen: Screen) -> None:
    screen.click(screen.find("Add account", "push button"))
    screen.click(screen.find("Use camera", "push button"))
    screen.find("Scan a QR code")


def cameras_of(program: Program) -> list[int]:
    """Processes of the program that hold a camera."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                arguments = (entry / "cmdline").read_bytes().split(b"\0")
                if parent == program.process.pid and b"--camera" in arguments:
                    found.append(int(entry.name))
    return found


def has_open(pid: int, path: Path) -> bool:
    """Whether the process has the file open."""
    with contextlib.suppress(OSError):
        return any(each.resolve() == path for each in Path(f"/proc/{pid}/fd").iterdir())
    return False


def wait_until_dark(program: Program, film: Path) -> None:
    """Wait until no process holds the camera any more, which must be at once."""
    wait_for(lambda: not cameras_of(program), "the end of the camera's process", DARK)
    assert not has_open(program.process.pid, film)


def code_shown(screen: Screen) -> str:
    """The digits below the picture."""

    def digits() -> str:
        told = (each for each in screen.things() if each.description == "The code it gives now")
        return next(("".join(filter(str.isdigit, each.name)) for each in told), "")

    return wait_for(digits, "a code")


def oathtool(moment: float) -> str:
    command = ["oathtool", "--totp", "--base32", f"--now=@{int(moment)}", KEY]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_from_a_code_before_the_camera_to_an_account_in_the_list(screen: Screen, film: Path) -> None:
    program = start(screen, film, "scan")
    open_camera(screen)
    screen.find("GitHub", "label")
    begun = time.time()
    code = code_shown(screen)
    assert code in {oathtool(begun), oathtool(time.time())}
    (camera,) = cameras_of(program)
    assert has_open(camera, film)
    listed = screen.run("--profile", screen.home / "scan", "--password-stdin", "list", typed=PASSWORD + "\n")
    assert "GitHub" not in listed.stdout, "nothing is stored before Save"

    wait_for(lambda: "focused" in screen.find("Continue", "push button").states, "the keyboard on Continue")
    screen.key("Return")
    screen.find("Title", "text")
    wait_until_dark(program, film)
    screen.click(screen.find("Save", "push button"))
    screen.find("MFA code 1")
    screen.key("Escape")
    screen.find("GitHub", "list item")


@pytest.mark.parametrize("way", ["Escape", "ctrl+l", "close", "minimise", "kill"])
def test_the_light_goes_off_whichever_way_the_page_is_left(screen: Screen, film: Path, way: str) -> None:
    program = start(screen, film, way)
    open_camera(screen)
    (camera,) = wait_for(lambda: cameras_of(program), "the camera's process")
    wait_for(lambda: has_open(camera, film), "the light of the camera")
    if way == "close":
        screen.close_window("Warifu")
    elif way == "minimise":
        screen.minimise("Warifu")
    elif way == "kill":
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()
        screen.programs.remove(program)
        wait_for(lambda: not has_open(camera, film), "the end of an orphan", DARK)
        return
    else:
        screen.key(way)
    wait_until_dark(program, film)


def test_a_camera_that_breaks_off_is_told_and_tried_again(screen: Screen, film: Path) -> None:
    program = start(screen, film, "again")
    open_camera(screen)
    (camera,) = wait_for(lambda: cameras_of(program), "the camera's process")
    screen.find("GitHub", "label")
    os.kill(camera, signal.SIGKILL)
    screen.find("The camera stopped unexpectedly.", "label")
    screen.click(screen.find("Try again", "push button"))
    wait_for(lambda: cameras_of(program) not in ([], [camera]), "another process")
    wait_for(lambda: not screen.look("The camera stopped unexpectedly."), "the picture")
    screen.key("Escape")
    wait_until_dark(program, film)


@pytest.mark.skipif(any(Path("/dev").glob("video*")), reason="this machine has a camera")
def test_without_a_camera_one_sentence_says_what_to_do(screen: Screen) -> None:
    start(screen, None, "none")
    open_camera(screen)
    screen.find("No camera was found.", "label")
    screen.find("Plug one in, and it starts by itself.", "label")
    screen.click(screen.find("Cancel", "push button"))
    screen.find("Secret key or otpauth:// link", "text")
