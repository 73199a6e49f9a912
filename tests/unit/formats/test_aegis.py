"""Aegis' vault of every version, written from its documentation, and its page for the browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import PNG, accounts_for
from format_contract import WRONG, File, FormatContract, codes_of, some_accounts
from warifu.core.account import Algorithm, OtpType
from warifu.core.uri import parse_uri
from warifu.formats import aegis, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, FileTooBig, NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.pictures import completed
from warifu.formats.untrusted import Untrusted

KEY = "4SJHB4GSD43FZBAI7C2HLRJGPQ"
NAME = "e1a4bb3a-3a65-4c5b-9e0f-b8a4d1f10001"
MASTER = bytes(range(32))


def entry(kind: str = "totp", **changes: Any) -> dict[str, Any]:
    info = {"secret": KEY, "algo": "SHA1", "digits": 6, "period": 30} | changes.pop("info", {})
    made = {"type": kind, "uuid": NAME, "name": "Mason", "issuer": "Deno", "note": "", "favorite": False,
            "icon": None, "info": info, "groups": []}  # fmt: skip
    return made | changes


ENTRIES = [
    entry(note="line 1\nline 2", favorite=True, groups=["g2", "g1"], icon=base64.b64encode(PNG).decode()),
    entry("hotp", name="James", info={"counter": 10300, "algo": "SHA512", "digits": 8}),
    entry("steam", name="Sophia", issuer="Boeing", info={"digits": 5}),
    entry("motp", info={"algo": "MD5", "period": 10, "pin": "4567"}),
    entry("yandex", info={"algo": "SHA256", "digits": 8, "pin": "5239"}),
]
DB = {
    "version": 3,
    "entries": ENTRIES,
    "groups": [{"uuid": "g1", "name": "Work"}, {"uuid": "g2", "name": "Play"}],
    "icons_optimized": True,
}


def plain(db: dict[str, Any]) -> bytes:
    return json.dumps({"version": 1, "header": {"slots": None, "params": None}, "db": db}, indent=4).encode()


def gcm(key: bytes, nonce: bytes, data: bytes) -> tuple[bytes, dict[str, str]]:
    sealed = AESGCM(key).encrypt(nonce, data, b"")
    return sealed[:-16], {"nonce": nonce.hex(), "tag": sealed[-16:].hex()}


def slot(password: bytes, *, n: Any = 1024, kind: Any = 1, **more: Any) -> dict[str, Any]:
    salt = hashlib.sha256(password).digest()
    key, params = gcm(hashlib.scrypt(password, salt=salt, n=int(n), r=8, p=1, dklen=32), b"k" * 12, MASTER)
    return {"type": kind, "uuid": NAME, "key": key.hex(), "key_params": params, "n": n, "r": 8, "p": 1,
            "salt": salt.hex(), **more}  # fmt: skip


def sealed(*slots: dict[str, Any], db: dict[str, Any] = DB) -> bytes:
    data, params = gcm(MASTER, b"d" * 12, json.dumps(db).encode())
    text = base64.b64encode(data).decode()
    return json.dumps({"version": 1, "header": {"slots": list(slots), "params": params}, "db": text}).encode()


BIOMETRIC = {"type": 2, "uuid": NAME, "key": "00" * 32, "key_params": {"nonce": "00" * 12, "tag": "00" * 16}}


def read(data: bytes, *passwords: str):
    found, contents = registry.read(Untrusted(data), Keys(passwords))
    assert found.id == "aegis"
    return contents


class TestAegis(FormatContract):
    id = "aegis"

    def files(self) -> list[File]:
        old = [
            {key: value for key, value in each.items() if key != "groups"} | {"group": "Work"}
            for each in ENTRIES
        ]
        return [
            File(plain(DB), 5),
            File(plain({"version": 2, "entries": old}), 5),
            File(plain({"version": 1, "entries": old}), 5),
            File(sealed(slot(b"test", repaired=True, is_backup=False)), 5, "test"),
            File(sealed(BIOMETRIC, slot(b"other"), slot("pässwörd".encode())), 5, "pässwörd"),
            File(sealed(slot(b"backup", is_backup=True)), 5, "backup"),
            File(sealed(slot(b"test", n="1024", kind="1") | {"r": "8", "p": "1"}), 5, "test"),  # GNOME
            File(page(), 3),
        ]


def test_everything_of_an_entry_comes_along():
    contents = read(plain(DB))
    assert not contents.problems
    first, hotp, steam, motp, yandex = contents.entries
    assert (first.account.issuer, first.account.account, first.account.title) == ("Deno", "Mason", "Deno")
    assert (first.account.tags, first.account.note) == (("Play", "Work"), "line 1\nline 2")
    assert first.account.pinned
    assert first.untrusted_icon == PNG
    assert first.account.otp.secret.base32() == KEY
    assert (hotp.account.counter, hotp.account.otp.algorithm, hotp.account.otp.digits) == (
        10300, Algorithm.SHA512, 8,
    )  # fmt: skip
    assert (steam.account.otp.type, steam.account.otp.digits) == (OtpType.STEAM, 5)
    assert (motp.account.otp.type, motp.account.otp.period, motp.account.otp.pin) == (
        OtpType.MOTP,
        10,
        "4567",
    )
    assert (yandex.account.otp.type, yandex.account.otp.digits, yandex.account.otp.pin) == (
        OtpType.YANDEX, 8, "5239",
    )  # fmt: skip


@pytest.mark.parametrize("version", [1, 2])
def test_before_version_3_an_entry_has_one_group_by_its_name(version):
    grouped = entry(group="Work")
    alone = entry(group=None)
    del grouped["groups"], alone["groups"]
    contents = read(plain({"version": version, "entries": [grouped, alone]}))
    assert [each.account.tags for each in contents.entries] == [("Work",), ()]


def test_what_old_versions_and_others_leave_out_is_missed_by_nobody():
    bare = {"type": "steamtotp", "name": "a", "issuer": None, "icon": "null",
            "info": {"secret": KEY, "algo": "sha1"}}  # fmt: skip
    md5 = entry(info={"algo": "MD5"})
    contents = read(plain({"version": 2, "entries": [bare, md5]}))
    steam, sha1 = (each.account.otp for each in contents.entries)
    assert (steam.type, steam.digits, steam.period) == (OtpType.STEAM, 5, 30)
    assert sha1.algorithm is Algorithm.SHA1
    assert not contents.entries[0].untrusted_icon


def test_a_database_that_was_decrypted_by_aegis_own_script_is_read():
    contents = read(json.dumps(DB).encode())
    assert [codes_of(each.account) for each in contents.entries] == [
        codes_of(each.account) for each in read(plain(DB)).entries
    ]
    assert contents.entries[0].account.tags == ("Play", "Work")


def test_one_bad_entry_stops_no_other():
    bad = [entry("xotp", issuer="X"), entry(info={"secret": "0"}, issuer="Y"), {"type": "totp"}, 7,
           entry(info={"digits": 0})]  # fmt: skip
    contents = read(plain({"version": 3, "entries": [*bad, entry()]}))
    assert len(contents.entries) == 1
    assert [(each.line, each.entry) for each in contents.problems] == [
        (1, "X"), (2, "Y"), (3, ""), (4, ""), (5, "Deno"),
    ]  # fmt: skip


@pytest.mark.parametrize("change", [{"version": 2}, {"version": "9"}])
def test_a_newer_file_is_told_from_a_damaged_one(change):
    with pytest.raises(NotSupported, match="newer"):
        read(json.dumps(json.loads(plain(DB)) | change).encode())


def test_a_newer_database_is_told_as_well():
    with pytest.raises(NotSupported, match="newer"):
        read(plain(DB | {"version": 4}))


def test_a_vault_that_only_the_phone_opens_is_told():
    with pytest.raises(NotSupported, match="phone"):
        read(sealed(BIOMETRIC), "test")


def test_a_password_is_asked_for_before_anything_is_called_damage():
    broken = slot(b"test") | {"key": "not hexadecimal"}
    with pytest.raises(NeedsPassword):
        read(sealed(broken))
    with pytest.raises(FileDamaged):
        read(sealed(broken), "test")


def test_changed_entries_behind_a_right_password_are_damage():
    vault = json.loads(sealed(slot(b"test")))
    vault["db"] = base64.b64encode(b"x" * 100).decode()
    with pytest.raises(FileDamaged):
        read(json.dumps(vault).encode(), "test")


@pytest.mark.safety(3)
@pytest.mark.parametrize(
    "change", [{"n": 2**30}, {"r": 2**20}, {"p": 2**31}, {"n": -2}, {"n": 1.5}, {"n": "x"}]
)
def test_what_asks_for_too_much_is_refused_at_once(change):
    data = sealed(slot(b"test") | change)
    start = time.perf_counter()
    with pytest.raises((FileTooBig, FileDamaged)):
        read(data, "test")
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize("password", ["x" * 70, "ü" * 64, "é" + "y" * 99])
def test_long_passwords_of_slots_that_a_bug_made_open_them(password):
    raw = password.encode()
    room = int(len(password) * 1.1)
    while room < len(raw):
        room = 2 * room + 1
    data = sealed(slot(raw + bytes(room - len(raw))))
    assert len(read(data, password).entries) == 5
    with pytest.raises(WrongFilePassword):
        read(sealed(slot(raw + bytes(room - len(raw)), repaired=True)), password)


HEADS = "Issuer,Name,Type,QR Code,UUID,Note,Favorite,Algo,Digits,Secret,Counter,PIN"


def row(kind: str, secret: str, **cells: str) -> str:
    values = dict.fromkeys(HEADS.split(","), "-") | {"Type": kind, "Secret": secret, "UUID": NAME}
    values |= {"Issuer": "Deno & <Co>", "Name": "Mason", "Note": "a\nb", "Favorite": "true"}
    values |= {"Algo": "SHA256", "Digits": "8"} | cells
    picture = base64.encodebytes(kind.encode()).decode()
    values["QR Code"] = f'<img src="data:image/png;base64,{picture}"/>'
    shown = [
        f"<td class='qr'>{value}</td>" if name == "QR Code" else f"<td>{html.escape(value)}</td>"
        for name, value in values.items()
    ]
    return f"<tr>{''.join(shown)}</tr>"


def page() -> bytes:
    rows = [
        row("TOTP", KEY),
        row("HOTP", KEY, Counter="7"),
        row("MOTP", "e3152afee62599c8", Algo="MD5", Digits="6", PIN="4567", Favorite="false"),
    ]
    head = "".join(f"<th>{each}</th>" for each in HEADS.split(","))
    return (
        "<html><head><title>Aegis Authenticator Export</title></head><body><h1>Aegis</h1>"
        f"<table><tr>{head}</tr>{''.join(rows)}</table></body>"
        "<style>td:not(.qr),th{padding:1em}</style></html>"
    ).encode()


def test_the_page_tells_all_and_its_codes_tell_the_periods():
    contents = read(page())
    assert not contents.problems
    assert contents.pictures == (b"TOTP", b"HOTP", b"MOTP")
    totp, hotp, motp = (each.account for each in contents.entries)
    assert (totp.issuer, totp.account, totp.note, totp.pinned) == ("Deno & <Co>", "Mason", "a\nb", True)
    assert (totp.otp.algorithm, totp.otp.digits, totp.otp.secret.base32()) == (Algorithm.SHA256, 8, KEY)
    assert (hotp.otp.type, hotp.counter) == (OtpType.HOTP, 7)
    assert (motp.otp.secret.reveal().hex(), motp.otp.pin, motp.pinned) == ("e3152afee62599c8", "4567", False)
    link = f"otpauth://totp/Deno?secret={KEY}&digits=8&algorithm=SHA256&period=45"
    entries, problems = completed(contents.entries, [parse_uri(link)])
    assert (entries[0].account.otp.period, entries[0].account.note) == (45, "a\nb")
    assert [each.entry for each in problems] == ["Deno & <Co>"] * 2


@pytest.mark.safety(52)
@pytest.mark.parametrize(
    "piece", ["<", "<a", "<a b='", "</", "<!--", "<td>", "<img src='data:image/png;base64,", "&"]
)
def test_a_page_made_to_take_long_does_not(piece):
    data = page() + piece.encode() * 300_000
    start = time.perf_counter()
    assert len(read(data).entries) == 3
    assert time.perf_counter() - start < 5


def decrypted(data: bytes, password: str) -> dict[str, Any]:
    """Aegis' own docs/decrypt.py, as an algorithm."""
    vault = json.loads(data)
    (only,) = vault["header"]["slots"]
    assert re.fullmatch(r"[0-9a-f-]{36}", only["uuid"])
    key = hashlib.scrypt(
        password.encode(), salt=bytes.fromhex(only["salt"]), n=only["n"], r=only["r"], p=only["p"], dklen=32,
        maxmem=2**26,
    )  # fmt: skip
    wrapped = bytes.fromhex(only["key"]) + bytes.fromhex(only["key_params"]["tag"])
    master = AESGCM(key).decrypt(bytes.fromhex(only["key_params"]["nonce"]), wrapped, None)
    params = vault["header"]["params"]
    cipher = base64.b64decode(vault["db"], validate=True) + bytes.fromhex(params["tag"])
    return json.loads(AESGCM(master).decrypt(bytes.fromhex(params["nonce"]), cipher, None))


def test_aegis_own_way_of_decrypting_opens_what_is_written():
    db = decrypted(aegis.FORMAT.writer.write(some_accounts(), "päss"), "päss")
    assert db["version"] == 3
    assert [each["type"] for each in db["entries"]] == [
        "totp", "totp", "totp", "totp", "hotp", "steam", "motp", "yandex",
    ]  # fmt: skip
    tagged = db["entries"][2]
    assert [group["name"] for group in db["groups"] if group["uuid"] in tagged["groups"]] == [
        "work",
        "two words",
    ]
    assert tagged["note"] == "1\n2"
    assert (db["entries"][4]["info"]["counter"], db["entries"][6]["info"]["pin"]) == (41, "1234")


@given(st.lists(accounts_for(aegis.FORMAT.writer.holds), max_size=4))
def test_all_that_it_holds_comes_back(accounts):
    contents = read(aegis.FORMAT.writer.write(accounts, ""))
    assert not contents.problems
    found = [each.account for each in contents.entries]
    assert [codes_of(each) for each in found] == [codes_of(each) for each in accounts]
    for name in ("note", "pinned", "tags"):
        assert [getattr(each, name) for each in found] == [getattr(each, name) for each in accounts]
    assert [each.otp.pin for each in found] == [each.otp.pin for each in accounts]
    assert [each.untrusted_icon for each in contents.entries] == [each.icon.image for each in accounts]


def test_the_wrong_one_of_a_real_vault_is_wrong():
    with pytest.raises(WrongFilePassword):
        read(aegis.FORMAT.writer.write(some_accounts(), "right"), WRONG, "")
    assert not aegis.FORMAT.fits(Untrusted(b'{"header":{},"db":{},"deskotp_version":"1"}'))
    with pytest.raises(FileDamaged):
        aegis.FORMAT.read(Untrusted(b"{}"), NO_KEYS)
