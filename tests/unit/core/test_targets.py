"""What other apps cannot hold of an account."""

from __future__ import annotations

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.secret import Secret
from warifu.core.targets import NAME_BYTES, google_limits, google_refusal, link_limits, short_name

SECRET = Secret(b"a secret of twenty by")


def account(**fields) -> Account:
    named = {key: fields.pop(key) for key in ("title", "issuer", "account", "counter") if key in fields}
    return Account(Otp(SECRET, **fields), **named)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (account(), None),
        (account(digits=8, algorithm=Algorithm.SHA256), None),
        (account(algorithm=Algorithm.SHA512), None),
        (account(type=OtpType.HOTP, period=77), None),
        (account(digits=7), "6 or 8 digits"),
        (account(digits=10), "6 or 8 digits"),
        (account(period=60), "every 30 seconds"),
        (account(type=OtpType.STEAM, digits=5), "this kind of code"),
        (account(type=OtpType.MOTP, algorithm=Algorithm.MD5, period=10), "this kind of code"),
        (account(type=OtpType.YANDEX, algorithm=Algorithm.SHA256, digits=8), "this kind of code"),
        (account(type=OtpType.HOTP, counter=2**63), "counter"),
        (Account(Otp(Secret(bytes(300)))), "too long"),
    ],
)
def test_what_google_authenticator_cannot_hold(made, reason):
    refusal = google_refusal(made)
    assert (refusal is None) if reason is None else reason in str(refusal)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (account(), []),
        (account(title="GitHub", issuer="GitHub", account="ada"), []),
        (account(digits=8), ["instead of 8"]),
        (account(period=60, algorithm=Algorithm.SHA256), ["instead of 60", "instead of SHA-256"]),
        (account(type=OtpType.HOTP), ["count on their own"]),
        (account(type=OtpType.STEAM, digits=5), ["Steam"]),
        (account(type=OtpType.YANDEX, digits=8, pin="1234"), ["Yandex", "PIN is part of"]),
        (account(type=OtpType.MOTP, algorithm=Algorithm.MD5, pin="1234"), ["mOTP", "PIN is not in"]),
        (account(title="割" * 200), ["shortened"]),
        (account(title="Mine", issuer="GitHub"), ["called “GitHub”"]),
    ],
)
def test_what_phones_may_ignore_or_refuse_of_a_link(made, words):
    limits = [str(limit) for limit in link_limits(made)]
    assert len(limits) == len(words)
    assert all(word in limit for word, limit in zip(words, limits, strict=True))
    assert "1234" not in "".join(limits)


def test_google_takes_counters_with_a_word_about_them():
    assert ["count on their own" in str(limit) for limit in google_limits(account(type=OtpType.HOTP))] == [
        True
    ]
    assert google_limits(account()) == ()


def test_long_names_are_cut_between_letters():
    assert short_name("あ" * 33) == "あ" * 33
    cut = short_name("あ" * 34)
    assert cut == "あ" * 32 + "…"
    assert len(cut.encode()) <= NAME_BYTES
    assert short_name("x" * 100) == "x" * 100
    assert short_name("a b" * 40).endswith("…")
