"""Real files that other apps wrote, where they are at hand: each gives what is expected of it."""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path

import pytest

from warifu.core.account import OtpType
from warifu.formats import registry
from warifu.formats.base import Keys
from warifu.formats.errors import NeedsPassword, WrongFilePassword
from warifu.formats.untrusted import Untrusted

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"
EXPECTED = SAMPLES / "EXPECTED.json"
CASES = json.loads(EXPECTED.read_bytes()) if EXPECTED.is_file() else {}
pytestmark = pytest.mark.skipif(not CASES, reason="the files are not here")

# Where Warifu gives something else on purpose: docs/formats.md says why, one by one.
DIFFERENT: dict[str, str] = {
    "2fauth/inline/valid_bitwarden_auth_json_migration_payload.json": "a Steam item’s user is its account",
    "stratum/extra-backup_test/demo.authpro": "an mOTP secret that is no hexadecimal number",
    "authenticator-extension/plain-backup.json": "what is expected are the fields as they are",
    "2fauth/inline/valid_plain_text_payload.txt": "five digits of the issuer Steam are letters, not numbers",
    "stratum/Stratum.Test-data/keepass.aes256.argon2d.kdbx": "KeePassXC writes “none” for no name",
    "stratum/Stratum.Test-data/keepass.chacha20.argon2d.kdbx": "KeePassXC writes “none” for no name",
}


def _read(name: str, password: str | None):
    path = SAMPLES / name
    return registry.read(Untrusted(path.read_bytes(), path.name), Keys((password,) if password else ()))


def _raw(secret: str) -> bytes:
    letters = secret.upper().replace(" ", "").replace("-", "").rstrip("=")
    letters = letters[:-1] if len(letters) % 8 in {1, 3, 6} else letters
    return base64.b32decode(letters + "=" * (-len(letters) % 8))


def _is_base32(secret: str) -> bool:
    """Whether codes can be made with it; entries that hold something else have to be told as problems."""
    try:
        _raw(secret)
    except binascii.Error:
        return False
    return True


@pytest.mark.parametrize("name", CASES)
def test_a_real_file_gives_what_is_expected(name: str) -> None:
    if name in DIFFERENT:
        pytest.skip(DIFFERENT[name])
    case = CASES[name]
    _format, contents = _read(name, case["password"])
    found = [
        (
            entry.account.otp.type.value,
            entry.account.otp.secret.reveal(),
            entry.account.issuer,
            entry.account.account,
            entry.account.otp.algorithm.value,
            entry.account.otp.digits,
            None if entry.account.otp.type is OtpType.HOTP else entry.account.otp.period,
            entry.account.counter if entry.account.otp.type is OtpType.HOTP else None,
        )
        for entry in contents.entries
    ]
    expected = [
        (
            each["type"], _raw(each["secret"]), each["issuer"] or "", each["name"] or "", each["algo"],
            each["digits"], each["period"], each["counter"],
        )
        for each in case["entries"]
        if _is_base32(each["secret"])
    ]  # fmt: skip
    assert len(contents.problems) >= len(case["entries"]) - len(expected)
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["password"]])
def test_it_asks_for_its_password_and_tells_a_wrong_one(name: str) -> None:
    with pytest.raises(NeedsPassword):
        _read(name, None)
    with pytest.raises(WrongFilePassword):
        _read(name, "certainly not this one")


def test_all_but_the_odd_secret_of_stratums_demo_are_read() -> None:
    name = "stratum/extra-backup_test/demo.authpro"
    _format, contents = _read(name, None)
    expected = [each for each in CASES[name]["entries"] if each["type"] != "motp"]
    assert sorted(entry.account.otp.secret.reveal() for entry in contents.entries) == sorted(
        _raw(each["secret"]) for each in expected
    )
    assert {entry.account.issuer: list(entry.account.tags) for entry in contents.entries} == {
        each["issuer"]: each["groups"] for each in expected
    }
    assert [problem.entry for problem in contents.problems] == ["Company VPN"]


def test_what_the_browser_extension_writes_short_is_understood() -> None:
    _format, contents = _read("authenticator-extension/plain-backup.json", None)
    found = [
        (entry.account.issuer, entry.account.otp.type.value, entry.account.otp.digits, entry.account.counter)
        for entry in contents.entries
    ]
    assert found == [
        ("GitHub", "totp", 6, 0), ("Bank", "hotp", 6, 7), ("Valve", "steam", 5, 0), ("HexCo", "totp", 6, 0),
        ("Blizzard", "totp", 8, 0), ("AWS", "totp", 8, 0),
    ]  # fmt: skip
    assert [problem.entry for problem in contents.problems] == ["Gost"]
