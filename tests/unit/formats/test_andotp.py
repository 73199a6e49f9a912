"""andOTP's backups, plain, encrypted, old, and GNOME's, written as their code does."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of, some_accounts
from warifu.core.account import Algorithm, OtpType
from warifu.formats import andotp, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileTooBig, NotRecognised, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "4SJHB4GSD43FZBAI7C2HLRJGPQ======"
MOTP = base64.b32encode(b"e3152afee62599c8").decode()


def entry(kind: str = "TOTP", **changes: Any) -> dict[str, Any]:
    made = {"secret": KEY, "issuer": "Deno", "label": "Mason", "digits": 6, "type": kind, "algorithm": "SHA1",
            "thumbnail": "Default", "last_used": 1_608_146_844_162, "used_frequency": 3, "period": 30,
            "tags": []} | changes  # fmt: skip
    return {key: value for key, value in made.items() if value is not None}


ENTRIES = [
    entry(tags=["Work", "two words"], algorithm="SHA256", digits=7, period=20),
    entry("HOTP", counter=10300, period=None),
    entry("STEAM", digits=5, period=None),
    entry("MOTP", secret=MOTP, period=None),
]
OLD = [
    {
        "secret": KEY,
        "label": "Deno - Mason - 2",
        "period": 30,
        "digits": 6,
        "type": "TOTP",
        "algorithm": "SHA1",
    },
    {"secret": KEY, "label": "alone", "period": 30},
]
GNOME = [
    {"secret": KEY, "label": "ada", "digits": 6, "type": "OTP", "algorithm": "SHA1", "thumbnail": "Default",
     "last_used": 0, "tags": ["GitHub", "Work"], "period": 30},
]  # fmt: skip


def plain(entries: list[Any]) -> bytes:
    return json.dumps(entries).encode()


def sealed(entries: list[Any], password: str, rounds: int = 140_123) -> bytes:
    salt, nonce = hashlib.sha256(b"salt").digest()[:12], hashlib.sha256(b"nonce").digest()[:12]
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, rounds, 32)
    return rounds.to_bytes(4, "big") + salt + nonce + AESGCM(key).encrypt(nonce, plain(entries), None)


def sealed_as_before(entries: list[Any], password: str) -> bytes:
    nonce = hashlib.sha256(b"nonce").digest()[:12]
    return nonce + AESGCM(hashlib.sha256(password.encode()).digest()).encrypt(nonce, plain(entries), None)


class TestAndOtp(FormatContract):
    id = "andotp"

    def files(self) -> list[File]:
        return [
            File(plain(ENTRIES), 4),
            File(plain(OLD), 2),
            File(plain(GNOME), 1),
            File(sealed(ENTRIES, "pässwörd"), 4, "pässwörd"),
            File(sealed(ENTRIES[:1], "test", 1_000), 1, "test"),
        ]


class TestOldAndOtp(FormatContract):
    id = "andotp-old"

    def files(self) -> list[File]:
        return [File(sealed_as_before(ENTRIES, "test"), 4, "test")]


def test_everything_of_an_entry_comes_along():
    _, contents = registry.read(Untrusted(plain(ENTRIES)), NO_KEYS)
    assert not contents.problems
    totp, hotp, steam, motp = (each.account for each in contents.entries)
    assert (totp.issuer, totp.account, totp.tags) == ("Deno", "Mason", ("Work", "two words"))
    assert (totp.otp.algorithm, totp.otp.digits, totp.otp.period) == (Algorithm.SHA256, 7, 20)
    assert (totp.uses, totp.last_used) == (3, 1_608_146_844)
    assert (hotp.otp.type, hotp.counter) == (OtpType.HOTP, 10300)
    assert (steam.otp.type, steam.otp.digits) == (OtpType.STEAM, 5)
    assert (motp.otp.type, motp.otp.secret.reveal().hex()) == (OtpType.MOTP, "e3152afee62599c8")


def test_before_it_had_issuers_the_label_told_them():
    _, contents = registry.read(Untrusted(plain(OLD)), NO_KEYS)
    assert [(each.account.issuer, each.account.account) for each in contents.entries] == [
        ("Deno", "Mason - 2"), ("", "alone"),
    ]  # fmt: skip


def test_in_gnome_s_old_app_the_first_tag_is_the_issuer():
    _, contents = registry.read(Untrusted(plain(GNOME)), NO_KEYS)
    (entry_,) = contents.entries
    assert (entry_.account.issuer, entry_.account.account, entry_.account.tags) == (
        "GitHub",
        "ada",
        ("Work",),
    )


def test_tags_of_an_old_andotp_that_told_of_its_last_use_are_tags():
    old = [
        {**GNOME[0], "type": "TOTP", "last_used": 1_558_994_221_340, "tags": ["work"]},
        {**GNOME[0], "type": "TOTP", "label": "never used", "tags": ["hack", "work"]},
    ]
    _, contents = registry.read(Untrusted(plain(old)), NO_KEYS)
    assert [(each.account.issuer, each.account.account, each.account.tags) for each in contents.entries] == [
        ("", "ada", ("work",)),
        ("", "never used", ("hack", "work")),
    ]


def test_an_issuer_that_nobody_named_is_not_made_of_a_tag():
    _, contents = registry.read(Untrusted(plain([entry(issuer=None, tags=["Work"])])), NO_KEYS)
    assert [(each.account.issuer, each.account.tags) for each in contents.entries] == [("", ("Work",))]


def test_one_bad_entry_stops_no_other():
    text = base64.b32encode(b"a text, no digits").decode()
    capital = base64.b32encode(b"E3152AFEE62599C8").decode()
    bad = [entry("XOTP"), entry(secret="0"), entry("MOTP", secret=text), entry("MOTP", secret=capital), None]
    _, contents = registry.read(Untrusted(plain([entry(), *bad])), NO_KEYS)
    assert len(contents.entries) == 1
    assert [each.line for each in contents.problems] == [2, 3, 4, 5, 6]


def test_the_old_way_is_tried_after_the_new_one():
    data = sealed_as_before(ENTRIES, "test")
    data = next(
        made
        for n in range(1000)
        if (made := _sealed_with(n.to_bytes(3, "big").rjust(4, b"\0") + data[4:12]))[:4] != b"\0\0\0\0"
    )
    assert len(andotp.read(Untrusted(data), Keys(("test",))).entries) == 4
    with pytest.raises(WrongFilePassword):
        andotp.read(Untrusted(data), Keys(("wrong",)))


def _sealed_with(nonce: bytes) -> bytes:
    return nonce + AESGCM(hashlib.sha256(b"test").digest()).encrypt(nonce, plain(ENTRIES), None)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 100,
        b"\x00\x01two bytes, and a text that no cipher makes" * 9,
        b"\x7fELF" + b"\0" * 60 + bytes(range(256)),
        b"\x1f\x8b\x08" + bytes(80),
    ],
)
def test_other_binary_files_are_none_of_it(data):
    with pytest.raises(NotRecognised):
        registry.detect(Untrusted(data))


@pytest.mark.safety(3)
def test_a_database_that_starts_like_a_number_of_rounds_is_another_apps():
    """One of Authenticator Plus is whole pages of noise, and one in 400 starts with such a number."""
    noise = os.urandom(2 * 1024 - 4)
    for rounds, more, fits in ((5_000, b"", False), (150_000, b"", True), (5_000, b"x", True)):
        assert andotp.FORMAT.fits(Untrusted(rounds.to_bytes(4, "big") + noise + more)) is fits


def test_too_many_rounds_are_refused():
    data = sealed(ENTRIES, "test", 1000)
    assert not andotp.fits(Untrusted(b"\x7f\xff\xff\xff" + data[4:]))
    with pytest.raises((FileTooBig, WrongFilePassword)):
        andotp.read(Untrusted(b"\x7f\xff\xff\xff" + data[4:]), Keys(("test",)))


def test_andotp_itself_would_open_what_is_written():
    data = andotp.FORMAT.writer.write(some_accounts()[:4], "päss")
    rounds = int.from_bytes(data[:4], "big")
    assert 140_000 <= rounds <= 160_000
    key = hashlib.pbkdf2_hmac("sha1", "päss".encode(), data[4:16], rounds, 32)
    entries = json.loads(AESGCM(key).decrypt(data[16:28], data[28:], None))
    assert entries[2]["tags"] == ["work", "two words"]
    assert (entries[2]["issuer"], entries[2]["period"], entries[2]["algorithm"]) == ("A b", 60, "SHA512")


@given(st.lists(accounts_for(andotp.FORMAT.writer.holds), min_size=1, max_size=4))
def test_all_that_it_holds_comes_back(accounts):
    _, contents = registry.read(Untrusted(andotp.FORMAT.writer.write(accounts, "")), NO_KEYS)
    assert not contents.problems
    found = [each.account for each in contents.entries]
    assert [codes_of(each) for each in found] == [codes_of(each) for each in accounts]
    assert [each.tags for each in found] == [each.tags for each in accounts]
