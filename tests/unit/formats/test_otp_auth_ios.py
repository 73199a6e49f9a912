"""OTP Auth for iOS, all four kinds of file, written here with plistlib and ``cryptography``."""

from __future__ import annotations

import hashlib
import hmac
import os
import plistlib
from plistlib import UID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import Keys
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.keyed_archive import unarchived
from warifu.formats.untrusted import Untrusted

PASSWORD = "pass wörd"


class Archiver:
    """NSKeyedArchiver: texts, bytes and numbers are objects, and so are containers."""

    def __init__(self) -> None:
        self.objects: list = ["$null"]

    def put(self, value) -> UID:
        if value is None:
            return UID(0)
        place = len(self.objects)
        self.objects.append(None)
        self.objects[place] = self._made(value)
        return UID(place)

    def _made(self, value):
        if isinstance(value, Fields):
            kept = {
                name: part if isinstance(part, int | float) else self.put(part)
                for name, part in value.items()
            }
            return kept | {"$class": self.put("a class")}
        if isinstance(value, dict):
            keys = [self.put(each) for each in value]
            return {"NS.keys": keys, "NS.objects": [self.put(each) for each in value.values()]}
        if isinstance(value, list):
            return {"NS.objects": [self.put(each) for each in value]}
        if isinstance(value, Mutable):
            return {"NS.data": value.data}
        return value

    @classmethod
    def archive(cls, value) -> bytes:
        archiver = cls()
        root = archiver.put(value)
        return plistlib.dumps(
            {
                "$version": 100000,
                "$archiver": "NSKeyedArchiver",
                "$top": {"root": root},
                "$objects": archiver.objects,
            },
            fmt=plistlib.FMT_BINARY,
        )


class Fields(dict):
    """An object with its class."""


class Mutable:
    """NSMutableData."""

    def __init__(self, data: bytes) -> None:
        self.data = data


def cbc(key: bytes, iv: bytes, data: bytes) -> bytes:
    pad = 16 - len(data) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(data + bytes([pad]) * pad) + encryptor.finalize()


def outer(name: str, fields: dict) -> bytes:
    return cbc(hashlib.sha256(name.encode()).digest(), bytes(16), Archiver.archive(fields))


def hashed(plain: bytes, salt: str, iv: bytes) -> bytes:
    key = hashlib.sha256(f"{salt}-{PASSWORD}".encode()).digest()
    return cbc(key, hashlib.sha1(iv).digest()[:16], plain)


def rncryptor(plain: bytes) -> bytes:
    salt, mac_salt, iv = os.urandom(8), os.urandom(8), os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt, 10_000, 32)
    mac_key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), mac_salt, 10_000, 32)
    message = b"\x03\x01" + salt + mac_salt + iv + cbc(key, iv, plain)
    return message + hmac.digest(mac_key, message, "sha256")


def account(label: str, **more) -> dict:
    return {
        "label": label, "issuer": "GitHub", "secret": b"a secret of 20 bytes", "type": 2, "algorithm": 0,
        "digits": 0, "period": 0, "counter": 0, "icon": None,
    } | more  # fmt: skip


FOLDERS = {
    "Folders": [
        Fields(
            name="Work",
            accounts=[
                Fields(account("ada")),
                Fields(account("eight", algorithm=3, digits=8, period=60, secret=Mutable(b"x" * 32))),
            ],
        ),
        Fields(
            name="Home",
            accounts=[
                Fields(account("counter", type=1, counter=7, algorithm=2)),
                Fields(account("five", algorithm=4)),
                Fields(account("picture", icon=b"\x89PNG a picture", issuer=None)),
            ],
        ),
    ]
}


def backup_10() -> bytes:
    inner = hashed(Archiver.archive(FOLDERS), "saltÄ", "ivÖ".encode())
    return outer("Authenticator", {"Version": 1.0, "Salt": "saltÄ", "IV": "ivÖ", "WrappedData": inner})


def backup_11() -> bytes:
    return outer("Authenticator", {"Version": 1.1, "WrappedData": rncryptor(Archiver.archive(FOLDERS))})


def account_11() -> bytes:
    inner = hashed(Archiver.archive(account("ada")), "salt", b"\xff iv bytes")
    return outer("OTPAuth", {"Version": 1.1, "Salt": "salt", "IV": b"\xff iv bytes", "Data": inner})


def account_12() -> bytes:
    return outer("OTPAuth", {"Version": 1.2, "Data": rncryptor(Archiver.archive(account("ada")))})


class TestOtpAuth(FormatContract):
    id = "otp-auth"

    def files(self) -> list[File]:
        return [
            File(backup_10(), 4, PASSWORD), File(backup_11(), 4, PASSWORD),
            File(account_11(), 1, PASSWORD), File(account_12(), 1, PASSWORD),
        ]  # fmt: skip


@pytest.mark.parametrize("made", [backup_10, backup_11])
def test_every_field_of_a_backup_comes_along(made) -> None:
    _, contents = registry.read(Untrusted(made()), Keys((PASSWORD,)))
    assert [
        (
            each.account.account, each.account.issuer, each.account.otp.type.value,
            each.account.otp.algorithm.value, each.account.otp.digits, each.account.otp.period,
            each.account.counter, each.account.tags, len(each.account.otp.secret), each.untrusted_icon,
        )
        for each in contents.entries
    ] == [
        ("ada", "GitHub", "totp", "SHA1", 6, 30, 0, ("Work",), 20, b""),
        ("eight", "GitHub", "totp", "SHA512", 8, 60, 0, ("Work",), 32, b""),
        ("counter", "GitHub", "hotp", "SHA256", 6, 30, 7, ("Home",), 20, b""),
        ("picture", "", "totp", "SHA1", 6, 30, 0, ("Home",), 20, b"\x89PNG a picture"),
    ]  # fmt: skip
    assert [problem.entry for problem in contents.problems] == ["GitHub"]


def test_a_newer_version_is_told_as_one() -> None:
    with pytest.raises(NotSupported):
        registry.read(Untrusted(outer("OTPAuth", {"Version": 2.0, "Sealed": b"x"})), Keys((PASSWORD,)))


def test_an_archive_that_contains_itself_is_refused() -> None:
    objects = ["$null", {"NS.objects": [UID(1)]}]
    data = plistlib.dumps({"$top": {"root": UID(1)}, "$objects": objects}, fmt=plistlib.FMT_BINARY)
    with pytest.raises(FileDamaged):
        unarchived(data)


def test_an_archive_that_doubles_itself_takes_no_more_memory() -> None:
    objects: list = ["$null"]
    objects += [{"NS.objects": [UID(place + 1), UID(place + 1)]} for place in range(1, 30)]
    objects.append("end")
    data = plistlib.dumps({"$top": {"root": UID(1)}, "$objects": objects}, fmt=plistlib.FMT_BINARY)
    assert len(unarchived(data)) == 2
