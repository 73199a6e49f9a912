"""Ente Auth's exports, written as its app does, the encrypted one with libsodium's own functions."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus

import nacl.bindings as sodium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of, some_accounts
from warifu.core.account import Algorithm, OtpType
from warifu.core.uri import parse_uri
from warifu.formats import ente, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, FileTooBig, NotSupported
from warifu.formats.pictures import completed
from warifu.formats.untrusted import Untrusted

KEY = "4SJHB4GSD43FZBAI7C2HLRJGPQ"
MB = 1024 * 1024


def link(label: str, query: str = "", kind: str = "totp", **display: Any) -> str:
    shown = {
        "pinned": False,
        "trashed": False,
        "lastUsedAt": 0,
        "tapCount": 0,
        "tags": [],
        "note": "",
    } | display
    text = quote_plus(json.dumps(shown, separators=(",", ":")))
    return f"otpauth://{kind}/{label}?secret={KEY}{query}&codeDisplay={text}"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """As little work as libsodium takes, but for the test of how much it is."""
    assert ente._MEMORY * ente._PASSES == 1024 * MB * 4  # what Ente calls "sensitive"
    monkeypatch.setattr(ente, "_MEMORY", 8 * MB)
    monkeypatch.setattr(ente, "_PASSES", 1)


LINKS = [
    link("Air%20Canada:Ben", "&issuer=Air+Canada&algorithm=sha256&digits=7&counter=50", "hotp", position=2),
    link("Boeing:Sophia", "&issuer=Boeing&digits=5&period=30", "steam", trashed=True, position=1),
    link("Mongo Atlas:Acc !@#444", "&algorithm=null&digits=null&period=null", tags=["two words", "b"],
         pinned=True, note="1, 2\n3 & 4", tapCount=7, lastUsedAt=1_735_000_000_000_000),
]  # fmt: skip
TEXT = "\n".join(LINKS) + "\n"


def sealed(text: str, password: str, *, memory: int = MB, passes: int = 1, **changes: Any) -> bytes:
    salt = bytes(range(16))
    key = sodium.crypto_pwhash_alg(
        32, password.encode(), salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13
    )
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    data = sodium.crypto_secretstream_xchacha20poly1305_push(state, text.encode(), tag=3)
    params = {"memLimit": memory, "opsLimit": passes, "salt": base64.b64encode(salt).decode()} | changes
    export = {"version": 1, "kdfParams": params, "encryptedData": base64.b64encode(data).decode(),
              "encryptionNonce": base64.b64encode(header).decode()}  # fmt: skip
    return json.dumps(export).encode()


def page() -> bytes:
    def shown(issuer: str, kind: str, label: str, note: str) -> str:
        picture = base64.b64encode(issuer.encode()).decode()
        return f"""<div class="otp-entry"><div><p><b>{issuer}</b> </p><p><b>ada: lovelace</b></p><br />
            <p>Type: <b>{kind}</b></p><p>Algorithm: <b>sha256</b></p><p>Digits: <b>8</b></p>
            <p>{label}: <b>{KEY}</b></p>{note}</div>
            <img src="data:image/png;base64,{picture}" alt="QR Code"></div><hr class="red-separator" />"""

    entries = shown("Deno", "totp", "Recovery Code", "<p>Note: <b>a: b</b></p>") + shown(
        "Bank", "hotp", "Secret", ""
    )
    return f"""<!DOCTYPE html><html><style>.otp-entry {{ display: flex; }}</style><body><h1>Ente Auth</h1>
        <main><p>{entries}</p></main><a href="https://ente.io"><img src="https://ente.io/x.png"></a>
        <p>Ente Technologies, Inc.</p></body></html>""".encode()


def read(data: bytes, *passwords: str):
    found, contents = registry.read(Untrusted(data), Keys(passwords))
    assert found.id == "ente"
    return contents


class TestEnte(FormatContract):
    id = "ente"

    def files(self) -> list[File]:
        return [
            File(TEXT.encode(), 3),
            File("\n".join(json.dumps(each) for each in LINKS).encode(), 3),
            File(sealed(TEXT, "pässwörd", memory=8 * MB, passes=2), 3, "pässwörd"),
            File(sealed(TEXT, "test", memory=10 * 1024), 3, "test"),
            File(page(), 2),
        ]


@pytest.mark.parametrize("data", [TEXT.encode(), sealed(TEXT, "test")])
def test_everything_comes_along_in_the_order_of_the_app(data):
    contents = read(data, "test")
    assert not contents.problems
    mongo, steam, hotp = contents.entries
    assert (mongo.account.issuer, mongo.account.account) == ("Mongo Atlas", "Acc !@#444")
    assert (mongo.account.tags, mongo.account.note) == (("two words", "b"), "1, 2\n3 & 4")
    assert (mongo.account.pinned, mongo.account.uses, mongo.account.last_used) == (True, 7, 1_735_000_000)
    assert (mongo.account.otp.digits, mongo.account.otp.period) == (6, 30)
    assert (steam.account.otp.type, steam.binned) == (OtpType.STEAM, True)
    assert not mongo.binned
    assert (hotp.account.issuer, hotp.account.counter, hotp.account.otp.algorithm) == (
        "Air Canada", 50, Algorithm.SHA256,
    )  # fmt: skip


def test_a_bad_link_is_told_by_its_name_and_stops_nothing():
    contents = read(f"{LINKS[2]}\notpauth://totp/GitHub:ada?secret=0&issuer=GitHub\nsteam://0\n".encode())
    assert len(contents.entries) == 1
    assert [(each.line, each.entry) for each in contents.problems] == [(2, "GitHub ada"), (3, "")]


def test_the_page_tells_all_but_what_its_codes_tell():
    contents = read(page())
    totp, hotp = (each.account for each in contents.entries)
    assert (totp.issuer, totp.account, totp.note) == ("Deno", "ada: lovelace", "a: b")
    assert (totp.otp.algorithm, totp.otp.digits, totp.otp.secret.base32()) == (Algorithm.SHA256, 8, KEY)
    assert contents.pictures == (b"Deno", b"Bank")
    links = [f"otpauth://totp/Deno:ada?secret={KEY}&period=60&digits=8",
             f"otpauth://hotp/Bank:ada?secret={KEY}&counter=9&digits=8"]  # fmt: skip
    entries, problems = completed(contents.entries, map(parse_uri, links))
    assert [(each.account.otp.period, each.account.counter) for each in entries] == [(60, 0), (30, 9)]
    assert not problems
    assert hotp.counter == 0


@pytest.mark.safety(3)
@pytest.mark.parametrize(
    "change",
    [{"memLimit": 2**41}, {"memLimit": 2**31}, {"opsLimit": 2**31}, {"memLimit": -1}, {"opsLimit": 0},
     {"opsLimit": 1.5}, {"memLimit": "x"}, {"memLimit": [1]}, {"memLimit": 1024}, {"salt": "AAAA"}],
)  # fmt: skip
def test_what_asks_for_too_much_or_nothing_is_refused(change):
    with pytest.raises((FileTooBig, FileDamaged)):
        read(sealed(TEXT, "test", **change), "test")


def test_a_newer_version_is_told():
    export = json.loads(sealed(TEXT, "test")) | {"version": 2}
    with pytest.raises(NotSupported, match="newer"):
        read(json.dumps(export).encode(), "test")


def test_libsodium_opens_what_is_written():
    accounts = [each for each in some_accounts() if each.otp.type in ente.FORMAT.writer.holds.types]
    export = json.loads(ente.FORMAT.writer.write(accounts, "päss"))
    params = export["kdfParams"]
    key = sodium.crypto_pwhash_alg(
        32, "päss".encode(), base64.b64decode(params["salt"]), params["opsLimit"], params["memLimit"],
        sodium.crypto_pwhash_ALG_ARGON2ID13,
    )  # fmt: skip
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header = base64.b64decode(export["encryptionNonce"])
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    text, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
        state, base64.b64decode(export["encryptedData"])
    )
    assert tag == 3
    lines = text.decode().splitlines()
    assert len(lines) == len(accounts)
    assert all(line.startswith("otpauth://") and "&codeDisplay=%7B" in line for line in lines)


@given(st.lists(accounts_for(ente.FORMAT.writer.holds, colons=False), min_size=1, max_size=4))
def test_all_that_it_holds_comes_back(accounts):
    contents = read(ente.FORMAT.writer.write(accounts, ""))
    assert not contents.problems
    for found, written in zip([each.account for each in contents.entries], accounts, strict=True):
        if not (written.issuer == "Steam" and written.otp.digits == 5):
            assert codes_of(found) == codes_of(written)
        assert (found.tags, found.note, found.pinned) == (written.tags, written.note, written.pinned)


def test_a_note_may_hold_what_looks_like_a_comma_to_ente():
    account = replace(parse_uri(link("Site")), note=r"50%2C \%2c %u0025")
    written = ente.FORMAT.writer.write([account], "")
    assert b"%252C" not in written.upper()  # Ente's own reader puts a comma in its place
    assert read(written).entries[0].account.note == account.note


def test_a_list_without_what_only_ente_writes_is_one_of_links():
    assert registry.detect(Untrusted(b"otpauth://totp/a?secret=AAAAAAAA\n")).id == "otpauth"
    with pytest.raises(FileDamaged):
        ente.FORMAT.read(Untrusted(b"\x00\xff"), NO_KEYS)
