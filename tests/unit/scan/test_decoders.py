"""What every decoder promises; a new one inherits these tests."""

from __future__ import annotations

import numpy as np
import pytest

from scan_pictures.codes import Look, drawn
from warifu.scan.decoders.base import Decoder
from warifu.scan.decoders.zxing import Zxing
from warifu.scan.frame import Frame

TEXTS = {
    "a link": "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub",
    "digits": "0123456789012345",
    "UTF-8": "otpauth://totp/Société Générale:ada?secret=JBSWY3DPEHPK3PXP",
    "Japanese": "otpauth://totp/楽天:山田 太郎?secret=JBSWY3DPEHPK3PXP",
    "control characters": "a\tb\r\nc\x1bd",
    "one character": "x",
}


class DecoderContract:
    """Reads clean codes exactly, and takes any picture."""

    def decoder(self) -> Decoder:
        raise NotImplementedError

    @pytest.fixture
    def read(self):
        decoder = self.decoder()
        if not decoder.available():
            pytest.skip(f"{decoder.name} is not installed")
        return lambda gray: [found.text for found in decoder.read(Frame.of(gray))]

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
    def test_texts_are_read_exactly(self, read, text):
        assert read(drawn(text, Look(5))) == [text]

    @pytest.mark.parametrize("turns", range(4))
    @pytest.mark.parametrize("mirrored", [False, True])
    def test_turned_and_mirrored(self, read, turns, mirrored):
        code = drawn("turned", Look(5))
        assert read(np.rot90(code[:, ::-1] if mirrored else code, turns)) == ["turned"]

    def test_white_on_black(self, read):
        assert read(drawn("inverted", Look(5, dark=240, light=15))) == ["inverted"]

    def test_two_codes_are_both_read(self, read):
        assert sorted(read(np.hstack([drawn("left one", Look(5)), drawn("right one", Look(5))]))) == [
            "left one",
            "right one",
        ]

    def test_the_corners_go_round_the_code(self):
        found = self.decoder().read(Frame.of(np.pad(drawn("where", Look(6)), 30, constant_values=255)))
        expected = [(54, 54), (180, 54), (180, 180), (54, 180)]
        assert np.allclose(found[0].corners, expected, atol=4)

    @pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (3, 3), (20, 20), (33, 4000)])
    @pytest.mark.parametrize("fill", ["black", "white", "noise"])
    def test_odd_pictures_hold_nothing(self, read, shape, fill):
        noise = np.random.default_rng(1).integers(0, 255, shape)
        gray = {"black": np.zeros(shape), "white": np.full(shape, 255), "noise": noise}[fill]
        assert read(gray.astype(np.uint8)) == []


class TestZxing(DecoderContract):
    def decoder(self) -> Decoder:
        return Zxing()

    def test_tells_of_codes_that_it_cannot_read(self):
        code = drawn("much of this is painted over " * 3, Look(6, error="l"))
        code[100:170, 90:200] = 0
        sight = Zxing().look(Frame.of(code))
        assert sight.found == ()
        assert [unread.modules for unread in sight.unread] == [37]

    def test_shift_jis_without_a_mark_is_read(self):
        import segno

        made = segno.make("ﾃﾞｻﾞｲﾝ設定".encode("shift_jis"), micro=False)
        gray = np.kron(np.pad(np.array(made.matrix, np.uint8), 4), np.ones((5, 5), np.uint8))
        assert [found.text for found in Zxing().read(Frame.of(255 - gray * 255))] == ["ﾃﾞｻﾞｲﾝ設定"]

    def test_latin_1_without_a_mark_is_read(self):
        import segno

        made = segno.make("Café Zürich".encode("latin-1"), micro=False)
        gray = np.kron(np.pad(np.array(made.matrix, np.uint8), 4), np.ones((5, 5), np.uint8))
        assert [found.text for found in Zxing().read(Frame.of(255 - gray * 255))] == ["Café Zürich"]
