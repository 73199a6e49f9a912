"""What the systems list as cameras becomes what a person chooses from and what is remembered."""

from __future__ import annotations

from warifu.platforms.camera.base import Way
from warifu.platforms.camera.listing import MAX_KEY, MAX_NAME, Listed, sources

MSMF, DSHOW, V4L2 = 1400, 700, 200
USB = r"\\?\usb#vid_04f2&pid_b6d9&mi_00#6&2c39fb2&0&0000"


def test_one_device_of_two_interfaces_is_one_camera_with_two_ways() -> None:
    lines = [
        Listed(0, MSMF, "Integrated Webcam", USB + r"#{e5323777-f976-4f5b-9b55-b94699c46e44}\global"),
        Listed(1, DSHOW, "Integrated Webcam", USB + r"#{65e8773d-8f56-11d0-a3b9-00a0c9223196}\global"),
        Listed(0, DSHOW, "OBS Virtual Camera", ""),
    ]
    webcam, virtual = sources(lines)
    assert webcam.name == "Integrated Webcam"
    assert webcam.ways == (Way(0, MSMF), Way(1, DSHOW))
    assert virtual.ways == (Way(0, DSHOW),)


def test_two_cameras_of_one_name_can_be_told_apart() -> None:
    lines = [Listed(0, V4L2, "HD Webcam", "/dev/a"), Listed(2, V4L2, "HD Webcam", "/dev/b")]
    assert [each.name for each in sources(lines)] == ["HD Webcam (1)", "HD Webcam (2)"]
    assert len({each.key for each in sources(lines)}) == 2


def test_a_camera_keeps_its_key_when_its_number_changes() -> None:
    before, after = (sources([Listed(n, V4L2, "Cam", "/dev/v4l/by-id/usb-Cam-0")]) for n in (0, 4))
    assert before[0].key == after[0].key
    assert before[0].ways != after[0].ways


def test_a_name_from_the_device_is_made_harmless() -> None:
    (odd,) = sources([Listed(0, V4L2, "\x1b[31mCam\u202e\n" + "x" * 500, "/" + "y" * 9000)])
    assert odd.name.startswith("[31mCam x")
    assert len(odd.name) <= MAX_NAME
    assert len(odd.key) <= MAX_KEY
    (nameless,) = sources([Listed(3, V4L2, "\u200b", "")])
    assert nameless.name == "Camera"
