"""Codes against the published vectors, and what must hold around them."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import itertools
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.base32 import decode_secret
from warifu.core.otp import MAX_COUNTER, code_at, codes_around, grouped
from warifu.core.secret import Secret

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "codes.json").read_text(encoding="utf-8"))
RFC_KEY = Secret(bytes.fromhex(VECTORS["rfc4226"]["secret_hex"]))


def totp(**changes: object) -> Account:
    return Account(Otp(RFC_KEY, **changes))  # type: ignore[arg-type]


def hotp(counter: int) -> Account:
    return Account(Otp(RFC_KEY, OtpType.HOTP), counter=counter)


@pytest.mark.safety(67)
@pytest.mark.parametrize(("counter", "expected"), list(enumerate(VECTORS["rfc4226"]["codes"])))
def test_rfc_4226(counter, expected):
    assert code_at(hotp(counter), 0).value == expected


@pytest.mark.safety(67)
@pytest.mark.parametrize(("time", "algorithm", "expected"), VECTORS["rfc6238"]["codes"])
def test_rfc_6238(time, algorithm, expected):
    secret = Secret(bytes.fromhex(VECTORS["rfc6238"]["secrets_hex"][algorithm]))
    account = Account(Otp(secret, algorithm=Algorithm(algorithm), digits=8))
    assert code_at(account, time).value == expected


@pytest.mark.safety(67)
@pytest.mark.parametrize(("secret", "time", "expected"), VECTORS["steam"]["codes"])
def test_steam(secret, time, expected):
    account = Account(Otp(decode_secret(secret), OtpType.STEAM, digits=5))
    assert code_at(account, time).value == expected


@pytest.mark.parametrize(("secret", "pin", "time", "expected"), VECTORS["motp"]["codes"])
def test_motp(secret, pin, time, expected):
    otp = Otp(Secret(bytes.fromhex(secret)), OtpType.MOTP, Algorithm.MD5, 6, 10, pin)
    assert code_at(Account(otp), time).value == expected


def test_motp_is_the_start_of_a_hash_over_step_secret_and_pin():
    otp = Otp(Secret(bytes.fromhex("0123456789abcdef")), OtpType.MOTP, Algorithm.MD5, 6, 10, "9876")
    expected = hashlib.md5(b"180000000" + b"0123456789abcdef" + b"9876").hexdigest()[:6]
    code = code_at(Account(otp), 1_800_000_009)
    assert (code.value, code.valid_from, code.valid_until) == (expected, 1_800_000_000, 1_800_000_010)


@pytest.mark.parametrize(("secret", "pin", "time", "expected"), VECTORS["yandex"]["codes"])
def test_yandex(secret, pin, time, expected):
    otp = Otp(decode_secret(secret), OtpType.YANDEX, Algorithm.SHA256, 8, 30, pin)
    assert code_at(Account(otp), time).value == expected


def test_a_yandex_key_that_begins_with_a_zero_loses_it():
    secret = Secret(b"0123456789abcdef")
    pin = next(
        pin
        for pin in map(str, itertools.count(1000))
        if hashlib.sha256(pin.encode() + secret.reveal()).digest()[0] == 0
    )
    key = hashlib.sha256(pin.encode() + secret.reveal()).digest()
    mac = hmac.new(key[1:], (1).to_bytes(8, "big"), "sha256").digest()
    at = mac[31] & 0xF
    number = int.from_bytes(mac[at : at + 8], "big") & 0x7FFFFFFFFFFFFFFF
    expected = "".join(chr(97 + number // 26**place % 26) for place in range(7, -1, -1))
    otp = Otp(secret, OtpType.YANDEX, Algorithm.SHA256, 8, 30, pin)
    assert code_at(Account(otp), 30).value == expected


@pytest.mark.safety(67)
@pytest.mark.parametrize("digits", list(range(5, 11)))
def test_fewer_digits_are_the_end_of_the_same_number(digits):
    assert code_at(totp(digits=digits), 59).value == "1094287082"[-digits:]


def test_secrets_that_pyotp_itself_refuses_work():
    short = Account(Otp(Secret(b"1234567890")))  # 80 bits, as GitHub and Facebook issue
    assert len(code_at(short, 0).value) == 6
    assert len(code_at(totp(period=86_400, digits=5), 0).value) == 5


@pytest.mark.safety(68)
@pytest.mark.parametrize(
    ("time", "start"),
    [(0, 0), (0.5, 0), (29.999, 0), (30, 30), (30.0001, 30), (59.999, 30), (60, 60), (-1, 0), (-0.001, 0)],
)
def test_a_code_starts_and_ends_with_its_step(time, start):
    code = code_at(totp(), time)
    assert (code.valid_from, code.valid_until) == (start, start + 30)


@pytest.mark.safety(68)
@pytest.mark.parametrize("period", [1, 10, 29, 45, 60, 90, 3600, 86_400])
def test_any_period(period):
    last_moment = math.nextafter(7 * period, 0)
    before, after = code_at(totp(period=period), last_moment), code_at(totp(period=period), 7 * period)
    assert before.valid_until == after.valid_from == 7 * period
    assert before.value == code_at(hotp(6), 0).value
    assert after.value == code_at(hotp(7), 0).value


@pytest.mark.safety(68)
@pytest.mark.parametrize("year", [1970, 2026, 2037, 2038, 2039, 2106, 2107, 9999])
def test_any_year(year):
    time = dt.datetime(year, 2, 7, 6, 28, 16, tzinfo=dt.UTC).timestamp()
    code = code_at(totp(), time)
    assert code.value == code_at(hotp(int(time) // 30), 0).value
    assert code.valid_from <= time < (code.valid_until or 0)


@pytest.mark.safety(68)
def test_neighbours_come_from_one_reading_of_the_clock():
    codes = codes_around(totp(), 59.999)
    assert codes.previous is not None
    assert codes.previous == code_at(totp(), 0)
    assert codes.current == code_at(totp(), 30)
    assert codes.next == code_at(totp(), 60)
    assert codes.previous.valid_until == codes.current.valid_from
    assert codes.current.valid_until == codes.next.valid_from


@pytest.mark.safety(68)
def test_a_clock_that_goes_back_gives_the_old_code_again(fake_clock):
    first = code_at(totp(), fake_clock.now())
    fake_clock.advance(3600)
    assert code_at(totp(), fake_clock.now()) != first
    fake_clock.set(fake_clock.now() - 3600)
    assert code_at(totp(), fake_clock.now()) == first
    assert first.seconds_left(first.valid_from - 100) == 130  # the countdown of an old code tells no lie


@pytest.mark.safety(68)
@pytest.mark.parametrize(
    ("now", "left"), [(0, 30), (0.001, 30), (1, 29), (28.999, 2), (29, 1), (29.999, 1), (30, 0), (1000, 0)]
)
def test_seconds_left_is_rounded_up(now, left):
    assert code_at(totp(), 0).seconds_left(now) == left


def test_nothing_comes_before_the_first_code():
    assert codes_around(totp(), 29).previous is None
    assert codes_around(hotp(0), 0).previous is None


def test_hotp_waits_for_the_next_press():
    codes = codes_around(hotp(4), 1e9)
    assert codes.previous is not None
    assert [codes.previous.value, codes.current.value, codes.next.value] == ["969429", "338314", "254676"]
    assert codes.current.valid_until is None
    assert codes.current.seconds_left(1e9) == 0


def test_the_last_counter_of_all_still_makes_a_code():
    codes = codes_around(hotp(MAX_COUNTER), 0)
    assert codes.next == codes.current != codes.previous


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("402113", "402 113"),
        ("4021137", "4 021 137"),
        ("68411902", "68 411 902"),
        ("123456789", "123 456 789"),
        ("1234567890", "1 234 567 890"),
        ("FR8RV", "FR8RV"),
        ("23456", "23456"),  # Steam without a letter
        ("e7d8b6", "e7d 8b6"),
        ("umozdicq", "umoz dicq"),
    ],
)
def test_grouping(value, shown):
    assert grouped(value) == shown


@pytest.mark.safety(30)
def test_a_code_does_not_show_itself():
    assert "755224" not in repr(code_at(hotp(0), 0))
    assert RFC_KEY.base32() not in repr(hotp(0)) + str(RFC_KEY)


def test_pyotp_is_loaded_with_the_first_code_and_not_before():
    program = (
        "import sys; import warifu.core.intake, warifu.core.otp, warifu.core.search;"
        "heavy = {'pyotp', 'urllib.request', 'logging', 'tempfile'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
