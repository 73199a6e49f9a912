"""Lists of key links as a file."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from format_accounts import accounts_for
from format_contract import File, FormatContract, codes_of
from warifu.core.account import Algorithm, OtpType
from warifu.formats import links, registry
from warifu.formats.base import NO_KEYS
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def read(text: str):
    found, contents = registry.read(Untrusted(text.encode()), NO_KEYS)
    assert found.id == "otpauth"
    return contents


class TestLinks(FormatContract):
    id = "otpauth"

    def files(self) -> list[File]:
        lines = [f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub", "# a comment", "", f"steam://{KEY}"]
        return [
            File("\n".join(lines).encode(), 2),
            File("\r\n".join(lines).encode("utf-8-sig"), 2),
            File("\n".join(lines).encode("utf-16"), 2),
            File(json.dumps({"items": [lines[0], lines[3]]}).encode(), 2),
            File(json.dumps([lines[0], lines[3]], indent=2).encode(), 2),
        ]


def test_what_other_apps_write_is_read():
    contents = read(f"""
        # Aegis, with its own path for mOTP and its PIN in base32
        otpauth://hotp/Air%20Canada:Benjamin?secret={KEY}&issuer=Air+Canada&algorithm=SHA256&digits=7&counter=50
        otpauth://steam/Boeing:Sophia?secret={KEY}&issuer=Boeing&algorithm=SHA1&digits=5&period=30
        motp:/Site:ada?secret=e3152afee62599c8&issuer=Site
        otpauth://yaotp/Yandex:me?secret={KEY}&issuer=Yandex&pin=GUZDGOI
        # Stratum, KeePassXC, WinAuth, OTPClient
        motp://Site:bob?secret=e3152afee62599c8
        otpauth://totp/X:bare?secret={KEY}&issuer=X&steam
        otpauth://totp/X:encoder?secret={KEY}&period=30&digits=5&issuer=X&encoder=steam
        otpauth://totp/Steam:win?secret={KEY}&digits=5
        otpauth://totp/Steam:twice?secret={KEY}&issuer=Steam&issuer=Steam
        otpauth://totp/Steam:six?secret={KEY}&issuer=Steam&digits=6
    """)
    assert not contents.problems
    assert [
        (each.account.otp.type, each.account.issuer, each.account.account) for each in contents.entries
    ] == [
        (OtpType.HOTP, "Air Canada", "Benjamin"),
        (OtpType.STEAM, "Boeing", "Sophia"),
        (OtpType.MOTP, "Site", "ada"),
        (OtpType.YANDEX, "Yandex", "me"),
        (OtpType.MOTP, "Site", "bob"),
        (OtpType.STEAM, "X", "bare"),
        (OtpType.STEAM, "X", "encoder"),
        (OtpType.STEAM, "Steam", "win"),
        (OtpType.STEAM, "Steam", "twice"),
        (OtpType.TOTP, "Steam", "six"),
    ]
    assert contents.entries[0].account.otp.algorithm is Algorithm.SHA256
    assert contents.entries[0].account.counter == 50
    assert contents.entries[3].account.otp.pin == "5239"


def test_a_line_that_is_no_link_is_told_and_stops_nothing():
    contents = read(f"otpauth://totp/a?secret={KEY}\nGroceries: milk, eggs\notpauth://totp/b?secret=0\n")
    assert [each.account.account for each in contents.entries] == ["a"]
    assert [each.line for each in contents.problems] == [2, 3]


def test_a_word_in_a_list_is_no_secret_key():
    contents = read(f"GitHub\notpauth://totp/a?secret={KEY}\n{KEY}\nhello world\n")
    assert [each.account.account for each in contents.entries] == ["a"]
    assert [each.line for each in contents.problems] == [1, 3, 4]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_may_be_written_as_windows_writes_text(encoding):
    text = f"otpauth://totp/Caf\u00e9:J\u00fcrgen?secret={KEY}\r\n" * 2
    contents = registry.read(Untrusted(text.encode(encoding)), NO_KEYS)[1]
    assert [(each.account.issuer, each.account.account) for each in contents.entries] == [
        ("Caf\u00e9", "J\u00fcrgen")
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"name,url,otp\nGitHub,https://github.com,otpauth://totp/a?secret={KEY}\n",
        f'"TFC:Keeper","otpauth://totp/a?secret={KEY}"\n',
        f"title\tcode\nx\totpauth://totp/a?secret={KEY}\n",
        f"<html><code>otpauth://totp/a?secret={KEY}</code></html>",
        json.dumps({"items": [{"login": {"totp": f"otpauth://totp/a?secret={KEY}"}}]}),
        json.dumps({"a": [f"otpauth://totp/a?secret={KEY}"], "b": []}),
    ],
)
def test_tables_and_pages_with_links_are_no_lists(text):
    assert not links.fits(Untrusted(text.encode()))


def test_words_before_the_links_do_not_matter():
    assert links.fits(Untrusted(f"My codes:\n1. otpauth://totp/a?secret={KEY}\n".encode()))


@given(st.lists(accounts_for(links.FORMAT.writer.holds, colons=False), max_size=4))
def test_what_is_written_comes_back(accounts):
    contents = links.read(Untrusted(links.write(accounts, "")), NO_KEYS)
    assert not contents.problems or not accounts
    steam = [a for a in accounts if not (a.issuer == "Steam" and a.otp.digits == 5)]
    assert len(contents.entries) == len(accounts)
    if len(steam) == len(accounts):
        assert [codes_of(each.account) for each in contents.entries] == [codes_of(each) for each in accounts]


def test_ten_thousand_are_read_in_a_second():
    text = "".join(
        f"otpauth://totp/Site{n}:ada?secret={KEY}&issuer=Site{n}&algorithm=SHA1&digits=6&period=30\n"
        for n in range(10_000)
    )
    start = time.process_time()
    assert len(read(text).entries) == 10_000
    assert time.process_time() - start < 1.5  # a second on a quiet machine, where it takes half of one
