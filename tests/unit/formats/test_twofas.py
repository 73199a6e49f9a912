"""2FAS' backups of every schema, written as its apps write them."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of, some_accounts
from warifu.core.account import Algorithm, OtpType
from warifu.formats import registry, twofas
from warifu.formats.base import Keys
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.untrusted import Untrusted

KEY = "4SJHB4GSD43FZBAI7C2HLRJGPQ"
REFERENCE = (
    "tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mtsy92R3HkdGfwuXbzLebqVF"
    "JsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4"
    "QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd"
)


def service(place: int = 0, *, name: str = "Deno", group: str | None = None, **otp: Any) -> dict[str, Any]:
    made = {"account": "Mason", "issuer": "Deno", "digits": 6, "period": 30, "algorithm": "SHA1",
            "tokenType": "TOTP", "source": "Link"} | otp  # fmt: skip
    return {
        "name": name,
        "secret": KEY,
        "updatedAt": 1_702_934_567_518,
        "otp": {key: value for key, value in made.items() if value is not None},
        "order": {"position": place},
        "badge": {"color": "Default"},
        "icon": {"selected": "Label", "label": {"text": "DE", "backgroundColor": "Yellow"}},
        **({"groupId": group} if group else {}),
    }


SERVICES = [
    service(2, name="My Deno", group="g1"),
    service(0, tokenType="HOTP", counter=10300, algorithm="SHA512", digits=8, period=None),
    service(1, name="Steam", tokenType="STEAM", digits=5, issuer="Steam"),
]
GROUPS = [{"id": "g1", "name": "Work", "isExpanded": True, "updatedAt": 0}]


def backup(services: list[Any], schema: Any = 4, **more: Any) -> bytes:
    found = {"services": services, "groups": GROUPS, "updatedAt": 1, "schemaVersion": schema,
             "appVersionCode": 5000009, "appVersionName": "5.1.0", "appOrigin": "android"}  # fmt: skip
    return json.dumps(found | more).encode()


def part(text: str, password: str, salt: bytes, nonce: bytes) -> str:
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 10_000, 32)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), b"")
    return ":".join(base64.b64encode(each).decode() for each in (sealed, salt, nonce))


def sealed(password: str, salt: bytes, *, reference: bool = True, schema: int = 4) -> bytes:
    more = {"servicesEncrypted": part(json.dumps(SERVICES), password, salt, b"s" * 12)}
    if reference:
        more["reference"] = part(REFERENCE, password, salt, b"r" * 12)
    return backup([], schema, **more)


def read(data: bytes, *passwords: str):
    found, contents = registry.read(Untrusted(data), Keys(passwords))
    assert found.id == "2fas"
    return contents


class TestTwoFas(FormatContract):
    id = "2fas"

    def files(self) -> list[File]:
        old = {"account": None, "label": "Deno:Mason", "tokenType": None, "source": None}
        return [
            File(backup([service(**old)], 1), 1),
            File(backup([service(**old)], 2), 1),
            File(backup(SERVICES, 3), 3),
            File(backup(SERVICES), 3),
            File(sealed("test", bytes(range(256))), 3, "test"),  # Android
            File(sealed("pässwörd", bytes(range(32)), schema=3), 3, "pässwörd"),  # iOS
            File(sealed("test", bytes(256), reference=False, schema=2), 3, "test"),  # others
        ]


def test_everything_comes_along_in_the_order_of_the_app():
    contents = read(backup(SERVICES))
    assert not contents.problems
    hotp, steam, totp = (each.account for each in contents.entries)
    assert (hotp.otp.type, hotp.counter, hotp.otp.algorithm, hotp.otp.digits) == (
        OtpType.HOTP, 10300, Algorithm.SHA512, 8,
    )  # fmt: skip
    assert (steam.otp.type, steam.otp.digits, steam.issuer) == (OtpType.STEAM, 5, "Steam")
    assert (totp.title, totp.issuer, totp.account, totp.tags) == ("My Deno", "Deno", "Mason", ("Work",))
    assert totp.otp.secret.base32() == KEY


@pytest.mark.parametrize(
    ("otp", "names"),
    [
        ({}, ("Deno", "Mason")),
        ({"issuer": None}, ("Name", "Mason")),
        ({"issuer": ""}, ("Name", "Mason")),
        ({"account": None}, ("Deno", "")),
        ({"account": None, "label": "Deno:Mason"}, ("Deno", "Mason")),
        ({"account": None, "label": "Mason"}, ("Deno", "Mason")),
        ({"account": "", "label": "Deno:Mason"}, ("Deno", "Mason")),
        ({"account": "", "label": "", "link": "otpauth://totp/GitHub:old?secret=AAAA"}, ("Deno", "")),
    ],
)
def test_names_are_those_that_the_user_sees(otp, names):
    (entry,) = read(backup([service(name="Name", **otp)])).entries
    assert (entry.account.issuer, entry.account.account) == names


def test_what_ios_writes_is_read():
    ios = service(digits=7, period=40, algorithm="sha256", counter=0, source="manual", issuer=None)
    (entry,) = read(backup([ios | {"secret": "jekekrr"}], appOrigin="ios")).entries
    otp = entry.account.otp
    assert (otp.type, otp.algorithm, otp.digits, otp.period) == (OtpType.TOTP, Algorithm.SHA256, 7, 40)
    assert (entry.account.counter, otp.secret.base32()) == (0, "JEKEKRA"[:6] + otp.secret.base32()[6:])


def test_what_no_code_can_be_made_of_is_told():
    bad = [service(algorithm="SHA224"), service(algorithm="SHA384"), service(tokenType="XOTP"), 5,
           service() | {"secret": ""}, service(digits=11)]  # fmt: skip
    contents = read(backup([*bad, service(9)]))
    assert len(contents.entries) == 1
    assert len(contents.problems) == len(bad)
    assert "SHA224" in str(contents.problems[0].title)


def test_a_newer_schema_is_told():
    with pytest.raises(NotSupported, match="newer"):
        read(backup(SERVICES, 5))


def test_changed_services_behind_a_right_password_are_damage():
    data = json.loads(sealed("test", bytes(256)))
    cipher, _, rest = data["servicesEncrypted"].partition(":")
    data["servicesEncrypted"] = ("A" if cipher[0] != "A" else "B") + cipher[1:] + ":" + rest
    with pytest.raises(FileDamaged):
        read(json.dumps(data).encode(), "test")


def test_2fas_itself_would_open_what_is_written():
    written = json.loads(twofas.FORMAT.writer.write(some_accounts()[:4], "päss"))
    assert (written["services"], written["schemaVersion"], written["appOrigin"]) == ([], 4, "android")

    def opened(text: str) -> str:
        data, salt, nonce = map(base64.b64decode, text.split(":"))
        assert len(salt) == 256
        key = hashlib.pbkdf2_hmac("sha256", "päss".encode(), salt, 10_000, 32)
        return AESGCM(key).decrypt(nonce, data, None).decode()

    assert opened(written["reference"]) == REFERENCE
    services = json.loads(opened(written["servicesEncrypted"]))
    assert [each["order"]["position"] for each in services] == [0, 1, 2, 3]
    third = services[2]
    assert (third["name"], third["otp"]["issuer"], third["otp"]["period"]) == ("A: b", "A b", 60)
    assert [each["name"] for each in written["groups"] if each["id"] == third["groupId"]] == ["work"]


@given(st.lists(accounts_for(twofas.FORMAT.writer.holds), max_size=4))
def test_all_that_it_holds_comes_back(accounts):
    contents = read(twofas.FORMAT.writer.write(accounts, ""))
    assert not contents.problems
    found = [each.account for each in contents.entries]
    assert [codes_of(each) for each in found] == [codes_of(each) for each in accounts]
    assert [(each.title, each.tags) for each in found] == [(each.title, each.tags) for each in accounts]
