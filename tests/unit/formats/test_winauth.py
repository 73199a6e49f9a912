"""WinAuth's own file: plain, under a password as a whole and one by one, and bound to a computer."""

from __future__ import annotations

import hashlib
import os

import pytest
from Cryptodome.Cipher import Blowfish

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted
from warifu.vault.aead import Forged
from warifu.vault.foreign import blowfish

HEX = "3132333435363738393031323334353637383930"
B32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def sealed(plain: bytes, password: str, *, headed: bool = True) -> str:
    """Password layer with WinAuth's header, or without one as before version 3.4."""
    salt, outer_salt = os.urandom(8), os.urandom(8)
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 2000, 256)
    pad = 8 - len(plain) % 8
    padded = plain + os.urandom(pad - 1) + bytes([pad])
    blob = salt + blowfish.ecb_seal(key[:72], padded)
    if headed:
        blob = b"WINAUTH3" + outer_salt + hashlib.sha256(outer_salt + plain).digest() + blob
    return blob.hex().upper()


def data(secret: str) -> str:
    return (
        "<authenticatordata><servertimediff>0</servertimediff><lastservertime>0</lastservertime>"
        f"<secretdata>{secret}</secretdata></authenticatordata>"
    )


def one(name: str, kind: str, inner: str, extra: str = "") -> str:
    return (
        f'<WinAuthAuthenticator id="3b1d" type="WinAuth.{kind}"><name>{name}</name>'
        f"<created>1700000000123</created><autorefresh>true</autorefresh>{extra}{inner}</WinAuthAuthenticator>"
    )


def whole(*parts: str) -> bytes:
    return (
        '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<WinAuth version="3.6.2.0">\n'
        f"<alwaysontop>false</alwaysontop>{''.join(parts)}<settings/></WinAuth>"
    ).encode()


PLAIN = (
    one("GitHub:ada", "GoogleAuthenticator", data(f"{HEX}\t6\tSHA1\t30"), "<skin>base64:iVBORw==</skin>"),
    one("Only a name", "GoogleAuthenticator", data(f"{HEX}\t8\tSHA512\t60")),
    one("Counter", "HOTPAuthenticator", data(f"{HEX}\t6\tSHA1\t30|41")),
    one("Battle", "BattleNetAuthenticator", data(f"{HEX}\t8\tSHA1\t30|55532D31")),
    one("gordon", "SteamAuthenticator", data(f"{HEX}\t5\tSHA1\t30|00|00|7B7D|00")),
    one("me@live.example", "MicrosoftAuthenticator", data(HEX)),
)


def wrapped(inner: str, password: str, flags: str = "y") -> str:
    return f'<authenticatordata encrypted="{flags}">{sealed(inner.encode(), password)}</authenticatordata>'


class TestWinAuth(FormatContract):
    id = "winauth"

    def files(self) -> list[File]:
        config = f"<?xml version='1.0' encoding='utf-8'?><config>{PLAIN[0]}{PLAIN[1]}</config>"
        old = sealed(config.encode(), "pass", headed=False)
        return [
            File(whole(*PLAIN), 6),
            File(whole(f'<data encrypted="y" sha1="00">{sealed(config.encode(), "pass")}</data>'), 2, "pass"),
            File(whole(f'<data encrypted="y">{old}</data>'), 2, "pass"),
            File(whole(one("A:b", "GoogleAuthenticator", wrapped(data(HEX), "pass"))), 1, "pass"),
        ]


def read(file: bytes, *passwords: str):
    return registry.read(Untrusted(file), Keys(passwords))[1]


def test_each_kind_of_authenticator_gives_what_it_holds() -> None:
    contents = read(whole(*PLAIN))
    assert [
        (
            each.account.issuer, each.account.account, each.account.title, each.account.otp.type.value,
            each.account.otp.algorithm.value, each.account.otp.digits, each.account.otp.period,
            each.account.counter,
        )
        for each in contents.entries
    ] == [
        ("GitHub", "ada", "GitHub:ada", "totp", "SHA1", 6, 30, 0),
        ("Only a name", "", "Only a name", "totp", "SHA512", 8, 60, 0),
        ("Counter", "", "Counter", "hotp", "SHA1", 6, 30, 42),
        ("Battle.net", "Battle", "Battle.net", "totp", "SHA1", 8, 30, 0),
        ("Steam", "gordon", "Steam", "steam", "SHA1", 5, 30, 0),
        ("Microsoft", "me@live.example", "Microsoft", "totp", "SHA1", 6, 30, 0),
    ]  # fmt: skip
    assert {each.account.otp.secret.base32() for each in contents.entries} == {B32}
    assert {each.account.created for each in contents.entries} == {1700000000}
    assert contents.entries[0].untrusted_icon == b"\x89PNG"


def test_layers_in_layers_are_taken_off_one_after_the_other() -> None:
    inner = one("GitHub:ada", "GoogleAuthenticator", wrapped(data(HEX), "inner"))
    outer = f'<data encrypted="y">{sealed(f"<config>{inner}</config>".encode(), "outer")}</data>'
    contents = read(whole(outer), "inner", "outer")
    assert [each.account.otp.secret.base32() for each in contents.entries] == [B32]


def test_authenticators_may_each_have_their_own_password() -> None:
    file = whole(
        one("A:a", "GoogleAuthenticator", wrapped(data(HEX), "one")),
        one("B:b", "GoogleAuthenticator", wrapped(data(HEX), "two")),
    )
    contents = read(file, "one")
    assert [each.account.issuer for each in contents.entries] == ["A"]
    assert [problem.entry for problem in contents.problems] == ["B:b"]
    assert len(read(file, "two", "one").entries) == 2
    with pytest.raises(WrongFilePassword):
        read(file, "three")


@pytest.mark.parametrize("flags", ["u", "m", "yu", "yum", "a", "b"])
def test_what_is_bound_to_a_computer_says_what_to_do(flags: str) -> None:
    bound = one(
        "A:a", "GoogleAuthenticator", f'<authenticatordata encrypted="{flags}">00AA</authenticatordata>'
    )
    with pytest.raises(NotSupported) as told:
        read(whole(bound), "pass")
    assert "export" in str(told.value.hint)
    with pytest.raises(NotSupported):
        read(whole(f'<data encrypted="{flags}">00AA</data>'), "pass")
    contents = read(whole(bound, PLAIN[0]))
    assert [each.account.issuer for each in contents.entries] == ["GitHub"]
    assert [problem.entry for problem in contents.problems] == ["A:a"]


def test_a_file_of_version_two_has_its_secret_right_there() -> None:
    secret = sealed(bytes.fromhex(HEX), "pass", headed=False)
    file = whole(
        f'<authenticator type="WindowsAuthenticator.GoogleAuthenticator"><name>Old</name>'
        f'<secretdata encrypted="y">{secret}</secretdata></authenticator>'
    )
    with pytest.raises(NeedsPassword):
        registry.read(Untrusted(file), NO_KEYS)


@pytest.mark.parametrize("length", [5, 8, 16, 56])
def test_blowfish_is_that_of_others_as_far_as_they_go(length: int) -> None:
    key, plain = os.urandom(length), os.urandom(64)
    assert blowfish.ecb_seal(key, plain) == Blowfish.new(key, Blowfish.MODE_ECB).encrypt(plain)


def test_blowfish_uses_72_bytes_of_a_longer_key_and_all_of_them() -> None:
    key = os.urandom(256)
    made = blowfish.ecb_seal(key, bytes(8))
    assert made == blowfish.ecb_seal(key[:72], bytes(8))
    assert made != blowfish.ecb_seal(key[:71] + bytes([key[71] ^ 1]), bytes(8))
    with pytest.raises(Forged):
        blowfish.ecb_open(key, b"seven b")
