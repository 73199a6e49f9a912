"""The sheet on paper: every QR code of it gives its account again, and nothing in it runs or loads."""

from __future__ import annotations

import contextlib
import re
import sys
import unicodedata
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import cv2
import pytest
from pyzbar import pyzbar

from format_contract import File, FuzzContract, codes_of, some_accounts
from warifu.core.account import Account, Otp, OtpType
from warifu.core.intake import recognise
from warifu.core.secret import Secret
from warifu.formats import registry, sheet
from warifu.formats.base import NO_KEYS, Keys, Words
from warifu.formats.errors import FormatError, NotSupported
from warifu.formats.holds import losses
from warifu.formats.untrusted import Untrusted
from warifu.services import exporting, sheet_printing
from warifu.services.scanning import PictureReader

SHEET = exporting.target_named("sheet")
PDF = exporting.target_named("sheet-pdf")
HOSTILE = Account(
    Otp(Secret(b"12345678901234567890")),
    title="<script>alert(1)</script>",
    issuer='"><img src=https://example.com/x onerror=alert(1)>',
    account="</style><link rel=stylesheet href=//example.com>{secret}%s",
)


@pytest.fixture(scope="module")
def reader():
    """The app's own process that reads pictures."""
    with PictureReader() as made:
        yield made


def accounts() -> list[Account]:
    """One of each kind, and one whose names need a fine code."""
    long_names = Account(Otp(Secret(b"long" * 5)), title="長い" * 25, issuer="長い" * 25, account="a@" * 90)
    return [*some_accounts(), long_names]


class TestSheet(FuzzContract):
    """A changed page is no file to import, whatever else it is taken for."""

    id = "sheet"

    def files(self) -> list[File]:
        return [File(html_of(accounts()).encode(), 0), File(html_of([HOSTILE]).encode(), 0)]

    def answer(self, untrusted: Untrusted, keys: Keys) -> None:
        with pytest.raises(NotSupported, match="for printing"):
            self.format.read(untrusted, keys)
        with contextlib.suppress(FormatError):
            assert not registry.read(untrusted, keys)[1].entries


def html_of(some: list[Account], words: Words | None = None) -> str:
    return exporting.export_bytes(SHEET, some, "", words or Words()).decode()


def pictures(page: str) -> list[bytes]:
    return [
        found.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').encode()
        for found in re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    ]


def held(texts: list[str]) -> list[tuple]:
    """What decides the codes of the accounts in these links."""
    return [codes_of(account) for text in texts for account in recognise(text).accounts]


def by_zbar(gray) -> list[str]:
    return [code.data.decode() for code in pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE])]


def pdf_pages(pdf: bytes):
    """Every page in grey, at 200 dots an inch."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=200 / 72, grayscale=True).to_numpy().copy()
    finally:
        document.close()


def test_every_code_of_the_page_gives_its_account_to_warifu(reader) -> None:
    found = [
        text.text for picture in pictures(html_of(accounts())) for text in reader.read_picture(picture).texts
    ]
    assert held(found) == [codes_of(account) for account in accounts()]


def test_every_code_of_the_page_gives_its_account_to_zbar() -> None:
    import numpy as np
    import resvg_py

    found = []
    for picture in pictures(html_of(accounts())):
        png = bytes(resvg_py.svg_to_bytes(svg_string=picture.decode(), width=600))
        found += by_zbar(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE))
    assert held(found) == [codes_of(account) for account in accounts()]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_code_of_the_pdf_gives_its_account_to_warifu_and_zbar(reader, paper: str) -> None:
    pdf = sheet_printing.pdf(sheet.sheet_of(accounts()), paper)

    ours = [text.text for text in reader.read_picture(pdf).texts]
    theirs = [text for page in pdf_pages(pdf) for text in by_zbar(page)]

    expected = sorted(codes_of(account) for account in accounts())
    assert sorted(held(ours)) == expected
    assert sorted(held(theirs)) == expected


def test_the_pdf_is_of_the_paper_that_was_asked_for_and_divides_no_account() -> None:
    import pypdfium2

    many = [
        Account(Otp(Secret(bytes([n]) * 20)), title=f"Site {n}", account=f"user{n}", id=str(n))
        for n in range(30)
    ]
    for paper, (width, height) in {"A4": (595, 842), "Letter": (612, 792)}.items():
        document = pypdfium2.PdfDocument(sheet_printing.pdf(sheet.sheet_of(many), paper))
        texts = []
        for page in document:
            assert (round(page.get_width()), round(page.get_height())) == (width, height)
            texts.append(page.get_textpage().get_text_bounded())
        assert len(texts) > 3
        for account in many:
            grouped = " ".join(re.findall("....", account.otp.secret.base32()))
            (where,) = [text for text in texts if re.search(rf"{account.title}\b", text)]
            assert grouped in where
        document.close()


def test_the_pdf_speaks_the_language_it_is_told_with_real_letters() -> None:
    import pypdfium2

    words = Words("ja", lambda _text: "秘密の鍵を紙に残す")
    document = pypdfium2.PdfDocument(exporting.export_bytes(PDF, some_accounts(), "", words))
    text = unicodedata.normalize("NFKC", document[0].get_textpage().get_text_bounded())
    document.close()
    assert "秘密の鍵を紙に残す" in text
    assert "会社" in text
    assert "山田" in text


class _Loads(HTMLParser):
    """Everything in a page that could run or reach out."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.outward: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"src", "href", "srcset", "action", "xlink:href"} or name.startswith("on"):
                self.outward.append((name, value))


def test_the_page_runs_nothing_and_loads_nothing_whatever_names_say() -> None:
    page = html_of([HOSTILE])
    parser = _Loads()
    parser.feed(page)

    assert parser.outward == []
    assert parser.tags <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section", "svg", "path", "div",
    }  # fmt: skip
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page
    assert "<h2>&lt;script&gt;" in page
    assert "{secret}%s" in unescape(page)


def test_names_and_the_secret_stand_beside_the_code_in_the_readers_language() -> None:
    said: list[str] = []

    def say(text) -> str:
        said.append(text.template)
        return f"«{text}»"

    page = html_of(some_accounts(), Words("ja", say))
    assert '<html lang="ja">' in page
    assert "«My accounts in Warifu»" in page
    assert "MEQH GZLD OJSX IIDP MYQD EMBA MJ4X IZLT" in page
    assert "e315 2afe e625 99c8" in page  # as mOTP's apps write it
    assert "ada@example.com" in page
    assert "「" not in page
    assert any("for ever" in sentence for sentence in said)


def test_names_too_long_for_a_code_are_shortened_in_it_and_stand_in_full_beside_it(reader) -> None:
    named = Account(Otp(Secret(b"long" * 5)), title="長い" * 80, issuer="長い" * 80, account="名" * 150)
    page = html_of([named])
    (found,) = reader.read_picture(pictures(page)[0]).texts
    (account,) = recognise(found.text).accounts

    assert account.otp == named.otp
    assert account.issuer.endswith("…")
    assert named.title in page
    assert named.account in page
    assert "Its long name is shortened in the QR code." in page


def test_a_secret_too_long_for_a_code_is_printed_as_text() -> None:
    huge = Account(Otp(Secret(bytes(range(250)) * 10)), title="Huge")
    page = html_of([huge])
    assert "<svg" not in page
    assert " ".join(re.findall(".{1,4}", huge.otp.secret.base32())) in page
    assert "too long for a QR code" in page
    assert sheet_printing.pdf(sheet.sheet_of([huge])).startswith(b"%PDF-")


def test_only_what_is_not_printed_is_told_to_be_lost() -> None:
    writer = SHEET.writer
    yandex, motp = (
        next(account for account in some_accounts() if account.otp.type is kind)
        for kind in (OtpType.YANDEX, OtpType.MOTP)
    )
    assert losses(yandex, writer.holds) == ()
    assert [str(lost) for lost in losses(motp, writer.holds)] == [
        "Its PIN is not written; type it in that app."
    ]
    assert "pin=" in sheet.sheet_of([yandex]).entries[0].link


def test_reading_it_as_a_file_says_to_scan_it() -> None:
    file = Untrusted(html_of(some_accounts()).encode())
    assert registry.detect(file).id == "sheet"
    with pytest.raises(NotSupported) as told:
        registry.read(file, NO_KEYS)
    assert "Scan its QR codes" in str(told.value)


def test_nothing_shows_a_secret_by_its_repr() -> None:
    made = sheet.sheet_of(some_accounts())
    assert "MEQH" not in repr(made)
    assert "otpauth" not in repr(made)
    assert "ada" not in repr(made)


@pytest.mark.parametrize("script", ["", "raise SystemExit(1)", "print('no pdf')", "import os; os.abort()"])
def test_a_process_that_fails_is_one_sentence(script: str) -> None:
    from warifu.core.errors import NotPossible

    with pytest.raises(NotPossible, match="The PDF could not be made"):
        sheet_printing.pdf(sheet.sheet_of(some_accounts()), command=[sys.executable, "-c", script])


def test_nonsense_on_standard_input_makes_no_pdf(tmp_path: Path) -> None:
    import subprocess

    from warifu.services import ourselves

    for raw in (b"", b"[]", b"{}", b'{"sheet": {}, "paper": ""}', b"\xff\xfe"):
        ended = subprocess.run(
            ourselves.command(sheet_printing.OPTION),
            input=raw,
            capture_output=True,
            check=False,
            cwd=tmp_path,
        )
        assert (ended.returncode, ended.stdout) == (1, b"")
