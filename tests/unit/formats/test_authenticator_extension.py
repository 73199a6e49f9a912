"""The browser extension Authenticator, with backups made here as its source and CryptoJS make them."""

from __future__ import annotations

import base64
import json
import os

import pytest
from Cryptodome.Cipher import AES
from Cryptodome.Hash import MD5
from Cryptodome.Util.Padding import pad
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from format_contract import File, FormatContract, codes_of
from warifu.core.account import Algorithm, OtpType
from warifu.formats import authenticator_extension, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileTooBig, NeedsPassword, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXP"
HEX = "3132333435363738393031323334353637383930"
PASSWORD = "pass wörd"


def record(number: int, issuer: str, secret: str, kind: str = "totp", **more) -> dict:
    return {
        "account": "ada", "issuer": issuer, "secret": secret, "type": kind, "encrypted": False,
        "hash": f"hash{number}", "index": number,
    } | more  # fmt: skip


RECORDS = [
    record(8, "Last", KEY),
    record(
        0,
        "GitHub::github.com",
        KEY,
        algorithm="SHA256",
        digits=8,
        period=60,
        pinned=True,
        dataType="OTPStorage",
    ),
    record(1, "Bank", KEY, "hotp", counter=7),
    record(2, "Valve", KEY, "steam"),
    record(3, "Blizzard", KEY, "battle"),
    record(4, "Hex", HEX, "hex"),
    record(5, "Hex counter", HEX, "hhex", counter=2),
    record(6, "Looks like hex", "abcdef0189"),
    record(7, "Old", f"blz-{KEY}"),
    record(9, "Older", f"stm-{KEY}"),
    record(10, "Numbers", KEY, algorithm=3, type=2, counter="4"),
    record(11, "Gost", KEY, algorithm="GOST3411_2012_256"),
    record(12, "Rubbish", "!!!"),
]
GOOD = 11
SETTINGS = {"UserSettings": {"items": {"theme": "dark"}}, "LocalStorage": {"a": 1}}


def plain() -> dict:
    return {each["hash"]: each for each in RECORDS} | SETTINGS


def cryptojs(text: bytes, passphrase: str) -> str:
    """CryptoJS.AES.encrypt(text, passphrase).toString()."""
    salt = os.urandom(8)
    made, block = b"", b""
    while len(made) < 48:
        block = MD5.new(block + passphrase.encode() + salt).digest()
        made += block
    sealed = AES.new(made[:32], AES.MODE_CBC, made[32:48]).encrypt(pad(text, 16))
    return base64.b64encode(b"Salted__" + salt + sealed).decode()


def version_2(*, key: bool = False) -> dict:
    inner = os.urandom(120)
    phrase = inner.hex() if key else PASSWORD
    made = {
        each["hash"]: each | {"encrypted": True, "secret": cryptojs(each["secret"].encode(), phrase)}
        for each in RECORDS
    }
    if key:
        made["key"] = {
            "enc": cryptojs(inner, PASSWORD),
            "hash": "$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA",
        }
    return made


def phc(text: str, *, memory: int = 1024) -> str:
    salt = os.urandom(16)
    made = Argon2id(salt=salt, length=32, iterations=2, lanes=1, memory_cost=1024).derive(text.encode())
    parts = (base64.b64encode(part).decode().rstrip("=") for part in (salt, made))
    return f"$argon2id$v=19$m={memory},t=2,p=1$" + "$".join(parts)


def version_3(*, hash_: str | None = None, memory: int = 1024) -> dict:
    salt = base64.b64encode(os.urandom(16)).decode()
    raw = Argon2id(salt=salt.encode(), length=32, iterations=2, lanes=1, memory_cost=19_456).derive(
        PASSWORD.encode()
    )
    phrase = base64.b64encode(raw).decode().rstrip("=")
    made: dict = {
        each["hash"]: {
            "dataType": "EncOTPStorage", "keyId": "key-1", "index": each["index"],
            "data": cryptojs(json.dumps(each | {"encrypted": True}).encode(), phrase),
        }
        for each in RECORDS
    }  # fmt: skip
    made["key-1"] = {
        "dataType": "Key", "id": "key-1", "salt": salt, "version": 3,
        "hash": phc(phrase, memory=memory) if hash_ is None else hash_,
    }  # fmt: skip
    return made


class TestAuthenticatorExtension(FormatContract):
    id = "authenticator-extension"

    def files(self) -> list[File]:
        return [
            File(json.dumps(plain(), indent=2).encode(), GOOD),
            File(json.dumps(version_2()).encode(), GOOD, PASSWORD),
            File(json.dumps(version_2(key=True)).encode(), GOOD, PASSWORD),
            File(json.dumps(version_3()).encode(), GOOD, PASSWORD),
            File(json.dumps(version_3(hash_="")).encode(), GOOD, PASSWORD),
        ]


@pytest.mark.parametrize(
    "made", [plain(), version_2(), version_2(key=True), version_3()], ids=["plain", "2", "2 key", "3"]
)
def test_every_kind_of_entry_in_the_extensions_order(made):
    contents = authenticator_extension.FORMAT.read(Untrusted(json.dumps(made).encode()), Keys((PASSWORD,)))
    github, bank, valve, blizzard, hex_, counter, looks, old, last, older, numbers = (
        each.account for each in contents.entries
    )
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert github.pinned
    assert codes_of(bank) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 7, "Bank", "ada")
    assert (valve.otp.type, valve.otp.digits) == (OtpType.STEAM, 5)
    assert (blizzard.otp.type, blizzard.otp.digits) == (OtpType.TOTP, 8)
    assert (hex_.otp.type, hex_.otp.secret.reveal()) == (OtpType.TOTP, b"12345678901234567890")
    assert (counter.otp.type, counter.counter) == (OtpType.HOTP, 2)
    assert looks.otp.secret.reveal() == bytes.fromhex("abcdef0189")
    assert (old.otp.digits, old.otp.secret.base32()) == (8, KEY)
    assert last.issuer == "Last"
    assert older.otp.type is OtpType.STEAM
    assert (numbers.otp.type, numbers.otp.algorithm, numbers.counter) == (OtpType.HOTP, Algorithm.SHA512, 4)
    problems = {problem.entry: str(problem.title) for problem in contents.problems}
    assert set(problems) == {"Gost", "Rubbish"}
    assert "GOST" in problems["Gost"]


def test_one_entry_under_an_older_password_is_a_problem_and_not_the_end():
    made = version_2()
    made["hash1"]["secret"] = cryptojs(KEY.encode(), "an older one")
    contents = authenticator_extension.FORMAT.read(Untrusted(json.dumps(made).encode()), Keys((PASSWORD,)))
    assert len(contents.entries) == GOOD - 1
    assert "Bank" in [problem.entry for problem in contents.problems]


def test_plain_and_encrypted_entries_in_one_file_still_ask():
    made = plain() | {"hash1": version_2()["hash1"]}
    with pytest.raises(NeedsPassword):
        registry.read(Untrusted(json.dumps(made).encode()), NO_KEYS)
    with pytest.raises(WrongFilePassword):
        registry.read(Untrusted(json.dumps(made).encode()), Keys(("no",)))


@pytest.mark.safety(3)
def test_a_hash_that_asks_for_too_much_is_refused():
    made = json.dumps(version_3(memory=2_000_000)).encode()
    with pytest.raises(FileTooBig):
        authenticator_extension.FORMAT.read(Untrusted(made), Keys((PASSWORD,)))


@pytest.mark.parametrize(("digits", "raw"), [("abc", "abc0"), ("ab0", "ab")])
def test_half_a_byte_of_hexadecimal_digits(digits, raw):
    made = {"a": record(0, "Odd", digits, "hex")}
    (entry,) = authenticator_extension.FORMAT.read(Untrusted(json.dumps(made).encode()), NO_KEYS).entries
    assert entry.account.otp.secret.reveal().hex() == raw
