"""KeePass databases: every version, cipher, key and place of a secret that programs write."""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pykeepass import PyKeePass

from format_contract import File, FormatContract, codes_of
from kdbx_files import Recipe, database, document, entry
from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import kdbx, kdbx_write
from warifu.formats.base import Keys
from warifu.formats.errors import FileDamaged, FileTooBig, FormatError, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
RAW = base64.b32decode(KEY)
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ONE = document(
    entry({"Title": "GitHub", "UserName": "ada", "Password": "pass", "otp": LINK}, hidden=("Password", "otp"))
)
RECIPES = [
    Recipe(),
    Recipe(kdf="argon2id", cipher="chacha20"),
    Recipe(kdf="aes", packed=False),
    Recipe(cipher="twofish", attachment=b"x" * 200_000),
    Recipe(argon=0x10),
    Recipe(version=3),
    Recipe(version=3, packed=False, cipher="twofish", header_hash=False),
    Recipe(version=3, cipher="chacha20"),
    Recipe(block=7),
    Recipe(version=3, cipher="twofish", block=7),
]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdbx_write, "MEMORY", 64 * 1024)
    monkeypatch.setattr(kdbx_write, "PASSES", 1)


class TestKdbx(FormatContract):
    id = "kdbx"

    def files(self) -> list[File]:
        return [File(database(ONE, recipe), 1, "p") for recipe in RECIPES]

    def assert_same(self, found: list[Account], written: list[Account]) -> None:
        """Groups keep together what has the same first tag, so the order may be another one."""
        assert sorted(map(codes_of, found)) == sorted(map(codes_of, written))


def read(data: bytes, *passwords: str, key_file: bytes = b""):
    return kdbx.FORMAT.read(Untrusted(data), Keys(passwords or ("p",), key_file))


def of_entries(*entries: str, meta: str = "") -> list[Account]:
    contents = read(database(document("".join(entries), meta), Recipe()))
    assert not contents.problems
    return [each.account for each in contents.entries]


def otp_of(strings: dict[str, str]) -> tuple:
    (account,) = of_entries(entry(strings))
    otp = account.otp
    return otp.type.value, otp.secret.reveal(), otp.algorithm.value, otp.digits, otp.period, account.counter


@pytest.mark.parametrize("recipe", RECIPES, ids=repr)
def test_databases_made_here_are_databases_to_others(recipe: Recipe) -> None:
    opened = PyKeePass(io.BytesIO(database(ONE, recipe)), password="p")
    assert opened.find_entries(title="GitHub", first=True).otp == LINK
    (account,) = [each.account for each in read(database(ONE, recipe)).entries]
    assert (account.issuer, account.account, account.otp.secret.reveal()) == ("GitHub", "ada", RAW)


EIGHT_60 = {"TimeOtp-Length": "8", "TimeOtp-Period": "60"}


@pytest.mark.parametrize(
    ("strings", "expected"),
    [
        (
            {"otp": f"key={KEY[:-2]}%3d%3d&size=8&step=25&otpHashMode=Sha256"},
            ("totp", RAW[:18], "SHA256", 8, 25, 0),
        ),
        ({"otp": f"key={KEY}"}, ("totp", RAW, "SHA1", 6, 30, 0)),
        ({"otp": f"key={KEY}&type=Hotp&counter=7"}, ("hotp", RAW, "SHA1", 6, 30, 7)),
        ({"otp": f"key={KEY}&type=Steam&size=5"}, ("steam", RAW, "SHA1", 5, 30, 0)),
        ({"otp": f"type=Totp&key={RAW.hex()}&encoding=Hex"}, ("totp", RAW, "SHA1", 6, 30, 0)),
        ({"otp": f"key={base64.b64encode(RAW).decode()}&encoding=base64"}, ("totp", RAW, "SHA1", 6, 30, 0)),
        ({"otp": f"steam://{KEY}"}, ("steam", RAW, "SHA1", 5, 30, 0)),
        ({"otp": KEY.lower()}, ("totp", RAW, "SHA1", 6, 30, 0)),
        (
            {"otp": f"otpauth://totp/Steam:x?secret={KEY}&period=30&digits=5&issuer=Steam&encoder=steam"},
            ("steam", RAW, "SHA1", 5, 30, 0),
        ),
        ({"TimeOtp-Secret": "12345678901234567890"}, ("totp", b"12345678901234567890", "SHA1", 6, 30, 0)),
        (
            {"TimeOtp-Secret-Hex": RAW.hex(), "TimeOtp-Algorithm": "HMAC-SHA-512"} | EIGHT_60,
            ("totp", RAW, "SHA512", 8, 60, 0),
        ),
        (
            {"TimeOtp-Secret-Base32": KEY, "TimeOtp-Algorithm": "HMAC-SHA-256"},
            ("totp", RAW, "SHA256", 6, 30, 0),
        ),
        ({"TimeOtp-Secret-Base64": base64.b64encode(RAW).decode()}, ("totp", RAW, "SHA1", 6, 30, 0)),
        ({"HmacOtp-Secret-Base32": KEY, "HmacOtp-Counter": "41"}, ("hotp", RAW, "SHA1", 6, 30, 41)),
        ({"HmacOtp-Secret": "abc"}, ("hotp", b"abc", "SHA1", 6, 30, 0)),
        ({"TOTP Seed": KEY}, ("totp", RAW, "SHA1", 6, 30, 0)),
        ({"TOTP Seed": KEY, "TOTP Settings": "60;8"}, ("totp", RAW, "SHA1", 8, 60, 0)),
        ({"TOTP Seed": KEY, "TOTP Settings": "30;S;https://time.example"}, ("steam", RAW, "SHA1", 5, 30, 0)),
    ],
    ids=repr,
)  # fmt: skip
def test_every_place_of_a_secret_is_known(strings: dict[str, str], expected: tuple) -> None:
    assert otp_of({"Title": "x"} | strings) == expected


def test_several_secrets_of_an_entry_are_several_accounts_and_the_same_one_is_not() -> None:
    found = of_entries(
        entry(
            {
                "Title": "Many",
                "otp_2": f"otpauth://totp/Many:c?secret={KEY[:24]}",
                "otp_10": f"otpauth://totp/Many:d?secret={KEY[:16]}",
                "otp": LINK,
                "otp_1": f"otpauth://totp/Many:b?secret={KEY[8:]}A",
                "TOTP Seed": KEY,
                "HmacOtp-Secret-Base32": KEY,
            }
        )
    )
    assert [(each.account, each.otp.type.value) for each in found] == [
        ("ada", "totp"), ("b", "totp"), ("c", "totp"), ("d", "totp"), ("", "hotp"),
    ]  # fmt: skip


def test_names_groups_tags_note_picture_and_time_come_along() -> None:
    icon = base64.b64encode(PNG).decode()
    meta = f"<CustomIcons><Icon><UUID>aWNvbg==</UUID><Data>{icon}</Data></Icon></CustomIcons>"
    created = base64.b64encode(struct.pack("<q", 62_135_596_800 + 1_700_000_000)).decode()
    inner = entry(
        {"Title": "My GitHub", "UserName": "ada@example.com", "Notes": "one\ntwo", "otp": LINK},
        more="<CustomIconUUID>aWNvbg==</CustomIconUUID><Tags>red;blue</Tags>"
        f"<Times><CreationTime>{created}</CreationTime></Times>",
    )
    body = f"<Group><Name>Work</Name><Group><Name>Code</Name>{inner}</Group></Group>"
    (found,) = read(database(document(body, meta), Recipe())).entries
    account = found.account
    assert found.untrusted_icon == PNG
    assert (account.title, account.issuer, account.account) == ("My GitHub", "GitHub", "ada")
    assert account.tags == ("Work", "Code", "red", "blue")
    assert (account.note, account.created) == ("one\ntwo", 1_700_000_000)


def test_the_title_and_the_user_name_fill_what_a_link_leaves_out() -> None:
    (account,) = of_entries(
        entry({"Title": "Shop", "UserName": "bob", "otp": f"otpauth://totp/?secret={KEY}"})
    )
    assert (account.issuer, account.account) == ("Shop", "bob")


def test_the_none_of_keepassxc_is_no_name_unless_it_is() -> None:
    link = f"otpauth://totp/Shop:none?secret={KEY}&issuer=Shop"
    assert of_entries(entry({"Title": "Shop", "UserName": "", "otp": link}))[0].account == ""
    assert of_entries(entry({"Title": "Shop", "UserName": "none", "otp": link}))[0].account == "none"


def test_a_date_of_version_3_is_read() -> None:
    one = entry({"otp": LINK}, more="<Times><CreationTime>2023-11-14T22:13:20Z</CreationTime></Times>")
    (found,) = read(database(document(one), Recipe(version=3))).entries
    assert found.account.created == 1_700_000_000


@pytest.mark.parametrize("version", [3, 4])
def test_bin_and_history_stay_away_and_do_not_disturb_the_protected_values(version: int) -> None:
    old = entry({"otp": LINK, "Password": "old"}, hidden=("otp", "Password"))
    now = entry({"Title": "Now", "otp": LINK}, hidden=("otp",), more=f"<History>{old}{old}</History>")
    odd = "<Binary ID='0' Protected='True'>{{an attachment}}</Binary>"
    meta = f"<RecycleBinUUID>YmluYmluYmluYmluYmluYg==</RecycleBinUUID><Binaries>{odd}</Binaries>"
    trash = (
        "<Group><UUID>YmluYmluYmluYmluYmluYg==</UUID><Name>Bin</Name>" + old + f"<Group>{old}</Group></Group>"
    )
    last = entry({"Title": "Last", "otp": LINK}, hidden=("otp",))
    data = database(document(trash + now + last, meta), Recipe(version=version))
    contents = read(data)
    assert [each.account.title for each in contents.entries] == ["Now", "Last"]
    assert contents.passwords
    assert not contents.problems


def test_one_bad_entry_is_named_and_the_others_are_read() -> None:
    bad = entry({"Title": "Bad one", "TOTP Seed": "1"})
    contents = read(database(document(bad + entry({"Title": "Good", "otp": LINK})), Recipe()))
    assert [each.account.title for each in contents.entries] == ["Good"]
    assert [problem.entry for problem in contents.problems] == ["Bad one"]


KEY_BYTES = bytes(range(100, 132))
XML_2 = (
    '<?xml version="1.0" encoding="utf-8"?><KeyFile><Meta><Version>2.0</Version></Meta><Key>'
    f'<Data Hash="{hashlib.sha256(KEY_BYTES).digest()[:4].hex().upper()}">\n'
    f"  {KEY_BYTES.hex(' ', 4)}\n</Data></Key></KeyFile>"
).encode()
XML_1 = (
    "<KeyFile><Meta><Version>1.00</Version></Meta><Key>"
    f"<Data>{base64.b64encode(KEY_BYTES).decode()}</Data></Key></KeyFile>"
).encode()
KEY_FILES = {
    "xml 2": (XML_2, KEY_BYTES),
    "xml 1": (XML_1, KEY_BYTES),
    "32 bytes": (KEY_BYTES, KEY_BYTES),
    "64 digits": (KEY_BYTES.hex().encode(), KEY_BYTES),
    "any file": (b"a picture", hashlib.sha256(b"a picture").digest()),
    "broken xml": (b"<KeyFile><Meta>", hashlib.sha256(b"<KeyFile><Meta>").digest()),
}


@pytest.mark.parametrize("password", ["p", None], ids=["with a password", "alone"])
@pytest.mark.parametrize("kind", KEY_FILES)
@pytest.mark.parametrize("version", [3, 4])
def test_every_kind_of_key_file_opens(kind: str, password: str | None, version: int) -> None:
    content, key = KEY_FILES[kind]
    data = database(ONE, Recipe(version=version, key_hash=key, password=password))
    assert PyKeePass(io.BytesIO(data), password=password, keyfile=io.BytesIO(content)).entries
    keys = Keys((password,) if password else (), content)
    assert len(kdbx.FORMAT.read(Untrusted(data), keys).entries) == 1
    with pytest.raises(WrongFilePassword):
        kdbx.FORMAT.read(Untrusted(data), Keys(keys.passwords, b"another file"))
    with pytest.raises(WrongFilePassword):
        read(data, "p")


def test_an_empty_password_is_not_the_same_as_none() -> None:
    data = database(ONE, Recipe(password=""))
    assert len(read(data, "").entries) == 1


def test_a_broken_key_file_is_told_from_a_wrong_one() -> None:
    broken = XML_2.replace(b"64656667", b"64656668")
    with pytest.raises(FileDamaged) as told:
        read(database(ONE, Recipe(key_hash=KEY_BYTES)), "p", key_file=broken)
    assert "key file" in str(told.value.detail)


@pytest.mark.parametrize("version", [3, 4])
def test_damage_is_told_from_a_wrong_password(version: int) -> None:
    data = database(ONE, Recipe(version=version))
    end = len(data) - 150  # in the last block, whatever the version
    for changed in (data[:end] + bytes((data[end] ^ 1,)) + data[end + 1 :], data[: len(data) - 5]):
        with pytest.raises(FileDamaged):
            read(changed)
    seed = data.index(bytes(range(32)))
    of_header = data[:seed] + b"\xff" + data[seed + 1 :]
    with pytest.raises(FormatError) as told:  # version 3 cannot tell: its header has no checksum outside
        read(of_header)
    assert isinstance(told.value, FileDamaged if version == 4 else WrongFilePassword)


def test_what_is_no_kdbx_is_named() -> None:
    with pytest.raises(NotSupported, match="KeePass 1"):
        read(bytes.fromhex("03d9a29a65fb4bb5") + bytes(200))
    with pytest.raises(NotSupported, match="version 5"):
        read(bytes.fromhex("03d9a29a67fb4bb5") + struct.pack("<HH", 0, 5) + bytes(200))
    with pytest.raises(NotSupported, match="cipher"):
        read(database(ONE, Recipe(version=3)).replace(bytes.fromhex("31c1f2e6"), bytes(4)))


HOSTILE = {
    "memory 2^31 KiB": {"M": (0x05, struct.pack("<Q", 2**41))},
    "memory 2^63": {"M": (0x05, struct.pack("<Q", 2**63))},
    "no memory": {"M": (0x05, bytes(8))},
    "negative memory": {"M": (0x0D, struct.pack("<q", -(2**20)))},
    "memory as text": {"M": (0x18, b"65536")},
    "passes 2^32": {"I": (0x05, struct.pack("<Q", 2**32))},
    "much work": {"I": (0x05, struct.pack("<Q", 300)), "M": (0x05, struct.pack("<Q", 2**26))},
    "no passes": {"I": (0x05, bytes(8))},
    "lanes": {"P": (0x04, struct.pack("<I", 2**31))},
    "no lanes": {"P": (0x04, bytes(4))},
    "salt": {"S": (0x42, b"short")},
    "salt as number": {"S": (0x05, bytes(8))},
    "version": {"V": (0x04, struct.pack("<I", 99))},
    "rounds": {"$UUID": (0x42, bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea")), "R": (0x05, b"\xff" * 8)},
    "wide number": {"M": (0x05, bytes(9))},
}


@pytest.mark.safety(3)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_derivation_is_refused_at_once(name: str) -> None:
    data = database(ONE, Recipe(parameters=HOSTILE[name]))
    begin = time.monotonic()
    with pytest.raises((FileTooBig, FileDamaged)):
        read(data)
    assert time.monotonic() - begin < 0.1


@pytest.mark.safety(3)
def test_hostile_rounds_of_version_3_are_refused_at_once() -> None:
    data = bytearray(database(ONE, Recipe(version=3)))
    at = data.index(struct.pack("<BHQ", 6, 8, 10)) + 3
    for rounds in (2**64 - 1, 2**32, 0):
        data[at : at + 8] = struct.pack("<Q", rounds)
        with pytest.raises((FileTooBig, FileDamaged)):
            read(bytes(data))


def test_as_many_passes_as_keepassxc_chooses_on_a_fast_computer_are_no_attack() -> None:
    assert len(read(database(ONE, Recipe(passes=150))).entries) == 1


@pytest.mark.safety(52)
def test_a_bomb_behind_the_right_password_is_refused() -> None:
    for version in (3, 4):
        bomb = document("<!-- " + " " * 30_000_000 + " -->")
        with pytest.raises(FileTooBig):
            read(database(bomb, Recipe(version=version)))
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + ONE.partition("?>")[2]
    )
    deep = document("<Group>" * 100 + "</Group>" * 100)
    for xml in (laughs, deep):
        with pytest.raises((FileDamaged, FileTooBig)):
            read(database(xml, Recipe()))


def written(accounts: list[Account]) -> list[Account]:
    data = kdbx_write.write(accounts, "secret word")
    assert PyKeePass(io.BytesIO(data), password="secret word").version == (4, 0)
    return [each.account for each in read(data, "secret word").entries]


def test_names_tags_note_picture_and_time_are_written() -> None:
    account = Account(
        Otp(Secret(RAW)), title="Mine <&>", issuer="GitHub", account="ada]]>", note="1\n <2>",
        tags=("Work/Code", "red", "light blue"), created=1_700_000_000, icon=Icon(image=PNG),
    )  # fmt: skip
    data = kdbx_write.write([account], "p")
    (found,) = read(data).entries
    assert replace(found.account, id="", icon=Icon()) == replace(account, id="", icon=Icon())
    assert found.untrusted_icon == PNG
    theirs = PyKeePass(io.BytesIO(data), password="p").find_entries(title="Mine <&>", first=True)
    assert (theirs.username, theirs.notes, theirs.group.name) == ("ada]]>", "1\n <2>", "Work/Code")
    assert theirs.tags == ["red", "light blue"]
    assert theirs.otp.startswith("otpauth://totp/GitHub:")
    assert theirs.icon is not None or theirs._element.findtext("CustomIconUUID")


names = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), max_size=30)
tags = st.lists(names.filter(lambda name: not set(name) & set(";,")), max_size=3)
otps = st.one_of(
    st.builds(
        Otp,
        st.binary(min_size=1, max_size=64).map(Secret),
        st.just(OtpType.TOTP),
        st.sampled_from([Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512]),
        st.integers(1, 9).filter(lambda digits: digits != 5),
        st.integers(1, 86_400),
    ),
    st.builds(lambda raw: Otp(Secret(raw), OtpType.STEAM, digits=5), st.binary(min_size=16, max_size=20)),
    st.builds(lambda raw: Otp(Secret(raw), OtpType.HOTP), st.binary(min_size=1, max_size=64)),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(otps, names, names, tags, st.integers(0, 2**63 - 1)), max_size=4))
def test_whatever_it_can_hold_comes_back(many: list[tuple]) -> None:
    from warifu.formats.entries import imported

    accounts = [
        imported(
            secret=otp.secret, kind=otp.type, algorithm=otp.algorithm, digits=otp.digits, period=otp.period,
            issuer=issuer or "x", account=name, tags=tags, counter=counter,
        ).account
        for otp, issuer, name, tags, counter in many
    ]  # fmt: skip
    key = lambda each: (each.otp, each.issuer, each.title, each.account, each.tags, each.counter)  # noqa: E731
    assert sorted(map(repr, map(key, written(accounts)))) == sorted(map(repr, map(key, accounts)))


def test_salts_are_new_each_time() -> None:
    accounts = [Account(Otp(Secret(RAW)), title="x", issuer="x")]
    assert kdbx_write.write(accounts, "p") != kdbx_write.write(accounts, "p")
