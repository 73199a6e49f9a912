"""Google Authenticator's transfer as a text."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of
from warifu.core.account import Account, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import google, registry
from warifu.formats.base import NO_KEYS
from warifu.formats.holds import losses, refusal
from warifu.formats.untrusted import Untrusted

SECRET = b"a secret of 20 bytes"


def varint(value: int) -> bytes:
    value &= 2**64 - 1
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def text_field(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | 2]) + varint(len(value)) + value


def number_field(number: int, value: int) -> bytes:
    return bytes([number << 3]) + varint(value)


def account(name: str, issuer: str, kind: int, counter: int = 0) -> bytes:
    return text_field(
        1,
        text_field(1, SECRET) + text_field(2, name.encode()) + text_field(3, issuer.encode())
        + number_field(4, 1) + number_field(5, 1) + number_field(6, kind)
        + (number_field(7, counter) if counter else b"") + text_field(8, b"a-new-field"),
    )  # fmt: skip


def link(*accounts: bytes, size: int = 1, index: int = 0) -> str:
    payload = b"".join(accounts) + number_field(2, 1)
    payload += number_field(3, size) + number_field(4, index) + number_field(5, -77)
    return "otpauth-migration://offline?data=" + quote(base64.b64encode(payload).decode(), safe="")


BOTH = link(account("GitHub:ada", "GitHub", 2), account("c", "Bank", 1, 4))


class TestGoogle(FormatContract):
    id = "google"

    def files(self) -> list[File]:
        return [
            File(BOTH.encode(), 2),
            File(f"# otpauth://totp/x?secret=AAAA is a comment\n\n{BOTH}\n".encode(), 2),
            File(
                (
                    link(account("a", "", 0), size=2) + "\n" + link(account("b", "", 0), size=2, index=1)
                ).encode(),
                2,
            ),
        ]


def test_names_and_counters_come_along():
    _, contents = registry.read(Untrusted(BOTH.encode()), NO_KEYS)
    first, second = (each.account for each in contents.entries)
    assert (first.issuer, first.account, first.otp.type) == ("GitHub", "ada", OtpType.TOTP)
    assert (second.issuer, second.account, second.counter) == ("Bank", "c", 4)
    assert first.otp.secret.reveal() == SECRET


def test_a_missing_part_is_told_and_the_others_are_read():
    _, contents = registry.read(Untrusted(link(account("a", "", 2), size=3, index=1).encode()), NO_KEYS)
    assert len(contents.entries) == 1
    assert [str(each.title) for each in contents.problems] == [
        "Part 1 of 3 of this transfer is missing.",
        "Part 3 of 3 of this transfer is missing.",
    ]


@pytest.mark.parametrize("other", ["otpauth://totp/a?secret=AAAAAAAA", "steam://AAAAAAAAAAAAAAAA"])
def test_with_other_links_among_them_it_is_a_list_of_links(other):
    assert registry.detect(Untrusted(f"{BOTH}\n{other}\n".encode())).id == "otpauth"


@given(st.lists(accounts_for(google.FORMAT.writer.holds, colons=False), min_size=1, max_size=12))
def test_what_is_written_comes_back(accounts):
    _, contents = registry.read(Untrusted(google.write(accounts, "")), NO_KEYS)
    named = [each for each in contents.entries if each.account.account]
    assert [codes_of(each.account)[:6] for each in contents.entries] == [
        codes_of(each)[:6] for each in accounts
    ]
    assert all(each.account.issuer for each in named)


def test_what_it_cannot_hold_is_told_before():
    holds = google.FORMAT.writer.holds
    long = Account(Otp(Secret(bytes(257))), issuer="Site")
    assert str(refusal(long, holds)) == "Its secret is too long for that app."
    named = Account(Otp(Secret(bytes(20))), issuer="会" * 40, note="n")
    assert refusal(named, holds) is None
    assert [str(each) for each in losses(named, holds)] == [
        "Its long name is shortened.",
        "Its note is lost.",
    ]
