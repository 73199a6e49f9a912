"""The databases of Google Authenticator, Microsoft Authenticator and Authenticator Plus."""

from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
import struct
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from format_contract import File, FormatContract
from warifu.core.account import OtpType
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
GOOGLE = (
    "CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, "
    "counter INTEGER DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, "
    "original_name TEXT DEFAULT NULL"
)
MICROSOFT = (
    "CREATE TABLE `accounts` (`_id` INTEGER PRIMARY KEY AUTOINCREMENT, `name` TEXT NOT NULL, "
    "`username` TEXT NOT NULL, `oath_secret_key` TEXT NOT NULL, `account_type` INTEGER NOT NULL, "
    "`ux_position` INTEGER NOT NULL, `encrypted_oath_secret_key` TEXT NOT NULL)"
)


def database(*statements: str, rows: list[tuple] = (), page: int = 4096) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA page_size={page}")
    for statement in statements:
        connection.execute(statement)
    for row in rows:
        connection.execute(f"INSERT INTO accounts VALUES ({','.join('?' * len(row))})", row)
    connection.commit()
    return connection.serialize()


def google(*rows: tuple) -> bytes:
    return database(GOOGLE + ")", rows=list(rows))


def microsoft(*rows: tuple) -> bytes:
    return database(MICROSOFT, rows=list(rows))


PLAIN = (1, "GitHub:ada", KEY, 0, 0, 0, "GitHub", "GitHub:ada")
MS = (1, "GitHub", "ada", KEY, 0, 1, "")
PUSH = (2, "Contoso", "ada@contoso.example", "", 2, 2, "")
SEALED = (3, "Fabrikam", "ada", "", 0, 3, "c2VhbGVk")


def told(contents) -> list[tuple]:
    return [
        (
            each.account.issuer, each.account.account, each.account.otp.type,
            each.account.otp.secret.base32(), each.account.otp.digits, each.account.counter,
        )
        for each in contents.entries
    ]  # fmt: skip


class TestGoogle(FormatContract):
    id = "google-sqlite"

    def files(self) -> list[File]:
        return [File(google(PLAIN, (2, "b", KEY, 7, 1, 0, None, None)), 2)]


class TestMicrosoft(FormatContract):
    id = "microsoft"

    def files(self) -> list[File]:
        return [File(microsoft(MS, PUSH), 1, name="PhoneFactor")]


def test_google_splits_names_with_and_without_an_issuer() -> None:
    rows = [
        PLAIN,
        (2, "Site:me", KEY, 7, 1, 0, None, None),
        (3, "me@x.example", KEY, 0, 0, 0, "Site", None),
        (4, "no issuer", KEY.lower(), 0, 0, 0, "", None),
        (5, "a:b", KEY, 0, 0, 0, "Other", None),
        (6, "renamed", KEY, 0, 0, 0, None, "Site:original"),
    ]
    _, contents = registry.read(Untrusted(google(*rows)), NO_KEYS)
    assert told(contents) == [
        ("GitHub", "ada", OtpType.TOTP, KEY, 6, 0),
        ("Site", "me", OtpType.HOTP, KEY, 6, 7),
        ("Site", "me@x.example", OtpType.TOTP, KEY, 6, 0),
        ("", "no issuer", OtpType.TOTP, KEY, 6, 0),
        ("Other", "a:b", OtpType.TOTP, KEY, 6, 0),
        ("Site", "renamed", OtpType.TOTP, KEY, 6, 0),
    ]


def test_google_without_the_column_of_issuers_is_an_old_one() -> None:
    old = (
        "CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT, secret TEXT, "
        "counter INTEGER, type INTEGER)"
    )
    _, contents = registry.read(Untrusted(database(old, rows=[(1, "me", KEY, None, None)])), NO_KEYS)
    assert told(contents) == [("", "me", OtpType.TOTP, KEY, 6, 0)]


def test_google_says_which_accounts_the_phone_keeps() -> None:
    table = GOOGLE + ", isencrypted INTEGER DEFAULT 0)"
    _, contents = registry.read(Untrusted(database(table, rows=[(*PLAIN, 0), (2, *PLAIN[1:], 1)])), NO_KEYS)
    assert len(contents.entries) == 1
    assert contents.problems[0].entry == "GitHub:ada"
    with pytest.raises(NotSupported) as told_:
        registry.read(Untrusted(database(table, rows=[(*PLAIN, 1)])), NO_KEYS)
    assert "QR" in str(told_.value.hint)


def test_a_view_or_a_virtual_table_is_not_run() -> None:
    loop = (
        "CREATE VIEW accounts AS WITH RECURSIVE n(email, secret) AS "
        "(SELECT 'a', 'b' UNION ALL SELECT email, secret FROM n) SELECT * FROM n"
    )
    with pytest.raises(FileDamaged):
        registry.by_id("google-sqlite").read(Untrusted(database(loop)), NO_KEYS)


def test_ten_thousand_rows_take_under_a_second() -> None:
    data = google(*((number, f"S:{number}", KEY, 0, 0, 0, "S", None) for number in range(1, 10_001)))
    start = time.process_time()
    _, contents = registry.read(Untrusted(data), NO_KEYS)
    assert len(contents.entries) == 10_000
    assert time.process_time() - start < 1


def test_microsoft_keeps_the_order_and_tells_of_accounts_without_codes() -> None:
    own = (4, "Microsoft", "ada@outlook.example", "YSBzZWNyZXQgb2YgMjAgYnl0ZXM=", 1, 0, "")
    _, contents = registry.read(Untrusted(microsoft(MS, PUSH, SEALED, own)), NO_KEYS)
    assert told(contents) == [
        ("Microsoft", "ada@outlook.example", OtpType.TOTP, "MEQHGZLDOJSXIIDPMYQDEMBAMJ4XIZLT", 8, 0),
        ("GitHub", "ada", OtpType.TOTP, KEY, 6, 0),
    ]
    assert [problem.entry for problem in contents.problems] == ["Contoso", "Fabrikam"]
    assert all(problem.hint for problem in contents.problems)


@pytest.mark.parametrize("row", [PUSH, SEALED], ids=["push", "sealed"])
def test_microsoft_with_nothing_to_take_says_what_to_do(row: tuple) -> None:
    with pytest.raises(NotSupported) as told_:
        registry.read(Untrusted(microsoft(row)), NO_KEYS)
    assert "anew" in str(told_.value.hint) or "different authenticator app" in str(told_.value.hint)


def with_log(tmp_path: Path, *rows: tuple) -> tuple[bytes, bytes, bytes]:
    """A database as an app leaves it when its phone is switched off: the newest is in the log alone."""
    path = tmp_path / "PhoneFactor"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute(MICROSOFT)
    connection.execute("INSERT INTO accounts VALUES (?,?,?,?,?,?,?)", MS)
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    for row in rows:
        connection.execute("INSERT INTO accounts VALUES (?,?,?,?,?,?,?)", row)
    connection.execute("BEGIN")
    connection.execute("UPDATE accounts SET name = 'never committed'")
    files = tuple(Path(f"{path}{end}").read_bytes() for end in ("", "-wal", "-shm"))
    connection.execute("ROLLBACK")
    connection.close()
    return files


def test_what_is_still_in_the_log_is_read_from_there(tmp_path) -> None:
    new = [(number, f"Site {number}", "x" * 100, KEY, 0, number, "") for number in range(2, 60)]
    main, log, shared = with_log(tmp_path, *new)
    alone = registry.read(Untrusted(main, "PhoneFactor"), NO_KEYS)[1]
    assert len(alone.entries) == 1
    beside = {"PhoneFactor-wal": log, "PhoneFactor-shm": shared}
    _, contents = registry.read(Untrusted(main, "PhoneFactor", beside), NO_KEYS)
    assert [each.account.issuer for each in contents.entries] == ["GitHub", *(row[1] for row in new)]
    renamed = {"database.db-wal": log}
    assert len(registry.read(Untrusted(main, "database", renamed), NO_KEYS)[1].entries) == 59


def test_a_log_that_is_cut_off_gives_what_was_committed_before(tmp_path) -> None:
    main, log, _ = with_log(
        tmp_path, *((number, "S", "x" * 3000, KEY, 0, number, "") for number in range(2, 20))
    )
    counts = set()
    for cut in (*range(0, len(log), 4120 // 2), len(log)):
        file = Untrusted(main, "PhoneFactor", {"PhoneFactor-wal": log[:cut]})
        counts.add(len(registry.read(file, NO_KEYS)[1].entries))
    assert counts == set(range(1, 20))
    changed = bytearray(log)
    changed[5000] ^= 1
    file = Untrusted(main, "PhoneFactor", {"PhoneFactor-wal": bytes(changed)})
    assert len(registry.read(file, NO_KEYS)[1].entries) == 1


def sums(data: bytes, start: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f">{len(data) // 4}I", data)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & 0xFFFFFFFF
        second = (second + words[place + 1] + first) & 0xFFFFFFFF
    return first, second


@pytest.mark.safety(52)
def test_a_log_that_claims_billions_of_pages_takes_no_memory() -> None:
    head = struct.pack(">6I", 0x377F0683, 3007000, 4096, 0, 1, 2)
    total = sums(head)
    frame, page = struct.pack(">2I", 2**32 - 1, 2**32 - 1), bytes(4096)
    log = head + struct.pack(">2I", *total) + frame + struct.pack(">2I", 1, 2)
    log += struct.pack(">2I", *sums(page, sums(frame, total))) + page
    file = Untrusted(microsoft(MS), "PhoneFactor", {"PhoneFactor-wal": log})
    assert len(registry.read(file, NO_KEYS)[1].entries) == 1


def test_a_database_whose_tables_are_all_in_the_log_says_so(tmp_path) -> None:
    path = tmp_path / "PhoneFactor"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute(MICROSOFT)
    connection.execute("INSERT INTO accounts VALUES (?,?,?,?,?,?,?)", MS)
    main, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    connection.close()
    with pytest.raises(NotSupported) as told_:
        registry.read(Untrusted(main, "PhoneFactor"), NO_KEYS)
    assert "PhoneFactor-wal" in str(told_.value.hint)
    found, contents = registry.read(Untrusted(main, "PhoneFactor", {"PhoneFactor-wal": log}), NO_KEYS)
    assert found.id == "microsoft"
    assert len(contents.entries) == 1


def sqlcipher(plain: bytes, password: str) -> bytes:
    """SQLCipher 3, as its design page tells it, of a database that keeps 48 of 1,024 bytes free."""
    salt = os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 64_000, 32)
    mac_key = hashlib.pbkdf2_hmac("sha1", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    out = b""
    for number in range(1, len(plain) // 1024 + 1):
        page = plain[(number - 1) * 1024 : number * 1024 - 48]
        iv = os.urandom(16)
        encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
        sealed = encryptor.update(page[16:] if number == 1 else page) + iv
        mac = hmac.digest(mac_key, sealed + number.to_bytes(4, "little"), "sha1")
        out += (salt if number == 1 else b"") + sealed + mac + os.urandom(12)
    return out


def authplus(*rows: tuple, categories: tuple = ()) -> bytes:
    table = (
        "CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT, secret TEXT, counter INTEGER, "
        "type INTEGER, issuer TEXT, original_name TEXT, category TEXT)"
    )
    made = database(
        table, "CREATE TABLE category (_id INTEGER PRIMARY KEY, name TEXT)",
        *(f"INSERT INTO category VALUES ({number}, '{name}')" for number, name in categories),
        rows=list(rows), page=1024,
    )  # fmt: skip
    return reserved(made)


def reserved(data: bytes) -> bytes:
    """The same database with 48 bytes kept free on each page, which only VACUUM makes."""
    connection = sqlite3.connect(":memory:")
    changed = bytearray(data)
    changed[18:20] = b"\1\1"
    connection.deserialize(bytes(changed))
    try:
        dump = list(connection.iterdump())
    finally:
        connection.close()
    empty = sqlite3.connect(":memory:")
    empty.execute("PRAGMA page_size=1024")
    empty.execute("CREATE TABLE t (a)")
    header = bytearray(empty.serialize())
    empty.close()
    return _rebuilt(bytes(header), dump)


def _rebuilt(header: bytes, dump: list[str]) -> bytes:
    changed = bytearray(header[:1024])
    changed[20] = 48
    changed[28:32] = (1).to_bytes(4, "big")
    changed[100:108] = bytes([13, 0, 0, 0, 0, (1024 - 48) >> 8, (1024 - 48) & 255, 0])
    changed[108:] = bytes(1024 - 108)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(changed))
    connection.executescript("\n".join(dump))
    made = connection.serialize()
    connection.close()
    assert made[20] == 48
    return made


ROWS = (
    (1, "GitHub:ada", KEY, 0, 0, "GitHub", "", "Work"),
    (2, "h", KEY, 7, 1, "Site", "", "All Accounts"),
    (3, "US-1", "3132333435363738393031323334353637383930", 0, 2, None, "", "2"),
)


class TestAuthenticatorPlusDatabase(FormatContract):
    id = "authenticator-plus-db"

    def files(self) -> list[File]:
        return [File(sqlcipher(authplus(*ROWS), "a password"), 3, "a password", name="authplus.db")]


def test_authenticator_plus_gives_categories_counters_and_blizzard() -> None:
    data = sqlcipher(authplus(*ROWS), "pass")
    _, contents = registry.read(Untrusted(data), Keys(("pass",)))
    assert told(contents) == [
        ("GitHub", "ada", OtpType.TOTP, KEY, 6, 0),
        ("Site", "h", OtpType.HOTP, KEY, 6, 7),
        ("Battle.net", "US-1", OtpType.TOTP, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 8, 0),
    ]
    assert [each.account.tags for each in contents.entries] == [("Work",), (), ("2",)]


def test_authenticator_plus_tells_a_changed_page_from_a_wrong_password() -> None:
    data = sqlcipher(authplus(*ROWS), "pass")
    first, second = bytearray(data), bytearray(data)
    first[100] ^= 1
    second[1500] ^= 1
    with pytest.raises(WrongFilePassword):
        registry.read(Untrusted(bytes(first)), Keys(("pass",)))
    with pytest.raises(FileDamaged):
        registry.read(Untrusted(bytes(second)), Keys(("pass",)))
