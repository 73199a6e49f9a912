"""The camera's process as the window meets it: pictures, codes, and every way in which it can go wrong."""

from __future__ import annotations

import os
import queue
import signal
import sys
import time
from pathlib import Path

import pytest

from film import shoot
from warifu.scan import camera_wire as wire
from warifu.scan.camera_wire import CameraState
from warifu.services import camera
from warifu.services.camera import CameraLink

ODD = str(Path(__file__).resolve().parent.parent.parent / "odd_camera.py")
URI = "otpauth://totp/GitHub:yuki?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub"
PATIENCE = 20.0  # seconds


class Window:
    """What hears the process."""

    def __init__(self, command=()) -> None:
        self.heard: queue.Queue = queue.Queue()
        self.link = CameraLink(self.heard.put, command)

    def wait(self, what, seconds: float = PATIENCE):
        """The next message that fits, which is told as a function or as a state."""
        fits = what if callable(what) else lambda each: isinstance(each, wire.Stated) and each.state is what
        end = time.monotonic() + seconds
        while True:
            try:
                message = self.heard.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"waited in vain for {what}") from None
            if fits(message):
                return message

    def picture(self) -> wire.Picture:
        self.link.ask_picture(404, 363)
        return self.wait(lambda each: isinstance(each, wire.Picture))


@pytest.fixture
def odd():
    """Starts a window with an odd camera."""
    windows = []

    def start(how: str) -> Window:
        windows.append(Window([sys.executable, "-W", "ignore", ODD, how]))
        windows[-1].link.start("")
        return windows[-1]

    yield start
    for window in windows:
        window.link.stop()


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Path:
    return shoot(tmp_path_factory.mktemp("film") / "github.avi", [URI])


@pytest.fixture
def window(film, monkeypatch):
    """A window on the real process, which plays the film."""
    monkeypatch.setenv("WARIFU_CAMERA_FILE", str(film))
    made = Window()
    yield made
    made.link.stop()


def is_gone(pid: int, seconds: float) -> bool:
    """Whether it ends in time; an orphan that nobody asks for its status has ended, too."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if not Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


def test_a_code_in_front_of_the_camera_is_read_and_placed(window) -> None:
    window.link.start("")
    window.link.ask_picture(404, 363)
    listed = window.wait(lambda each: isinstance(each, wire.Cameras))
    assert [each.name for each in listed.cameras][-1] == "github.avi"
    window.wait(CameraState.RUNNING)
    codes = window.wait(lambda each: isinstance(each, wire.Codes) and each.found)
    (found,) = codes.found
    assert found.text == URI
    assert (codes.width, codes.height) == (404, 363)
    assert all(0 < x < 404 and 0 < y < 363 for x, y in found.corners)
    assert window.picture().width == 404


def test_pictures_come_one_for_one_wish_at_the_speed_of_the_camera(window) -> None:
    window.link.start("")
    window.picture()
    begun = time.monotonic()
    for _ in range(45):
        window.picture()
    assert 1.3 < time.monotonic() - begun < 2.5, "45 pictures take a second and a half"
    window.wait(lambda each: isinstance(each, wire.Codes))
    end = time.monotonic() + 0.5
    while time.monotonic() < end:  # nobody wished for more
        try:
            assert not isinstance(window.heard.get(timeout=0.1), wire.Picture)
        except queue.Empty:
            continue


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_after_stopping_no_process_has_the_device_open(window, film) -> None:
    window.link.start("")
    window.picture()
    pid = window.link.pid
    assert film in [each.resolve() for each in Path(f"/proc/{pid}/fd").iterdir()]
    window.link.stop()
    assert is_gone(pid, 1.0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_a_driver_that_does_not_let_go_is_killed_within_a_second(odd) -> None:
    window = odd("does not let go")
    window.picture()
    pid = window.link.pid
    window.link.stop()
    assert is_gone(pid, 1.5)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.safety(50)
def test_a_decoder_that_dies_costs_the_scan_a_moment(window) -> None:
    window.link.start("")
    window.wait(lambda each: isinstance(each, wire.Codes) and each.found)
    (reader,) = children(window.link.pid)
    assert b"--decode-pictures" in Path(f"/proc/{reader}/cmdline").read_bytes()
    os.kill(reader, signal.SIGKILL)
    while not window.heard.empty():
        window.heard.get()
    window.wait(lambda each: isinstance(each, wire.Codes) and each.found)
    (another,) = children(window.link.pid)
    window.link.stop()
    assert another != reader
    assert is_gone(another, 1.5)


def children(pid: int | None) -> list[int]:
    """The processes that a process started."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for each in threads for child in each.read_text().split()]


def test_a_killed_process_is_told_and_can_be_started_again(window) -> None:
    window.link.start("")
    window.picture()
    os.kill(window.link.pid, signal.SIGKILL)
    window.wait(CameraState.ENDED)
    window.link.start("")
    assert window.picture()


def test_nothing_is_told_after_stopping(window) -> None:
    window.link.start("")
    window.picture()
    window.link.stop()
    time.sleep(0.3)
    while not window.heard.empty():
        window.heard.get()
    with pytest.raises(AssertionError):
        window.wait(lambda _each: True, seconds=0.5)


def test_a_camera_that_is_unplugged_and_plugged_in_again_goes_on(window, film, tmp_path, monkeypatch) -> None:
    plugged = tmp_path / "camera.avi"
    plugged.write_bytes(film.read_bytes())
    monkeypatch.setenv("WARIFU_CAMERA_FILE", str(plugged))
    window.link.start("")
    window.picture()
    plugged.unlink()
    window.wait(CameraState.UNPLUGGED)
    plugged.write_bytes(film.read_bytes())
    window.wait(CameraState.RUNNING)
    assert window.picture()


def test_without_a_camera_it_says_so_and_begins_when_one_is_plugged_in(odd, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("ODD_PLUG", str(tmp_path / "plug"))
    window = odd("good")
    window.wait(lambda each: each == wire.Cameras(()))
    window.wait(CameraState.NO_CAMERA)
    (tmp_path / "plug").touch()
    window.wait(CameraState.RUNNING)
    (tmp_path / "plug").unlink()


def test_a_chosen_camera_that_is_gone_is_replaced_by_the_first(window) -> None:
    window.link.start("usb-camera-of-yesterday")
    assert window.wait(CameraState.RUNNING).key.startswith("file:")


def test_switching_to_the_same_camera_leaves_it_running(window) -> None:
    window.link.start("")
    running = window.wait(CameraState.RUNNING)
    pid = window.link.pid
    window.link.switch(running.key)
    assert window.wait(CameraState.RUNNING) == running
    assert window.link.pid == pid


@pytest.mark.parametrize(
    ("how", "state"),
    [
        ("busy", CameraState.BUSY),
        ("forbidden", CameraState.FORBIDDEN),
        ("hangs", CameraState.STALLED),
        ("goes blind", CameraState.STALLED),
        ("lists for ever", CameraState.STALLED),
        ("opens for ever", CameraState.STALLED),
        ("crashes", CameraState.ENDED),
        ("talks nonsense", CameraState.ENDED),
        ("cannot read", CameraState.ENDED),
    ],
)
@pytest.mark.safety(50)
def test_whatever_goes_wrong_has_a_name(odd, how: str, state: CameraState) -> None:
    odd(how).wait(state)


def test_a_process_that_says_nothing_is_ended(odd, monkeypatch) -> None:
    monkeypatch.setattr(camera, "SILENCE", 0.5)
    monkeypatch.setattr(camera, "ARRIVING", 1.5)
    window = odd("is silent")
    pid = window.link.pid
    window.wait(CameraState.ENDED)
    assert is_gone(pid, 1.0)


def test_a_program_that_cannot_be_started_is_told(tmp_path) -> None:
    window = Window([str(tmp_path / "nothing")])
    window.link.start("")
    window.wait(CameraState.ENDED)
    assert window.link.pid is None
