"""Four small formats in JSON, with files made here as their apps make them."""

from __future__ import annotations

import base64
import io
import json

import pytest
import pyzipper

from format_contract import File, FormatContract, codes_of
from warifu.core.account import Algorithm, OtpType
from warifu.formats import cotp, lastpass, raivo, registry, twofauth
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "pass wörd"
PNG = b"\x89PNG\r\n\x1a\n not really"


def lastpass_account(issuer: str | None, user: str | None, **more) -> dict:
    made = {
        "accountID": "a",
        "lmiUserId": "",
        "issuerName": issuer,
        "originalIssuerName": "Original",
        "userName": user,
        "originalUserName": "original",
        "pushNotification": False,
        "secret": KEY,
        "timeStep": 30,
        "digits": 6,
        "creationTimestamp": 1738083300789,
        "isFavorite": False,
        "algorithm": "SHA1",
        "folderData": {"folderId": 0, "position": 0},
    } | more
    return {name: value for name, value in made.items() if value is not None}


LASTPASS = {
    "deviceId": "",
    "deviceSecret": "",
    "localDeviceId": "x",
    "deviceName": "Pixel",
    "version": 3,
    "accounts": [
        lastpass_account("Second", "b", folderData={"folderId": 0, "position": 1}),
        lastpass_account(
            "First", "a", algorithm="SHA512", digits=8, timeStep=60, secret="jbsw y3dp ehpk 3pxp"
        ),
        lastpass_account("", "cleared", folderData={"folderId": 2, "position": 0}),
        lastpass_account(None, None, folderData={"folderId": 1, "position": 0}),
        lastpass_account("Loved", "l", isFavorite=True, folderData={"folderId": 2, "position": 5}),
        {"issuerName": "Bare", "secret": KEY},
        lastpass_account("Broken", "x", secret="0000"),
    ],
    "folders": [
        {"id": 1, "name": "Favorites", "isOpened": True},
        {"id": 2, "name": "Work", "isOpened": True},
        {"id": 0, "name": "Other accounts", "isOpened": True},
    ],
    "backupInfo": {"creationDate": "2025-01-28T16:55:54.040", "deviceOS": "android", "appVersion": "2.21.3"},
}


class TestLastPass(FormatContract):
    id = "lastpass"

    def files(self) -> list[File]:
        small = {name: LASTPASS[name] for name in ("accounts", "folders")}
        return [File(json.dumps(LASTPASS).encode(), 6), File(json.dumps(small).encode(), 6)]


def test_lastpass_folder_by_folder():
    contents = lastpass.FORMAT.read(Untrusted(json.dumps(LASTPASS).encode()), NO_KEYS)
    original, cleared, loved, first, bare, second = (each.account for each in contents.entries)
    assert (original.issuer, original.account, original.pinned) == ("Original", "original", True)
    assert original.tags == ()
    assert (cleared.issuer, cleared.account, cleared.tags, cleared.pinned) == (
        "",
        "cleared",
        ("Work",),
        False,
    )
    assert (loved.tags, loved.pinned) == (("Work",), True)
    assert codes_of(first) == ("JBSWY3DPEHPK3PXP", OtpType.TOTP, Algorithm.SHA512, 8, 60, 0, "First", "a")
    assert (first.tags, first.created) == ((), 1_738_083_300)
    assert codes_of(bare)[1:] == (OtpType.TOTP, Algorithm.SHA1, 6, 30, 0, "Bare", "")
    assert second.issuer == "Second"
    assert [problem.entry for problem in contents.problems] == ["Broken"]


def test_lastpass_of_ios_tells_seconds_and_has_no_id_of_its_device():
    account = lastpass_account("code", "ada", creationTimestamp=1746694099)
    folders = [{"id": 1, "name": "Favorites"}, {"isOpened": True, "name": "Other Accounts", "id": 0}]
    file = {"deviceName": "iPhone16,1", "localDeviceId": None, "accounts": [account], "folders": folders,
            "version": 1}  # fmt: skip
    found, contents = registry.read(Untrusted(json.dumps(file).encode()), NO_KEYS)
    made = contents.entries[0].account
    assert (found.id, made.created, made.tags, made.issuer) == ("lastpass", 1_746_694_099, (), "code")


def raivo_item(issuer: str, **more) -> dict:
    return {
        "issuer": issuer,
        "account": "ada",
        "secret": KEY,
        "algorithm": "SHA1",
        "digits": "6",
        "kind": "TOTP",
        "timer": "30",
        "counter": "0",
        "pinned": "false",
        "iconType": "raivo_repository",
        "iconValue": "github/github.png",
    } | more


RAIVO = [
    raivo_item("GitHub", pinned="true", algorithm="SHA256", digits="8", timer="60"),
    raivo_item("Bank", kind="HOTP", counter="12"),
    raivo_item("Odd", kind="OCRA"),
    raivo_item("Worse", digits="six"),
]


def raivo_zip(password: str = PASSWORD) -> bytes:
    file = io.BytesIO()
    with pyzipper.AESZipFile(
        file, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES if password else None
    ) as made:
        if password:
            made.setpassword(password.encode())
        made.writestr("raivo-otp-export.json", json.dumps(RAIVO))
        made.writestr("raivo-otp-export.html", "<html></html>")
    return file.getvalue()


class TestRaivo(FormatContract):
    id = "raivo"

    def files(self) -> list[File]:
        return [
            File(raivo_zip(), 2, PASSWORD),
            File(raivo_zip(""), 2),
            File(json.dumps(RAIVO).encode(), 2),
        ]


def test_raivos_files_may_lie_in_a_folder():
    file = io.BytesIO()
    with pyzipper.AESZipFile(file, "w") as made:
        made.writestr("export/raivo-otp-export.json", json.dumps(RAIVO))
    found, contents = registry.read(Untrusted(file.getvalue()), NO_KEYS)
    assert (found.id, len(contents.entries)) == ("raivo", 2)


@pytest.mark.parametrize("data", [raivo_zip(), json.dumps(RAIVO).encode()], ids=["zip", "json"])
def test_raivo_writes_every_value_as_a_text(data):
    contents = raivo.FORMAT.read(Untrusted(data), Keys((PASSWORD,)))
    github, bank = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA256, 8, 60, 0, "GitHub", "ada")
    assert (github.pinned, bank.pinned) == (True, False)
    assert codes_of(bank) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 12, "Bank", "ada")
    assert [problem.entry for problem in contents.problems] == ["Odd", "Worse"]


def twofauth_item(service: str, kind: str = "totp", **more) -> dict:
    return {
        "otp_type": kind,
        "account": "ada",
        "service": service,
        "icon": None,
        "icon_mime": None,
        "icon_file": None,
        "secret": f"{KEY}====",
        "digits": 6,
        "algorithm": "sha1",
        "period": 30,
        "counter": None,
        "legacy_uri": "",
    } | more


TWOFAUTH = {
    "app": "2fauth_v5.4.3",
    "schema": 1,
    "datetime": "2026-01-14T14:53:06.173939Z",
    "data": [
        twofauth_item(
            "GitHub",
            algorithm="sha256",
            digits=7,
            period=40,
            icon="a.png",
            icon_mime="image/png",
            icon_file=base64.b64encode(PNG).decode(),
        ),
        twofauth_item("Bank", "hotp", period=None, counter=5),
        twofauth_item("Steam", "steamtotp", digits=5),
        twofauth_item("Broken icon", icon_file="*"),
        twofauth_item("Unreadable", secret="*indecipherable*", legacy_uri="*indecipherable*"),
        twofauth_item("Odd", "Xotp"),
        twofauth_item("Link", secret=None, legacy_uri=f"otpauth://totp/Link:eve?secret={KEY}&digits=8"),
        twofauth_item("Null", account=None, algorithm=None, digits=None, period=None),
    ],
}


class TestTwoFauth(FormatContract):
    id = "2fauth"

    def files(self) -> list[File]:
        return [File(json.dumps(TWOFAUTH, indent=4).encode(), 6)]


def test_2fauth_with_pictures():
    contents = twofauth.FORMAT.read(Untrusted(json.dumps(TWOFAUTH).encode()), NO_KEYS)
    github, bank, steam, broken, link, null = contents.entries
    assert codes_of(github.account) == (KEY, OtpType.TOTP, Algorithm.SHA256, 7, 40, 0, "GitHub", "ada")
    assert (github.untrusted_icon, broken.untrusted_icon) == (PNG, b"")
    assert codes_of(bank.account) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 5, "Bank", "ada")
    assert (steam.account.otp.type, steam.account.otp.digits) == (OtpType.STEAM, 5)
    assert (link.account.account, link.account.otp.digits) == ("eve", 8)
    assert codes_of(null.account) == (KEY, OtpType.TOTP, Algorithm.SHA1, 6, 30, 0, "Null", "")
    assert [problem.entry for problem in contents.problems] == ["Unreadable", "Odd"]


def cotp_element(issuer: str, kind: str = "TOTP", **more) -> dict:
    return {
        "secret": KEY,
        "issuer": issuer,
        "label": "ada",
        "digits": 6,
        "type": kind,
        "algorithm": "SHA1",
        "period": 30,
        "counter": None,
        "pin": None,
    } | more


COTP = {
    "version": 2,
    "elements": [
        cotp_element("GitHub", algorithm="SHA512", digits=8, period=60),
        cotp_element("Bank", "HOTP", counter=3),
        cotp_element("Steam", "STEAM", digits=5),
        cotp_element("Yandex", "YANDEX", digits=8, algorithm="SHA256", pin="5239"),
        cotp_element("mOTP", "MOTP", secret="e3152afee62599c8", period=10, algorithm="MD5", pin="1234"),
        cotp_element("Upper", "MOTP", secret="E3152AFEE62599C8", period=10, algorithm="MD5", pin="1234"),
        cotp_element("Odd", "OCRA"),
    ],
}


class TestCotp(FormatContract):
    id = "cotp"

    def files(self) -> list[File]:
        return [File(json.dumps(COTP).encode(), 5)]


def test_cotp_of_every_kind():
    contents = cotp.FORMAT.read(Untrusted(json.dumps(COTP).encode()), NO_KEYS)
    github, bank, steam, yandex, motp = (each.account for each in contents.entries)
    assert codes_of(github) == (KEY, OtpType.TOTP, Algorithm.SHA512, 8, 60, 0, "GitHub", "ada")
    assert codes_of(bank) == (KEY, OtpType.HOTP, Algorithm.SHA1, 6, 0, 3, "Bank", "ada")
    assert (steam.otp.type, steam.otp.digits) == (OtpType.STEAM, 5)
    assert (yandex.otp.type, yandex.otp.algorithm, yandex.otp.pin) == (
        OtpType.YANDEX,
        Algorithm.SHA256,
        "5239",
    )
    assert (motp.otp.secret.reveal().hex(), motp.otp.pin, motp.otp.period) == ("e3152afee62599c8", "1234", 10)
    assert [problem.entry for problem in contents.problems] == ["Upper", "Odd"]


def test_cotps_own_database_says_how_to_export():
    made = {"version": 1, "nonce": "a", "salt": "b", "cipher": "c"}
    with pytest.raises(NotSupported) as refused:
        registry.read(Untrusted(json.dumps(made).encode()), Keys((PASSWORD,)))
    assert "cotp export" in str(refused.value)


@pytest.mark.parametrize(
    ("format_", "content"),
    [
        (lastpass, {"accounts": 1}),
        (raivo, {}),
        (twofauth, {"app": "2fauth", "data": {}}),
        (cotp, {"elements": 5}),
    ],
)
def test_something_else_in_the_place_of_the_list_is_damage(format_, content):
    with pytest.raises(FileDamaged):
        format_.FORMAT.read(Untrusted(json.dumps(content).encode()), NO_KEYS)
