"""Pictures as files: what is one, and what comes of the codes in it."""

from __future__ import annotations

import io

import pytest
import segno

from format_contract import NO_KEYS, Untrusted
from warifu.core.account import Account, Otp, OtpType
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import registry
from warifu.formats.base import Contents, Imported
from warifu.formats.pictures import with_pictures

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub&period=45&digits=8"
SECRET = Secret(b"Hello!\xde\xad\xbe\xef")


def png() -> bytes:
    out = io.BytesIO()
    segno.make(LINK).save(out, kind="png", scale=4)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\nx",
        b"\xff\xd8\xff\xe0x",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"GIF89ax",
        b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
        b"%PDF-1.7\n",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_pictures_are_told_by_their_first_bytes(data):
    file = Untrusted(data)
    found, contents = registry.read(file, NO_KEYS)
    assert (found.id, contents.pictures) == ("qr", (data,))


@pytest.mark.parametrize(
    "data",
    [
        b"BMW is a car, and no picture",
        b"<html><svg/></html>",
        b"<?xml version='1.0'?><map/>",
        b"RIFF\0\0\0\0WAVE",
        b"",
        b"\x89PN",
    ],
)
def test_other_files_are_no_pictures(data):
    assert not registry.by_id("qr").fits(Untrusted(data))


def test_the_code_in_a_picture_is_an_account():
    _, contents = registry.read(Untrusted(png()), NO_KEYS)
    seen = []
    read = with_pictures(contents, lambda picture: seen.append(picture) or [LINK])
    assert seen == [png()]
    assert [(e.account.issuer, e.account.account, e.account.otp.period) for e in read.entries] == [
        ("GitHub", "ada", 45)
    ]
    assert not read.problems
    assert not read.pictures


def test_a_picture_without_a_code_is_told():
    read = with_pictures(Contents(pictures=(b"1", b"2")), lambda picture: [LINK] if picture == b"1" else [])
    assert len(read.entries) == 1
    assert [str(each.title) for each in read.problems] == ["There is no readable QR code in picture 2."]


def test_a_code_decides_the_numbers_and_the_page_tells_the_rest():
    told = Account(
        Otp(SECRET, pin="1"), title="My site", issuer="GitHub", account="ada", note="n", pinned=True
    )
    page = Contents((Imported(told),), (Problem(Text("Something else.")),), (b"1",))
    read = with_pictures(page, lambda _picture: [LINK])
    (entry,) = read.entries
    assert (entry.account.otp.period, entry.account.otp.digits) == (45, 8)
    assert (entry.account.title, entry.account.note, entry.account.pinned) == ("My site", "n", True)
    assert [str(each.title) for each in read.problems] == ["Something else."]


def test_of_two_with_one_secret_each_gets_its_own_code():
    links = [LINK.replace("ada", "bob").replace("45", "60"), LINK]
    told = [Account(Otp(SECRET), issuer="GitHub", account=name) for name in ("ada", "bob")]
    page = Contents(tuple(map(Imported, told)), pictures=(b"0", b"1"))
    read = with_pictures(page, lambda picture: [links[int(picture)]])
    assert [(e.account.account, e.account.otp.period) for e in read.entries] == [("ada", 45), ("bob", 60)]


def test_an_account_whose_code_is_unreadable_stays_with_a_warning():
    told = Account(Otp(SECRET), title="GitHub")
    hotp = LINK.replace("totp", "hotp")
    read = with_pictures(Contents((Imported(told),), pictures=(b"1",)), lambda _picture: [hotp])
    assert [entry.account.otp.type for entry in read.entries] == [OtpType.TOTP, OtpType.HOTP]
    assert [each.entry for each in read.problems] == ["GitHub"]


def test_nothing_is_done_without_pictures():
    contents = Contents((Imported(Account(Otp(SECRET))),))
    assert with_pictures(contents, lambda _picture: pytest.fail("read")) is contents
