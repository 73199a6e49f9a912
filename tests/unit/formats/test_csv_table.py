"""Tables of nobody in particular: known by names of columns, or read as the user says."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from format_contract import File, FormatContract
from warifu.core.account import Account
from warifu.formats import csv_table, registry
from warifu.formats.base import NO_KEYS
from warifu.formats.csv_table import Mapping, read_mapped, table
from warifu.formats.errors import FileTooBig, FormatError, NeedsColumns, NotRecognised
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub"


class TestCsv(FormatContract):
    id = "csv"

    def files(self) -> list[File]:
        return [
            File(f"Service;User;Secret\nGitHub;ada;{KEY}\n".encode(), 1),
            File(f"name,otp\r\nGitHub,{KEY}\r\n".encode("utf-8-sig"), 1),
            File(f"sep=;\nname;otp\nGitHub;{LINK}\n".encode(), 1),
            File(f"site\tcomment\nGitHub\t{LINK}\n".encode("utf-16"), 1),
            File(f"GitHub,ada,steam://{KEY}\nGoogle,bob,{LINK}\n".encode(), 2),
            File(f'"a","TOTP"\r"x","{KEY}"\r'.encode(), 1),
            File(f"Service;User;Secret\r\nCafé Zürich;jürgen;{KEY}\r\n".encode("cp1252"), 1),
        ]


def accounts(text: str) -> list[Account]:
    contents = registry.read(Untrusted(text.encode()), NO_KEYS)[1]
    assert not contents.problems
    return [each.account for each in contents.entries]


@pytest.mark.parametrize(
    ("encoding", "title", "account"),
    [
        ("cp932", "三井住友銀行", "山田 太郎"),
        ("cp932", "ミコラボ（本店）", "taro"),
        ("cp932", "AWS ソース表示", "root"),  # characters whose second byte is a backslash
        ("cp1252", "Société Générale", "Zoë"),
        ("cp1252", "ÉÉÉ", "ÀÜß"),
        ("cp1252", "Crédit à la “une” – 100 €", "jürgen"),
    ],
)
def test_what_excel_saves_on_windows_keeps_its_names(encoding: str, title: str, account: str) -> None:
    data = f"Service,User,Secret\r\n{title},{account},{KEY}\r\n".encode(encoding)
    (entry,) = registry.read(Untrusted(data), NO_KEYS)[1].entries
    assert (entry.account.issuer, entry.account.account) == (title, account)


def test_columns_are_known_by_their_names_whatever_their_order() -> None:
    (account,) = accounts(
        "Notes,PERIOD,Algorithm,Digits,Secret,Tags,Username,Issuer,Type,Counter\n"
        f'"a ""note"",\nlong",,sha-512,8,{KEY},"red, blue",ada,GitHub,HOTP,41\n'
    )
    otp = account.otp
    assert (otp.type.value, otp.algorithm.value, otp.digits, account.counter) == ("hotp", "SHA512", 8, 41)
    assert (account.issuer, account.account, account.tags) == ("GitHub", "ada", ("red", "blue"))
    assert account.note == 'a "note",\nlong'


def test_one_name_for_two_things_is_used_once() -> None:
    (account,) = accounts(f"issuer,name,secret\nGitHub,ada,{KEY}\n")
    assert (account.issuer, account.account) == ("GitHub", "ada")
    (account,) = accounts(f"name,username,totp\nGitHub,ada,{KEY}\n")
    assert (account.issuer, account.account) == ("GitHub", "ada")


def test_an_address_gives_the_name_of_its_site() -> None:
    (account,) = accounts(f"url,username,totp\nhttps://www.example.com/login,ada,{KEY}\n")
    assert account.issuer == "example.com"


def test_a_link_in_any_cell_is_found() -> None:
    (account,) = accounts(f"title,remark,more\nMine,nothing, {LINK} \nOther,x,y\n")
    assert (account.title, account.issuer, account.account) == ("Mine", "GitHub", "ada")


@pytest.mark.parametrize(
    "text",
    [
        f"# exported, on Monday\n{LINK}\n{LINK}",
        f"otpauth://totp/A,%20B:c?secret={KEY}\n{LINK}",
        f"Here are the codes, as you wished:\n{LINK}",
    ],
)
def test_a_list_of_links_stays_one(text: str) -> None:
    assert registry.detect(Untrusted(text.encode())).id == "otpauth"


@pytest.mark.parametrize(
    "text", ["name,url,username,password\na,b,c,d\n", "just, some, words", "a;b\n1;2\n", ""]
)
def test_a_table_without_secrets_is_not_taken(text: str) -> None:
    with pytest.raises(NotRecognised):
        registry.detect(Untrusted(text.encode()))


def test_a_table_that_does_not_say_what_is_what_asks() -> None:
    with pytest.raises(NeedsColumns):
        csv_table.FORMAT.read(Untrusted(f"eins,zwei\nGitHub,{KEY}\n".encode()), NO_KEYS)


def test_the_user_says_what_is_what() -> None:
    file = Untrusted(f"eins,zwei,drei\n{KEY},ada,GitHub\nbad!,x,Broken\n,,\n".encode())
    contents = read_mapped(file, Mapping(secret=0, account=1, issuer=2))
    (found,) = contents.entries
    assert (found.account.issuer, found.account.account) == ("GitHub", "ada")
    assert [(problem.line, problem.entry) for problem in contents.problems] == [(2, "Broken")]
    headless = read_mapped(Untrusted(f"{KEY},ada\n{KEY},bob\n".encode()), Mapping(0, account=1, headed=False))
    assert [each.account.account for each in headless.entries] == ["ada", "bob"]


def test_a_dialog_is_shown_names_and_rows_without_secrets() -> None:
    rows = "".join(f"Site {n},user{n},hunter2,{KEY},{LINK}\n" for n in range(20))
    shown = table(Untrusted(f"Title,User,Password,Remark,Other\n{rows}".encode()))
    assert shown.columns == ("Title", "User", "Password", "Remark", "Other")
    assert shown.rows[0] == ("Site 0", "user0", "•••", "•••", "•••")
    assert len(shown.rows) == 5
    assert shown.guess == Mapping(issuer=0, account=1)
    headless = table(Untrusted(f"GitHub,ada,{KEY}\n".encode()))
    assert (headless.columns, headless.rows) == (("", "", ""), (("GitHub", "ada", "•••"),))
    assert not headless.guess.headed


def test_passwords_beside_the_secrets_are_told() -> None:
    for header, there in (("name,password,totp", True), ("name,user,totp", False)):
        contents = registry.read(Untrusted(f"{header}\na,b,{KEY}\n".encode()), NO_KEYS)[1]
        assert contents.passwords is there


@pytest.mark.safety(52)
def test_a_row_of_endless_cells_is_refused() -> None:
    for data in (b"name,otp\n" + b"," * 20_000_000, b"," * 20_000_000):
        with pytest.raises(FileTooBig):
            read_mapped(Untrusted(data), Mapping(secret=1))


cells = st.text(max_size=20) | st.sampled_from([KEY, LINK, '"', "\0", "\n", "sep=;", "otpauth://", "=1+1"])


@pytest.mark.safety(52)
@given(st.lists(st.lists(cells, max_size=6), max_size=6), st.sampled_from(",;\t|"), st.booleans())
def test_whatever_is_in_a_table_ends_in_accounts_or_a_sentence(
    rows: list[list[str]], delimiter: str, named: bool
) -> None:
    header = delimiter.join(("name", "otp", "digits", "type", "tags", "note")) + "\n" if named else ""
    text = header + "\n".join(delimiter.join(row) for row in rows)
    file = Untrusted(text.encode("utf-8", "surrogatepass"))
    for each in registry.FORMATS:
        assert each.fits(file) in {True, False}
        with suppress(FormatError):
            each.read(file, NO_KEYS)
    with suppress(FormatError):
        table(file)
        read_mapped(file, Mapping(secret=1, digits=2, type=3, tags=4, note=5))


@given(
    st.lists(st.lists(st.text("ab\"'\n\r,; \t", max_size=8), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_cells_come_back_as_a_careful_program_wrote_them(rows: list[list[str]]) -> None:
    from warifu.formats.tables import cells_of

    text = "a,b\n" + "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    assert list(cells_of(Untrusted(text.encode())))[1:] == rows
