"""Pictures as files: what is one, and what comes of the codes in it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest
import segno

from format_contract import NO_KEYS, File, FuzzContract, Keys, Untrusted
from warifu.core.account import Account, Otp, OtpType
from warifu.core.secret import Secret
from warifu.core.uri import parse_uri
from warifu.formats import registry
from warifu.formats.base import Imported
from warifu.formats.pictures import completed
from warifu.scan.errors import PictureRefused
from warifu.services.reading_files import with_pictures
from warifu.services.scanning import Effort, PictureReader

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub&period=45&digits=8"
SECRET = Secret(b"Hello!\xde\xad\xbe\xef")


def png() -> bytes:
    out = io.BytesIO()
    segno.make(LINK).save(out, kind="png", scale=4)
    return out.getvalue()


def saved(kind: str) -> bytes:
    """The code as a file of that kind, by segno or by OpenCV."""
    out = io.BytesIO()
    if kind in {"png", "svg", "pdf"}:
        segno.make(LINK).save(out, kind=kind, scale=4)
        return out.getvalue()
    segno.make(LINK).save(out, kind="png", scale=4)
    pixels = cv2.imdecode(np.frombuffer(out.getvalue(), np.uint8), cv2.IMREAD_COLOR)
    return bytes(cv2.imencode(f".{kind}", pixels)[1])


class TestQr(FuzzContract):
    """A changed picture is still a picture here; the app's own process for pictures reads or refuses it."""

    id = "qr"

    def files(self) -> list[File]:
        return [File(saved(kind), 0) for kind in ("png", "svg", "pdf", "jpg", "gif", "webp", "bmp")]

    @pytest.fixture(autouse=True)
    def _reader(self) -> Iterator[None]:
        with PictureReader() as self.reader:
            yield

    def answer(self, untrusted: Untrusted, keys: Keys) -> None:
        for picture in self.format.read(untrusted, keys).pictures:
            try:
                self.reader.read_picture(picture, Effort.SCREEN)
            except PictureRefused as refused:
                said = refused
            else:
                continue
            assert str(said.title).endswith(".")

    def test_a_picture_that_nobody_changed_is_read(self) -> None:
        for file in self.files():
            (found,) = self.reader.read_picture(file.data, Effort.SCREEN).texts
            assert found.text == LINK


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


def code(**changes) -> Account:
    return replace(parse_uri(LINK), **changes)


def test_codes_without_a_page_are_accounts():
    entries, problems = completed((), [code()])
    assert [(e.account.issuer, e.account.account, e.account.otp.period) for e in entries] == [
        ("GitHub", "ada", 45)
    ]
    assert not problems


def test_a_code_decides_the_numbers_and_the_page_tells_the_rest():
    told = Account(
        Otp(SECRET, pin="1"), title="My site", issuer="GitHub", account="ada", note="n", pinned=True
    )
    (entry,), problems = completed([Imported(told, b"icon")], [code()])
    assert (entry.account.otp.period, entry.account.otp.digits) == (45, 8)
    assert (entry.account.title, entry.account.note, entry.account.pinned) == ("My site", "n", True)
    assert entry.untrusted_icon == b"icon"
    assert not problems


def test_of_two_with_one_secret_each_gets_its_own_code():
    told = [Account(Otp(SECRET), issuer="GitHub", account=name) for name in ("ada", "bob")]
    other = code(account="bob", otp=replace(code().otp, period=60))
    entries, problems = completed(map(Imported, told), [other, code()])
    assert [(e.account.account, e.account.otp.period) for e in entries] == [("ada", 45), ("bob", 60)]
    assert not problems


def test_an_account_whose_code_is_unreadable_stays_with_a_warning():
    told = Account(Otp(SECRET), title="GitHub")
    hotp = code(otp=replace(code().otp, type=OtpType.HOTP))
    entries, problems = completed([Imported(told)], [hotp])
    assert [entry.account.otp.type for entry in entries] == [OtpType.TOTP, OtpType.HOTP]
    assert [each.entry for each in problems] == ["GitHub"]


def test_the_reader_of_pictures_reads_a_page_of_aegis():
    """The way of ``warifu import``: the file in one process, its QR codes in another."""
    heads = "".join(f"<th>{each}</th>" for each in ("Issuer", "Name", "Type", "QR Code", "Note", "Secret"))
    picture = f"<img src='data:image/png;base64,{base64.b64encode(png()).decode()}'/>"
    cells = ("GitHub", "ada", "TOTP", picture, "n", "JBSWY3DPEHPK3PXP")
    row = "".join(f"<td>{each}</td>" for each in cells)
    page = f"<html><table><tr>{heads}</tr><tr>{row}</tr></table></html>"
    contents = registry.by_id("aegis").read(Untrusted(page.encode()), NO_KEYS)
    (entry,) = with_pictures(contents, None).entries
    assert (entry.account.otp.period, entry.account.otp.digits, entry.account.note) == (45, 8, "n")
