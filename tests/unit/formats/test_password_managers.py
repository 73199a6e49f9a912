"""Files of password managers: only what codes are made of is taken, and all of that."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from format_contract import File, FormatContract
from warifu.core.otp import OtpType
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Contents
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub&digits=8&period=60&algorithm=SHA256"


def read(data: bytes, name: str = "") -> Contents:
    return registry.read(Untrusted(data, name), NO_KEYS)[1]


def sheet(*rows: list[str], delimiter: str = ",", ends: str = "\r\n") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=ends).writerows(rows)
    return file.getvalue().encode()


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file.getvalue()


def told(contents: Contents) -> list[tuple]:
    return [
        (
            each.account.title, each.account.issuer, each.account.account, each.account.otp.digits,
            each.account.tags, each.account.note, each.account.pinned,
        )
        for each in contents.entries
    ]  # fmt: skip


KEEPASSXC = [
    "Group", "Title", "Username", "Password", "URL", "Notes", "TOTP", "Icon", "Last Modified", "Created",
]  # fmt: skip
LASTPASS = ["url", "username", "password", "totp", "extra", "name", "grouping", "fav"]
APPLE = ["Title", "URL", "Username", "Password", "Notes", "OTPAuth"]
ONEPASSWORD = ["Title", "Url", "Username", "Password", "OTPAuth", "Favorite", "Archived", "Tags", "Notes"]
DASHLANE = ["username", "username2", "username3", "title", "password", "note", "url", "category", "otpSecret"]
MYKI = ["nickname", "url", "username", "password", "additionalInfo", "twofaSecret", "status", "tags"]
OLD_MYKI = ["url", "username", "password", "additionalInfo", "nickname", "twofaSecret"]
MYKI_CODES = ["nickname", "status", "tags", "authToken", "additionalInfo"]
PROTON = [
    "type", "name", "url", "email", "username", "password", "note", "totp", "createTime", "modifyTime",
    "vault",
]  # fmt: skip
ROBOFORM = ["Name", "Url", "MatchUrl", "Login", "Pwd", "Note", "Folder", "RfFieldsV2"]
NORDPASS = [
    "name", "url", "username", "password", "note", "cardholdername", "cardnumber", "cvc", "expirydate",
    "zipcode", "folder", "full_name", "phone_number", "email", "address1", "address2", "city", "country",
    "state", "type", "custom_fields",
]  # fmt: skip


class TestKeePassXC(FormatContract):
    id = "keepassxc-csv"

    def files(self) -> list[File]:
        one = [
            "Root/Office/A\\/B",
            "Mine",
            "ada",
            "pw",
            "u",
            'two\nlines "x"',
            LINK,
            "0",
            "",
            "2023-11-14T22:13:20Z",
        ]
        none = LINK.replace("ada", "none")
        two = ["Root", "Shop", "", "", "", "", none, "0", "", ""]
        return [File(sheet(KEEPASSXC, one, two, ["Root", "No code", "", "", "", "", "", "", "", ""]), 2)]

    def test_everything_of_a_row_comes_along(self) -> None:
        contents = read(self.files()[0].data)
        assert told(contents) == [
            ("Mine", "GitHub", "ada", 8, ("Office", "A/B"), 'two\nlines "x"', False),
            ("Shop", "GitHub", "", 8, (), "", False),
        ]
        assert contents.entries[0].account.created == 1_700_000_000
        assert contents.passwords


class TestLastPass(FormatContract):
    id = "lastpass-csv"

    def files(self) -> list[File]:
        row = ["http://a.example", "ada", "pw", "jbsw y3dp ehpk 3pxp", "a note", "Site", "Office\\Code", "1"]
        note = ["http://sn", "", "", "", "NoteType:...\nSecret:x", "Secure", "", "0"]
        return [File(sheet(LASTPASS, row, note, ends="\n"), 1)]

    def test_everything_of_a_row_comes_along(self) -> None:
        assert told(read(self.files()[0].data)) == [
            ("Site", "Site", "ada", 6, ("Office", "Code"), "a note", True)
        ]


class TestApple(FormatContract):
    id = "apple"

    def files(self) -> list[File]:
        rows = [
            ["github.com (ada)", "https://github.com/", "ada", "pw", "n", LINK],
            ["x", "", "", "", "", ""],
        ]
        return [File(sheet(APPLE, *rows), 1), File(b"\xef\xbb\xbf" + sheet(APPLE, *rows), 1)]

    def test_everything_of_a_row_comes_along(self) -> None:
        assert told(read(self.files()[0].data)) == [("github.com (ada)", "GitHub", "ada", 8, (), "n", False)]


def pux(*items: dict) -> bytes:
    vault = {"attrs": {"name": "Private"}, "items": list(items)}
    data = {"accounts": [{"attrs": {}, "vaults": [vault]}]}
    return packed(export_dot_attributes=b"{}", export_dot_data=json.dumps(data).encode())


def item(*fields: dict, **more: object) -> dict:
    return {
        "favIndex": 3,
        "createdAt": 1_700_000_000,
        "overview": {"title": "Mine", "url": "https://github.com", "tags": ["red"]},
        "details": {
            "loginFields": [
                {"designation": "password", "value": "pw"},
                {"designation": "username", "value": "bob"},
            ],
            "notesPlain": "a note",
            "sections": [{"title": "s", "fields": list(fields)}],
        },
    } | more


class TestOnePassword(FormatContract):
    id = "1password"

    def files(self) -> list[File]:
        totp = {"title": "one-time password", "id": "TOTP_a", "value": {"totp": LINK}}
        bare = {"title": "second", "id": "TOTP_b", "value": {"totp": "JBSW Y3DP EHPK 3PXP"}}
        old = {"title": "", "id": "TOTP_c", "value": {"concealed": KEY}}
        other = {"title": "pin", "id": "x", "value": {"concealed": "1234"}}
        binned = item(totp, trashed=True)
        return [
            File(pux(item(totp, bare, other), {"item": item(old)}, item(other), binned), 4),
            File(sheet(ONEPASSWORD, ["T", "u", "bob", "pw", LINK, "true", "false", "a;b", "n"]), 1),
        ]

    def test_everything_of_an_item_comes_along(self) -> None:
        contents = read(self.files()[0].data)
        assert told(contents)[:3] == [
            ("Mine", "GitHub", "ada", 8, ("Private", "red"), "a note", True),
            ("Mine (second)", "Mine", "bob", 6, ("Private", "red"), "a note", True),
            ("Mine", "Mine", "bob", 6, ("Private", "red"), "a note", True),
        ]
        assert [each.binned for each in contents.entries] == [False, False, False, True]
        assert contents.passwords

    def test_everything_of_a_row_comes_along(self) -> None:
        assert told(read(self.files()[1].data)) == [("T", "GitHub", "ada", 8, ("a", "b"), "n", True)]


class TestDashlane(FormatContract):
    id = "dashlane"

    def files(self) -> list[File]:
        row = ["", "ada", "", "Site", "pw", 'no\n"te"', "https://a.example", "Shops", "jbsw y3dp ehpk 3pxp"]
        link = ["bob", "", "", "", "pw", "", "https://www.b.example/x", "", LINK.replace("GitHub:ada", "")]
        newer = [*DASHLANE[:-1], "otpUrl"]
        logins = [{"title": "Site", "login": "ada", "domain": "a.example", "otpSecret": KEY}, {"title": "No"}]
        return [
            File(b"\xef\xbb\xbf" + sheet(DASHLANE, row), 1),
            File(sheet(newer, link), 1),
            File(packed(Dashlane__credentials_dot_csv=sheet(DASHLANE, row), ids_dot_csv=b"a,b"), 1),
            File(json.dumps({"AUTHENTIFIANT": logins, "EMAIL": []}).encode(), 1),
        ]

    def test_everything_of_a_row_comes_along(self) -> None:
        found = [told(read(file.data))[0] for file in self.files()]
        assert found[0] == found[2] == ("Site", "Site", "ada", 6, ("Shops",), 'no\n"te"', False)
        assert found[1] == ("b.example", "GitHub", "bob", 8, (), "", False)
        assert found[3] == ("Site", "Site", "ada", 6, (), "", False)


class TestEnpass(FormatContract):
    id = "enpass"

    def files(self) -> list[File]:
        fields = [
            {"type": "username", "value": "ada", "deleted": 0},
            {"type": "password", "value": "pw"},
            {
                "type": "totp",
                "value": "qg4r pwyf 4t23 v62g 4ta3 ne43 74",
                "label": "One-time code",
                "deleted": 0,
            },
            {"type": "totp", "value": LINK, "deleted": 1},
            {"type": "totp", "value": ""},
        ]
        data = {
            "folders": [{"uuid": "1", "title": "Office"}, {"uuid": "2", "title": "Code", "parent_uuid": "1"}],
            "items": [
                {"title": "Note", "template_type": "note.default", "note": "x"},
                {
                    "title": "Site", "note": "a note", "folders": ["2"], "favorite": 1, "trashed": 0,
                    "createdAt": 1_700_000_000, "fields": fields,
                },
                {"title": "Bad", "fields": [{"type": "totp", "value": "secretkey!"}]},
                {"title": "Gone", "trashed": 1, "fields": [{"type": "totp", "value": KEY}]},
            ],
        }  # fmt: skip
        return [File(json.dumps(data).encode(), 2)]

    def test_everything_of_an_item_comes_along(self) -> None:
        contents = read(self.files()[0].data)
        assert told(contents)[0] == ("Site", "Site", "ada", 6, ("Office", "Code"), "a note", True)
        assert [each.binned for each in contents.entries] == [False, True]
        assert [problem.entry for problem in contents.problems] == ["Bad"]


class TestKeeper(FormatContract):
    id = "keeper"

    def files(self) -> list[File]:
        record = {
            "title": "Site", "login": "ada", "password": "pw", "login_url": "https://a.example", "notes": "n",
            "custom_fields": {"$oneTimeCode::1": LINK, "$oneTimeCode::2": f"otpauth://totp/?secret={KEY}"},
            "folders": [{"shared_folder": "Team", "folder": "Office\\Code"}],
        }  # fmt: skip
        older = {"title": "Old", "custom_fields": {"TFC:Keeper": LINK, "Security Question": "x"}}
        listed = {"title": "New", "custom_fields": {"$oneTimeCode": [LINK]}}
        start = ["Office\\Code", "Site", "ada", "pw", "https://a.example", "n", "Team"]
        return [
            File(json.dumps({"records": [record, older, listed, {"title": "No"}]}).encode(), 4),
            File(sheet([*start[:2], "x", "", "", "", ""], [*start, "a field", "b", "TFC:Keeper", LINK]), 1),
        ]

    def test_everything_of_a_record_comes_along(self) -> None:
        expected = ("Site", "GitHub", "ada", 8, ("Team", "Office", "Code"), "n", False)
        assert [told(read(file.data))[0] for file in self.files()] == [expected, expected]
        assert told(read(self.files()[0].data))[1][:3] == ("Site", "Site", "ada")


class TestMyki(FormatContract):
    id = "myki"

    def files(self) -> list[File]:
        code = ["Site", "active", "red,blue", KEY, "a note"]
        login = ["Login", "www.a.example", "ada", "pw", "", LINK, "deleted", ""]
        return [
            File(sheet(MYKI_CODES, code), 1),
            File(sheet(MYKI, login, ["", "", "", "", "", "", "", ""]), 1),
            File(sheet(OLD_MYKI, ["https://a.example", "ada", "pw", "note", "Site", KEY.lower()]), 1),
        ]

    def test_everything_of_a_row_comes_along(self) -> None:
        code, login, old = (read(file.data) for file in self.files())
        assert told(old) == [("Site", "Site", "ada", 6, (), "note", False)]
        assert told(code) == [("Site", "Site", "", 6, ("red", "blue"), "a note", False)]
        assert told(login) == [("Login", "GitHub", "ada", 8, (), "", False)]
        assert login.entries[0].binned


class TestProtonPass(FormatContract):
    id = "proton-pass-csv"

    def files(self) -> list[File]:
        row = [
            "login",
            "Site",
            "https://a.example",
            "a@b.c",
            "",
            "pw",
            "n",
            KEY,
            "1700000000",
            "1",
            "Personal",
        ]
        card = ["creditCard", "Card", "", "", "", "", '{"number":"1"}', "", "1700000000", "1", "Personal"]
        return [File(sheet(PROTON, row, card), 1)]

    def test_everything_of_a_row_comes_along(self) -> None:
        contents = read(self.files()[0].data)
        assert told(contents) == [("Site", "Site", "a@b.c", 6, ("Personal",), "n", False)]
        assert contents.entries[0].account.created == 1_700_000_000


class TestRoboForm(FormatContract):
    id = "roboform"

    def files(self) -> list[File]:
        start = ["Site", "https://a.example", "https://a.example", "'@ada", "pw", "n", "/Office/Code"]
        return [
            File(sheet(ROBOFORM, [*start, "User ID$,,,txt,ada", f"TOTP KEY$,,,txt,{KEY}"], [*start, ""]), 1),
            File(b"\xef\xbb\xbf" + sheet(ROBOFORM, [*start, f"TOTP KEY$,,,txt,{LINK}"]), 1),
            File(sheet(ROBOFORM, [*start, "User ID$:txt:ada", f"TOTP KEY$:txt:{KEY}"]), 1),
        ]

    def test_everything_of_a_row_comes_along(self) -> None:
        bare, link, colons = (told(read(file.data)) for file in self.files())
        assert colons == bare
        assert bare == [("Site", "Site", "@ada", 6, ("Office", "Code"), "n", False)]
        assert link == [("Site", "GitHub", "ada", 8, ("Office", "Code"), "n", False)]


class TestNordPass(FormatContract):
    id = "nordpass"

    def files(self) -> list[File]:
        def row(fields: str) -> list[str]:
            return ["Site", "https://a.example", "ada", "pw", "n", *[""] * 5, "Office", *[""] * 9, fields]

        own = [{"type": "text", "label": "x", "value": "y"}, {"type": "hidden", "label": "2FA", "value": KEY}]
        link = [{"type": "text", "label": "code", "value": LINK}]
        return [File(sheet(NORDPASS, row(json.dumps(own)), row(json.dumps(link)), row(""), row("[{")), 2)]

    def test_everything_of_a_row_comes_along(self) -> None:
        assert told(read(self.files()[0].data)) == [
            ("Site", "Site", "ada", 6, ("Office",), "n", False),
            ("Site", "GitHub", "ada", 8, ("Office",), "n", False),
        ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_spreadsheet_may_have_divided_the_cells_anew(delimiter: str) -> None:
    row = ["http://a.example", "ada", "p;w,", LINK, "a,b;c\td|e", "Site", "", "0"]
    contents = read(sheet(LASTPASS, row, delimiter=delimiter))
    assert told(contents) == [("Site", "GitHub", "ada", 8, (), "a,b;c    d|e", False)]


def test_keepassxc_of_before_codes_were_in_its_table_holds_none() -> None:
    contents = read(sheet(KEEPASSXC[:6], ["Root", "Site", "ada", "pw", "https://a.example", "note"]))
    assert not contents.entries
    assert not contents.problems


def test_what_lastpass_copied_from_a_page_is_not_escaped_here() -> None:
    row = [
        "http://a.example",
        "a&lt;b",
        "pw",
        LINK.replace("&", "&amp;"),
        "x &amp; y",
        "Q&amp;A",
        "A&amp;B",
        "0",
    ]
    contents = read(sheet(LASTPASS, row))
    assert told(contents) == [("Q&A", "GitHub", "ada", 8, ("A&B",), "x & y", False)]


def test_a_steam_link_is_known_everywhere() -> None:
    row = ["http://a.example", "ada", "", f"steam://{KEY}", "", "Steam", "", "0"]
    (found,) = read(sheet(LASTPASS, row)).entries
    assert found.account.otp.type is OtpType.STEAM
    assert found.account.account == "ada"
