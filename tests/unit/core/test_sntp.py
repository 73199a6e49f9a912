"""The packets of SNTP, as RFC 4330 draws them."""

from __future__ import annotations

import pytest

from time_server import answer, odd_answers, stamp
from warifu.core import sntp
from warifu.core.clock import CorrectedClock, uncorrected

pytestmark = pytest.mark.safety(70)
NOW = 1_796_083_214.25


def test_a_question_tells_nothing_of_us() -> None:
    questions = {sntp.question() for _ in range(1_000)}
    assert {question[:40] for question in questions} == {b"\x23" + bytes(39)}
    assert len({question[40:] for question in questions}) == 1_000


@pytest.mark.parametrize("off", [90.0, -90.0, 0.0, 0.25, 86_400.0, -1e9])
def test_the_offset_is_the_middle_of_both_ways(off: float) -> None:
    asked = sntp.question()
    # it took 0.25 s there, 0.5 s at the server, and 0.25 s back
    told = answer(asked, 0, arrived=stamp(NOW + 0.25 + off), left=stamp(NOW + 0.75 + off))
    found = sntp.reading(asked, told, NOW, NOW + 1.0)
    assert found.offset == pytest.approx(off, abs=1e-6)
    assert found.delay == pytest.approx(0.5, abs=1e-6)


def test_an_answer_with_more_behind_it_is_read() -> None:
    asked = sntp.question()
    assert sntp.reading(asked, answer(asked, NOW) + bytes(20), NOW, NOW).offset == 0


@pytest.mark.parametrize("unix", [0.0, NOW, 2_085_978_495.0, 2_085_978_496.0, 2_500_000_000.0])
def test_years_before_and_after_2036(unix: float) -> None:
    if unix == 0.0:  # 1970 lies in the first era, with the highest bit set
        assert stamp(unix)[0] & 0x80
    assert sntp.unix_time(stamp(unix)) == unix


@pytest.mark.parametrize("odd", sorted(set(odd_answers(NOW)) - {"silent"}))
def test_no_time_is_taken_from_what_is_odd(odd: str) -> None:
    asked = sntp.question()
    for packet in odd_answers(NOW)[odd](asked):
        with pytest.raises(sntp.Unusable):
            sntp.reading(asked, packet, NOW, NOW + 0.1)


@pytest.mark.parametrize("length", range(48))
def test_a_packet_cut_anywhere_is_refused(length: int) -> None:
    asked = sntp.question()
    with pytest.raises(sntp.Unusable, match="NOT_OURS"):
        sntp.reading(asked, answer(asked, NOW)[:length], NOW, NOW)


def test_a_kiss_of_death_for_another_question_is_not_heard() -> None:
    asked = sntp.question()
    with pytest.raises(sntp.Unusable, match="NOT_OURS"):
        sntp.reading(asked, answer(sntp.question(), NOW, stratum=0), NOW, NOW)


def test_a_corrected_clock_moves_the_time_and_no_duration(fake_clock) -> None:
    correction = [0.0]
    clock = CorrectedClock(fake_clock, lambda: correction[0])
    before = clock.now(), clock.monotonic()
    correction[0] = 90.0
    assert (clock.now(), clock.monotonic()) == (before[0] + 90, before[1])
    fake_clock.advance(5)
    assert (clock.now(), clock.monotonic()) == (before[0] + 95, before[1] + 5)
    fake_clock.set(1_000.0)
    assert (clock.now(), clock.monotonic()) == (1_090.0, before[1] + 5)
    assert uncorrected(clock) is fake_clock
    assert uncorrected(fake_clock) is fake_clock
