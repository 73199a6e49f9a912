"""Three apps of the desktop, with files made here as their sources make them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import struct

import pytest
from Cryptodome.Cipher import AES
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from format_contract import File, FormatContract, codes_of
from warifu.core.account import Algorithm, OtpType
from warifu.formats import deskotp, open_authenticator, otpclient, registry
from warifu.formats.base import Keys
from warifu.formats.errors import FileDamaged, FileTooBig, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "pass wörd"


def gcm(key: bytes, nonce: bytes, data: bytes, aad: bytes = b"") -> bytes:
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    cipher.update(aad)
    return b"".join(cipher.encrypt_and_digest(data))


# deskOTP


def desk_entry(issuer: str, kind: str = "totp", info: dict | None = None, **own) -> dict:
    return {
        "type": kind,
        "uuid": "u",
        "name": "ada",
        "issuer": issuer,
        "note": "a note",
        "favorite": False,
        "icon": None,
        "icon_mime": None,
        "info": {"secret": KEY, "algo": "SHA1", "digits": 6} | (info or {}),
        "groups": [],
        "x-deskotp": own,
    }


DESK_DB = {
    "version": 1,
    "deskotp_version": 1,
    "groups": [{"name": "Work"}],
    "entries": [
        desk_entry(
            "GitHub",
            info={"algo": "SHA512", "digits": 8, "period": 60},
            icon_slug="github",
            usage_count=7,
            group="Work",
        ),
        desk_entry("Bank", "hotp", {"counter": 3}),
        desk_entry("Steam", "steam", {"digits": 5, "period": 30}),
        desk_entry("Odd", "ocra"),
    ],
}


def desk_plain() -> bytes:
    return json.dumps(
        {"version": 1, "header": {"slots": None, "params": None}, "db": DESK_DB}, indent=2
    ).encode()


def desk_encrypted() -> bytes:
    master, salt = os.urandom(32), os.urandom(32)
    key = hashlib.scrypt(PASSWORD.encode(), salt=salt, n=1024, r=8, p=1, dklen=32)
    nonces = os.urandom(12), os.urandom(12)
    wrapped, sealed = gcm(key, nonces[0], master), gcm(master, nonces[1], json.dumps(DESK_DB).encode())
    slot = {
        "type": 1,
        "uuid": "u",
        "key": wrapped[:-16].hex(),
        "n": 1024,
        "r": 8,
        "p": 1,
        "salt": salt.hex(),
        "key_params": {"nonce": nonces[0].hex(), "tag": wrapped[-16:].hex()},
    }
    header = {"slots": [{"type": 2}, slot], "params": {"nonce": nonces[1].hex(), "tag": sealed[-16:].hex()}}
    return json.dumps(
        {"version": 1, "header": header, "data": base64.b64encode(sealed[:-16]).decode()}
    ).encode()


class TestDeskOtp(FormatContract):
    id = "deskotp"

    def files(self) -> list[File]:
        return [File(desk_plain(), 3), File(desk_encrypted(), 3, PASSWORD)]


@pytest.mark.parametrize("data", [desk_plain(), desk_encrypted()], ids=["plain", "encrypted"])
def test_deskotps_own_fields_come_along(data):
    contents = deskotp.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))
    github, bank, steam = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA512, 8, 60, 0, "GitHub", "ada")
    assert (github.tags, github.uses, github.note) == (("Work",), 7, "a note")
    assert codes_of(bank) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 3, "Bank", "ada")
    assert (steam.otp.type, steam.otp.digits) == (OtpType.STEAM, 5)
    assert [problem.entry for problem in contents.problems] == ["Odd"]


def test_a_vault_of_aegis_is_not_deskotps():
    aegis = {"version": 1, "header": {"slots": None, "params": None}, "db": {"version": 2, "entries": []}}
    assert not deskotp.FORMAT.fits(Untrusted(json.dumps(aegis).encode()))


# OTPClient

TOKENS = [
    {
        "type": "TOTP",
        "label": "ada",
        "issuer": "GitHub",
        "digits": 8,
        "algo": "SHA256",
        "secret": KEY,
        "period": 60,
        "group": "Work",
    },
    {
        "type": "HOTP",
        "label": "h",
        "issuer": "Bank",
        "digits": 6,
        "algo": "SHA1",
        "secret": KEY,
        "counter": 7,
    },
    {
        "type": "TOTP",
        "label": "gordon",
        "issuer": "steam",
        "digits": 5,
        "algo": "SHA1",
        "secret": KEY,
        "period": 30,
    },
    {"type": "TOTP", "label": "x", "issuer": "Bad", "digits": 6, "algo": "SHA1", "secret": "!", "period": 30},
]
PLAIN = json.dumps(TOKENS).encode() + b"\0"
PASSES, MEMORY, LANES = 1, 8192, 2


def version_1(password: bytes) -> bytes:
    iv, salt = os.urandom(16), os.urandom(32)
    return iv + salt + gcm(hashlib.pbkdf2_hmac("sha512", password, salt, 100_000, 32), iv, PLAIN, iv + salt)


def version_2_or_3(
    version: int, password: bytes, *, numbers: tuple[int, int, int] = (PASSES, MEMORY, LANES)
) -> bytes:
    iv, salt = os.urandom(16), os.urandom(32)
    key = Argon2id(salt=salt, length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY).derive(password)
    little = version == 2
    order, gap = ("<", bytes(3)) if little else (">", b"")
    header = (
        b"OTPClient"
        + gap
        + struct.pack(f"{order}i", version)
        + iv
        + salt
        + struct.pack(f"{order}3i", *numbers)
    )
    assert len(header) == (76 if little else 73)
    return header + gcm(key, iv, PLAIN, header)


def cut(password: str) -> bytes:
    """As old versions took it: as many bytes as it has characters."""
    return password.encode()[: len(password)]


class TestOtpClient(FormatContract):
    id = "otpclient"
    needs_name = True

    def files(self) -> list[File]:
        return [
            File(version_1(cut(PASSWORD)), 3, PASSWORD, "otpclient-db.enc"),
            File(version_2_or_3(2, cut(PASSWORD)), 3, PASSWORD),
            File(version_2_or_3(2, PASSWORD.encode()), 3, PASSWORD),
            File(version_2_or_3(3, PASSWORD.encode()), 3, PASSWORD),
        ]


@pytest.mark.parametrize(
    "data",
    [version_1(cut(PASSWORD)), version_2_or_3(2, cut(PASSWORD)), version_2_or_3(3, PASSWORD.encode())],
    ids=[1, 2, 3],
)
def test_every_version_of_otpclients_database(data):
    contents = otpclient.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))
    github, bank, steam = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert github.tags == ("Work",)
    assert codes_of(bank) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 7, "Bank", "h")
    assert (steam.otp.type, steam.otp.digits, steam.issuer) == (OtpType.STEAM, 5, "steam")
    assert [problem.entry for problem in contents.problems] == ["Bad"]


def test_a_first_database_of_otpclient_under_another_name_is_found_by_its_password():
    data = version_1(cut(PASSWORD))
    found, contents = registry.read(Untrusted(data, "backup.bin"), Keys((PASSWORD,)))
    assert (found.id, len(contents.entries)) == ("otpclient", 3)
    with pytest.raises(WrongFilePassword):
        registry.read(Untrusted(data, "backup.bin"), Keys(("another",)))


@pytest.mark.safety(3)
@pytest.mark.parametrize("numbers", [(17, 8192, 1), (1, 1024 * 1024 + 1, 1), (1, 8192, 17)])
def test_an_otpclient_header_that_asks_for_too_much_is_refused(numbers):
    with pytest.raises(FileTooBig):
        otpclient.FORMAT.read(Untrusted(version_2_or_3(3, b"x", numbers=numbers)), Keys(("x",)))


def test_a_newer_otpclient_is_told():
    data = bytearray(version_2_or_3(3, b"x"))
    data[12] = 4
    with pytest.raises(NotSupported):
        otpclient.FORMAT.read(Untrusted(bytes(data)), Keys(("x",)))


@pytest.mark.parametrize("data", [b"OTPClient", b"OTPClient" + bytes(70), b"short"])
def test_an_otpclient_database_cut_off_is_damaged(data):
    with pytest.raises((FileDamaged, NotSupported)):
        otpclient.FORMAT.read(Untrusted(data), Keys(("x",)))


# Open Authenticator


def open_authenticator_file(password: str = PASSWORD, *, signed: bool = True, totps: bool = True) -> dict:
    salt = os.urandom(32)
    key = Argon2id(salt=salt, length=32, iterations=3, lanes=8, memory_cost=4096).derive(password.encode())

    def field(text: str) -> list[int]:
        nonce = os.urandom(12)
        return list(nonce + gcm(key, nonce, text.encode()))

    def totp(issuer: str | None, **more) -> dict:
        made = {
            "uuid": "u",
            "secret": field(KEY),
            "label": field("ada"),
            "encryptionSalt": list(salt),
            "updatedAt": 1,
        }
        return made | ({"issuer": field(issuer)} if issuer else {}) | more

    signature = hmac.new(key, password.encode(), hashlib.sha256).digest() if signed else bytes(32)
    return {
        "passwordSignature": base64.b64encode(signature).decode(),
        "salt": base64.b64encode(salt).decode(),
        "totps": [
            totp(
                "GitHub 会社",
                algorithm="SHA256",
                digits=8,
                validity=60,
                imageUrl=field("https://example.com/a.png"),
            ),
            totp(None),
            totp("Foreign", secret=list(os.urandom(60))),
            {"uuid": "no secret", "label": field("x")},
        ]
        if totps
        else [],
    }


class TestOpenAuthenticator(FormatContract):
    id = "open-authenticator"

    def files(self) -> list[File]:
        return [
            File(json.dumps(open_authenticator_file()).encode(), 2, PASSWORD),
            File(json.dumps(open_authenticator_file(signed=False)).encode(), 2, PASSWORD),
            File(json.dumps(open_authenticator_file(totps=False)).encode(), 0, PASSWORD),
        ]


def test_open_authenticator_opens_each_field_by_itself():
    data = json.dumps(open_authenticator_file()).encode()
    contents = open_authenticator.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))
    github, bare = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub 会社", "ada")
    assert codes_of(bare) == (KEY, OtpType.TOTP, Algorithm.SHA1, 6, 30, 0, "", "ada")
    assert len(contents.problems) == 2
    assert [problem.entry for problem in contents.problems] == ["Foreign", "x"]
    assert "older password" in str(contents.problems[0].title)


def test_its_numbers_may_be_signed_as_well():
    made = open_authenticator_file()
    made["totps"][0]["secret"] = [
        number - 256 if number > 127 else number for number in made["totps"][0]["secret"]
    ]
    contents = open_authenticator.FORMAT.read(Untrusted(json.dumps(made).encode()), Keys((PASSWORD,)))
    assert len(contents.entries) == 2


def test_a_file_without_fields_still_tells_a_wrong_password():
    data = json.dumps(open_authenticator_file(totps=False)).encode()
    with pytest.raises(WrongFilePassword):
        open_authenticator.FORMAT.read(Untrusted(data), Keys(("wrong",)))
