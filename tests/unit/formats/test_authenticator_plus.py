"""The zips of Authenticator Plus and of WinAuth: a list of links, mostly encrypted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import pyzipper

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import Keys
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LINES = f"""\
# WinAuth
otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub&digits=6
otpauth://totp/BattleNet:US-1?secret={KEY}&digits=8&serial=US-1&icon=BattleNetAuthenticatorIcon.png
otpauth://totp/Steam:gordon?secret={KEY}&digits=5&deviceid=x&data=%7B%7D
"""


def plain(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, LINES)
    return made.getvalue()


def aes(name: str, password: str) -> bytes:
    made = io.BytesIO()
    with pyzipper.AESZipFile(made, "w", pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password.encode())
        archive.writestr(name, LINES)
    return made.getvalue()


def pkware(name: str, password: str) -> bytes:
    """The old cipher of PKWARE (APPNOTE 6.1), written out here: libraries only read it."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [_crc_step(number) for number in range(256)]

    def update(byte: int) -> None:
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ byte) & 255]
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 255]

    def sealed(data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            mixed = keys[2] | 2
            out.append(byte ^ (mixed * (mixed ^ 1) >> 8 & 255))
            update(byte)
        return bytes(out)

    made = bytearray(stored(name))
    for byte in password.encode():
        update(byte)
    start = 30 + len(name)
    crc = int.from_bytes(made[14:18], "little")
    cipher = sealed(b"eleven byte" + bytes([crc >> 24])) + sealed(LINES.encode())
    central = made.index(b"PK\1\2")
    out = bytearray(made[:start]) + cipher + made[central:]
    moved = out.index(b"PK\1\2")
    for at in (6, moved + 8):
        out[at] |= 1
    for at in (18, moved + 20):
        out[at : at + 4] = len(cipher).to_bytes(4, "little")
    end = out.index(b"PK\5\6")
    out[end + 16 : end + 20] = moved.to_bytes(4, "little")
    return bytes(out)


def _crc_step(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value


def stored(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), LINES)
    return made.getvalue()


class TestAuthenticatorPlus(FormatContract):
    id = "authenticator-plus"

    def files(self) -> list[File]:
        name = "Accounts.txt"
        return [
            File(plain(name), 3),
            File(aes(name, "testtest"), 3, "testtest"),
            File(pkware(name, "testtest"), 3, "testtest"),
        ]


class TestWinAuthZip(FormatContract):
    id = "winauth-zip"

    def files(self) -> list[File]:
        name = "winauth-2026-11-28.txt"
        return [
            File(plain(name), 3),
            File(aes(name, "testtest"), 3, "testtest"),
            File(pkware(name, "testtest"), 3, "testtest"),
        ]


def test_the_lines_of_winauth_keep_what_they_are() -> None:
    _, contents = registry.read(Untrusted(pkware("winauth.txt", "p w")), Keys(("p w",)))
    assert [
        (each.account.issuer, each.account.account, each.account.otp.type.value, each.account.otp.digits)
        for each in contents.entries
    ] == [("GitHub", "ada", "totp", 6), ("BattleNet", "US-1", "totp", 8), ("Steam", "gordon", "steam", 5)]


def test_the_zip_of_the_old_cipher_is_one_that_others_open(tmp_path: Path) -> None:
    path = tmp_path / "winauth.zip"
    path.write_bytes(pkware("winauth.txt", "p w"))
    with zipfile.ZipFile(path) as archive:
        assert archive.read("winauth.txt", b"p w").decode() == LINES


def test_a_list_in_a_zip_with_a_wrong_password_never_gives_rubbish() -> None:
    data = pkware("winauth.txt", "right")
    for number in range(600):  # the old cipher's check lets one in 256 pass
        with pytest.raises(Exception, match="does not open"):
            registry.read(Untrusted(data), Keys((f"wrong {number}",)))
