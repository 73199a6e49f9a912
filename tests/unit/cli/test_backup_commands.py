"""``warifu backup`` as a person or a script runs it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from warifu.cli.main import main
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
SECRETS = {
    "GitHub": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
    "Google": "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U",
}


@pytest.fixture
def run(profile, cheap_kdf, monkeypatch, capsys):
    """Run ``warifu``; returns status, standard output and standard error."""

    def warifu(*arguments, stdin="", password=PASSWORD, home=profile):
        typed = f"{password}\n{stdin}".encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        status = main(["--profile", str(home), "--password-stdin", *map(str, arguments)])
        return status, *capsys.readouterr()

    return warifu


@pytest.fixture
def vault(run, profile):
    """A vault with two accounts."""
    assert run("init")[0] == 0
    for title, secret in SECRETS.items():
        assert run("add", "--title", title, stdin=secret + "\n")[0] == 0
    return profile / "vault.warifu"


def titles(vault: Path) -> list[str]:
    return [each.title for each in open_vault(vault, PASSWORD).document.accounts()]


def as_json(run, *arguments):
    status, out, err = run("--json", *arguments)
    assert (status, err) == (0, "")
    return json.loads(out)


@pytest.mark.safety(41)
def test_changes_are_backed_up_by_themselves(run, vault, profile) -> None:
    found = as_json(run, "backup", "list")
    assert [each["kind"] for each in found] == ["automatic", "automatic"]
    assert run("list")[0] == 0
    assert len(as_json(run, "backup", "list")) == 2


def test_one_is_made_now_listed_and_compared(run, vault) -> None:
    made = as_json(run, "backup", "now")
    assert made["accounts"] == 2
    assert Path(made["path"]).stat().st_size == made["size"]
    assert run("remove", "GitHub")[0] == 0
    found = as_json(run, "backup", "list", "--compare")
    (same,) = [each for each in found if each["path"] == made["path"]]
    assert (same["accounts"], same["missing_today"], same["opens"]) == (2, 1, True)
    status, out, _err = run("backup", "list", "--compare")
    assert status == 0
    assert "2 accounts, 1 missing today" in out


@pytest.mark.safety(25, 41)
def test_the_test_changes_nothing(run, vault) -> None:
    before = vault.read_bytes()
    assert run("backup", "test")[1].startswith("2 of 2 accounts opened, in the backup of 20")
    assert as_json(run, "backup", "test")["opened"] == 2
    assert run("backup", "test", password="wrong")[0] == 3
    assert vault.read_bytes() == before


@pytest.mark.safety(41)
def test_a_new_pc_needs_the_file_and_the_password(run, vault, tmp_path) -> None:
    made = as_json(run, "backup", "now")
    home = tmp_path / "new pc"
    assert run("backup", "restore", made["path"], password="wrong", home=home)[0] == 3
    assert not (home / "vault.warifu").exists()
    status, out, _err = run("backup", "restore", made["path"], home=home)
    assert status == 0
    assert "with 2 accounts" in out
    assert titles(home / "vault.warifu") == ["GitHub", "Google"]


@pytest.mark.safety(40)
def test_a_damaged_vault_is_kept_beside_the_one_from_the_newest_backup(run, vault, profile) -> None:
    vault.write_bytes(b"garbage")
    status, _out, err = run("list")
    assert (status, "not a vault" in err) == (4, True)
    assert run("backup", "restore")[0] == 0
    assert titles(vault) == ["GitHub", "Google"]
    assert [each.read_bytes() for each in profile.glob("vault-unreadable-*")] == [b"garbage"]


def test_one_account_or_all_come_back(run, vault) -> None:
    made = as_json(run, "backup", "now")
    assert run("remove", "GitHub")[0] == run("remove", "Google")[0] == 0
    assert run("add", "--title", "New", stdin="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n")[0] == 0
    assert run("backup", "restore", made["path"], "--only", "github")[0] == 0
    assert titles(vault) == ["GitHub", "New"]
    assert run("backup", "restore", Path(made["path"]).name, "--replace")[0] == 0
    assert titles(vault) == ["GitHub", "Google"]
    kinds = [each["kind"] for each in as_json(run, "backup", "list")]
    assert kinds.count("before-restore") == 2


def test_wrong_usage_and_empty_folders_are_one_sentence(run, vault, tmp_path) -> None:
    assert run("backup", "restore", "--only", "x", "--replace")[0] == 2
    for arguments in (("test",), ("restore",)):
        status, _out, err = run("backup", *arguments, home=tmp_path / "empty")
        assert status == 1
        assert err == "warifu: There is no backup in this folder.\n"
    assert run("backup", "restore", vault.parent / "settings.json")[0] == 1


@pytest.mark.safety(45)
def test_the_doctor_tells_how_backups_stand(run, vault, profile) -> None:
    def backups():
        return next(each for each in as_json(run, "doctor") if each["check"] == "backups")

    assert backups()["state"] == "ok"
    assert "accounts: 2" in backups()["text"]
    (profile / "backups").rename(profile / "elsewhere")
    (profile / "backups").write_text("in the way")
    run("remove", "GitHub")
    found = next(each for each in json.loads(run("--json", "doctor")[1]) if each["check"] == "backups")
    assert found["state"] == "problem"


def test_a_failing_backup_stops_no_command(run, vault, profile) -> None:
    for each in (profile / "backups").iterdir():
        each.unlink()
    (profile / "backups").rmdir()
    (profile / "backups").write_text("in the way")
    assert run("remove", "GitHub")[0] == 0
    assert titles(vault) == ["Google"]
    status, _out, err = run("backup", "now")
    assert status == 1
    assert err.startswith("warifu: The ")


@pytest.mark.safety(6, 41)
def test_the_vaults_own_backups_open_whatever_its_password_was_then(run, vault) -> None:
    (old,) = {each["path"] for each in as_json(run, "backup", "list")[:1]}
    new = "five quiet lanterns over water"
    assert run("vault", "change-password", stdin=f"{new}\n")[0] == 0
    assert run("remove", "GitHub", password=new)[0] == 0

    status, out, err = run("backup", "restore", old, password=new)

    assert (status, err) == (0, "")
    assert out.startswith("Brought back or changed: 1 account;")
    assert sorted(each.title for each in open_vault(vault, new).document.accounts()) == ["GitHub", "Google"]


@pytest.fixture
def shared(run, vault, tmp_path):
    """Another computer's Warifu puts backups of its own vault into the folder, too; gives its password."""
    password, home = "nine lazy foxes around fences", tmp_path / "other"
    assert run("init", password=password, home=home)[0] == 0
    secret = "NBSWY3DPEB3W64TMMQQGC3TEEBWW64TFOJ2W4Z3J"
    assert run("add", "--title", "Hers", stdin=secret + "\n", password=password, home=home)[0] == 0
    for backup in (home / "backups").glob("*.warifu"):
        backup.rename(vault.parent / "backups" / backup.name.replace("warifu-2", "warifu-9"))
    return password


@pytest.mark.safety(41)
def test_of_two_computers_with_one_folder_each_tests_and_restores_its_own(run, vault, shared) -> None:
    assert run("backup", "test")[1].startswith("2 of 2 accounts opened")
    assert run("backup", "restore")[1].startswith("Brought back or changed: 0 accounts;")
    assert titles(vault) == ["GitHub", "Google"]


@pytest.mark.safety(41)
def test_without_a_vault_the_password_finds_its_own_among_those_of_two_computers(run, vault, shared) -> None:
    vault.unlink()
    assert run("backup", "restore", password="wrong")[0] == 3
    assert not vault.exists()
    assert run("backup", "restore")[0] == 0
    assert titles(vault) == ["GitHub", "Google"]


def test_a_backup_of_another_computer_asks_for_its_own_password(run, vault, shared) -> None:
    (hers,) = (vault.parent / "backups").glob("warifu-9*")
    status, out, err = run("backup", "restore", hers)
    assert (status, out) == (3, "")
    assert err == (
        "warifu: This backup has another password than the vault. Give it on the line after the vault's.\n"
    )
    assert run("backup", "restore", hers, stdin="wrong\n")[0] == 3
    assert sorted(titles(vault)) == ["GitHub", "Google"]
    assert run("backup", "restore", hers, stdin=f"{shared}\n")[0] == 0
    assert sorted(titles(vault)) == ["GitHub", "Google", "Hers"]
