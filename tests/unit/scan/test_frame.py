from __future__ import annotations

import numpy as np
import pytest

from warifu.scan.frame import Found, Frame


def test_a_frame_of_bytes_has_rows_of_its_width():
    frame = Frame.of_bytes(3, 2, b"\x01\x02\x03\x04\x05\x06")
    assert (frame.width, frame.height) == (3, 2)
    assert frame.gray[1].tolist() == [4, 5, 6]


@pytest.mark.parametrize(
    ("width", "height", "data"), [(2, 2, b"123"), (0, 0, b""), (-1, -4, b"1234"), (1, 1, b"12")]
)
def test_bytes_of_another_size_are_refused(width, height, data):
    with pytest.raises(ValueError, match="pixels are not"):
        Frame.of_bytes(width, height, data)


@pytest.mark.parametrize(
    "pixels",
    [np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2)), np.zeros((0, 4), np.uint8), np.zeros(4, np.uint8)],
    ids=["colours", "floats", "empty", "a line"],
)
def test_other_arrays_are_refused(pixels):
    with pytest.raises(ValueError, match="not a grey picture"):
        Frame.of(pixels)


def test_rows_with_gaps_are_closed():
    frame = Frame.of(np.arange(24, dtype=np.uint8).reshape(4, 6)[:, ::2])
    assert frame.gray.flags.c_contiguous
    assert frame.gray[0].tolist() == [0, 2, 4]


def test_a_text_is_not_in_the_repr():
    assert "JBSWY" not in repr(Found("otpauth://totp/x?secret=JBSWY3DP", ((0, 0), (1, 0), (1, 1), (0, 1))))
