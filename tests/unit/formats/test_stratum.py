"""Stratum, with backups made here from its own description of them."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sqlite3
from contextlib import closing

import pytest
from Cryptodome.Cipher import AES
from Cryptodome.Util.Padding import pad
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given, settings
from hypothesis import strategies as st

from format_contract import File, FormatContract, codes_of
from made_accounts import accounts_within
from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import registry, stratum
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
PASSWORD = "pass wörd"
PNG = b"\x89PNG\r\n\x1a\n not really"


def entry(issuer: str, secret: str, **more) -> dict:
    return {
        "Type": 2,
        "Icon": None,
        "Issuer": issuer,
        "Username": "ada",
        "Secret": secret,
        "Pin": None,
        "Algorithm": 0,
        "Digits": 6,
        "Period": 30,
        "Counter": 0,
        "CopyCount": 0,
        "Ranking": 0,
    } | more


BACKUP = {
    "Authenticators": [
        entry("Last", "MFRGGZDFMZTWQ2LK", Ranking=7, Username=None, CopyCount=12, Icon="@0a1b2c3d"),
        entry("GitHub", KEY, Algorithm=1, Digits=8, Period=60, Ranking=1, Icon="github"),
        entry("Counter", OTHER, Type=1, Counter=50, Algorithm=2, Ranking=2),
        entry("Valve", "JRZCL47CMXVOQMNPZR2F7J4RGI", Type=4, Digits=5, Ranking=3),
        entry("VPN", "e3152afee62599c8", Type=3, Pin="1234", Period=10, Ranking=4),
        entry("Yandex", "LA2V6KMCGYMWWVEW64RNP3JA3I", Type=5, Pin="5239", Digits=8, Ranking=5),
        entry("Bad", "0189", Ranking=6),
        entry("Odd", KEY, Type=9, Ranking=8),
        entry("Odder", KEY, Algorithm=3, Ranking=9),
        entry("Text", "not hexadecimal", Type=3, Pin="1234", Ranking=10),
    ],
    "Categories": [
        {"Id": "11111111", "Name": "Private", "Ranking": 1},
        {"Id": "cat-2", "Name": "Work", "Ranking": 0},
        {"Id": "33333333", "Name": "Empty", "Ranking": 2},
    ],
    "AuthenticatorCategories": [
        {"CategoryId": "11111111", "AuthenticatorSecret": KEY, "Ranking": 0},
        {"CategoryId": "cat-2", "AuthenticatorSecret": KEY, "Ranking": 3},
        {"CategoryId": "cat-2", "AuthenticatorSecret": "e3152afee62599c8", "Ranking": 0},
        {"CategoryId": "nowhere", "AuthenticatorSecret": OTHER, "Ranking": 0},
    ],
    "CustomIcons": [{"Id": "0a1b2c3d", "Data": base64.b64encode(PNG).decode()}],
    "IconPacks": None,
}
GOOD = 6


def strong(content: dict, password: str = PASSWORD) -> bytes:
    salt, iv = os.urandom(16), os.urandom(12)
    key = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=65_536).derive(password.encode())
    return b"AUTHENTICATORPRO" + salt + iv + AESGCM(key).encrypt(iv, json.dumps(content).encode(), None)


def legacy(content: dict, password: str = PASSWORD) -> bytes:
    salt, iv = os.urandom(20), os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 64_000, 32)
    return (
        b"AuthenticatorPro"
        + salt
        + iv
        + AES.new(key, AES.MODE_CBC, iv).encrypt(pad(json.dumps(content).encode(), 16))
    )


def database(journal: str = "delete") -> bytes:
    """The tables as the app's SQLite library makes them."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(
            "CREATE TABLE authenticator (type integer, icon varchar, issuer varchar(32), "
            "username varchar(40), secret varchar primary key not null, pin varchar, "
            "algorithm integer, digits integer, period integer, counter "
            "bigint, copy_count integer, ranking integer);"
            "CREATE TABLE category (id varchar primary key not null, name varchar(32), ranking integer);"
            "CREATE TABLE authenticatorcategory (categoryId varchar, "
            "authenticatorSecret varchar, ranking integer);"
            "CREATE TABLE customicon (id varchar primary key not null, data blob);"
        )
        for each in BACKUP["Authenticators"][:6]:
            row = {
                ("copy_count" if name == "CopyCount" else name.lower()): value for name, value in each.items()
            }
            made.execute(
                f"INSERT INTO authenticator ({','.join(row)}) VALUES ({','.join('?' * len(row))})",
                [*row.values()],
            )
        for each in BACKUP["Categories"]:
            made.execute("INSERT INTO category VALUES (?,?,?)", [*each.values()])
        for each in BACKUP["AuthenticatorCategories"]:
            made.execute("INSERT INTO authenticatorcategory VALUES (?,?,?)", [*each.values()])
        made.execute("INSERT INTO customicon VALUES (?,?)", ("0a1b2c3d", PNG))
        made.commit()
        data = made.serialize()
    return data if journal == "delete" else data[:18] + b"\2\2" + data[20:]


def page() -> bytes:
    """As its HtmlBackup writes it: names are escaped, links are not."""
    links = [
        (
            "A &amp; B",
            f"otpauth://totp/A%20%26%20B%3Aada?secret={KEY}&issuer=A%20%26%20B&algorithm=SHA256&period=60",
        ),
        ("Valve", f"otpauth://totp/Valve%3Agordon?secret={OTHER}&issuer=Valve&steam"),
        ("Counter", f"otpauth://hotp/Counter?secret={KEY}&issuer=Counter&counter=5"),
        ("VPN", "motp://VPN:ada?secret=e3152afee62599c8"),
    ]
    rows = "".join(
        f"<tr>\n<td>{name}</td>\n<td>ada</td>\n<td><code>{link}</code></td>\n"
        f'<td><img src="data:image/png;base64,"></td></tr>'
        for name, link in links
    )
    head = "<!doctype html>\n<html><head><title>Stratum</title></head>"
    return f"{head}<body><table>{rows}</table></body></html>".encode()


class TestStratum(FormatContract):
    id = "stratum"

    def files(self) -> list[File]:
        return [
            File(json.dumps(BACKUP).encode(), GOOD),
            File(strong(BACKUP), GOOD, PASSWORD),
            File(legacy(BACKUP), GOOD, PASSWORD),
            File(database(), GOOD),
            File(page(), 4),
        ]


def read(data: bytes, *passwords: str):
    found, contents = registry.read(Untrusted(data), Keys(passwords))
    assert found.id == "stratum"
    return contents


@pytest.mark.parametrize("form", ["plain", "strong", "legacy", "database", "database with a log"])
def test_every_field_comes_along_in_the_apps_order(form):
    data = {
        "plain": lambda: json.dumps(BACKUP).encode(),
        "strong": lambda: strong(BACKUP),
        "legacy": lambda: legacy(BACKUP),
        "database": database,
        "database with a log": lambda: database("wal"),
    }[form]()
    contents = read(data, PASSWORD)
    github, counter, valve, vpn, yandex, last = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert github.tags == ("Work", "Private")
    assert codes_of(counter) == (OTHER, OtpType.HOTP, Algorithm.SHA512, 6, 0, 50, "Counter", "ada")
    assert counter.tags == ()
    assert (valve.otp.type, valve.otp.digits, valve.issuer) == (OtpType.STEAM, 5, "Valve")
    assert (vpn.otp.type, vpn.otp.secret.reveal().hex(), vpn.otp.pin) == (
        OtpType.MOTP,
        "e3152afee62599c8",
        "1234",
    )
    assert (vpn.otp.algorithm, vpn.otp.period, vpn.tags) == (Algorithm.MD5, 10, ("Work",))
    assert (yandex.otp.type, yandex.otp.pin, yandex.otp.digits) == (OtpType.YANDEX, "5239", 8)
    assert (last.issuer, last.account, last.uses) == ("Last", "", 12)
    assert [each.untrusted_icon for each in contents.entries] == [b""] * 5 + [PNG]
    names = [] if form.startswith("database") else ["Bad", "Odd", "Odder", "Text"]
    assert [problem.entry for problem in contents.problems] == names


def test_the_pin_behind_the_secret_in_early_files():
    early = entry("VPN", "e3152afee62599c81234", Type=3)
    del early["Pin"]
    (found,) = read(json.dumps({"Authenticators": [early]}).encode()).entries
    assert (found.account.otp.secret.reveal().hex(), found.account.otp.pin) == ("e3152afee62599c8", "1234")


def test_what_an_old_file_leaves_out_is_the_usual():
    made = {"Authenticators": [{"Issuer": "GitHub", "Secret": KEY}]}
    (found,) = read(json.dumps(made).encode()).entries
    assert codes_of(found.account) == (KEY, OtpType.TOTP, Algorithm.SHA1, 6, 30, 0, "GitHub", "")


def test_a_page_keeps_its_links_unescaped():
    one, valve, counter, vpn = (each.account for each in read(page()).entries)
    assert codes_of(one) == (KEY, OtpType.TOTP, Algorithm.SHA256, 6, 60, 0, "A & B", "ada")
    assert (valve.otp.type, valve.issuer, valve.account) == (OtpType.STEAM, "Valve", "gordon")
    assert (counter.otp.type, counter.counter) == (OtpType.HOTP, 5)
    assert (vpn.otp.type, vpn.issuer) == (OtpType.MOTP, "VPN")


def test_its_list_of_links_is_read_as_one():
    lines = f"otpauth://totp/Valve%3Agordon?secret={KEY}&issuer=Valve&steam\notpauth://yaotp/ada?secret={OTHER}&pin_length=4\n"
    found, contents = registry.read(Untrusted(lines.encode()), NO_KEYS)
    assert found.id == "otpauth"
    assert [each.account.otp.type for each in contents.entries] == [OtpType.STEAM, OtpType.YANDEX]


def test_a_wrong_password_whose_padding_fits_is_told(monkeypatch):
    """One in 256 passes the padding of the legacy form: what comes out must be a backup."""
    salt, iv = bytes(20), bytes(16)
    key = hashlib.pbkdf2_hmac("sha1", b"wrong", salt, 64_000, 32)
    rubbish = AES.new(key, AES.MODE_CBC, iv).encrypt(pad(b"\xff rubbish, no JSON", 16))
    with pytest.raises(WrongFilePassword):
        read(b"AuthenticatorPro" + salt + iv + rubbish, "wrong")


@pytest.mark.parametrize(
    "data", [b"AUTHENTICATORPRO", b"AUTHENTICATORPRO" + bytes(40), b"AuthenticatorPro" + bytes(50)]
)
def test_a_file_cut_off_is_damaged(data):
    with pytest.raises(FileDamaged):
        stratum.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))


@pytest.mark.safety(52)
def test_a_view_in_the_place_of_a_table_is_not_looked_at():
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(
            "CREATE TABLE authenticatorcategory (issuer, digits, ranking);"
            "CREATE VIEW authenticator AS WITH RECURSIVE n(i) AS "
            "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;"
        )
        data = made.serialize()
    with pytest.raises(FileDamaged):
        read(data)


ACCOUNTS = [
    Account(
        Otp(Secret(b"a secret of 20 bytes"), OtpType.TOTP, Algorithm.SHA512, 8, 45),
        title="GitHub",
        issuer="GitHub",
        account="ada",
        tags=("Work", "Private"),
        uses=3,
        icon=Icon(image=PNG),
    ),
    Account(Otp(Secret(b"another secret")), title="No issuer", account="bob", icon=Icon(brand="github")),
    Account(
        Otp(Secret(bytes.fromhex("e3152afee62599c8")), OtpType.MOTP, Algorithm.MD5, 6, 10, "1234"),
        issuer="VPN",
    ),
    Account(Otp(Secret(b"a third")), account="only an account"),
]


def test_what_is_written_is_what_stratum_wants():
    """Its Authenticator.Validate: an issuer, upper-case base32 without spaces, 6 digits or more."""
    made = json.loads(stratum.FORMAT.writer.write(ACCOUNTS, ""))
    assert set(made) == {"Authenticators", "Categories", "AuthenticatorCategories", "CustomIcons"}
    github, bob, vpn, bare = made["Authenticators"]
    assert github == {
        "Type": 2,
        "Icon": "@" + hashlib.sha1(PNG).hexdigest()[:8],
        "Issuer": "GitHub",
        "Username": "ada",
        "Secret": base64.b32encode(b"a secret of 20 bytes").decode().rstrip("="),
        "Pin": None,
        "Algorithm": 2,
        "Digits": 8,
        "Period": 45,
        "Counter": 0,
        "CopyCount": 3,
        "Ranking": 0,
    }
    assert (bob["Issuer"], bob["Icon"]) == ("No issuer", "github")
    assert (vpn["Type"], vpn["Secret"], vpn["Pin"], vpn["Algorithm"]) == (3, "e3152afee62599c8", "1234", 0)
    assert (bare["Issuer"], bare["Username"]) == ("only an account", None)
    work = hashlib.sha1(b"Work").hexdigest()[:8]
    assert made["Categories"][0] == {"Id": work, "Name": "Work", "Ranking": 0}
    assert made["AuthenticatorCategories"][0]["AuthenticatorSecret"] == github["Secret"]
    assert made["CustomIcons"] == [{"Id": github["Icon"][1:], "Data": base64.b64encode(PNG).decode()}]


def test_the_strong_form_opens_as_stratum_opens_it():
    data = stratum.FORMAT.writer.write(ACCOUNTS, PASSWORD)
    assert data[:16] == b"AUTHENTICATORPRO"
    salt, iv, sealed = data[16:32], data[32:44], data[44:]
    key = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=65_536).derive(PASSWORD.encode())
    cipher = AES.new(key, AES.MODE_GCM, nonce=iv)
    plain = cipher.decrypt_and_verify(sealed[:-16], sealed[-16:])
    assert plain == stratum.FORMAT.writer.write(ACCOUNTS, "")


@given(
    st.lists(
        accounts_within(stratum.FORMAT.writer.holds),
        min_size=1,
        max_size=5,
        unique_by=lambda each: each.otp.secret,
    )
)
def test_whatever_it_can_hold_comes_back(accounts):
    contents = stratum.FORMAT.read(Untrusted(stratum.FORMAT.writer.write(accounts, "")), NO_KEYS)
    assert not contents.problems
    found = [each.account for each in contents.entries]
    assert [codes_of(each) for each in found] == [codes_of(each) for each in accounts]
    assert [each.otp.pin for each in found] == [each.otp.pin for each in accounts]
    assert [set(each.tags) for each in found] == [set(each.tags) for each in accounts]
    assert [each.uses for each in found] == [each.uses for each in accounts]


@settings(max_examples=5)
@given(
    st.lists(accounts_within(stratum.FORMAT.writer.holds), max_size=3),
    st.text(min_size=1, max_size=20).filter(str.isprintable),
)
def test_also_under_any_password(accounts, password):
    data = stratum.FORMAT.writer.write(accounts, password)
    contents = stratum.FORMAT.read(Untrusted(data), Keys((password,)))
    assert [codes_of(each.account) for each in contents.entries] == [codes_of(each) for each in accounts]
