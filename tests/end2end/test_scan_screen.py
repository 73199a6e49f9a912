"""Codes that other programs draw on a real screen, read by Warifu whose window lies over them."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

import pytest
from scan_hands import link, other, picture, save_and_check, start_unlocked, titles
from screen import Screen, wait_for

DRAW = "Draw around the QR code"
PLACE = (200, 160)
SECRET_FIELD = "Secret key or otpauth:// link"


def scan(screen: Screen) -> None:
    """From the list to the press of the button, with the window in a corner of its own."""
    screen.move("Warifu", 800, 100)
    screen.key("ctrl+n")
    screen.find(SECRET_FIELD)
    screen.click(screen.find("Scan screen", "push button"))


@pytest.mark.parametrize("scale", ["1", "1.25"])
def test_a_code_below_the_window_is_read(screen: Screen, tmp_path: Path, scale: str) -> None:
    profile = tmp_path / "profile"
    code = picture(tmp_path / "code.png", link("Hidden"))
    start_unlocked(screen, profile, QT_SCALE_FACTOR=scale)
    with other(screen, "show", *PLACE, code):
        screen.move("Warifu", 150, 10)
        screen.key("ctrl+n")
        screen.find(SECRET_FIELD)
        place = screen.place("Warifu")
        screen.click(screen.find("Scan screen", "push button"))
        wait_for(lambda: screen.find("Title", "text").text == "Hidden", "the account of the code")
        assert screen.place("Warifu") == place
    assert "focused" in screen.find("Title", "text").states
    assert titles(screen, profile) == []


@pytest.mark.safety(51)
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_pictures_of_the_screen_are_never_written(screen: Screen, tmp_path: Path) -> None:
    profile, log = tmp_path / "profile", tmp_path / "calls"
    code = picture(tmp_path / "code.png", link("Hidden"))
    start_unlocked(screen, profile)
    screen.key("ctrl+n")
    screen.find(SECRET_FIELD)
    calls = (
        "trace=open,openat,openat2,creat,mknod,mknodat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
    )
    pid = screen.programs[-1].process.pid
    with other(screen, "show", *PLACE, code):
        tracer = screen.other("strace", "-f", "-qq", "-e", calls, "-o", log, "-p", str(pid))
        wait_for(lambda: traced(pid), "strace")
        screen.click(screen.find("Scan screen", "push button"))
        wait_for(lambda: screen.find("Title", "text").text == "Hidden", "the account of the code")
        tracer.terminate()
        tracer.wait(10)
    lines = [
        line
        for line in log.read_text().splitlines()
        if re.search(r"O_CREAT|O_TMPFILE|creat|mk|link|ren", line)
    ]
    assert lines == []


def traced(pid: int) -> bool:
    """Whether another process looks at this one's system calls."""
    status = Path(f"/proc/{pid}/status").read_text()
    return "TracerPid:\t0\n" not in status


def test_two_codes_become_a_list_to_tick(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    one = picture(tmp_path / "one.png", link("First"))
    two = picture(tmp_path / "two.png", link("Second"), "https://example.org/a-poster")
    start_unlocked(screen, profile)
    with other(screen, "show", 20, 20, one), other(screen, "show", 500, 420, two):
        scan(screen)
        screen.find("2 accounts found")
        screen.find("First · ada")
        screen.click(screen.find("Second · ada"))
        screen.key("space")
    save_and_check(screen, profile, "First")


def faint(path: Path, text: str) -> tuple[Path, int]:
    """A picture, and its side, of a code that is read alone, and not as a part of the screen."""
    import cv2
    import numpy as np
    import segno

    from warifu.scan.frame import Frame
    from warifu.scan.ladder import Effort, read

    segno.make(text, error="l").save(str(path), kind="png", scale=6, border=4)
    code = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE).astype(float) / 255
    side = code.shape[0]
    slope = np.add.outer(np.arange(side), np.arange(side)) / (2 * side)
    for contrast, light, blur in itertools.product(
        (4, 6, 8, 10, 12, 16), (40, 60, 90, 120, 160), (0, 1, 2, 3)
    ):
        looks = code * contrast + 20 + slope * light
        drawn = np.clip(cv2.GaussianBlur(looks, (0, 0), blur) if blur else looks, 0, 255).astype(np.uint8)
        whole = np.full((900, 1280), 150, np.uint8)
        whole[PLACE[1] : PLACE[1] + side, PLACE[0] : PLACE[0] + side] = drawn
        part = whole[PLACE[1] - 6 : PLACE[1] + side + 6, PLACE[0] - 6 : PLACE[0] + side + 6]
        if not read(Frame.of(whole), Effort.SCREEN) and read(Frame.of(part), Effort.THOROUGH):
            assert cv2.imwrite(str(path), drawn)
            return path, side
    raise AssertionError("every code is found on the screen already: make them fainter")


def test_a_code_that_is_not_found_is_drawn_around(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    start_unlocked(screen, profile)
    code, side = faint(tmp_path / "faint.png", link("Faint"))
    with other(screen, "show", *PLACE, code):
        scan(screen)
        screen.window(DRAW)
        x, y = PLACE
        screen.drag((x - 6, y - 6), (x + side + 5, y + side + 5))
        wait_for(lambda: screen.find("Title", "text").text == "Faint", "the account of the code")
        screen.no_window(DRAW)
    save_and_check(screen, profile, "Faint")


def test_the_region_is_drawn_and_left_by_keyboard(screen: Screen, tmp_path: Path) -> None:
    start_unlocked(screen, tmp_path / "profile")
    scan(screen)
    screen.window(DRAW)
    screen.key("Right", "shift+Down", "Return")
    screen.find("No QR code can be read there.")
    screen.no_window(DRAW)
    screen.click(screen.find("Scan screen", "push button"))
    screen.window(DRAW)
    screen.key("Escape")
    screen.no_window(DRAW)
    screen.find(SECRET_FIELD)
