"""Steam's app and Steam Desktop Authenticator."""

from __future__ import annotations

import base64
import hashlib
import json
import os

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

SECRET = b"a secret of 20 bytes"
GUARD = {
    "shared_secret": base64.b64encode(SECRET).decode(), "serial_number": "1", "revocation_code": "R1234",
    "uri": "otpauth://totp/Steam:gordon?secret=JRZCL47CMXVOQMNPZR2F7J4RGI&issuer=Steam",
    "account_name": "gordon", "identity_secret": "dGVzdA==", "secret_1": "dGVzdA==", "status": 1,
}  # fmt: skip


def mafile(name: str, password: str, account: str = "gordon") -> tuple[bytes, dict]:
    """An encrypted file, and its line in the manifest."""
    salt, iv = os.urandom(8), os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 50_000, 32)
    plain = json.dumps(GUARD | {"account_name": account, "Session": {"SteamID": 7656}}).encode()
    pad = 16 - len(plain) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    sealed = encryptor.update(plain + bytes([pad]) * pad) + encryptor.finalize()
    entry = {
        "encryption_iv": base64.b64encode(iv).decode(), "encryption_salt": base64.b64encode(salt).decode(),
        "filename": name, "steamid": 7656,
    }  # fmt: skip
    return base64.b64encode(sealed), entry


def manifest(*entries: dict) -> bytes:
    return json.dumps({"encrypted": True, "first_run": False, "entries": entries}).encode()


ONE, ENTRY = mafile("1.maFile", "p w")
TWO, OTHER = mafile("2.maFile", "p w", "alyx")


class TestSteam(FormatContract):
    id = "steam"
    authenticated = False

    def files(self) -> list[File]:
        return [
            File(json.dumps(GUARD).encode(), 1),
            File(json.dumps({"accounts": {"a": GUARD, "b": GUARD}}).encode(), 2),
            File(ONE, 1, "p w", "1.maFile", beside={"manifest.json": manifest(OTHER, ENTRY)}),
            File(ONE, 1, "p w", "renamed", beside={"manifest.json": manifest(OTHER, ENTRY)}),
            File(
                manifest(ENTRY, OTHER), 2, "p w", "manifest.json", beside={"1.maFile": ONE, "2.maFile": TWO}
            ),
        ]


def test_only_the_secret_of_the_codes_is_taken_and_the_rest_is_told() -> None:
    _, contents = registry.read(Untrusted(json.dumps(GUARD).encode()), NO_KEYS)
    (entry,) = contents.entries
    account = entry.account
    assert account.otp.secret.reveal() == SECRET
    assert (account.otp.type, account.otp.digits, account.issuer, account.account) == (
        "steam",
        5,
        "Steam",
        "gordon",
    )
    assert contents.passwords
    bare = {"shared_secret": GUARD["shared_secret"], "account_name": "gordon"}
    assert not registry.read(Untrusted(json.dumps(bare).encode()), NO_KEYS)[1].passwords


def test_a_file_without_a_name_is_called_by_its_number() -> None:
    item = {"shared_secret": GUARD["shared_secret"], "Session": {"SteamID": 76561190000000000}}
    (entry,) = registry.read(Untrusted(json.dumps(item).encode()), NO_KEYS)[1].entries
    assert entry.account.account == "76561190000000000"


def test_an_account_without_a_secret_is_a_problem_and_one_with_a_link_is_not() -> None:
    accounts = {"a": GUARD, "b": {"shared_secret": None, "account_name": "none"}, "c": 7,
                "d": {"shared_secret": "", "uri": GUARD["uri"], "account_name": "x"}}  # fmt: skip
    _, contents = registry.read(Untrusted(json.dumps({"accounts": accounts}).encode()), NO_KEYS)
    assert [each.account.account for each in contents.entries] == ["gordon", "gordon"]
    assert [problem.entry for problem in contents.problems] == ["none", ""]


def test_without_its_manifest_an_encrypted_file_says_what_is_missing() -> None:
    with pytest.raises(NotSupported) as told:
        registry.read(Untrusted(ONE, "1.maFile"), Keys(("p w",)))
    assert "manifest.json" in str(told.value.hint)
    with pytest.raises(NotSupported):
        registry.read(Untrusted(manifest(ENTRY), "manifest.json"), Keys(("p w",)))


def test_the_encryption_of_another_program_is_told_as_one() -> None:
    other = {"filename": "1.maFile", "encryption": {"iv": "AA==", "salt": "AA==", "scheme": "Argon2idAes256"}}
    with pytest.raises(NotSupported) as told:
        registry.read(Untrusted(ONE, "1.maFile", {"manifest.json": manifest(other)}), Keys(("p w",)))
    assert "encryption off" in str(told.value.hint)


def test_a_manifest_opens_all_that_lie_beside_it() -> None:
    file = Untrusted(manifest(ENTRY, OTHER), "manifest.json", {"1.maFile": ONE, "2.maFile": TWO})
    with pytest.raises(NeedsPassword):
        registry.read(file, NO_KEYS)
    with pytest.raises(WrongFilePassword):
        registry.read(file, Keys(("other",)))
    _, contents = registry.read(file, Keys(("p w",)))
    assert [each.account.account for each in contents.entries] == ["gordon", "alyx"]
