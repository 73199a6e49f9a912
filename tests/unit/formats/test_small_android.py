"""Duo Mobile, Battle.net and TOTP Authenticator: files of Android apps that have one small format each."""

from __future__ import annotations

import base64
import hashlib
import html
import json

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import NotSupported
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HEX = "3132333435363738393031323334353637383930"
MASK = bytes.fromhex(
    "398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c64"
    "79015c1d5b8b8f6b9a"
)


def duo(*items: dict) -> bytes:
    return json.dumps(
        [{"version": 1.0, "accountType": "OtpAccount", "pkey": "1", "logoUri": "x"} | each for each in items]
    ).encode()


class TestDuo(FormatContract):
    id = "duo"

    def files(self) -> list[File]:
        return [File(duo({"name": "ada", "otpGenerator": {"otpSecret": KEY}}), 1)]


def test_duo_counts_where_it_has_a_counter_and_tells_of_push_accounts() -> None:
    _, contents = registry.read(
        Untrusted(
            duo(
                {"name": "push", "accountType": "DuoAccount"},
                {"name": "zero", "otpGenerator": {"otpSecret": KEY, "counter": 0}},
                {"name": "time", "otpGenerator": {"otpSecret": KEY, "counter": None}},
            )
        ),
        NO_KEYS,
    )
    assert [(e.account.account, e.account.otp.type.value, e.account.counter) for e in contents.entries] == [
        ("zero", "hotp", 0), ("time", "totp", 0),
    ]  # fmt: skip
    assert [problem.entry for problem in contents.problems] == ["push"]
    assert contents.problems[0].hint


def masked(text: str) -> str:
    return bytes(byte ^ mask for byte, mask in zip(text.encode(), MASK, strict=False)).hex()


def preferences(**stored: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n"
        + "".join(f'<string name="{name}">{html.escape(value)}</string>\n' for name, value in stored.items())
        + '<boolean name="x" value="false" /></map>\n'
    ).encode()


def battlenet(kind: str = "MASK") -> bytes:
    start = "com.blizzard.messenger.AUTHENTICATOR_"
    return preferences(
        **{
            f"{start}CREDENTIALS_ENCRYPTION_TYPE": kind,
            f"{start}DEVICE_SECRET": masked(HEX),
            f"{start}SERIAL": masked("EU-1234-5678-9012"),
        }
    )


class TestBattleNet(FormatContract):
    id = "battlenet"

    def files(self) -> list[File]:
        old = {"com.blizzard.bma.AUTH_STORE.HASH": masked(f"{HEX}EU-1234-5678-9012")}
        return [File(battlenet(), 1), File(preferences(**old), 1)]


@pytest.mark.parametrize("place", [0, 1])
def test_battle_net_gives_secret_and_serial_number(place: int) -> None:
    (entry,) = registry.read(TestBattleNet().files()[place].untrusted, NO_KEYS)[1].entries
    account = entry.account
    assert account.otp.secret.reveal().hex() == HEX
    assert (account.issuer, account.account, account.otp.digits) == ("Battle.net", "EU-1234-5678-9012", 8)


def test_battle_net_under_a_key_of_the_phone_says_what_to_do() -> None:
    with pytest.raises(NotSupported):
        registry.read(Untrusted(battlenet("KEYSTORE")), NO_KEYS)


ITEMS = [
    {"base": 32, "digits": "6", "period": "30", "issuer": "GitHub", "name": "ada", "key": KEY},
    {"base": 16, "digits": "", "period": "", "issuer": "Unknown", "name": "hex", "key": HEX},
    {"base": "64", "digits": "8", "period": "60", "issuer": "Site", "name": "é", "key": "YSBzZWNyZXQ"},
    {"base": 7, "digits": "", "period": "", "issuer": "Odd", "name": "odd", "key": "x"},
]


def backup(password: str = "TotpAuthenticator", items: list | None = None) -> bytes:
    """One field whose name is the list, as the app has it."""
    plain = json.dumps({json.dumps(ITEMS if items is None else items): 1}).encode()
    pad = 16 - len(plain) % 16
    key = hashlib.sha256(password.encode()).digest()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(bytes(16))).encryptor()
    return base64.b64encode(encryptor.update(plain + bytes([pad]) * pad) + encryptor.finalize())


class TestTotpAuthenticator(FormatContract):
    id = "totp-authenticator"
    authenticated = False

    def files(self) -> list[File]:
        stored = [json.dumps(each) for each in ITEMS]
        return [
            File(backup("Testtest1"), 3, "Testtest1"),
            File(b"\n".join(backup("Testtest1")[at : at + 76] for at in range(0, 2000, 76)), 3, "Testtest1"),
            File(preferences(STATIC_TOTP_CODES_LIST=json.dumps(stored)), 3),
            File(preferences(STATIC_TOTP_CODES_LIST=json.dumps(ITEMS)), 3),
        ]


def test_totp_authenticator_needs_no_password_where_none_was_set() -> None:
    for keys in (NO_KEYS, Keys(("some other",))):
        _, contents = registry.read(Untrusted(backup()), keys)
        assert [
            (
                e.account.issuer,
                e.account.account,
                e.account.otp.digits,
                e.account.otp.period,
                len(e.account.otp.secret),
            )
            for e in contents.entries
        ] == [("GitHub", "ada", 6, 30, 20), ("", "hex", 6, 30, 20), ("Site", "é", 8, 60, 8)]
        assert [problem.entry for problem in contents.problems] == ["odd"]


def test_a_secret_alone_is_no_backup() -> None:
    for text in (KEY * 4, KEY.lower() * 4, "A" * 128, "1" * 128):
        assert not registry.by_id("totp-authenticator").fits(Untrusted(text.encode()))
