"""The recovery code and the master key on the command line, as a person or a script uses them."""

from __future__ import annotations

import io
import json
import sys

import pytest

from warifu.cli.main import main
from warifu.vault.file import open_vault
from warifu.vault.recovery_code import new, parse

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


@pytest.fixture
def run(profile, cheap_kdf, monkeypatch, capsys):
    """Run ``warifu``; returns status, standard output and standard error."""

    def warifu(*arguments, typed, by="--password-stdin"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        try:
            status = main(["--profile", str(profile), by, *arguments])
        except SystemExit as end:
            status = end.code
        return status, *capsys.readouterr()

    return warifu


@pytest.fixture
def vault(run, profile):
    assert run("init", typed=PASSWORD + "\n")[0] == 0
    assert run("add", "--title", "AWS", typed=f"{PASSWORD}\nJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n")[0] == 0
    return profile / "vault.warifu"


@pytest.fixture
def code(run, vault):
    status, out, err = run("vault", "recovery-code", typed=PASSWORD + "\n")
    assert status == 0
    assert "not shown again" in err
    parse(out)
    return out.strip()


def test_a_code_is_shown_once_and_confirmed_later(run, vault, code):
    (way,) = [w for w in ways(run) if w["kind"] == "recovery"]
    assert "confirmed" not in way
    status, out, _err = run("vault", "recovery-code", "--check", typed=f"{PASSWORD}\n{code.lower()}\n")
    assert (status, out) == (0, "The code opens this vault.\n")
    (way,) = [w for w in ways(run) if w["kind"] == "recovery"]
    assert way["confirmed"] == way["checked"]
    for command in (("vault", "info"), ("vault", "ways"), ("doctor",), ("list",)):
        _status, out, err = run(*command, typed=PASSWORD + "\n")
        assert code[2:7] not in out + err


def ways(run):
    status, out, _err = run("--json", "vault", "ways", typed=PASSWORD + "\n")
    assert status == 0
    return json.loads(out)


@pytest.mark.safety(21)
@pytest.mark.parametrize("command", [("list",), ("code", "AWS"), ("vault", "ways"), ("doctor",)])
def test_every_command_opens_by_the_code(run, vault, code, command):
    status, out, _err = run(*command, typed=f" {code.lower()} \r\n", by="--recovery-code-stdin")
    assert (status, bool(out)) == (0, True)
    assert "PROBLEM" not in out.upper() or command == ("doctor",)


@pytest.mark.safety(21)
def test_slips_end_with_1_and_wrong_codes_with_3(run, vault, code):
    slip = code[:4] + code[5] + code[4] + code[6:] if code[4] != code[5] else code[:-1]
    status, _out, err = run("list", typed=slip + "\n", by="--recovery-code-stdin")
    assert status == 1
    assert "group 1" in err or "group 6" in err
    status, _out, err = run("list", typed=new().text() + "\n", by="--recovery-code-stdin")
    assert status == 3
    assert "not the recovery code of this vault" in err
    status, _out, err = run("vault", "recovery-code", "--check", typed=f"{PASSWORD}\n{new().text()}\n")
    assert status == 3


@pytest.mark.safety(21)
def test_whoever_has_the_code_sets_a_new_password(run, vault, code):
    status, _out, _err = run(
        "vault", "change-password", typed=f"{code}\n{OTHER}\n", by="--recovery-code-stdin"
    )
    assert status == 0
    assert open_vault(vault, OTHER).document.accounts()
    assert run("list", typed=PASSWORD + "\n")[0] == 3


@pytest.mark.safety(6)
def test_a_new_key_ends_the_old_password_and_the_code(run, vault, code):
    copy = vault.with_name("copy.warifu")
    copy.write_bytes(vault.read_bytes())
    status, out, _err = run("vault", "rotate", typed=f"{PASSWORD}\n{OTHER}\n")
    assert status == 0
    assert "keep the old" in out
    assert run("list", typed=PASSWORD + "\n")[0] == 3
    assert run("list", typed=code + "\n", by="--recovery-code-stdin")[0] == 3
    assert run("list", typed=OTHER + "\n")[0] == 0
    assert run("--vault", str(copy), "list", typed=PASSWORD + "\n")[0] == 0
    assert json.loads(run("--json", "vault", "info", typed="")[1])["epoch"] == 2


def test_the_same_password_again_is_no_rotation(run, vault):
    before = vault.read_bytes()
    assert run("vault", "rotate", typed=f"{PASSWORD}\n{PASSWORD}\n")[0] == 1
    assert vault.read_bytes() == before


def test_a_code_can_be_taken_out_and_the_password_cannot(run, vault, code):
    ids = {way["kind"]: way["id"] for way in ways(run)}
    assert run("vault", "remove-way", ids["password"], typed=PASSWORD + "\n")[0] == 1
    assert run("vault", "remove-way", "nothing", typed=PASSWORD + "\n")[0] == 1
    assert run("vault", "remove-way", ids["recovery"], typed=PASSWORD + "\n")[0] == 0
    assert run("list", typed=code + "\n", by="--recovery-code-stdin")[0] == 3


def test_both_ways_at_once_are_a_wrong_usage(run, vault):
    assert run("--recovery-code-stdin", "list", typed=PASSWORD + "\n")[0] == 2


def test_info_lists_the_ways_without_opening(run, vault, code):
    out = run("vault", "info", typed="")[1]
    assert "Opens with  recovery" in out
    assert "Opens with  password (Argon2id" in out
