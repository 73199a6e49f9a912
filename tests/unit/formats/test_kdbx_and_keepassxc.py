"""KeePassXC itself as the judge: it opens what Warifu writes, and Warifu opens what it writes."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from kdbx_files import document, entry
from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.otp import code_at
from warifu.core.secret import Secret
from warifu.formats import kdbx, kdbx_write, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.untrusted import Untrusted

if TYPE_CHECKING:
    from pathlib import Path

CLI = shutil.which("keepassxc-cli")
pytestmark = pytest.mark.skipif(CLI is None, reason="needs keepassxc-cli")
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def keepassxc(*arguments: object, typed: str = "") -> str:
    done = subprocess.run(
        [str(CLI), *map(str, arguments)],
        input=typed, check=False, capture_output=True, encoding="utf-8", env=os.environ, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


ACCOUNTS = [
    Account(Otp(Secret(b"a secret of 20 bytes")), title="GitHub", issuer="GitHub", account="ada"),
    Account(
        Otp(Secret(bytes(range(64))), algorithm=Algorithm.SHA512, digits=8, period=60),
        title="会社 & <x>", issuer="会社 & <x>", account="山田", note="zwei\nZeilen", tags=("Work", "red"),
    ),
    Account(Otp(Secret(b"0" * 32), algorithm=Algorithm.SHA256, digits=9), title="Nine", issuer="Nine"),
    Account(Otp(Secret(b"short"), digits=7, period=45), title="Seven", issuer="Seven", account="a:b@c?d#e"),
    Account(Otp(Secret(b"steam secret 20 byte"), OtpType.STEAM, digits=5), title="Steam", issuer="Steam"),
]  # fmt: skip


def test_keepassxc_makes_the_same_codes_of_what_warifu_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        kdbx_write, "MEMORY", 1024 * 1024
    )  # it is opened often; another test has the real one
    file = tmp_path / "warifu.kdbx"
    file.write_bytes(kdbx_write.write(ACCOUNTS, "a password"))
    listed = keepassxc("ls", "-q", "-R", "-f", file, typed="a password\n").splitlines()
    for account in ACCOUNTS:
        path = f"{account.tags[0]}/{account.title}" if account.tags else account.title
        assert path in listed
        before = code_at(account, time.time()).value
        shown = keepassxc("show", "-q", "-t", file, path, typed="a password\n").strip()
        assert shown in {before, code_at(account, time.time()).value}
        fields = keepassxc("show", "-q", "-a", "UserName", "-a", "Notes", file, path, typed="a password\n")
        assert fields == f"{account.account}\n{account.note}\n"


def test_warifu_reads_the_table_that_keepassxc_exports(tmp_path: Path) -> None:
    file = tmp_path / "warifu.kdbx"
    file.write_bytes(kdbx_write.write(ACCOUNTS, "a password"))
    exported = keepassxc("export", "-q", "-f", "csv", file, typed="a password\n").encode()
    found, contents = registry.read(Untrusted(exported), NO_KEYS)
    assert found.id == "keepassxc-csv"
    told = [(each.account.otp, each.account.issuer, each.account.account) for each in contents.entries]
    assert sorted(map(repr, told)) == sorted(
        repr((account.otp, account.issuer, account.account)) for account in ACCOUNTS
    )
    assert [each.account.note for each in contents.entries if each.account.tags] == ["zwei\nZeilen"]


@pytest.mark.writes_secrets("key.keyx", kind="password", reason="keepassxc-cli makes the key file")
@pytest.mark.parametrize("with_key_file", [False, True], ids=["password", "password and key file"])
def test_warifu_reads_what_keepassxc_writes(tmp_path: Path, with_key_file: bool) -> None:
    link = f"otpauth://totp/GitHub:ada?secret={KEY}&period=30&digits=8&issuer=GitHub"
    one = entry({"Title": "GitHub", "UserName": "ada", "otp": link, "Notes": "a note"})
    other = entry({"Title": "Old", "TOTP Seed": KEY, "TOTP Settings": "60;S"})
    other = other.replace("AAAAAAAAAAAAAAAAAAAAAA==", "BBBBBBBBBBBBBBBBBBBBBA==")
    one = one.replace("AAAAAAAAAAAAAAAAAAAAAA==", "CCCCCCCCCCCCCCCCCCCCCA==")
    group = f"<Group><UUID>Z3JvdXBncm91cGdyb3VwZw==</UUID><Name>Work</Name>{one}</Group>"
    xml, file, key = tmp_path / "in.xml", tmp_path / "theirs.kdbx", tmp_path / "key.keyx"
    xml.write_text(document(other + group), encoding="utf-8")
    more = ("-k", key) if with_key_file else ()
    keepassxc("import", "-q", "-p", "-t", "100", *more, xml, file, typed="word\nword\n")
    of_key = key.read_bytes() if with_key_file else b""
    contents = kdbx.FORMAT.read(Untrusted(file.read_bytes()), Keys(("word",), of_key))
    found = [(each.account.issuer, each.account.account, each.account.tags) for each in contents.entries]
    assert found == [("Old", "", ()), ("GitHub", "ada", ("Work",))]
    steam, totp = (each.account.otp for each in contents.entries)
    assert (steam.type, totp.digits, totp.secret.base32()) == (OtpType.STEAM, 8, KEY)
