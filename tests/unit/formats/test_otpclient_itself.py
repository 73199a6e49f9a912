"""OTPClient itself as the judge: Warifu reads the database that it writes."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import select
import shutil
import sys
import time
from typing import TYPE_CHECKING

import pytest
from Cryptodome.Cipher import AES

from format_contract import codes_of
from warifu.core.account import Algorithm, OtpType
from warifu.core.otp import code_at
from warifu.formats import registry
from warifu.formats.base import Keys
from warifu.formats.untrusted import Untrusted

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform != "win32":
    import pty
    import termios

OTPCLIENT = shutil.which("otpclient-cli")


def _has_terminals() -> bool:
    """Whether the system gives terminals; one that was only unpacked into a folder has none."""
    try:
        for end in os.openpty():
            os.close(end)
    except (AttributeError, OSError):
        return False
    return True


pytestmark = pytest.mark.skipif(
    OTPCLIENT is None or not _has_terminals(), reason="needs otpclient-cli and terminals"
)
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
TOKENS = [
    {
        "type": "TOTP",
        "label": "ada",
        "issuer": "GitHub",
        "digits": 8,
        "algo": "SHA256",
        "secret": KEY,
        "period": 60,
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
        "issuer": "Steam",
        "digits": 5,
        "algo": "SHA1",
        "secret": KEY,
        "period": 30,
    },
]


def database(password: str) -> bytes:
    """Version 1, to begin with; its key is of as many bytes of the password as that has characters."""
    iv, salt = os.urandom(16), os.urandom(32)
    key = hashlib.pbkdf2_hmac("sha512", password.encode()[: len(password)], salt, 100_000, 32)
    cipher = AES.new(key, AES.MODE_GCM, nonce=iv)
    cipher.update(iv + salt)
    return iv + salt + b"".join(cipher.encrypt_and_digest(json.dumps(TOKENS).encode() + b"\0"))


def typed(program: list[str], text: str, environment: dict[str, str]) -> str:
    """What a program says that asks for a password on its terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(program[0], program, environment)
    end = time.monotonic() + 30
    while termios.tcgetattr(terminal)[3] & termios.ECHO:  # what is typed before is thrown away
        assert time.monotonic() < end
        time.sleep(0.01)
    os.write(terminal, f"{text}\n".encode())
    said = b""
    while select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
        try:
            said += os.read(terminal, 4096)
        except OSError:
            break
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said
    return said.decode()


@pytest.mark.parametrize("password", ["plain words", "schlüssel 鍵"])
def test_a_database_that_otpclient_itself_wrote(tmp_path: Path, password: str) -> None:
    """Showing a HOTP code makes it write the whole database anew, with the counter moved on."""
    path = tmp_path / "otpclient-db.enc"
    path.write_bytes(before := database(password))
    config = tmp_path / ".config"
    config.mkdir()
    (config / "otpclient.cfg").write_text(f"[config]\ndb_path={path}\nuse_secret_service=false\n")
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "dumb"}
    said = typed([str(OTPCLIENT), "show", "-a", "h", "-i", "Bank"], password, environment)
    assert path.read_bytes() != before
    found, contents = registry.read(Untrusted(path.read_bytes(), path.name), Keys((password,)))
    assert found.id == "otpclient"
    github, bank, _steam = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert bank.counter == 8
    assert code_at(dataclasses.replace(bank, counter=7), 0).value in said
