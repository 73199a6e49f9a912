"""What a row shows at one moment."""

from __future__ import annotations

import math

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.otp import code_at, codes_around
from warifu.core.secret import Secret
from warifu.services.codes import next_boundary, visible_code

SECRET = Secret(b"12345678901234567890")


def account(**otp):
    return Account(Otp(SECRET, **otp), title="t")


@pytest.mark.safety(67)
def test_a_row_shows_the_codes_of_rfc_6238():
    shown = visible_code(account(digits=8), 59)

    assert (shown.text.replace(" ", ""), shown.value) == ("94287082", "94287082")


@pytest.mark.safety(68)
@pytest.mark.parametrize(
    ("now", "left", "share"),
    [(60, 30, 1.0), (60.001, 30, 0.99997), (75, 15, 0.5), (89, 1, 1 / 30), (89.999, 1, 0)],
)
def test_code_and_countdown_come_from_one_reading_of_the_clock(now, left, share):
    shown = visible_code(account(), now)

    assert shown.value == code_at(account(), 60).value
    assert shown.seconds_left == left
    assert shown.share == pytest.approx(share, abs=1e-4)


def test_the_next_code_shows_in_the_last_seconds_alone():
    following = codes_around(account(), 60).next.value

    assert visible_code(account(), 84.9, show_next=5).next_text == ""
    assert visible_code(account(), 85, show_next=5).next_text.replace(" ", "") == following
    assert visible_code(account(), 89.9, show_next=0).next_text == ""


@pytest.mark.parametrize("kind", [OtpType.TOTP, OtpType.HOTP, OtpType.STEAM])
def test_a_hidden_code_holds_no_code(kind):
    hidden = visible_code(account(type=kind), 85, hide=True, show_next=30)
    shown = visible_code(account(type=kind), 85)

    assert set(hidden.text) <= {"•", " "}
    assert len(hidden.text) == len(shown.text)
    assert (hidden.value, hidden.next_text) == ("", "")


def test_a_counted_code_never_runs_out():
    shown = visible_code(account(type=OtpType.HOTP), 85, show_next=30)

    assert (shown.value, shown.seconds_left, shown.share, shown.next_text) == ("755224", None, None, "")


@pytest.mark.safety(30)
def test_a_code_does_not_show_in_a_log():
    shown = visible_code(account(), 60)

    assert shown.value not in repr(shown)


def test_the_next_boundary_is_the_first_change_of_any_visible_code():
    assert next_boundary([account(), account(period=45)], 60) == 90
    assert next_boundary([account(), account(period=7)], 60) == 63
    assert next_boundary([account(type=OtpType.HOTP)], 60) == math.inf
    assert next_boundary([], 60) == math.inf


@pytest.mark.parametrize(
    "otp",
    [
        {"type": OtpType.TOTP, "period": 61},
        {"type": OtpType.STEAM},
        {"type": OtpType.MOTP, "algorithm": Algorithm.MD5, "pin": "1234"},
        {"type": OtpType.MOTP, "algorithm": Algorithm.MD5, "pin": "1234", "period": 10},
        {"type": OtpType.YANDEX, "pin": "1234", "algorithm": Algorithm.SHA256, "digits": 8},
    ],
)
@pytest.mark.parametrize("now", [0.0, 1_800_000_007.3])
def test_the_boundary_is_where_the_shown_code_ends(otp, now):
    assert next_boundary([account(**otp)], now) == codes_around(account(**otp), now).current.valid_until
