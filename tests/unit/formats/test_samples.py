"""Real files that other apps wrote, where they are at hand: each gives what is expected of it."""

from __future__ import annotations

import base64
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
DIFFERENT: dict[str, str] = {}


def _read(name: str, password: str | None):
    path = SAMPLES / name
    return registry.read(Untrusted(path.read_bytes(), path.name), Keys((password,) if password else ()))


def _raw(secret: str) -> bytes:
    letters = secret.upper().replace(" ", "").replace("-", "").rstrip("=")
    letters = letters[:-1] if len(letters) % 8 in {1, 3, 6} else letters
    return base64.b32decode(letters + "=" * (-len(letters) % 8))


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
    ]  # fmt: skip
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["password"]])
def test_it_asks_for_its_password_and_tells_a_wrong_one(name: str) -> None:
    with pytest.raises(NeedsPassword):
        _read(name, None)
    with pytest.raises(WrongFilePassword):
        _read(name, "certainly not this one")
