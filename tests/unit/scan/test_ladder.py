from __future__ import annotations

import json
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from scan_pictures.codes import Look, account_link, drawn, transfer_link
from scan_pictures.photos import photo
from scan_pictures.screens import screens
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame
from warifu.scan.ladder import Effort, read

PHOTOGRAPHS = Path(__file__).parents[3].parent / "shared" / "qr"
LOOKS = {
    "2 pixels a module": Look(2),
    "12 pixels a module": Look(12),
    "inverted": Look(4, 235, 20),
    "faint": Look(4, 205, 235),
    "dark on dark": Look(4, 20, 50),
    "dots": Look(8, style="dots"),
    "rounded": Look(8, style="rounded"),
    "logo": Look(6, error="h", logo=0.26),
    "no margin": Look(5, quiet=0),
}
PAGES = {"dark": (24, Look(4, 12, 255, quiet=0)), "grey": (40, Look(6, 20, 250, quiet=0, style="dots")),
         "light": (241, Look(4, 235, 16, quiet=0))}  # fmt: skip


def texts(gray, effort=Effort.PHOTO):
    return {found.text for found in read(Frame.of(gray), effort)}


@pytest.mark.parametrize("effort", [Effort.SCREEN, Effort.PHOTO, Effort.THOROUGH])
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_every_look_is_read_exactly(look, effort):
    link = account_link(np.random.default_rng(5))
    page = np.full((900, 1000), look.light, np.uint8)
    code = drawn(link, look)
    page[120 : 120 + len(code), 150 : 150 + len(code)] = code
    assert texts(page, effort) == {link}


@pytest.mark.parametrize("effort", [Effort.SCREEN, Effort.PHOTO])
@pytest.mark.parametrize(("page", "look"), PAGES.values(), ids=PAGES.keys())
def test_a_code_without_margin_is_read_on_a_page_of_nearly_its_colour(page, look, effort):
    link = account_link(np.random.default_rng(6))
    screen = np.full((900, 1000), page, np.uint8)
    code = drawn(link, look)
    screen[120 : 120 + len(code), 150 : 150 + len(code)] = code
    assert not Zxing().read(Frame.of(screen))
    assert texts(screen, effort) == {link}


def test_a_large_photograph_that_was_read_is_not_searched_any_more():
    page = np.random.default_rng(8).integers(180, 220, (3000, 4000)).astype(np.uint8)
    code = drawn("read at once", Look(5))
    page[900 : 900 + len(code), 900 : 900 + len(code)] = code
    begin = time.process_time()
    assert texts(page) == {"read at once"}
    assert time.process_time() - begin < 1


@pytest.mark.parametrize("number", range(5))
def test_transfer_codes_are_read_exactly(number):
    link = transfer_link(np.random.default_rng(number))
    assert texts(drawn(link, Look(3, error="l")), Effort.SCREEN) == {link}


def test_every_code_of_every_screen_is_read():
    for picture in screens(77, ((1920, 1080),)):
        assert texts(picture.gray, Effort.SCREEN) == set(picture.texts), picture.kind


def test_a_code_twice_on_a_screen_is_told_once():
    code = drawn("the same", Look(4))
    assert len(read(Frame.of(np.hstack([code, code])), Effort.SCREEN)) == 1


def test_the_ladder_reads_more_than_its_decoder():
    alone = climbed = 0
    for kind in ("glaring", "noisy", "dark", "combined", "small"):
        for number in range(3):
            picture = photo(np.random.default_rng([78, number, len(kind)]), (640, 480), kind)
            plainly = {found.text for found in Zxing().read(Frame.of(picture.gray))}
            found = texts(picture.gray)
            assert plainly <= found <= set(picture.texts), kind
            alone, climbed = alone + len(plainly), climbed + len(found)
    assert climbed >= alone + 3


def test_nothing_is_read_where_nothing_is():
    for number in range(2):
        chance = np.random.default_rng([79, number])
        assert texts(photo(chance, (640, 480), "none").gray) == set()
        assert texts(chance.integers(0, 255, (400, 500)).astype(np.uint8)) == set()


@pytest.mark.parametrize("effort", Effort)
@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (2, 2), (21, 21), (60, 5000)])
def test_odd_pictures_hold_nothing(shape, effort):
    noise = np.random.default_rng(1).integers(0, 255, shape)
    for gray in (np.zeros(shape), np.full(shape, 255), noise):
        assert texts(gray.astype(np.uint8), effort) == set()


@pytest.mark.parametrize("effort", [Effort.PHOTO, Effort.THOROUGH])
def test_a_huge_picture_of_noise_ends_in_time(effort):
    coarse = np.random.default_rng(1).integers(0, 255, (640, 1000)).astype(np.uint8)
    huge = cv2.resize(coarse, (7500, 5300), interpolation=cv2.INTER_NEAREST)
    begin = time.process_time()
    assert texts(huge, effort) == set()
    assert time.process_time() - begin < 5


def test_a_code_in_a_huge_photograph_is_read_and_its_place_told():
    page = np.full((4000, 5000), 200, np.uint8)
    code = cv2.GaussianBlur(drawn("far away", Look(9)), (0, 0), 3)
    page[3000 : 3000 + len(code), 4000 : 4000 + len(code)] = code
    (found,) = read(Frame.of(page), Effort.PHOTO)
    assert found.text == "far away"
    assert np.allclose(found.corners[0], (4036, 3036), atol=8)


@pytest.mark.skipif(not PHOTOGRAPHS.is_dir(), reason="the photographs are not at hand")
def test_photographs_are_read_and_nothing_else():
    codes = found_codes = 0
    for entry in json.loads((PHOTOGRAPHS / "EXPECTED.json").read_text(encoding="utf-8")):
        gray = cv2.imread(str(PHOTOGRAPHS / entry["image"]), cv2.IMREAD_GRAYSCALE)
        if gray is None:
            continue
        found = texts(gray)
        if not entry["has_code"]:
            assert not found, entry["image"]
        elif entry["texts"]:
            codes += 1
            found_codes += entry["texts"][0] in {text.replace("\r\n", "\n") for text in found}
    assert found_codes >= 0.97 * codes
