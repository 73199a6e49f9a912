"""Proton Authenticator's export, and Proton Pass' archive, written as Proton's code does."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of, some_accounts
from warifu.core.account import Algorithm, OtpType
from warifu.formats import proton, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.untrusted import Untrusted

KEY = "4SJHB4GSD43FZBAI7C2HLRJGPQ"
AAD = b"proton.authenticator.export.v1"


def entry(uri: str, name: str, note: str | None = None) -> dict[str, Any]:
    kind = "Steam" if uri.startswith("steam:") else "Totp"
    return {"id": "a19e0019-47e3-4d3b-af63-6dad0cb49e31",
            "content": {"uri": uri, "entry_type": kind, "name": name}, "note": note}  # fmt: skip


ENTRIES = [
    entry(
        f"otpauth://totp/Mason?secret={KEY}&issuer=Deno&algorithm=SHA512&digits=8&period=50", "Mason", "a\nb"
    ),
    entry(f"steam://{KEY}", "gordon"),
    entry(f"otpauth://totp/%3Acool%40ente.com?secret={KEY}&issuer=%2Fe%2F", ":cool@ente.com"),
    entry("steam://4SJHB4gsd43FZBAI7C2HLRJG0P8=", "base64"),
    entry(f"otpauth://totp/?secret={KEY}&issuer=Bare", "by its name"),
]


def plain(entries: list[Any], version: int = 1) -> bytes:
    return json.dumps({"version": version, "entries": entries}).encode()


def key(password: str, salt: bytes) -> bytes:
    return Argon2id(salt=salt, length=32, iterations=2, lanes=1, memory_cost=19_456).derive(password.encode())


def sealed(data: bytes, password: str) -> bytes:
    salt, nonce = bytes(range(16)), bytes(range(12))
    content = nonce + AESGCM(key(password, salt)).encrypt(nonce, data, AAD)
    texts = {"salt": base64.b64encode(salt).decode(), "content": base64.b64encode(content).decode()}
    return json.dumps({"version": 1, **texts}).encode()


class TestProton(FormatContract):
    id = "proton"

    def files(self) -> list[File]:
        return [
            File(plain(ENTRIES), 5),
            File(json.dumps(json.loads(plain(ENTRIES)), indent=2).encode(), 5),
            File(sealed(plain(ENTRIES), "pässwörd"), 5, "pässwörd"),
        ]


def test_everything_of_an_entry_comes_along():
    _, contents = registry.read(Untrusted(plain(ENTRIES)), NO_KEYS)
    totp, steam, cool, odd, bare = (each.account for each in contents.entries)
    assert (totp.issuer, totp.account, totp.note) == ("Deno", "Mason", "a\nb")
    assert (totp.otp.algorithm, totp.otp.digits, totp.otp.period) == (Algorithm.SHA512, 8, 50)
    assert (steam.otp.type, steam.issuer, steam.account) == (OtpType.STEAM, "Steam", "gordon")
    assert (cool.issuer, cool.account) == ("/e/", "cool@ente.com")
    assert odd.otp.secret.reveal() == base64.b64decode("4SJHB4gsd43FZBAI7C2HLRJG0P8=")
    assert (bare.issuer, bare.account) == ("Bare", "by its name")


def test_one_bad_entry_stops_no_other():
    bad = [entry("otpauth://totp/x?secret=", "no secret"), {"content": None}, 1]
    _, contents = registry.read(Untrusted(plain([ENTRIES[0], *bad])), NO_KEYS)
    assert len(contents.entries) == 1
    assert [each.entry for each in contents.problems] == ["no secret", "", ""]


@pytest.mark.parametrize("data", [plain(ENTRIES, 2), sealed(plain(ENTRIES, 2), "x")])
def test_a_newer_version_is_told(data):
    with pytest.raises(NotSupported, match="newer"):
        registry.read(Untrusted(data), Keys(("x",)))


def test_proton_itself_would_open_what_is_written():
    accounts = [each for each in some_accounts() if each.otp.type in {OtpType.TOTP, OtpType.STEAM}]
    written = json.loads(proton.FORMAT.writer.write(accounts, "päss"))
    content = base64.b64decode(written["content"], validate=True)
    opened = AESGCM(key("päss", base64.b64decode(written["salt"]))).decrypt(content[:12], content[12:], AAD)
    export = json.loads(opened)
    assert export["version"] == 1
    uris = {each["content"]["name"]: each["content"]["uri"] for each in export["entries"]}
    assert uris["ada@example.com"].startswith("otpauth://totp/ada%40example.com?secret=")
    assert uris["gordon"].startswith("steam://")
    assert [each["note"] for each in export["entries"]] == [None, None, "1\n2", None, None]


@given(st.lists(accounts_for(proton.FORMAT.writer.holds, colons=False), min_size=1, max_size=4))
def test_all_that_it_holds_comes_back(accounts):
    _, contents = registry.read(Untrusted(proton.FORMAT.writer.write(accounts, "")), NO_KEYS)
    assert not contents.problems
    for found, written in zip([each.account for each in contents.entries], accounts, strict=True):
        if written.otp.type is OtpType.STEAM:
            assert (found.issuer, found.account) == ("Steam", written.account)
        elif not (written.issuer == "Steam" and written.otp.digits == 5):
            assert codes_of(found) == codes_of(written)
        assert found.otp.secret == written.otp.secret
        assert found.note == written.note


def item(name: str, *, uri: str = "", state: int = 1, extra: Any = None, **more: str) -> dict[str, Any]:
    return {
        "itemId": "x", "shareId": "y", "state": state, "createTime": 1_700_000_000,
        "pinned": name == "Pinned",
        "data": {
            "metadata": {"name": name, "note": "a note", "itemUuid": "z"},
            "extraFields": extra or [],
            "platformSpecific": None,
            "type": "login",
            "content": {"itemEmail": "", "itemUsername": "", "password": "hunter2", "urls": [],
                        "totpUri": uri, "passkeys": [], **more},
        },
    }  # fmt: skip


def field(name: str, uri: str) -> dict[str, Any]:
    return {"fieldName": name, "type": "totp", "data": {"totpUri": uri}}


ITEMS = [
    item("Bare", uri="4sjh b4gs d43f zbai", itemUsername="ada", itemEmail="ada@example.com"),
    item("Pinned", uri=f"otpauth://totp/acct?secret={KEY}&algorithm=SHA256&digits=8", itemEmail="e@x.org"),
    item("No code"),
    item("Deleted", uri=KEY, state=2),
    item("Many", uri=KEY, extra=[field("Second", KEY), field("Malformed", "otpauth://nonsense"),
                                 {"fieldName": "t", "type": "text", "data": {"content": "x"}}]),
    {"data": {"type": "note", "metadata": {"name": "n"}, "content": {}}, "state": 1},
]  # fmt: skip


def archive(name: str = "Proton Pass/data.json", items: Any = ITEMS) -> bytes:
    data = {"version": "1.33.0", "userId": "u", "encrypted": False,
            "vaults": {"v1": {"name": "Personal", "description": "", "items": items}}}  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, json.dumps(data))
    return out.getvalue()


class TestProtonPass(FormatContract):
    id = "proton-pass"

    def files(self) -> list[File]:
        return [File(archive(), 5)]


def test_the_codes_of_all_items_come_along_and_nothing_secret_beside_them():
    _, contents = registry.read(Untrusted(archive()), NO_KEYS)
    bare, pinned, deleted, first, second = contents.entries
    assert (bare.account.issuer, bare.account.account, bare.account.tags) == ("Bare", "ada", ("Personal",))
    assert (bare.account.note, bare.account.created) == ("a note", 1_700_000_000)
    assert (pinned.account.issuer, pinned.account.account, pinned.account.pinned) == ("Pinned", "acct", True)
    assert (pinned.account.otp.algorithm, pinned.account.otp.digits) == (Algorithm.SHA256, 8)
    assert [each.binned for each in contents.entries] == [False, False, True, False, False]
    assert deleted.account.issuer == "Deleted"
    assert (first.account.title, second.account.title) == ("Many", "Many – Second")
    assert [each.entry for each in contents.problems] == ["Many"]
    assert contents.passwords
    assert "hunter2" not in repr([vars_of(each.account) for each in contents.entries])


def vars_of(account: Any) -> list[Any]:
    return [getattr(account, name) for name in account.__dataclass_fields__]


def test_an_archive_for_pgp_is_told():
    with pytest.raises(NotSupported, match="PGP"):
        registry.read(Untrusted(archive("Proton Pass/data.pgp")), NO_KEYS)


def test_an_archive_without_vaults_is_damaged():
    for data in (b"[]", b"{}", b"\xff"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("Proton Pass/data.json", data)
        with pytest.raises(FileDamaged):
            registry.read(Untrusted(out.getvalue()), NO_KEYS)
