"""Codes that are bent are found, laid flat and read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scan_pictures.codes import Look, drawn
from warifu.scan import finders
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame
from warifu.scan.grid import Place, laid_flat, redrawn
from warifu.scan.ladder import Effort, read

TEXT = "otpauth://totp/Warifu:ada?secret=JBSWY3DPEHPK3PXP&issuer=Warifu"


def waved(gray, modules):
    """The picture with its middle pushed down by so many modules of 8 pixels."""
    height, width = gray.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    pushed = y - modules * 8 * np.sin(np.pi * x / width).astype(np.float32)
    return cv2.remap(gray, x, pushed, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=255)


@pytest.mark.parametrize("modules", [1.5, 2.5, -1.5, -2.5])
def test_what_the_decoder_alone_cannot_read_is_read(modules):
    bent = Frame.of(waved(np.pad(drawn(TEXT, Look(8)), 24, constant_values=255), modules))
    assert Zxing().read(bent) == []
    (found,) = read(bent, Effort.PHOTO)
    assert found.text == TEXT


def test_a_place_knows_its_corners():
    corners = ((10.0, 20.0), (110.0, 25.0), (105.0, 130.0), (12.0, 118.0))
    place = Place.of(29, corners)
    assert np.allclose(place.corners(), corners, atol=0.01)
    assert 9_000 < place.area() < 11_000


def test_a_flat_code_stays_as_it_is():
    code = drawn(TEXT, Look(8))
    modules = len(code) // 8 - 8
    end = 32.0 + 8 * modules
    place = Place.of(modules, ((32.0, 32.0), (end, 32.0), (end, end), (32.0, end)))
    *_, flat = laid_flat(code, place)
    assert np.abs(cv2.resize(code, flat.shape, interpolation=cv2.INTER_AREA).astype(int) - flat).mean() < 6
    assert [found.text for found in Zxing().read(Frame.of(redrawn(flat)))] == [TEXT]


def test_the_finder_patterns_tell_where_a_code_is():
    code = np.pad(drawn(TEXT, Look(8)), 40, constant_values=255)
    modules = (len(code) - 80) // 8 - 8
    place = next(place for place in finders.places(code, 31) if place.modules == modules)
    end = 72 + 8 * modules
    assert np.allclose(place.corners(), [(72, 72), (end, 72), (end, end), (72, end)], atol=3)
