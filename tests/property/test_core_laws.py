"""What holds for every account: a link and a transfer code bring back what they were made from."""

from __future__ import annotations

import base64
import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.clean import clean_line
from warifu.core.errors import BadText
from warifu.core.intake import recognise
from warifu.core.migration import MAX_LINK, format_migration, parse_migration
from warifu.core.secret import Secret
from warifu.core.targets import short_name
from warifu.core.uri import format_uri, parse_uri

names = st.text(max_size=60).map(lambda text: clean_line(text, 60)).filter(lambda text: ":" not in text)
secrets = st.binary(min_size=1, max_size=64).map(Secret)
hashes = st.sampled_from([Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512])
counters = st.integers(0, 2**63 - 1)


@st.composite
def accounts(draw, *, google: bool = False) -> Account:
    kind = draw(st.sampled_from([OtpType.TOTP, OtpType.HOTP]))
    digits = draw(st.sampled_from([6, 8]) if google else st.integers(1, 10))
    period = 30 if google or kind is OtpType.HOTP else draw(st.integers(1, 86_400))
    issuer = draw(names.filter(lambda name: google is False or bool(name)))
    if issuer == "Steam":
        issuer = "Stream"
    return Account(
        Otp(draw(secrets), kind, draw(hashes), digits, period),
        title=issuer,
        issuer=issuer,
        account=draw(names.filter(lambda name: bool(name) or not google)),
        counter=draw(counters) if kind is OtpType.HOTP else 0,
    )


def essence(account: Account) -> tuple:
    return account.otp, account.issuer, account.account, account.counter


@given(accounts())
def test_a_link_brings_the_account_back(account):
    assert essence(parse_uri(format_uri(account))) == essence(account)


@given(st.lists(accounts(google=True), max_size=25))
def test_transfer_codes_bring_the_accounts_back(given_accounts):
    transfer = format_migration(given_accounts)
    assert not transfer.refused
    back = [made for uri in transfer.uris for made in parse_migration(uri).accounts]
    named = [
        dataclasses.replace(a, issuer=short_name(a.issuer), account=short_name(a.account))
        for a in given_accounts
    ]
    assert [essence(made) for made in back] == [essence(made) for made in named]
    assert all(len(code.accounts) <= 10 and len(code.uri) <= MAX_LINK for code in transfer.codes)


@given(st.text())
def test_the_door_never_throws_and_never_stays_silent(text):
    intake = recognise(text)
    meaningful = [
        line for line in text.lstrip("\ufeff").splitlines() if line.strip() and line.strip()[0] != "#"
    ]
    assert bool(intake.accounts or intake.problems) == bool(meaningful)


@given(st.text(alphabet="otpauh:/?&=%#+ secritTSAH256digsxyz0\u202e\n", max_size=200))
def test_any_link_is_an_account_or_one_sentence(rest):
    try:
        made = parse_uri("otpauth://totp/" + rest)
    except BadText as error:
        assert str(error)  # noqa: PT017
    else:
        assert len(made.otp.secret) > 0


@given(st.binary(max_size=300))
def test_any_payload_is_a_batch_or_one_sentence(payload):
    try:
        parse_migration("otpauth-migration://offline?data=" + base64.b64encode(payload).decode())
    except BadText as error:
        assert "transfer code" in str(error)  # noqa: PT017
