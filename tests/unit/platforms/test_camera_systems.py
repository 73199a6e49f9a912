"""Each system's own way to say that a camera is not for us."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from warifu.platforms.camera.macos import allowed
from warifu.scan.camera_wire import CameraState

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
NOBODY = 65534


@contextmanager
def as_an_ordinary_user():
    """Root may open everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@linux_only
def test_a_device_of_another_group_is_forbidden_not_busy(tmp_path) -> None:
    from warifu.platforms.camera.linux import refusal

    device = tmp_path / "video0"
    device.touch(mode=0o000)
    with as_an_ordinary_user():
        assert refusal(device) is CameraState.FORBIDDEN


@linux_only
def test_a_device_that_opens_but_gives_no_picture_is_busy(tmp_path) -> None:
    from warifu.platforms.camera.linux import refusal

    device = tmp_path / "video0"
    device.touch()
    assert refusal(device) is CameraState.BUSY
    device.unlink()
    assert refusal(device) is CameraState.NO_CAMERA


@linux_only
def test_this_machine_can_be_asked_for_its_cameras() -> None:
    from warifu.platforms.camera.linux import LinuxCameras

    for source in LinuxCameras().find():
        assert source.name
        assert source.key


def fake_av_foundation(status: int, answer: bool):
    asked = []

    class Device:
        @staticmethod
        def authorizationStatusForMediaType_(kind):
            return status

        @staticmethod
        def requestAccessForMediaType_completionHandler_(kind, handler):
            asked.append(kind)
            handler(answer)

    return SimpleNamespace(AVCaptureDevice=Device, AVMediaTypeVideo="vide"), asked


@pytest.mark.parametrize(
    ("status", "answer", "expected", "questions"),
    [(3, False, True, 0), (2, True, False, 0), (1, True, False, 0), (0, True, True, 1), (0, False, False, 1)],
)
def test_macos_is_asked_once_and_believed(status, answer, expected, questions) -> None:
    av, asked = fake_av_foundation(status, answer)
    assert allowed(av) is expected
    assert len(asked) == questions


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_the_privacy_switch_of_windows_is_read() -> None:
    from warifu.platforms.camera.windows import is_denied

    assert is_denied() in (True, False)
