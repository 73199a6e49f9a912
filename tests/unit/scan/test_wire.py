"""The protocol: what one side writes the other reads, and anything else is an error and nothing worse."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.scan import wire
from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.frame import Found
from warifu.scan.ladder import Effort

NUMBER = b"12345678"
CORNERS = ((1.0, 2.0), (3.0, 2.0), (3.0, 4.5), (-1.0, 4.0))


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=20, unique=True),
    st.integers(0, 1000),
)
def test_answers_arrive_as_they_were(texts, left_out):
    sent = wire.Reading(tuple(Found(text, CORNERS) for text in texts), 640, 480, left_out)
    assert wire.read_answer(io.BytesIO(wire.answer_of(NUMBER, sent)), NUMBER) == sent


@pytest.mark.parametrize("refusal", Refusal)
def test_refusals_arrive_with_their_sentence(refusal):
    sent = PictureRefused(refusal, "FITS" if refusal is Refusal.OTHER_FORMAT else "")
    with pytest.raises(PictureRefused) as refused:
        wire.read_answer(io.BytesIO(wire.refusal_of(NUMBER, sent)), NUMBER)
    assert (refused.value.refusal, str(refused.value)) == (refusal, str(sent))
    assert str(sent.title)


@pytest.mark.parametrize("effort", Effort)
def test_requests_arrive_as_they_were(effort):
    for sent in (
        wire.Request(NUMBER, wire.What.FRAME, effort, b"123456", 3, 2),
        wire.Request(NUMBER, wire.What.PICTURE, effort, b"GIF89a"),
    ):
        stream = io.BytesIO(wire.request_head(sent) + bytes(sent.data))
        assert wire.read_request(stream) == sent
        assert wire.read_request(stream) is None


@pytest.mark.safety(50)
@given(st.binary(max_size=200))
def test_foreign_bytes_are_an_error(answer):
    for untrusted in (answer, NUMBER + answer):
        with pytest.raises((wire.WireError, PictureRefused)):
            wire.read_answer(io.BytesIO(untrusted), NUMBER)
    if not answer.startswith(wire.HELLO):
        with pytest.raises(wire.WireError):
            wire.read_hello(io.BytesIO(answer))


@pytest.mark.safety(50)
@given(st.data())
def test_an_answer_that_was_changed_anywhere_is_read_or_refused(data):
    codes = tuple(Found(f"text {n}", CORNERS) for n in range(3))
    whole = bytearray(wire.answer_of(NUMBER, wire.Reading(codes, 640, 480)))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        reading = wire.read_answer(io.BytesIO(whole), NUMBER)
    except (wire.WireError, PictureRefused):
        return
    assert len(reading.codes) <= 3


@pytest.mark.safety(50)
def test_lengths_are_checked_before_anything_is_read():
    class Endless:
        asked = 0

        def __init__(self, head):
            self.head = io.BytesIO(head)

        def read(self, size):
            part = self.head.read(size)
            self.asked += 0 if part else size
            return part or bytes(size)

    for length in (wire.MAX_ANSWER + 1, 2**32 - 1):
        stream = Endless(NUMBER + struct.pack(">IB", length, 0))
        with pytest.raises(wire.WireError):
            wire.read_answer(stream, NUMBER)
        assert not stream.asked
    stream = Endless(struct.pack(">8sBBIII", NUMBER, 1, 0, 0, 0, 2**32 - 1))
    with pytest.raises(wire.WireError):
        wire.read_request(stream)
    assert not stream.asked


def test_texts_beyond_all_measure_are_left_out():
    codes = tuple(
        Found(text, CORNERS) for text in ["x" * (wire.MAX_TEXT + 1), "kept", *map(str, range(2_000))]
    )
    answer = wire.answer_of(NUMBER, wire.Reading(codes, 1, 1))
    reading = wire.read_answer(io.BytesIO(answer), NUMBER)
    assert [code.text for code in reading.codes[:2]] == ["kept", "0"]
    assert len(reading.codes) == wire.MAX_CODES
    many = tuple(Found(f"{n}" + "x" * 60_000, CORNERS) for n in range(100))
    assert len(wire.answer_of(NUMBER, wire.Reading(many, 1, 1))) <= wire.MAX_ANSWER + 100
