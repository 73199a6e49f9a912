from __future__ import annotations

import numpy as np
import pytest

from scan_pictures.codes import Look, drawn
from scan_pictures.photos import film
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame
from warifu.scan.video import VideoReader


def test_the_first_clean_frame_is_read():
    (found,) = VideoReader().read(Frame.of(drawn("at once", Look(5))))
    assert found.text == "at once"


def test_frames_are_joined_to_read_what_none_of_them_shows():
    """Noise so strong that the decoder reads no single frame."""
    clean = np.pad(drawn("otpauth://totp/noise?secret=JBSWY3DPEHPK3PXP", Look(6)), 40, constant_values=255)
    chance = np.random.default_rng(80)
    reader, read = VideoReader(), set()
    for _ in range(16):
        noisy = np.clip(clean * 0.5 + 60 + chance.normal(0, 55, clean.shape), 0, 255).astype(np.uint8)
        assert Zxing().read(Frame.of(noisy)) == []
        read |= {found.text for found in reader.read(Frame.of(noisy))}
    assert read == {"otpauth://totp/noise?secret=JBSWY3DPEHPK3PXP"}


def test_films_are_read_that_the_decoder_alone_does_not_read():
    alone = joined = 0
    for kind in ("dark", "combined", "noisy"):
        for number in range(3):
            reader, frames = (
                VideoReader(),
                list(film(np.random.default_rng([81, number]), (640, 480), kind, 10)),
            )
            found = {code.text for picture in frames for code in reader.read(Frame.of(picture.gray))}
            assert found <= set(frames[0].texts)
            alone += any(Zxing().read(Frame.of(picture.gray)) for picture in frames)
            joined += bool(found)
    assert joined > alone


@pytest.mark.parametrize("shape", [(1, 1), (1, 200), (30, 30), (480, 640)])
def test_odd_frames_hold_nothing_and_sizes_may_change(shape):
    reader, chance = VideoReader(), np.random.default_rng(82)
    for number in range(16):
        size = shape if number % 2 else (48, 64)
        assert reader.read(Frame.of(chance.integers(0, 255, size).astype(np.uint8))) == ()
