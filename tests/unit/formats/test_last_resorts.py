"""What is tried last: JSON of unknown apps, and what a YubiKey tells of itself."""

from __future__ import annotations

import json
import time

import pytest

from format_contract import File, FormatContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS
from warifu.formats.errors import NotRecognised, NotSupported
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub"


class TestAnyJson(FormatContract):
    id = "json"

    def files(self) -> list[File]:
        zoho = {"data": {"secrets": [
            {"app_name": "GitHub", "account_name": "ada", "totp_secret": KEY, "digits": 6, "period": 30},
            {"app_name": "Site", "account_name": "b", "totp_secret": KEY, "algorithm": "SHA256"},
        ]}}  # fmt: skip
        return [
            File(json.dumps(zoho).encode(), 2),
            File(json.dumps([LINK, "no link"]).encode(), 1),
            File(json.dumps({"a": {"b": [{"url": LINK}]}}).encode(), 1),
        ]


def told(value) -> list[tuple]:
    _, contents = registry.read(Untrusted(json.dumps(value).encode()), NO_KEYS, "json")
    return [
        (
            each.account.issuer, each.account.account, each.account.otp.type.value,
            each.account.otp.algorithm.value, each.account.otp.digits, each.account.otp.period,
            each.account.tags,
        )
        for each in contents.entries
    ]  # fmt: skip


def test_names_are_found_however_an_app_writes_them() -> None:
    assert told(
        {"list": [
            {"Service-Name": "GitHub", "userName": "ada", "Secret_Key": KEY, "Algo": "sha-512", "digits": "8",
             "timeStep": 60, "folder": "Work"},
            {"label": "Site:bob", "secret": KEY, "type": "HOTP", "counter": 3},
            {"issuer": "Named by hand", "otpauth": LINK},
            {"name": "no secret here", "key": "short"},
            {"name": "not base32", "secret": "0189 !!"},
        ]}
    ) == [
        ("GitHub", "ada", "totp", "SHA512", 8, 60, ("Work",)),
        ("Site", "bob", "hotp", "SHA1", 6, 30, ()),
        ("GitHub", "ada", "totp", "SHA1", 6, 30, ()),
    ]  # fmt: skip


def test_json_without_a_secret_is_not_claimed() -> None:
    for value in (
        {},
        [],
        {"a": 1},
        ["x"],
        {"name": "x", "key": "id"},
        {"secret": None},
        {"secret": "0 1 8 9 0 1 8"},
    ):
        with pytest.raises(NotRecognised):
            registry.read(Untrusted(json.dumps(value).encode()), NO_KEYS)


def test_ten_thousand_of_them_take_under_a_second() -> None:
    data = json.dumps([{"service": "S", "user": str(number), "secret": KEY} for number in range(10_000)])
    start = time.process_time()
    _, contents = registry.read(Untrusted(data.encode()), NO_KEYS, "json")
    assert len(contents.entries) == 10_000
    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ["GitHub:ada@example.com\nGoogle:a b\n", "Amazon:me\r\n", "A:b, TOTP, 30\n"])
def test_a_list_of_a_yubikey_says_why_nothing_is_in_it(text: str) -> None:
    with pytest.raises(NotSupported) as refused:
        registry.read(Untrusted(text.encode()), NO_KEYS)
    assert "never gives a secret back" in str(refused.value.hint)


@pytest.mark.parametrize(
    "text", ["", "hello", "Note: a sentence", "https://x.example", "a;b:c", "{a:b}", "a:b\nprose"]
)
def test_other_texts_are_no_list_of_a_yubikey(text: str) -> None:
    with pytest.raises(NotRecognised):
        registry.read(Untrusted(text.encode()), NO_KEYS)
