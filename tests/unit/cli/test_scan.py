"""``warifu scan``: pictures in, texts and accounts out; with a real process that reads them."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
import segno

from warifu.cli.main import main
from warifu.core.account import Account, Otp
from warifu.core.migration import format_migration
from warifu.core.secret import Secret
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub"
OTHER = "otpauth://hotp/Bank?secret=MFRGGZDFMZTWQ2LK&counter=4"


@pytest.fixture
def run(profile, cheap_kdf, monkeypatch, capsys):
    """Run ``warifu``; returns status, standard output and standard error."""

    def warifu(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = main(["--profile", str(profile), *map(str, arguments)])
        return status, *capsys.readouterr()

    return warifu


@pytest.fixture
def vault(run, profile):
    assert run("--password-stdin", "init", stdin=f"{PASSWORD}\n".encode())[0] == 0
    return profile / "vault.warifu"


@pytest.fixture
def picture(tmp_path):
    """Make a picture of a text."""

    def make(text, name="code.png"):
        path = tmp_path / name
        segno.make_qr(text).save(str(path), scale=4)
        return path

    return make


def names(vault):
    return sorted(account.name for account in open_vault(vault, PASSWORD).document.accounts())


def transfer():
    made = [Account(Otp(Secret(os.urandom(20))), title=f"S{n}", issuer=f"S{n}") for n in range(25)]
    return format_migration(made).uris


def test_texts_and_accounts_are_printed_for_each_file(run, picture):
    one, two = picture(LINK, "one.png"), picture(OTHER, "two.svg")

    status, out, err = run("scan", one, two)

    assert (status, err) == (0, "")
    assert out == (f"{one}\n  {LINK}\n    “GitHub” (ada), TOTP\n{two}\n  {OTHER}\n    “Bank”, HOTP\n")


def test_json_has_files_texts_and_accounts(run, picture):
    file = picture(LINK)

    status, out, err = run("scan", file, "--json")

    assert (status, err) == (0, "")
    (found,) = json.loads(out)["files"]
    assert (found["file"], found["texts"], found["problems"]) == (str(file), [LINK], [])
    (account,) = found["accounts"]
    assert (account["title"], account["account"], account["secret"]) == ("GitHub", "ada", "JBSWY3DPEHPK3PXP")
    assert "id" not in account


@pytest.mark.safety(54)
def test_other_codes_are_printed_and_named_for_what_they_are(run, picture):
    status, out, err = run("scan", picture("https://example.com/x"), picture("WIFI:S:x;P:y;;", "w.png"))

    assert status == 1
    assert "  https://example.com/x\n" in out
    assert "code.png: This is the address of a web page" in err
    assert "w.png: This is a Wi-Fi code" in err


def test_one_bad_file_does_not_keep_the_others_from_being_read(run, picture, tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("hello", encoding="utf-8")
    empty = tmp_path / "white.bmp"
    empty.write_bytes(b"BM")

    status, out, err = run("scan", text, tmp_path / "no.png", tmp_path, empty, picture(LINK))

    assert status == 1
    assert LINK in out
    lines = err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("warifu: ") for line in lines)
    assert "not a picture" in lines[0]
    assert "no such file" in lines[1]
    assert "cannot be read" in lines[2]


def test_a_picture_without_a_code_is_told(run, tmp_path):
    white = tmp_path / "white.svg"
    white.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    status, out, err = run("scan", white)
    assert (status, out) == (1, "")
    assert "No QR code" in err


@pytest.mark.safety(54)
def test_a_text_cannot_steer_the_terminal(run, picture):
    status, out, _err = run("scan", picture("\x1b[2J\x1b]0;x\x07\u202egnp.\r\nline two"))
    assert status == 1
    assert not set(out) & {"\x1b", "\x07", "\r", "\u202e"}
    assert out.count("\n") == 2

    _status, out, _err = run("scan", "--json", picture("\x1b[2J\u202e\x9b"))
    assert not set(out) & {"\x1b", "\u202e", "\x9b"}
    assert json.loads(out)["files"][0]["texts"] == ["\x1b[2J\u202e\x9b"]


def test_a_transfer_may_be_spread_over_files_in_any_order(run, picture):
    codes = [picture(text, f"{n}.png") for n, text in enumerate(transfer())]

    status, out, err = run("scan", "--json", codes[2], codes[0], codes[1])
    assert (status, err) == (0, "")
    assert json.loads(out)["transfers"] == [{"read": 3, "size": 3, "missing": []}]

    status, out, err = run("scan", "--json", codes[2], codes[0])
    assert status == 1
    assert json.loads(out)["transfers"] == [{"read": 2, "size": 3, "missing": [2]}]
    assert "2 of 3 read" in err
    assert "Part 2 of 3" in err


def test_add_says_what_it_adds_and_adds_it(run, vault, picture):
    status, out, err = run(
        "--password-stdin",
        "scan",
        "--add",
        picture(LINK),
        picture(OTHER, "o.png"),
        stdin=f"{PASSWORD}\n".encode(),
    )
    assert (status, err) == (0, "")
    assert out.index("To be added to the vault: “GitHub”, “Bank”.") < out.index("Added “GitHub”.")
    assert names(vault) == ["Bank", "GitHub"]
    added = {account.name: account for account in open_vault(vault, PASSWORD).document.accounts()}
    assert added["GitHub"].icon.brand == "github"
    assert added["Bank"].counter == 4


def test_what_is_there_already_is_skipped_unless_both_are_meant(run, vault, picture):
    file, password = picture(LINK), f"{PASSWORD}\n".encode()
    assert run("--password-stdin", "scan", "--add", file, stdin=password)[0] == 0

    status, out, err = run("--password-stdin", "scan", "--add", file, picture(OTHER, "o.png"), stdin=password)
    assert status == 1
    assert "“GitHub” is there already" in err
    assert "Added “Bank”." in out

    assert run("--password-stdin", "scan", "--add", "--keep-both", file, stdin=password)[0] == 0
    assert names(vault) == ["Bank", "GitHub", "GitHub"]


def test_of_a_transfer_what_is_there_is_taken(run, vault, picture):
    codes = [picture(text, f"{n}.png") for n, text in enumerate(transfer())]
    status, _out, err = run("--password-stdin", "scan", "--add", *codes[:2], stdin=f"{PASSWORD}\n".encode())
    assert status == 1
    assert "Part 3 of 3" in err
    assert len(names(vault)) == 20


def test_with_nothing_to_add_no_password_is_asked_for(run, picture):
    status, out, err = run("scan", "--add", "--json", picture("https://example.com"))
    assert status == 1
    assert json.loads(out)["added"] == []
    assert "password" not in err.lower()


def test_a_wrong_password_adds_nothing(run, vault, picture):
    before = vault.read_bytes()
    status, _out, err = run("--password-stdin", "scan", "--add", picture(LINK), stdin=b"wrong\n")
    assert status == 3
    assert err.count("\n") == 1
    assert vault.read_bytes() == before


def test_a_picture_comes_from_standard_input_after_the_password(run, vault, picture):
    png, password = picture(LINK).read_bytes(), f"{PASSWORD}\n".encode()

    assert run("scan", "-", stdin=png)[1].startswith(f"-\n  {LINK}\n")
    assert run("--password-stdin", "scan", "-", stdin=password + png)[0] == 0
    status, out, _err = run("--password-stdin", "scan", "--add", "-", stdin=password + png)

    assert (status, out.splitlines()[-1]) == (0, "Added “GitHub”.")
    assert names(vault) == ["GitHub"]


@pytest.mark.safety(50)
def test_an_endless_file_is_refused(run):
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    status, out, err = run("scan", "/dev/zero")
    assert (status, out) == (1, "")
    assert "at most 32 MB" in err
