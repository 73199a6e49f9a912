"""Pictures of the screen where programs may not look: a portal on a real bus, and a program named grim."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from warifu.core.errors import AppError, NotPossible
from warifu.platforms.screenshot import is_wayland, take
from warifu.platforms.screenshot.base import Packed, Pixels
from warifu.platforms.screenshot.grim import Grim, pixels_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktops of Linux only")

FAKE = Path(__file__).parents[2] / "fake_portal.py"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fea735810b0000000049454e44ae426082"
)


@pytest.fixture
def bus(tmp_path):
    """The environment of a Wayland session with a bus of its own, and a starter of portals on it."""
    if not shutil.which("dbus-daemon"):
        pytest.fail("`python3 tests` installs what is missing here: dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    started = [daemon]
    environ = {**os.environ, "XDG_SESSION_TYPE": "wayland"}
    environ["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()
    folder = tmp_path / "pictures"
    folder.mkdir()

    def portal(mode: str):
        source = tmp_path / "screen.png"
        source.write_bytes(PNG)
        process = subprocess.Popen(
            [sys.executable, FAKE, mode, folder, source], env=environ, stdout=subprocess.PIPE
        )
        started.append(process)
        assert process.stdout.readline() == b"ready\n"
        from warifu.platforms.screenshot.portal import Portal

        return Portal("linux", environ), process

    yield portal, environ, folder
    for process in reversed(started):
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, True),
        ("linux", {"XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"}, False),
        ("win32", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("darwin", {}, False),
    ],
)
def test_which_sessions_need_help(platform, environ, expected) -> None:
    assert is_wayland(platform, environ) is expected


@pytest.mark.safety(24)
def test_the_portal_is_asked_by_a_process_that_it_may_look_into(bus, monkeypatch) -> None:
    from warifu.platforms.screenshot import portal as module

    portal, *_ = bus
    way, _process = portal("take")
    monkeypatch.setattr(module, "_answer", None)  # this process, which may be closed, does not ask
    assert way.take(()) == (Packed(PNG),)


@pytest.mark.safety(51)
def test_the_portals_picture_is_read_and_its_file_is_gone(bus) -> None:
    portal, _environ, folder = bus
    way, process = portal("take")
    assert way.compatible()
    assert way.available()
    assert way.take(("ignored",)) == (Packed(PNG),)
    assert list(folder.iterdir()) == []
    assert process.stdout.readline() == b"asked whole\n"
    assert way.take_part() == (Packed(PNG),)
    assert process.stdout.readline() == b"asked part\n"
    assert list(folder.iterdir()) == []


def test_a_picture_that_cannot_be_deleted_is_named(bus, monkeypatch) -> None:
    portal, _environ, folder = bus
    way, _process = portal("take")

    def refuse(path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "unlink", refuse)
    (shot,) = way.take(())
    monkeypatch.undo()
    assert shot.left_at == str(next(folder.iterdir()))


def test_the_users_no_is_no_error(bus) -> None:
    portal, *_ = bus
    assert portal("deny")[0].take(()) == ()


@pytest.mark.parametrize("mode", ["fail", "elsewhere", "foreign"])
def test_a_portal_that_gives_no_picture_is_refused(bus, mode) -> None:
    portal, _environ, folder = bus
    precious = folder / "precious.txt"
    precious.write_text("not a picture")
    way, _process = portal(mode)
    with pytest.raises(AppError, match="gave no picture"):
        way.take(())
    assert precious.read_text() == "not a picture"


def test_a_link_in_place_of_the_file_is_not_followed(bus, tmp_path) -> None:
    from warifu.platforms.screenshot.portal import _taken_away

    real = tmp_path / "own.png"
    real.write_bytes(PNG)
    link = tmp_path / "link.png"
    link.symlink_to(real)
    with pytest.raises(OSError, match="symbolic"):
        _taken_away(str(link))
    assert real.exists()


def test_without_a_portal_or_a_bus_it_is_not_available(bus) -> None:
    from warifu.platforms.screenshot.portal import Portal

    _portal, environ, _folder = bus
    assert not Portal("linux", environ).available()
    gone = {**environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    assert not Portal("linux", gone).available()


@pytest.fixture
def grim(tmp_path):
    """A program of that name, which a test writes."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def write(script: str) -> Grim:
        program = folder / "grim"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return Grim("linux", {"PATH": f"{folder}:{os.environ['PATH']}", "WAYLAND_DISPLAY": "wayland-1"})

    return write


def test_grim_is_asked_for_each_screen_and_writes_no_file(grim, tmp_path) -> None:
    script = f"""echo "$@" >> {tmp_path}/asked; printf 'P6\\n2 1\\n255\\nabcdef'"""
    way = grim(script)
    assert way.compatible()
    assert way.available()
    assert way.take(("DP-1", "eDP-1")) == (Pixels("DP-1", 2, 1, b"abcdef"), Pixels("eDP-1", 2, 1, b"abcdef"))
    assert (tmp_path / "asked").read_text() == "-t ppm -o DP-1 -\n-t ppm -o eDP-1 -\n"


@pytest.mark.parametrize("script", ["exit 1", "echo nonsense", "printf 'P6\\n9 9\\n255\\nshort'"])
def test_a_grim_that_fails_is_refused(grim, script) -> None:
    with pytest.raises(AppError, match="grim"):
        grim(script).take(("DP-1",))


@pytest.mark.parametrize("head", [b"P6\n0 5\n255\n", b"P6\n99999 99999\n255\n", b"P5\n1 1\n255\n", b""])
def test_odd_pixels_are_refused(head) -> None:
    with pytest.raises(AppError):
        pixels_of("DP-1", head + b"x" * 3)


def test_the_next_way_is_tried_and_the_first_reason_is_told(bus, grim) -> None:
    portal, *_ = bus
    broken, _process = portal("fail")
    working = grim("printf 'P6\\n1 1\\n255\\nabc'")
    assert take(("DP-1",), (broken, working)) == (working, (Pixels("DP-1", 1, 1, b"abc"),))
    with pytest.raises(AppError, match="The desktop gave no picture"):
        take(("DP-1",), (broken, grim("exit 1")))


def test_where_there_is_no_way_a_sentence_says_what_helps() -> None:
    with pytest.raises(NotPossible) as refused:
        take(("DP-1",), ())
    assert "Open image" in str(refused.value)
