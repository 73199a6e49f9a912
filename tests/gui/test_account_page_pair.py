"""The pair of consecutive codes stands still while a person enters it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from warifu.core.account import Account, Otp, OtpType
from warifu.core.otp import code_at
from warifu.core.secret import Secret
from warifu.desktop.accounts.code_pair import (
    Half,
    Moment,
    fresh_pair,
    half_of_current,
    hold,
    moment,
    pair_now,
    which_to_copy,
    with_copied,
)
from warifu.services.copying import Which

START = 1_800_000_000  # a boundary of 30 seconds
AWS = Account(Otp(Secret(b"a secret of AWS, twenty")), title="MIKOLABO-FIRST")
COUNTED = Account(Otp(Secret(b"a secret that counts"), type=OtpType.HOTP), counter=7)


def test_an_untouched_pair_rolls_with_the_clock() -> None:
    pair = pair_now(None, AWS, START + 3)
    later = pair_now(pair, AWS, START + 30)
    assert (later.first.value, later.second.value) == (
        code_at(AWS, START + 30).value,
        code_at(AWS, START + 60).value,
    )


def test_after_code_1_is_copied_code_2_is_the_one_that_follows_it_until_it_is_over() -> None:
    pair = with_copied(pair_now(None, AWS, START + 28), Half.FIRST)
    for now in (START + 29.9, START + 30, START + 45, START + 59.9):
        pair = pair_now(pair, AWS, now)
        assert pair.first == code_at(AWS, START)
        assert pair.second == code_at(AWS, START + 30)
    fresh = pair_now(pair, AWS, START + 60)
    assert fresh.first == code_at(AWS, START + 60)
    assert not fresh.held
    assert not fresh.copied


def test_what_copying_means_follows_the_clock() -> None:
    pair = hold(pair_now(None, AWS, START))
    assert which_to_copy(pair, Half.FIRST, AWS, START + 29) is Which.CURRENT
    assert which_to_copy(pair, Half.SECOND, AWS, START + 29) is Which.NEXT
    assert which_to_copy(pair, Half.FIRST, AWS, START + 30) is None
    assert which_to_copy(pair, Half.SECOND, AWS, START + 30) is Which.CURRENT
    assert half_of_current(pair, AWS, START + 29) is Half.FIRST
    assert half_of_current(pair, AWS, START + 30) is Half.SECOND


def test_a_clock_set_back_starts_a_fresh_pair() -> None:
    pair = with_copied(pair_now(None, AWS, START), Half.FIRST)
    assert pair_now(pair, AWS, START - 1).first == code_at(AWS, START - 1)


def test_another_secret_starts_a_fresh_pair() -> None:
    pair = with_copied(pair_now(None, AWS, START), Half.FIRST)
    changed = replace(AWS, otp=Otp(Secret(b"another secret of AWS")))
    assert pair_now(pair, changed, START).first == code_at(changed, START)


def test_counted_codes_are_neighbours_and_stay_so_while_copying_counts_on() -> None:
    pair = with_copied(fresh_pair(COUNTED, START), Half.FIRST)
    counted = replace(COUNTED, counter=8)
    pair = pair_now(pair, counted, START + 999)
    assert pair.first == code_at(COUNTED, START)
    assert pair.second == code_at(counted, START)
    assert moment(pair, Half.FIRST, counted, START) is Moment.OVER
    assert which_to_copy(pair, Half.SECOND, counted, START) is Which.CURRENT
    assert pair_now(pair, replace(COUNTED, counter=10), START).counter == 10


@given(st.integers(START, START + 10**9), st.integers(0, 600), st.sampled_from([10, 30, 60, 90, 300]))
def test_the_two_are_always_neighbours(start: int, after: int, period: int) -> None:
    account = Account(Otp(Secret(b"a secret that anyone uses"), period=period))
    for pair in (None, hold(pair_now(None, account, start))):
        shown = pair_now(pair, account, start + after)
        assert shown.second.valid_from == shown.first.valid_until == shown.first.valid_from + period
        assert moment(shown, Half.SECOND, account, start + after) is not Moment.OVER
