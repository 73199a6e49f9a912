"""``warifu import``, ``export`` and ``formats`` as a script runs them."""

from __future__ import annotations

import base64
import dataclasses
import io
import json
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import segno

from warifu.cli.main import main
from warifu.core.account import Account, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import links, registry
from warifu.formats import warifu as own
from warifu.formats.base import Form, Keys, Writer
from warifu.formats.holds import Holds
from warifu.formats.untrusted import Untrusted
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
SECOND = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
GITHUB = f"otpauth://totp/GitHub:ada?secret={SECRET}&issuer=GitHub"
COUNTER = f"otpauth://hotp/Bank:ada?secret={SECOND}&issuer=Bank&counter=7&digits=8"
BAD = "otpauth://totp/Broken?secret="
FIELDS = {
    "type", "title", "issuer", "account", "algorithm", "digits", "period", "counter", "tags", "note", "icon",
    "pinned", "binned",
}  # fmt: skip


@pytest.fixture
def run(profile, cheap_kdf, monkeypatch, capsys):
    """Run ``warifu`` with lines on standard input; returns status, standard output and standard error."""

    def warifu(*arguments, lines=(PASSWORD,), options=("--password-stdin",)):
        typed = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        try:
            status = main(["--profile", str(profile), *options, *map(str, arguments)])
        except SystemExit as end:
            status = end.code
        return status, *capsys.readouterr()

    return warifu


@pytest.fixture
def vault(run, profile):
    """A vault of one account."""
    assert run("init")[0] == 0
    assert run("add", "--title", "Mail", lines=(PASSWORD, "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"))[0] == 0
    return profile / "vault.warifu"


@pytest.fixture
def links_file(tmp_path):
    """A list of links as many apps write it."""
    path = tmp_path / "links.txt"
    path.write_text(f"{GITHUB}\n{COUNTER}\n")
    return path


@pytest.fixture
def locked_file(tmp_path, cheap_kdf):
    """A file of Warifu's own with one account, under OTHER."""
    path = tmp_path / "export.warifu"
    path.write_bytes(own.write([Account(Otp(Secret(b"12345678901234567890")), title="GitHub")], OTHER))
    return path


def titles(vault):
    opened = open_vault(vault, PASSWORD)
    found = sorted(account.title for account in opened.document.accounts())
    opened.forget()
    return found


def one_sentence(err):
    assert err.startswith("warifu: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


class TestImport:
    def test_it_adds_what_is_new_and_says_what_became_of_each(self, run, vault, links_file):
        status, out, err = run("import", links_file)
        assert (status, err) == (0, "")
        assert out.splitlines()[0] == "links.txt: otpauth, 2 accounts"
        assert out.splitlines()[-1] == "2 accounts: 2 added."
        assert titles(vault) == ["Bank", "GitHub", "Mail"]

        status, out, _err = run("import", links_file)
        assert status == 0
        assert out.splitlines()[-1] == "2 accounts: 2 here already."
        assert titles(vault) == ["Bank", "GitHub", "Mail"]

    @pytest.mark.safety(53)
    def test_every_account_of_the_file_is_in_the_sum(self, run, vault, tmp_path):
        mixed = tmp_path / "mixed.txt"
        renamed = "otpauth://totp/Other:mail?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U&issuer=Other"
        mixed.write_text("\n".join([GITHUB, GITHUB, COUNTER, renamed, BAD]))
        status, out, err = run("import", mixed)
        assert status == 0
        assert out.splitlines()[-1] == (
            "4 accounts: 2 added, 1 here under another name or setting; --update changes them, "
            "1 twice in the files, 1 not readable."
        )
        assert "entry 5: This link holds no secret." in err
        assert titles(vault) == ["Bank", "GitHub", "Mail"]
        assert run("import", "--update", mixed)[0] == 0
        assert titles(vault) == ["Bank", "GitHub", "Other"]

    @pytest.mark.safety(53)
    def test_a_backup_of_before_is_made_and_only_where_something_comes(self, run, vault, profile, links_file):
        run("import", links_file)
        _status, out, _err = run("--json", "backup", "list", "--compare")
        kinds = [each["kind"] for each in json.loads(out)]
        assert kinds.count("before_import") + kinds.count("before-import") == 1
        run("import", links_file)
        _status, out, _err = run("--json", "backup", "list", "--compare")
        assert [each["kind"] for each in json.loads(out)] == kinds

    def test_json_has_what_was_asked_for_and_no_secret(self, run, vault, links_file):
        status, out, err = run("--json", "import", links_file)
        assert (status, err) == (0, "")
        value = json.loads(out)
        assert value["format"] == "otpauth"
        assert value["problems"] == []
        github, bank = value["accounts"]
        assert set(github) == FIELDS
        assert (github["type"], github["issuer"], github["account"]) == ("totp", "GitHub", "ada")
        assert (github["algorithm"], github["digits"], github["period"]) == ("SHA1", 6, 30)
        assert github["counter"] is None
        assert (bank["type"], bank["counter"], bank["period"], bank["digits"]) == ("hotp", 7, None, 8)
        assert github["icon"] is False
        assert len(value["added"]) == 2
        for secret in (SECRET, SECOND):
            assert secret not in out
        assert not any(form in out for form in secret_forms(SECRET))

    def test_secrets_are_told_where_they_are_asked_for(self, run, links_file):
        _status, out, _err = run("--json", "import", "--dry-run", "--show-secrets", links_file, lines=())
        github = json.loads(out)["accounts"][0]
        assert (github["secret"], github["pin"]) == (SECRET, "")
        _status, out, _err = run("import", "--dry-run", links_file, lines=())
        assert SECRET not in out
        _status, out, _err = run("import", "--dry-run", "--show-secrets", links_file, lines=())
        assert SECRET in out

    def test_problems_stand_in_json_with_their_place(self, run, tmp_path):
        path = tmp_path / "some.txt"
        path.write_text(f"{GITHUB}\n{BAD}\n")
        status, out, err = run("--json", "import", "--dry-run", path, lines=())
        assert status == 0
        (problem,) = json.loads(out)["problems"]
        assert (problem["file"], problem["entry"]) == ("some.txt", 2)
        assert problem["problem"].startswith("This link holds no secret.")
        one_sentence(err)

    def test_a_dry_run_needs_no_vault_and_changes_none(self, run, profile, links_file, tmp_path):
        status, out, err = run("import", "--dry-run", links_file, lines=(), options=())
        assert (status, err) == (0, "")
        assert "GitHub" in out
        assert not (profile / "vault.warifu").exists()

    def test_a_dry_run_beside_a_vault_leaves_it_alone(self, run, vault, links_file):
        before = vault.read_bytes()
        assert run("import", "--dry-run", links_file, lines=())[0] == 0
        assert vault.read_bytes() == before

    def test_standard_input_is_a_file_too(self, run, vault):
        status, out, _err = run("import", "-", lines=(PASSWORD, GITHUB))
        assert (status, out.splitlines()[0]) == (0, "standard input: otpauth, 1 account")
        assert titles(vault) == ["GitHub", "Mail"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names there")
    def test_a_pipe_is_read_once_whatever_it_gives(self, run, locked_file, tmp_path):
        picture = io.BytesIO()
        segno.make(GITHUB).save(picture, kind="png", scale=4)
        contents = (GITHUB.encode(), picture.getvalue(), locked_file.read_bytes())
        for number, content in enumerate(contents):
            pipe = tmp_path / f"pipe{number}"
            os.mkfifo(pipe)
            with ThreadPoolExecutor(1) as other:
                other.submit(pipe.write_bytes, content)
                command = ("import", "--dry-run", "--file-password-stdin", pipe)
                status, out, _err = run(*command, lines=(OTHER,), options=())
            assert (status, out.split(None, 1)[0]) == (0, f"pipe{number}:")
            assert "GitHub" in out


class TestStatus:
    def test_1_where_nothing_is_readable(self, run, tmp_path):
        noise, bad = tmp_path / "diary.txt", tmp_path / "bad.txt"
        noise.write_text("Dear diary, today nothing happened.\n")
        bad.write_text(f"{BAD}\n")
        for path in (noise, bad, tmp_path / "missing"):
            status, _out, err = run("import", "--dry-run", path, lines=())
            assert status == 1
            one_sentence(err)

    def test_6_where_a_password_is_needed(self, run, locked_file):
        status, out, err = run("--json", "import", "--dry-run", locked_file, lines=())
        assert status == 6
        assert "protected by a password" in one_sentence(err)
        assert json.loads(out)["accounts"] == []
        assert json.loads(out)["files"][0]["error"].startswith("This file is protected by a password.")

    def test_3_where_the_password_of_the_file_is_wrong(self, run, locked_file):
        status, _out, err = run(
            "import", "--dry-run", "--file-password-stdin", locked_file, lines=("nonsense",)
        )
        assert status == 3
        assert "The password does not open this file." in one_sentence(err)
        assert "nonsense" not in err

    def test_0_where_it_is_right_and_with_dry_run_it_is_the_first_line(self, run, locked_file):
        for options in ((), ("--password-stdin",)):
            status, out, _err = run(
                "import", "--dry-run", "--file-password-stdin", locked_file, lines=(OTHER,), options=options
            )
            assert status == 0
            assert "GitHub" in out

    def test_without_dry_run_it_is_the_line_after_the_vaults(self, run, vault, locked_file):
        arguments = ("import", "--file-password-stdin", locked_file)
        assert run(*arguments, lines=(PASSWORD, OTHER))[0] == 0
        assert titles(vault) == ["GitHub", "Mail"]
        assert run(*arguments, lines=(OTHER, PASSWORD))[0] == 3
        assert run(*arguments, lines=(PASSWORD, PASSWORD))[0] == 3
        assert run(*arguments, lines=(PASSWORD,))[0] == 2

    def test_two_passwords_are_both_tried(self, run, locked_file):
        arguments = ("import", "--dry-run", "--file-password-stdin", "--file-password-stdin", locked_file)
        assert run(*arguments, lines=("another", OTHER))[0] == 0

    def test_of_several_files_the_worst_is_told_and_the_others_are_taken(
        self, run, vault, links_file, locked_file, tmp_path
    ):
        status, out, err = run("--json", "import", links_file, locked_file, tmp_path / "missing")
        assert status == 6
        value = json.loads(out)
        assert [each["error"] is None for each in value["files"]] == [True, False, False]
        assert len(value["added"]) == 2
        assert err.count("\n") == 2
        assert titles(vault) == ["Bank", "GitHub", "Mail"]

    def test_the_wrong_password_of_the_vault_reads_no_file(self, run, vault, links_file):
        before = vault.read_bytes()
        status, out, err = run("import", links_file, lines=("nope",))
        assert (status, out) == (3, "")
        one_sentence(err)
        assert vault.read_bytes() == before

    def test_what_it_is_may_be_said(self, run, links_file):
        assert run("import", "--dry-run", "--format", "otpauth", links_file, lines=())[0] == 0
        status, _out, err = run("import", "--dry-run", "--format", "warifu", links_file, lines=())
        assert status == 1
        one_sentence(err)
        status, _out, err = run("import", "--dry-run", "--format", "nothing", links_file, lines=())
        assert status == 1
        assert "There is no format of that name." in one_sentence(err)

    def test_a_sheet_says_to_scan_it(self, run, vault, tmp_path):
        assert run("export", tmp_path / "sheet.html", "--format", "sheet", "--plain")[0] == 0
        status, _out, err = run("import", "--dry-run", tmp_path / "sheet.html", lines=())
        assert status == 1
        assert "Scan its QR codes" in one_sentence(err)

    @pytest.mark.safety(54)
    def test_names_of_files_and_accounts_steer_no_terminal(self, run, tmp_path):
        path = tmp_path / "a\x1b[2Jb.txt"
        path.write_text(f"otpauth://totp/Git%1B%5B2JHub:ada?secret={SECRET}\n{BAD}\n")
        _status, out, err = run("import", "--dry-run", path, lines=())
        assert "\x1b" not in out + err


class TestExport:
    def test_a_warifu_file_holds_everything_and_is_the_users_alone(self, run, vault, tmp_path):
        path = tmp_path / "out.warifu"
        status, out, err = run("export", path, "--file-password-stdin", lines=(PASSWORD, OTHER))
        assert (status, out, err) == (0, "Wrote 1 account for Warifu.\n", "")
        _format, contents = registry.read(Untrusted(path.read_bytes()), Keys((OTHER,)))
        assert [entry.account.title for entry in contents.entries] == ["Mail"]
        assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_weak_password_and_an_empty_one_write_nothing(self, run, vault, tmp_path):
        for password in ("", "password"):
            status, _out, err = run(
                "export", tmp_path / "out", "--file-password-stdin", lines=(PASSWORD, password)
            )
            assert status == 1
            one_sentence(err)
        assert not list(tmp_path.glob("out*"))

    def test_the_wrong_password_of_the_vault_writes_nothing(self, run, vault, tmp_path):
        status, _out, err = run(
            "export", tmp_path / "out", "--format", "otpauth", "--plain", lines=("not it",)
        )
        assert status == 3
        one_sentence(err)
        assert not (tmp_path / "out").exists()

    def test_a_plain_file_is_written_only_where_plain_is_said(self, run, vault, tmp_path):
        status, _out, err = run("export", tmp_path / "out.txt", "--format", "otpauth")
        assert status == 2
        assert "whoever gets the file has all codes" in one_sentence(err)
        assert not (tmp_path / "out.txt").exists()
        status, _out, err = run("export", tmp_path / "out.txt", "--format", "otpauth", "--plain")
        assert status == 0
        assert "not encrypted" in err
        assert (tmp_path / "out.txt").read_text().startswith("otpauth://totp/Mail:?secret=MFRGG")

    def test_a_format_that_is_always_encrypted_is_never_plain(self, run, vault, tmp_path):
        status, _out, err = run("export", tmp_path / "out", "--plain")
        assert status == 1
        assert "always encrypted" in one_sentence(err)

    @pytest.mark.parametrize("link", [False, True])
    def test_a_file_that_is_there_is_replaced_only_when_asked_to(self, run, vault, tmp_path, link):
        path = tmp_path / "out.txt"
        if link:
            path.symlink_to(tmp_path / "nowhere")
        else:
            path.write_text("mine")
        arguments = ("export", path, "--format", "otpauth", "--plain")
        status, _out, err = run(*arguments)
        assert status == 1
        assert "There is a file of this name already." in err
        assert (path.is_symlink() and not path.exists()) if link else path.read_text() == "mine"
        assert run(*arguments, "--replace")[0] == 0
        assert path.read_text().startswith("otpauth://")
        assert not (tmp_path / "nowhere").exists()

    @pytest.mark.safety(40)
    @pytest.mark.parametrize("name", ["vault.warifu", "other name", "../profile/vault.warifu"])
    def test_the_vault_is_never_written_over(self, run, vault, profile, name):
        path = profile / name
        if name == "other name":
            path.hardlink_to(vault)
        before = vault.read_bytes()
        status, _out, err = run("export", path, "--format", "otpauth", "--plain", "--replace")
        assert (status, vault.read_bytes()) == (1, before)
        assert "That is the vault itself." in one_sentence(err)

    @pytest.mark.skipif(sys.platform == "win32", reason="pipes with names")
    @pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
    def test_what_is_no_file_is_never_replaced(self, run, vault, tmp_path, make):
        path = tmp_path / "out.txt"
        make(path)
        before = path.lstat().st_ino
        status, _out, err = run("export", path, "--format", "otpauth", "--plain", "--replace")
        assert (status, path.lstat().st_ino) == (1, before)
        assert "A folder or a device has this name." in one_sentence(err)

    def test_a_folder_of_a_cloud_is_named(self, run, vault, tmp_path, monkeypatch):
        monkeypatch.setenv("OneDrive", str(tmp_path))
        _status, _out, err = run("export", tmp_path / "out.txt", "--format", "otpauth", "--plain")
        assert "It lies in a folder of OneDrive" in err

    def test_only_some_of_them(self, run, vault, tmp_path, links_file):
        run("import", links_file)
        status, out, _err = run(
            "export", tmp_path / "out", "--format", "otpauth", "--plain", "--only", "bank", "--only", "mail"
        )
        assert (status, out) == (0, "Wrote 2 accounts for otpauth.\n")
        assert "GitHub" not in (tmp_path / "out").read_text()
        status, _out, _err = run("export", tmp_path / "no", "--plain", "--format", "otpauth", "--only", "zzz")
        assert status == 5
        assert not (tmp_path / "no").exists()

    def test_what_the_format_cannot_hold_is_told_before_and_left_out(
        self, run, vault, tmp_path, links_file, monkeypatch
    ):
        writer = Writer(
            lambda accounts, _password: "\n".join(a.title for a in accounts).encode(),
            Form.PLAIN,
            Holds(frozenset((OtpType.TOTP,))),
            ".x",
        )
        odd = dataclasses.replace(links.FORMAT, id="odd", name="Odd", writer=writer, fits=lambda _file: False)
        monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, odd))
        run("import", links_file)
        run("edit", "github", "--tag", "work")

        status, out, err = run("--json", "export", tmp_path / "out", "--format", "odd", "--dry-run")
        value = json.loads(out)
        assert status == 1
        assert (value["written"], value["encrypted"]) == (False, None)
        assert [each["title"] for each in value["refused"]] == ["Bank"]
        assert {each["title"]: each["lost"] for each in value["accounts"]} == {
            "GitHub": ["Its tags are lost."],
            "Mail": [],
        }
        assert not (tmp_path / "out").exists()

        status, _out, err = run("export", tmp_path / "out", "--format", "odd", "--plain")
        assert status == 1
        assert "“Bank” is left out: That app cannot make this kind of code." in err
        assert "“GitHub”: Its tags are lost." in err
        assert (tmp_path / "out").read_text() == "Mail\nGitHub"

    def test_sheets_for_paper(self, run, vault, tmp_path):
        for name, start in (("sheet", b"<!DOCTYPE html>"), ("sheet-pdf", b"%PDF-")):
            path = tmp_path / name
            assert run("export", path, "--format", name)[0] == 2
            assert run("export", path, "--format", name, "--plain")[0] == 0
            assert path.read_bytes().startswith(start)

    def test_nothing_that_is_printed_holds_a_secret(self, run, vault, tmp_path):
        for form in ("otpauth", "sheet", "sheet-pdf"):
            for json_or_not in ((), ("--json",)):
                said = run(*json_or_not, "export", tmp_path / "out", "--format", form, "--plain", "--replace")
                text = " ".join(said[1:])
                assert not any(form in text for form in secret_forms("MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"))

    def test_formats_that_are_only_read_or_do_not_exist_are_refused(self, run, vault, tmp_path):
        for name in [each.id for each in registry.FORMATS if each.writer is None] + ["nothing"]:
            status, _out, err = run("export", tmp_path / "out", "--format", name, "--plain")
            assert status == 1
            one_sentence(err)
        assert not (tmp_path / "out").exists()

    def test_a_folder_that_is_not_there_is_one_sentence(self, run, vault, tmp_path):
        status, _out, err = run("export", tmp_path / "no" / "out", "--format", "otpauth", "--plain")
        assert status == 1
        assert "There is no such folder." in one_sentence(err)


class TestFormats:
    def test_json_lists_what_is_read_and_written_plain_and_encrypted(self, run):
        status, out, err = run("--json", "formats", lines=(), options=())
        assert (status, err) == (0, "")
        found = {each["format"]: each for each in json.loads(out)}
        assert found["warifu"] == {
            "format": "warifu",
            "name": "Warifu",
            "read": ["encrypted"],
            "written": ["encrypted"],
        }
        assert (found["otpauth"]["read"], found["otpauth"]["written"]) == (["plain"], ["plain"])
        assert (found["sheet"]["read"], found["sheet"]["written"]) == ([], ["plain"])
        assert found["sheet-pdf"]["written"] == ["plain"]
        assert set(found) == {each.id for each in registry.FORMATS} | {"sheet-pdf"}

    def test_the_table_names_them(self, run):
        _status, out, _err = run("formats", lines=(), options=())
        assert out.splitlines()[0].split() == ["FORMAT", "APP", "READ", "WRITTEN"]
        assert any(line.split()[0] == "otpauth" for line in out.splitlines())


def secret_forms(secret: str) -> set[str]:
    """A secret as somebody may print it."""
    raw = base64.b32decode(secret)
    return {secret, secret.lower(), raw.hex(), base64.b64encode(raw).decode(), repr(raw)}
