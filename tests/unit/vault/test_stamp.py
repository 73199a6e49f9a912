"""Stamps order all writes of all devices, whatever their clocks say."""

from __future__ import annotations

from typing import Any

import pytest

from warifu.vault.stamp import ZERO, StampClock, device_of, is_stamp, new_device


def test_each_stamp_is_later_than_the_one_before(fake_clock: Any) -> None:
    clock = StampClock("dev", fake_clock)
    stamps = [clock.next() for _ in range(70_000)]  # more than one counter holds
    fake_clock.advance(-86_400)
    stamps += [clock.next() for _ in range(5)]
    fake_clock.advance(400 * 86_400)
    stamps += [clock.next() for _ in range(5)]
    assert stamps == sorted(set(stamps))
    assert all(map(is_stamp, stamps))
    assert stamps[0] > ZERO


@pytest.mark.parametrize("years", [-10, 10, 5_000])
def test_what_was_seen_is_beaten_whatever_clock_made_it(fake_clock: Any, years: int) -> None:
    mine, other = StampClock("aaa", fake_clock), StampClock("zzz", fake_clock)
    fake_clock.set(max(fake_clock.now() + years * 365.25 * 86_400, 0))
    seen = [other.next() for _ in range(3)][-1]
    fake_clock.set(1_800_000_000)
    mine.observe(seen)
    assert mine.next() > seen


def test_a_clock_before_1970_or_absurdly_late_still_makes_stamps(fake_clock: Any) -> None:
    for time in (-1e12, 0, 1e18):
        fake_clock.set(time)
        assert is_stamp(StampClock("dev", fake_clock).next())


def test_an_older_stamp_and_none_change_nothing(fake_clock: Any) -> None:
    clock, slow = StampClock("dev", fake_clock), StampClock("slow", fake_clock)
    old = slow.next()
    fake_clock.advance(10)
    last = clock.next()
    clock.observe(old)
    clock.observe("")
    assert clock.next() > last


@pytest.mark.parametrize("bad", ["", "a-b", "x" * 65, "ä", "a b"])
def test_a_device_id_is_letters_and_digits(fake_clock: Any, bad: str) -> None:
    with pytest.raises(ValueError, match="device"):
        StampClock(bad, fake_clock)


@pytest.mark.parametrize(
    "bad", ["", None, 5, "000000000000-0000-", "00000000000g-0000-a", "000000000000-0000-a\n"]
)
def test_other_things_are_no_stamps(bad: object) -> None:
    assert not is_stamp(bad)


def test_device_ids_differ_and_can_be_read_from_a_stamp(fake_clock: Any) -> None:
    devices = {new_device() for _ in range(100)}
    assert len(devices) == 100
    for device in devices:
        assert device_of(StampClock(device, fake_clock).next()) == device
