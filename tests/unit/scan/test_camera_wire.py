"""What the window and the camera's process say to each other arrives, and nothing else is believed."""

from __future__ import annotations

import contextlib
import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.scan import camera_wire as wire
from warifu.scan.frame import Found

CORNERS = ((1.0, 2.5), (30.0, 2.0), (31.0, 40.0), (-4.0, 41.0))
MESSAGES = (
    wire.Open("usb-cam"),
    wire.View(808, 680),
    wire.Cameras((wire.Camera("a", "Integrated Webcam"), wire.Camera("b", "会議室のカメラ"))),
    wire.Cameras(()),
    wire.Stated(wire.CameraState.BUSY, "a"),
    wire.Picture(2, 3, bytes(range(24))),
    wire.Codes(808, 680, (Found("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", CORNERS),)),
    wire.Codes(808, 680, ()),
    wire.Alive(),
)


def said(*messages: wire.Message) -> bytes:
    pipe = io.BytesIO()
    for message in messages:
        wire.write(message, pipe.write)
    return pipe.getvalue()


def framed(kind: int, body: bytes) -> bytes:
    return struct.pack(">BI", kind, len(body)) + body


def heard(data: bytes) -> list[wire.Message]:
    pipe = io.BytesIO(data)
    found = []
    while (message := wire.read(pipe.read)) is not None:
        found.append(message)
    return found


def test_every_message_arrives_as_it_was_said() -> None:
    assert heard(said(*MESSAGES)) == list(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_that_is_cut_off_is_refused(message) -> None:
    whole = said(message)
    for length in range(1, len(whole)):
        with pytest.raises(wire.BadMessage):
            heard(whole[:length])


@pytest.mark.parametrize(
    "data",
    [
        framed(99, b""),
        framed(wire.Kind.OPEN, b"7"),
        framed(wire.Kind.OPEN, b'"' + b"x" * 9000 + b'"'),
        framed(wire.Kind.VIEW, b"[0, 5]"),
        framed(wire.Kind.VIEW, b"[5, 100000]"),
        framed(wire.Kind.VIEW, b"[5.5, 7]"),
        framed(wire.Kind.STATE, b'["on fire", "a"]'),
        framed(wire.Kind.CAMERAS, b'[["a"]]'),
        framed(wire.Kind.CODES, b'[5, 5, [["x", [[0, 0], [1, 0], [1, 1]]]]]'),
        framed(wire.Kind.CODES, b'[5, 5, [["x", [[0, 0], [1, 0], [1, 1], [0, NaN]]]]]'),
        framed(wire.Kind.CODES, b'[5, 5, [["x", [[0, 0], [1, 0], [1, 1], [0, 1e300]]]]]'),
        framed(wire.Kind.CODES, b"[" * 100_000),
        framed(wire.Kind.PICTURE, struct.pack(">HH", 2, 2) + bytes(15)),
        framed(wire.Kind.PICTURE, struct.pack(">HH", 0, 0)),
        framed(wire.Kind.PICTURE, b"\0"),
        struct.pack(">BI", wire.Kind.CODES, 0xFFFFFFFF),
        struct.pack(">BI", wire.Kind.PICTURE, 0xFFFFFFFF),
    ],
)
def test_what_does_not_fit_is_refused_before_it_costs_memory(data: bytes) -> None:
    with pytest.raises(wire.BadMessage):
        heard(data)


@given(st.sampled_from(list(wire.Kind)), st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_nonsense_ends_in_nothing_but_the_documented_error(kind: wire.Kind, body: bytes) -> None:
    with contextlib.suppress(wire.BadMessage):
        heard(framed(kind, body))


def test_no_secret_is_in_what_a_message_says_of_itself() -> None:
    assert not any("JBSWY3DPEHPK3PXP" in repr(message) for message in MESSAGES)


def test_of_endless_lists_only_the_beginning_is_taken() -> None:
    many = wire.Cameras(tuple(wire.Camera(str(number), "x") for number in range(500)))
    (taken,) = heard(said(many))
    assert isinstance(taken, wire.Cameras)
    assert len(taken.cameras) == wire.MAX_CAMERAS
