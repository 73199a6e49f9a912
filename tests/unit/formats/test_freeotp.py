"""FreeOTP 1, FreeOTP+ and FreeOTP 2, with files made here as their sources make them."""

from __future__ import annotations

import hashlib
import json
import os
import struct
from html import escape

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from format_contract import File, FormatContract, codes_of
from made_accounts import accounts_within
from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import freeotp, freeotp2, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, FileTooBig, NeedsPassword, WrongFilePassword
from warifu.formats.holds import losses
from warifu.formats.untrusted import Untrusted

PASSWORD = "pass wörd"
RAW = bytes(range(120, 140))


def signed(data: bytes) -> list[int]:
    return [byte - 256 if byte > 127 else byte for byte in data]


def token(issuer: str, label: str, **more) -> dict:
    made = {
        "algo": "SHA1", "counter": 0, "digits": 6, "issuerExt": issuer, "issuerInt": issuer, "label": label,
        "period": 30, "secret": signed(RAW), "type": "TOTP",
    } | more  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


TOKENS = [
    token("GitHub", "ada", algo="SHA256", digits=8, period=60),
    token("Bank", "h", type="HOTP", counter=49, algo="SHA512"),
    token("Fresh", "h", type="HOTP", counter=-1),
    token("Steam", "gordon", digits=5),
    token("Old name", "old label", issuerAlt="New name", labelAlt="new label"),
    token("", "alone", issuerInt=None),
    token("", "inside", issuerInt="Inside"),
    token("Few", "fields", algo=None, counter=None, digits=None, period=None),
    token("No secret", "x", secret=None),
    token("Bad algorithm", "x", algo="SHA224"),
]
GOOD = 8
ORDER = ["Bank:h", "GitHub:ada", "Steam:gordon"]
PLUS = json.dumps({"tokens": TOKENS, "tokenOrder": ORDER}).encode()
LINK = "otpauth://totp/Oldest:ada?secret=JBSWY3DPEHPK3PXP&issuer=Oldest&digits=8"


def token_id(each: dict) -> str:
    issuer = each.get("issuerInt") or each.get("issuerExt")
    return f"{issuer}:{each['label']}" if issuer else each["label"]


def preferences() -> bytes:
    values = {token_id(each): json.dumps(each, separators=(",", ":")) for each in TOKENS}
    values |= {"Oldest:ada": LINK, "tokenOrder": json.dumps(ORDER, separators=(",", ":"))}
    strings = "".join(
        f'\n    <string name="{escape(name)}">{escape(text)}</string>' for name, text in values.items()
    )
    return f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>{strings}\n</map>\n".encode()


class TestFreeOtp1(FormatContract):
    id = "freeotp"

    def files(self) -> list[File]:
        oldest = f'<?xml version="1.0"?><map><string name="Oldest:ada">{escape(LINK)}</string></map>'
        return [File(preferences(), GOOD + 1), File(oldest.encode(), 1)]


class TestFreeOtpPlus(FormatContract):
    id = "freeotp-plus"

    def files(self) -> list[File]:
        return [File(PLUS, GOOD), File(json.dumps({"tokens": TOKENS}).encode(), GOOD)]


def check_tokens(contents) -> None:
    by_name = {each.account.issuer or each.account.account: each.account for each in contents.entries}
    secret = Secret(RAW).base32()
    assert codes_of(by_name["GitHub"]) == (secret, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert codes_of(by_name["Bank"]) == (secret, OtpType.HOTP, Algorithm.SHA512, 6, 0, 49, "Bank", "h")
    assert by_name["Fresh"].counter == 0
    assert (by_name["Steam"].otp.type, by_name["Steam"].otp.digits) == (OtpType.STEAM, 5)
    assert by_name["New name"].account == "new label"
    assert by_name["alone"].issuer == ""
    assert by_name["Inside"].account == "inside"
    assert codes_of(by_name["Few"])[1:6] == (OtpType.TOTP, Algorithm.SHA1, 6, 30, 0)
    assert [problem.entry.partition(":")[0] for problem in contents.problems] == [
        "No secret",
        "Bad algorithm",
    ]
    assert [each.account.issuer for each in contents.entries][:3] == ["Bank", "GitHub", "Steam"]


def test_freeotp_plus_in_the_order_of_its_tokens():
    check_tokens(freeotp.FREEOTP_PLUS.read(Untrusted(PLUS), NO_KEYS))


def test_freeotp_1_whose_oldest_tokens_are_links():
    contents = freeotp.FREEOTP.read(Untrusted(preferences()), NO_KEYS)
    check_tokens(contents)
    assert codes_of(contents.entries[-1].account)[3:] == (8, 30, 0, "Oldest", "ada")


@pytest.mark.safety(53)
@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE map [<!ENTITY a "b">]>', '<!DOCTYPE map SYSTEM "file:///etc/passwd">'],
)
def test_a_document_with_a_definition_is_refused(declared):
    data = preferences().replace(b"<map>", declared.encode() + b"<map>")
    with pytest.raises(FileDamaged):
        freeotp.FREEOTP.read(Untrusted(data), NO_KEYS)


def test_what_is_written_is_what_freeotp_plus_reads():
    accounts = [
        Account(Otp(Secret(RAW), OtpType.HOTP, Algorithm.SHA256, 8), issuer="Bank", account="h", counter=49),
        Account(Otp(Secret(RAW), OtpType.STEAM, digits=5), issuer="Valve", account="gordon"),
    ]
    made = json.loads(freeotp.FREEOTP_PLUS.writer.write(accounts, ""))
    assert made == {
        "tokenOrder": ["Bank:h", "Steam:gordon"],
        "tokens": [
            token("Bank", "h", type="HOTP", algo="SHA256", digits=8, counter=49),
            token("Steam", "gordon", digits=5),
        ],
    }


def test_what_becomes_of_steam_accounts_of_another_name_is_told():
    holds = freeotp.FREEOTP_PLUS.writer.holds
    otp = Otp(Secret(RAW), OtpType.STEAM, digits=5)
    assert [str(text) for text in losses(Account(otp, issuer="Valve", account="gordon"), holds)] == [
        "Its issuer becomes “Steam”, by which that app knows what kind it is."
    ]
    assert not losses(Account(otp, issuer="Steam", account="gordon"), holds)


@given(st.lists(accounts_within(freeotp.FREEOTP_PLUS.writer.holds), max_size=5))
def test_whatever_it_can_hold_comes_back(accounts):
    contents = freeotp.FREEOTP_PLUS.read(Untrusted(freeotp.FREEOTP_PLUS.writer.write(accounts, "")), NO_KEYS)
    assert not contents.problems
    found = sorted(codes_of(each.account) for each in contents.entries)
    written = [codes_of(each) for each in accounts]
    steam = OtpType.STEAM
    assert found == sorted((*each[:6], "Steam", each[7]) if each[1] is steam else each for each in written)


# FreeOTP 2: a serialised java.util.HashMap


def utf(text: str) -> bytes:
    """Modified UTF-8 of the JVM specification, 4.4.7."""
    out = b""
    for unit in struct.unpack(f">{len(text.encode('utf-16-be')) // 2}H", text.encode("utf-16-be")):
        if 0 < unit < 0x80:
            out += bytes([unit])
        elif unit < 0x800:
            out += bytes([0xC0 | unit >> 6, 0x80 | unit & 0x3F])
        else:
            out += bytes([0xE0 | unit >> 12, 0x80 | unit >> 6 & 0x3F, 0x80 | unit & 0x3F])
    return out


def java_text(text: str, *, long: bool = False) -> bytes:
    data = utf(text)
    return (b"\x7c" + struct.pack(">Q", len(data)) if long else b"\x74" + struct.pack(">H", len(data))) + data


def java_map(pairs: list[tuple[bytes, bytes]], *, threshold: bool = True, count: int | None = None) -> bytes:
    name = b"java.util.HashMap"
    fields = b"F\0\x0aloadFactor" + (b"I\0\x09threshold" if threshold else b"")
    values = struct.pack(">f", 0.75) + (struct.pack(">i", 24) if threshold else b"")
    return (
        b"\xac\xed\0\5sr" + struct.pack(">H", len(name)) + name + bytes.fromhex("0507dac1c31660d1") + b"\3"
        + struct.pack(">H", 2 if threshold else 1) + fields + b"xp" + values
        + b"w\x08" + struct.pack(">ii", 32, len(pairs) if count is None else count)
        + b"".join(key + value for key, value in pairs) + b"x"
    )  # fmt: skip


def sealed(key: bytes, data: bytes, purpose: str, *, bare: bool = False) -> dict:
    nonce = os.urandom(12)
    octets = b"\4\x0c" + nonce
    parameters = octets if bare else b"\x30\x11" + octets + b"\2\1\x10"
    return {
        "mCipher": "AES/GCM/NoPadding",
        "mCipherText": signed(AESGCM(key).encrypt(nonce, data, purpose.encode())),
        "mParameters": signed(parameters),
        "mToken": purpose,
    }


def backup(
    *,
    hash_: str = "SHA512",
    rounds: int = 1000,
    bare: bool = False,
    threshold: bool = True,
    long: bool = False,
    **master_changes,
) -> bytes:
    salt, master = os.urandom(32), os.urandom(32)
    key = hashlib.pbkdf2_hmac(hash_.lower(), PASSWORD.encode(), salt, rounds, 32)
    head = {
        "mAlgorithm": f"PBKDF2withHmac{hash_}", "mEncryptedKey": sealed(key, master, "AES", bare=bare),
        "mIterations": rounds, "mSalt": signed(salt),
    } | master_changes  # fmt: skip
    pairs = [("masterKey", json.dumps(head))]
    for number, each in enumerate(TOKENS):
        id_ = f"{number:08d}-0000-4000-8000-000000000000"
        public = {name: value for name, value in each.items() if name != "secret"}
        if each["label"] == "gordon":
            public["label"] = "gordon \U0001f511 \0."
        purpose = f"Hmac{each.get('algo', 'SHA1')}"
        if "secret" in each:
            inner = sealed(master if each["issuerExt"] != "Few" else bytes(32), RAW, purpose)
            pairs.append((id_, json.dumps({"key": json.dumps(inner)})))
        pairs.append((f"{id_}-token", json.dumps(public, ensure_ascii=False)))
    return java_map(
        [(java_text(name), java_text(text, long=long)) for name, text in pairs], threshold=threshold
    )


class TestFreeOtp2(FormatContract):
    id = "freeotp2"

    def files(self) -> list[File]:
        return [
            File(backup(), GOOD - 1, PASSWORD),
            File(backup(hash_="SHA1", bare=True, threshold=False), GOOD - 1, PASSWORD),
            File(backup(long=True), GOOD - 1, PASSWORD),
        ]


def test_freeotp_2_opens_each_key_by_itself():
    contents = freeotp2.FORMAT.read(Untrusted(backup()), Keys((PASSWORD,)))
    github, bank, _fresh, steam, alt, *_rest = (each.account for each in contents.entries)
    secret = Secret(RAW).base32()
    assert codes_of(github) == (secret, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert codes_of(bank) == (secret, OtpType.HOTP, Algorithm.SHA512, 6, 0, 49, "Bank", "h")
    assert (steam.otp.type, steam.account) == (OtpType.STEAM, "gordon \U0001f511 .")
    assert (alt.issuer, alt.account) == ("New name", "new label")
    problems = {problem.entry: str(problem.title) for problem in contents.problems}
    assert set(problems) == {"Few", "No secret", "Bad algorithm"}
    assert problems["Few"] == "Its secret cannot be decrypted."
    assert "SHA224" in problems["Bad algorithm"]


def test_a_text_that_occurs_twice_is_written_once_by_java():
    twice = java_map(
        [
            (java_text("a"), java_text("b")),
            (java_text("c"), b"\x71\x00\x7e\x00\x03"),
            (java_text("d"), b"\x70"),
        ]
    )
    from warifu.formats.java import map_of_texts

    assert map_of_texts(twice) == {"a": "b", "c": "b", "d": None}


@pytest.mark.safety(52)
@pytest.mark.parametrize(
    "data",
    [
        b"\xac\xed\0\5sr\0\x13java.util.ArrayListxxxxxxxxx",
        java_map([(java_text("a"), b"\x71\x00\x7e\x01\x03")]),
        java_map([(java_text("a"), b"\x71\x00\x00\x00\x03")]),
        java_map([(java_text("a"), b"sr")]),
        java_map([], count=7),
        java_map([], count=-1),
        java_map([(java_text("a"), b"\x7c" + b"\xff" * 8)]),
        java_map([(java_text("a"), b"\x74\0\1\xff")]),
        java_map([(java_text("no master key"), java_text("b"))]),
    ],
)
def test_any_other_object_is_never_made(data):
    with pytest.raises((FileDamaged, FileTooBig)):
        freeotp2.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))


@pytest.mark.safety(3)
def test_more_rounds_than_any_app_has_are_refused():
    with pytest.raises(FileTooBig):
        freeotp2.FORMAT.read(Untrusted(backup(mIterations=10_000_001)), Keys((PASSWORD,)))


@pytest.mark.parametrize(
    "changes",
    [{"mAlgorithm": "PBKDF2withHmacMD5"}, {"mIterations": 0}, {"mSalt": ["a"]}, {"mEncryptedKey": 1}],
)
def test_nonsense_beside_the_master_key_is_damage(changes):
    with pytest.raises(FileDamaged):
        freeotp2.FORMAT.read(Untrusted(backup(**changes)), Keys((PASSWORD,)))


def test_the_four_answers_of_freeotp_2():
    with pytest.raises(NeedsPassword):
        registry.read(Untrusted(backup()), NO_KEYS)
    with pytest.raises(WrongFilePassword):
        registry.read(Untrusted(backup()), Keys(("no", "nor this")))
