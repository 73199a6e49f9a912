"""Codes that are bent are found, laid flat and read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scan_pictures.codes import Look, drawn
from warifu.scan import finders
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame
from warifu.scan.grid import Anchor, Place, laid_flat, redrawn
from warifu.scan.growth import followed
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
    place = next(place for place in finders.places(finders.patterns(code, 31)) if place.modules == modules)
    end = 72 + 8 * modules
    assert np.allclose(place.corners(), [(72, 72), (end, 72), (end, end), (72, end)], atol=3)


def creased(gray, modules):
    """The picture with three creases across it, each of which moves a side by so many modules of 8 pixels."""
    height, width = gray.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for along, across, where in ((1.0, 0.3, 0.35), (-0.4, 1.0, 0.55), (0.7, -0.7, 0.1)):
        far = (x / width * along + y / height * across - where) * width / 8
        height_of = cv2.GaussianBlur(np.maximum(0, 12 - np.abs(far)).astype(np.float32), (0, 0), 6)
        x, y = x + height_of * modules / 12 * 8 * along, y + height_of * modules / 12 * 8 * across
    return cv2.remap(gray, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=255)


@pytest.mark.parametrize("modules", [2, 2.5, 3])
def test_creased_codes_are_followed_from_their_finder_patterns(modules):
    bent = Frame.of(creased(np.pad(drawn(TEXT * 2, Look(8)), 60, constant_values=255), modules))
    assert Zxing().read(bent) == []
    assert {found.text for found in read(bent, Effort.PHOTO)} == {TEXT * 2}


@pytest.mark.parametrize("turned", range(4))
@pytest.mark.parametrize("corner", [(0, 0), (0, 1), (1, 0)])
def test_a_code_with_two_finder_patterns_is_read(corner, turned):
    code = drawn(TEXT, Look(6, error="q"))
    side = len(code) - 48
    middle = tuple(24 + 21 + way * (side - 42) for way in corner)
    cv2.circle(code, middle, 20, 128, -1)
    page = Frame.of(np.rot90(np.pad(code, 50, constant_values=255), turned))
    assert Zxing().read(page) == []
    assert {found.text for found in read(page, Effort.PHOTO)} == {TEXT}


@pytest.mark.parametrize("look", [Look(6, quiet=0), Look(6, 230, 20, quiet=0)], ids=["dark", "light"])
def test_finder_patterns_are_found_on_a_page_of_their_own_colour(look):
    code = drawn(TEXT, look)
    page = np.full((400, 500), look.dark, np.uint8)
    page[80 : 80 + len(code), 90 : 90 + len(code)] = code
    assert Zxing().read(Frame.of(page)) == []
    assert {found.text for found in read(Frame.of(page), Effort.PHOTO)} == {TEXT}


def test_noise_is_not_followed():
    noise = np.random.default_rng(3).integers(0, 255, (400, 400)).astype(np.uint8)
    corners = Anchor(0, 0, np.zeros((4, 2))).modules() * 6 + 60
    anchors = tuple(
        Anchor(left, top, np.add(corners, (left * 6, top * 6))) for left, top in ((0, 0), (22, 0), (0, 22))
    )
    place = Place.between(29, anchors)
    assert place is not None
    assert followed(noise, place) is None
