"""Google Authenticator's transfer codes."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.errors import BadText
from warifu.core.migration import MAX_LINK, format_migration, missing_parts, parse_migration
from warifu.core.secret import Secret
from warifu.core.wire import write_bytes, write_varint

RAW = b"Hello!\xde\xad\xbe\xef"


def link(message: bytes) -> str:
    return f"otpauth-migration://offline?data={quote(base64.b64encode(message).decode(), safe='')}"


def entry(
    *, secret: bytes = RAW, name: bytes = b"GitHub:ada", issuer: bytes = b"GitHub", **numbers: int
) -> bytes:
    places = {"algorithm": 4, "digits": 5, "type": 6, "counter": 7}
    fields = write_bytes(1, secret) + write_bytes(2, name) + write_bytes(3, issuer)
    return fields + b"".join(write_varint(places[key], value) for key, value in numbers.items())


def test_the_example_of_the_published_format_is_read():
    # The wire bytes are spelt out so that reader and writer cannot be wrong together.
    message = bytes.fromhex(
        "0a260a0a48656c6c6f21deadbeef120a4769744875623a6164611a06476974487562200128013002"
        "10011801200028dbb4f6ac05"
    )  # fmt: skip
    batch = parse_migration(link(message))
    (made,) = batch.accounts
    assert (made.issuer, made.account, made.otp.secret.reveal()) == ("GitHub", "ada", RAW)
    assert (made.otp.type, made.otp.algorithm, made.otp.digits, made.otp.period) == ("totp", "SHA1", 6, 30)
    assert (batch.index, batch.size, batch.batch_id) == (0, 1, 1436392027)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({}, (OtpType.TOTP, Algorithm.SHA1, 6)),
        ({"type": 2, "algorithm": 2, "digits": 2}, (OtpType.TOTP, Algorithm.SHA256, 8)),
        ({"type": 1, "algorithm": 3, "counter": 7}, (OtpType.HOTP, Algorithm.SHA512, 6)),
    ],
)
def test_unset_numbers_have_their_meaning(numbers, expected):
    (made,) = parse_migration(link(write_bytes(1, entry(**numbers)))).accounts
    assert (made.otp.type, made.otp.algorithm, made.otp.digits) == expected
    assert made.counter == numbers.get("counter", 0)


def test_unknown_fields_of_newer_apps_are_skipped():
    newer = (
        entry()
        + write_bytes(8, b"some-id")
        + bytes([9 << 3 | 1])
        + bytes(8)
        + bytes([10 << 3 | 5])
        + bytes(4)
    )
    assert len(parse_migration(link(write_bytes(1, newer) + write_varint(99, 5))).accounts) == 1


def test_a_negative_batch_id_is_one_number():
    assert parse_migration(link(write_bytes(1, entry()) + write_varint(5, -12345))).batch_id == -12345


@pytest.mark.parametrize(
    "bad", [entry(secret=b""), entry(algorithm=4), entry(algorithm=9), b"\x0a\xff", entry(digits=7)]
)
def test_one_bad_account_is_listed_and_the_others_stay(bad):
    batch = parse_migration(link(write_bytes(1, entry()) + write_bytes(1, bad) + write_bytes(1, entry())))
    assert len(batch.accounts) == 2
    assert len(batch.problems) == 1


def test_links_that_lost_their_encoding_are_read():
    for secret in (b"\xfb\xff\xfe" * 5, b"\x00" * 10, b"~~~???>>>"):
        data = base64.b64encode(write_bytes(1, entry(secret=secret))).decode()
        for written in (
            data,
            data.rstrip("="),
            data.replace("+", " "),
            data.replace("+", "-").replace("/", "_"),
        ):
            (made,) = parse_migration(f"otpauth-migration://offline?data={written}").accounts
            assert made.otp.secret.reveal() == secret


@pytest.mark.parametrize(
    "text",
    [
        "otpauth-migration://offline",
        "otpauth-migration://offline?data=!!!",
        link(b"\xff\xff"),
        link(b"\x0a\x7f"),
    ],
)
def test_a_broken_code_is_refused(text):
    with pytest.raises(BadText, match="transfer code"):
        parse_migration(text)


def test_accounts_go_ten_at_a_time_and_come_back():
    accounts = [
        Account(
            Otp(Secret(bytes([n]) * 20), digits=6 + n % 2 * 2),
            title=f"T{n}",
            issuer=f"T{n}",
            account=f"ada{n}",
        )
        for n in range(23)
    ]
    transfer = format_migration(accounts, batch_id=77)
    batches = [parse_migration(uri) for uri in transfer.uris]
    assert [len(batch.accounts) for batch in batches] == [10, 10, 3]
    assert [(batch.index, batch.size, batch.batch_id) for batch in batches] == [
        (0, 3, 77),
        (1, 3, 77),
        (2, 3, 77),
    ]
    back = [made for batch in batches for made in batch.accounts]
    assert [(made.otp, made.issuer, made.account) for made in back] == [
        (made.otp, made.issuer, made.account) for made in accounts
    ]
    assert missing_parts(batches) == ()
    assert missing_parts([batches[1]]) == ((1, 3), (3, 3))


def test_what_google_cannot_hold_is_said():
    odd = [
        Account(Otp(Secret(RAW), period=60)),
        Account(Otp(Secret(RAW), digits=7)),
        Account(Otp(Secret(RAW), OtpType.STEAM, digits=5)),
    ]
    transfer = format_migration([*odd, Account(Otp(Secret(RAW)), title="Fine")])
    assert [account for account, _ in transfer.refused] == odd
    assert [str(reason).startswith("Google Authenticator can") for _, reason in transfer.refused] == [
        True
    ] * 3
    assert len(parse_migration(transfer.uris[0]).accounts) == 1


def test_a_name_that_begins_like_its_issuer_comes_back_whole():
    made = Account(Otp(Secret(RAW)), title="GitHub", issuer="GitHub", account="github:ada")
    (back,) = parse_migration(*format_migration([made]).uris).accounts
    assert (back.issuer, back.account) == ("GitHub", "github:ada")


def test_long_names_are_cut_and_make_more_codes():
    accounts = [Account(Otp(Secret(RAW)), issuer="割符" * 100, account="x" * 200) for _ in range(10)]
    transfer = format_migration(accounts)
    assert [len(code.accounts) for code in transfer.codes] == [3, 3, 3, 1]
    assert all(len(uri) <= MAX_LINK for uri in transfer.uris)
    batches = [parse_migration(uri) for uri in transfer.uris]
    assert missing_parts(batches) == ()
    assert batches[0].accounts[0].account.startswith("xxxx")
    assert batches[0].accounts[0].account.endswith("…")
