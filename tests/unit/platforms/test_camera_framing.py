"""From the camera's picture to the window's: the same place stays the same place."""

from __future__ import annotations

import numpy as np
import pytest

from warifu.platforms.camera.framing import framing
from warifu.scan.camera_wire import View
from warifu.scan.frame import Found

SHAPES = [
    (1280, 720, View(404, 363)),
    (1280, 720, View(808, 726)),
    (640, 480, View(404, 363)),
    (640, 480, View(1212, 1089)),  # larger than the camera's picture
    (720, 1280, View(404, 363)),
    (320, 240, View(404, 100)),
]


@pytest.mark.parametrize(("width", "height", "view"), SHAPES)
def test_a_spot_is_where_its_corner_is_said_to_be(width: int, height: int, view: View) -> None:
    x, y = int(width * 0.56), int(height * 0.47)
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[y - 8 : y + 9, x - 8 : x + 9] = (0, 0, 255)
    frame = framing(width, height, view)
    picture = frame.picture(pixels)
    seen = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 4)
    rows, columns = np.nonzero(seen[:, :, 2] > 128)
    (corner, *_rest) = frame.found(Found("x", ((x, y),) * 4)).corners
    assert corner == pytest.approx((columns.mean(), rows.mean()), abs=2)
    assert seen[:, :, 0].max() == 0, "red stays red"


@pytest.mark.parametrize(("width", "height", "view"), SHAPES)
def test_the_picture_has_the_shape_of_the_window_and_is_never_enlarged(width, height, view) -> None:
    picture = framing(width, height, view).picture(np.zeros((height, width, 3), np.uint8))
    assert picture.width / picture.height == pytest.approx(view.width / view.height, rel=0.02)
    assert picture.width <= min(width, view.width)
    assert picture.height <= min(height, view.height)
    assert len(picture.pixels) == picture.width * picture.height * 4


def test_it_is_mirrored_as_people_expect_of_themselves() -> None:
    pixels = np.zeros((100, 100, 3), np.uint8)
    pixels[:, :20] = 255
    picture = framing(100, 100, View(100, 100)).picture(pixels)
    seen = np.frombuffer(picture.pixels, np.uint8).reshape(100, 100, 4)
    assert seen[50, 95, 0] == 255
    assert seen[50, 5, 0] == 0
