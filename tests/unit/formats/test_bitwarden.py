"""Bitwarden and Bitwarden Authenticator, with files made here as Bitwarden's clients make them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import os
import zipfile

import pytest
from Cryptodome.Cipher import AES
from Cryptodome.Util.Padding import pad
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from hypothesis import given
from hypothesis import strategies as st

from format_contract import File, FormatContract, codes_of
from made_accounts import accounts_within
from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import bitwarden, bitwarden_authenticator, bitwarden_writing, registry
from warifu.formats.base import NO_KEYS, Form, Keys
from warifu.formats.errors import FileDamaged, FileTooBig, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "pass wörd"


def item(name: str, totp: str | None, **more) -> dict:
    login = {"uris": None, "username": more.pop("username", None), "password": more.pop("password", None)}
    return {
        "id": f"id of {name}",
        "organizationId": None,
        "folderId": None,
        "type": 1,
        "name": name,
        "notes": None,
        "favorite": False,
        "login": login | {"totp": totp},
        "collectionIds": None,
    } | more


VAULT = {
    "encrypted": False,
    "folders": [{"id": "f1", "name": "Work"}, {"id": "f2", "name": "Emails/Old"}],
    "items": [
        item(
            "My GitHub",
            f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub&algorithm=SHA256&digits=8&period=60",
            username="ada@example.com",
            password="hunter2",
            folderId="f1",
            favorite=True,
            notes="first\nsecond",
            creationDate="2024-01-03T12:30:50.043Z",
        ),
        item("Bare", "jbsw y3dp ehpk 3pxp", username="bob", deletedDate="2025-01-01T00:00:00.000Z"),
        item("No issuer", f"otpauth://totp/carol?secret={KEY}", username="ignored", folderId="f2"),
        item("Steam of Gordon", f"steam://{KEY}"),
        item("Games", f"steam://{KEY}", username="gordon"),
        item("Counter", f"otpauth://hotp/Bank:h?secret={KEY}&counter=9&issuer=Bank"),
        item("No code", None),
        item("Empty code", "  "),
        {"id": "n", "type": 2, "name": "A note", "secureNote": {"type": 0}, "login": None},
        {"id": "c", "type": 3, "name": "A card"},
    ],
}
ORGANISATION = {
    "encrypted": False,
    "collections": [{"id": "c1", "organizationId": "o", "name": "Ops"}, {"id": "c2", "name": "On call"}],
    "items": [item("Shared", KEY, username="root", collectionIds=["c1", "c2"], organizationId="o")],
}
OLD = {"folders": [], "items": [item("Old", KEY, username="eve")]}
AUTHENTICATOR = {
    "encrypted": False,
    "items": [
        item(
            "GitHub",
            f"otpauth://totp/GitHub%3Aada?secret={KEY}&algorithm=SHA512&digits=7&period=20&issuer=GitHub",
        ),
        item("Steam", f"steam://{KEY}", username="gordon", favorite=True),
        {"id": "x", "name": "No keys", "type": 1, "login": {"totp": KEY}},
    ],
}
COLUMNS = "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp"
PERSONAL_CSV = f"""{COLUMNS}
Work,1,login,My GitHub,"two
lines",,0,https://github.com,ada,hunter2,otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub
,,login,Bare,,,0,,bob,,jbsw y3dp ehpk 3pxp
,,note,A note,text,,0,,,,
,,login,Steam of Gordon,,,0,,,,steam://{KEY}
,,login,Wrong,,,0,,,,not a secret 1
"""
ORGANISATION_CSV = (
    "collections,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n"
    f'"Ops,On call",login,Shared,,,0,,root,pw,{KEY}\n'
)
AUTHENTICATOR_CSV = (
    "folder,favorite,type,name,login_uri,login_totp\n"
    f",,1,GitHub,,otpauth://totp/GitHub%3Aada?secret={KEY}&algorithm=SHA1&digits=6&period=15&issuer=GitHub,GitHub,15,6\n"
    f",1,1,SteamName,,steam://{KEY},SteamName,30,6\n"
    f",,1,Comma,,otpauth://totp/Comma%3Aa,b?secret={KEY}&algorithm=SHA1&digits=6&period=30&issuer=Comma,Comma,30,6\n"
)


def sealed(data: bytes, enc: bytes, mac: bytes) -> str:
    iv = os.urandom(16)
    ciphertext = AES.new(enc, AES.MODE_CBC, iv).encrypt(pad(data, 16))
    tag = hmac.new(mac, iv + ciphertext, hashlib.sha256).digest()
    return "2." + "|".join(base64.b64encode(part).decode() for part in (iv, ciphertext, tag))


def protected(content: dict, password: str = PASSWORD, *, argon: bool = False, **changes) -> bytes:
    salt = base64.b64encode(os.urandom(16)).decode()
    if argon:
        kdf = {"kdfType": 1, "kdfIterations": 2, "kdfMemory": 16, "kdfParallelism": 2}
        master = Argon2id(
            salt=hashlib.sha256(salt.encode()).digest(),
            length=32,
            iterations=2,
            lanes=2,
            memory_cost=16 * 1024,
        ).derive(password.encode())
    else:
        kdf = {"kdfType": 0, "kdfIterations": 5000}
        master = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 5000, 32)
    enc, mac = (HKDFExpand(hashes.SHA256(), 32, info).derive(master) for info in (b"enc", b"mac"))
    made = (
        {"encrypted": True, "passwordProtected": True, "salt": salt}
        | kdf
        | {
            "encKeyValidation_DO_NOT_EDIT": sealed(b"a random id", enc, mac),
            "data": sealed(json.dumps(content).encode(), enc, mac),
        }
    )
    return json.dumps(made | changes, indent=2).encode()


def archive(name: str = "data.json") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, json.dumps(VAULT))
        made.writestr("attachments/id of My GitHub/photo.png", b"\x89PNG")
    return file.getvalue()


def read(format_id: str, data: bytes | dict | str, *passwords: str):
    raw = data if isinstance(data, bytes) else (data if isinstance(data, str) else json.dumps(data)).encode()
    found, contents = registry.read(Untrusted(raw), Keys(passwords))
    assert found.id == format_id
    return contents


class TestBitwarden(FormatContract):
    id = "bitwarden"

    def files(self) -> list[File]:
        return [
            File(json.dumps(VAULT).encode(), 6),
            File(json.dumps(ORGANISATION).encode(), 1),
            File(json.dumps(OLD).encode(), 1),
            File(PERSONAL_CSV.encode("utf-8-sig"), 3),
            File(ORGANISATION_CSV.replace("\n", "\r\n").encode(), 1),
            File(archive(), 6),
            File(protected(VAULT), 6, PASSWORD),
            File(protected(VAULT, argon=True), 6, PASSWORD),
        ]


class TestBitwardenAuthenticator(FormatContract):
    id = "bitwarden-authenticator"

    def files(self) -> list[File]:
        return [File(json.dumps(AUTHENTICATOR).encode(), 3), File(AUTHENTICATOR_CSV.encode(), 3)]


@pytest.mark.parametrize("form", ["plain", "pbkdf2", "argon2id"])
def test_everything_of_a_vault_comes_along_but_its_passwords(form):
    data = json.dumps(VAULT).encode() if form == "plain" else protected(VAULT, argon=form == "argon2id")
    contents = read("bitwarden", data, *([] if form == "plain" else [PASSWORD]))
    assert not contents.problems
    assert contents.passwords
    github, bare, carol, steam, games, bank = (entry.account for entry in contents.entries)
    assert (github.title, github.issuer, github.account) == ("My GitHub", "GitHub", "ada")
    assert (github.otp.algorithm, github.otp.digits, github.otp.period) == (Algorithm.SHA256, 8, 60)
    assert (github.tags, github.note, github.pinned) == (("Work",), "first\nsecond", True)
    assert github.created == 1_704_285_050
    assert (bare.issuer, bare.account, bare.otp.secret.base32()) == ("Bare", "bob", "JBSWY3DPEHPK3PXP")
    assert [entry.binned for entry in contents.entries] == [False, True, False, False, False, False]
    assert (carol.issuer, carol.account, carol.tags) == ("No issuer", "carol", ("Emails/Old",))
    assert (steam.otp.type, steam.issuer, steam.account) == (OtpType.STEAM, "Steam", "Steam of Gordon")
    assert (games.otp.type, games.issuer, games.account) == (OtpType.STEAM, "Games", "gordon")
    assert (bank.otp.type, bank.counter, bank.issuer, bank.account) == (OtpType.HOTP, 9, "Bank", "h")
    assert "hunter2" not in repr(contents) + "".join(entry.account.note for entry in contents.entries)


def test_an_archive_of_something_else_is_not_bitwardens():
    assert not bitwarden.FORMAT.fits(Untrusted(archive("Proton Pass/data.json")))


def test_a_password_that_is_no_text_is_a_wrong_one():
    with pytest.raises(WrongFilePassword):
        bitwarden.FORMAT.read(Untrusted(protected(VAULT)), Keys(("\udcff",)))


def test_collections_of_an_organisation_become_tags():
    (entry,) = read("bitwarden", ORGANISATION).entries
    assert entry.account.tags == ("Ops", "On call")
    (entry,) = read("bitwarden", ORGANISATION_CSV).entries
    assert (entry.account.tags, entry.account.account) == (("Ops", "On call"), "root")


def test_a_table_is_read_by_the_names_of_its_columns():
    contents = read("bitwarden", PERSONAL_CSV)
    assert contents.passwords
    github, bare, steam = (entry.account for entry in contents.entries)
    assert (github.title, github.note, github.tags, github.pinned) == (
        "My GitHub",
        "two\nlines",
        ("Work",),
        True,
    )
    assert (bare.issuer, bare.account) == ("Bare", "bob")
    assert (steam.otp.type, steam.account) == (OtpType.STEAM, "Steam of Gordon")
    (problem,) = contents.problems
    assert problem.entry == "Wrong"


def test_the_authenticators_table_has_more_cells_than_columns():
    contents = read("bitwarden-authenticator", AUTHENTICATOR_CSV)
    assert not contents.problems
    assert not contents.passwords
    github, steam, comma = (entry.account for entry in contents.entries)
    assert (github.issuer, github.account, github.otp.period) == ("GitHub", "ada", 15)
    assert (steam.otp.type, steam.otp.digits, steam.issuer, steam.account) == (
        OtpType.STEAM,
        5,
        "Steam",
        "SteamName",
    )
    assert steam.pinned
    assert (comma.issuer, comma.account) == ("Comma", "a,b")


def test_the_authenticators_json():
    github, steam, plain = (entry.account for entry in read("bitwarden-authenticator", AUTHENTICATOR).entries)
    assert (github.otp.algorithm, github.otp.digits, github.otp.period) == (Algorithm.SHA512, 7, 20)
    assert (steam.issuer, steam.account, steam.pinned) == ("Steam", "gordon", True)
    assert (plain.issuer, plain.account) == ("No keys", "")


def test_an_export_that_only_its_account_opens_says_what_to_do():
    restricted = {"encrypted": True, "encKeyValidation_DO_NOT_EDIT": "2.a|b|c", "folders": [], "items": []}
    for made in (restricted, {"encrypted": True, "passwordProtected": False, "data": "2.a|b|c"}):
        with pytest.raises(NotSupported) as refused:
            registry.read(Untrusted(json.dumps(made).encode()), Keys((PASSWORD,)))
        assert "Password protected" in str(refused.value)


def test_a_changed_file_is_damaged_and_not_of_a_wrong_password():
    made = json.loads(protected(VAULT))
    changed = made["data"][:-8] + ("AAAA" if made["data"][-8:-4] != "AAAA" else "BBBB") + made["data"][-4:]
    with pytest.raises(FileDamaged):
        bitwarden.FORMAT.read(Untrusted(json.dumps(made | {"data": changed}).encode()), Keys((PASSWORD,)))


@pytest.mark.safety(3)
@pytest.mark.parametrize(
    "asked",
    [
        {"kdfType": 0, "kdfIterations": 10_000_001},
        {"kdfType": 1, "kdfIterations": 17, "kdfMemory": 16, "kdfParallelism": 1},
        {"kdfType": 1, "kdfIterations": 1, "kdfMemory": 1025, "kdfParallelism": 1},
        {"kdfType": 1, "kdfIterations": 1, "kdfMemory": 16, "kdfParallelism": 17},
    ],
)
def test_a_file_that_asks_for_too_much_is_refused_before_deriving(asked):
    with pytest.raises(FileTooBig):
        bitwarden.FORMAT.read(Untrusted(protected(VAULT, **asked)), Keys((PASSWORD,)))


@pytest.mark.parametrize(
    "asked",
    [
        {"kdfType": 2},
        {"kdfIterations": 0},
        {"kdfIterations": None},
        {"salt": 5},
        {"data": None},
        {"data": "2.a"},
    ],
)
def test_nonsense_in_its_head_is_damage(asked):
    with pytest.raises(FileDamaged):
        bitwarden.FORMAT.read(Untrusted(protected(VAULT, **asked)), Keys((PASSWORD,)))


def test_the_written_file_is_plain_and_what_both_of_bitwardens_importers_read():
    writer = bitwarden_authenticator.FORMAT.writer
    assert writer.forms == Form.PLAIN
    accounts = [
        entry.account
        for entry in read("bitwarden", VAULT).entries
        if entry.account.otp.type is not OtpType.HOTP
    ]
    made = json.loads(writer.write(accounts, ""))
    assert made["encrypted"] is False
    for written, account in zip(made["items"], accounts, strict=True):
        totp = written["login"]["totp"]  # the authenticator knows these two beginnings and no other
        assert totp.startswith("steam://" if account.otp.type is OtpType.STEAM else "otpauth://totp/")
        assert written["type"] == 1
    assert len({written["id"] for written in made["items"]}) == len(accounts)


@given(st.lists(accounts_within(bitwarden_authenticator.FORMAT.writer.holds), min_size=1, max_size=5))
def test_whatever_it_can_hold_comes_back(accounts):
    data = bitwarden_authenticator.FORMAT.writer.write(accounts, "")
    contents = bitwarden_authenticator.FORMAT.read(Untrusted(data), NO_KEYS)
    assert not contents.problems
    assert [codes_of(entry.account) for entry in contents.entries] == [codes_of(each) for each in accounts]
    assert [entry.account.pinned for entry in contents.entries] == [each.pinned for each in accounts]


@given(st.lists(accounts_within(bitwarden_writing.WRITER.holds), min_size=1, max_size=5))
def test_whatever_the_password_manager_can_hold_comes_back(accounts):
    data = bitwarden_writing.write(accounts, "")
    found, contents = registry.read(Untrusted(data), NO_KEYS)
    assert found.id == "bitwarden"
    assert not contents.problems
    assert [codes_of(entry.account) for entry in contents.entries] == [codes_of(each) for each in accounts]
    assert [entry.account.tags for entry in contents.entries] == [each.tags[:1] for each in accounts]
    assert [entry.account.note for entry in contents.entries] == [each.note for each in accounts]


def test_a_protected_export_is_what_bitwarden_opens():
    """As its own importer does: PBKDF2, HKDF's second half, the check value, then HMAC before AES."""
    account = Account(
        Otp(Secret(b"a secret of 20 bytes")), title="Git", issuer="GitHub", account="ada",
        tags=("Work", "more"), note="n", pinned=True,
    )  # fmt: skip
    found = json.loads(bitwarden_writing.write([account], PASSWORD))
    assert (found["encrypted"], found["passwordProtected"], found["kdfType"]) == (True, True, 0)
    master = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), found["salt"].encode(), found["kdfIterations"])
    enc, mac = (hmac.digest(master, info + b"\x01", "sha256") for info in (b"enc", b"mac"))

    def opened(text):
        iv, sealed, tag = (base64.b64decode(part) for part in text.removeprefix("2.").split("|"))
        assert hmac.digest(mac, iv + sealed, "sha256") == tag
        plain = AES.new(enc, AES.MODE_CBC, iv).decrypt(sealed)
        return plain[: -plain[-1]].decode()

    assert len(opened(found["encKeyValidation_DO_NOT_EDIT"])) == 36
    vault = json.loads(opened(found["data"]))
    (item,) = vault["items"]
    assert vault["folders"] == [{"id": item["folderId"], "name": "Work"}]
    assert (item["type"], item["name"], item["notes"], item["favorite"]) == (1, "Git", "n", True)
    assert item["login"]["username"] == "ada"
    assert item["login"]["totp"].startswith("otpauth://totp/GitHub:ada?secret=")
