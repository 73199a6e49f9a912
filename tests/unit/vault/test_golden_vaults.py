"""Files of every released version open, with Warifu and without."""

from __future__ import annotations

import ast
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import WrongPassword
from warifu.vault import slots
from warifu.vault.file import open_vault, save_vault, vault_info
from warifu.vault.kek import Kek
from warifu.vault.recovery_code import new, parse
from warifu.vault.way_notes import WayNote
from warifu.vault.ways import open_with_code, open_with_key

VAULTS = Path(__file__).parents[2] / "vectors" / "vaults"
GOLDEN = sorted(path.stem for path in VAULTS.glob("*.warifu"))
DECRYPTOR = Path(__file__).parents[3] / "docs" / "decrypt.py"
PASSWORD = "golden tests only – 割符 ½"
CODE = "W-0G249-1650N-2RBHG-68T3C-E1T7G-ZXPMB"
KEY = bytes(range(100, 132))
WITHOUT_WARIFU = """
import runpy, sys
sys.modules["warifu"] = None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def expected(name: str) -> Any:
    return json.loads((VAULTS / f"{name}.json").read_text("ascii"))


def decryptor(path: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """Run as a stranger would: isolated, and with an import of warifu an error."""
    command = [sys.executable, "-I", "-c", WITHOUT_WARIFU, str(DECRYPTOR), str(path)]
    return subprocess.run(command, input=line.encode(), capture_output=True, check=False)


def test_there_are_golden_files() -> None:
    assert len(GOLDEN) >= 5


@pytest.mark.safety(13)
@pytest.mark.parametrize("name", GOLDEN)
def test_golden_files_open_as_they_were_written(name: str, folder: Path, cheap_kdf: None) -> None:
    path = folder / "vault.warifu"
    shutil.copy(VAULTS / f"{name}.warifu", path)
    opened = open_vault(path, PASSWORD)
    assert json.loads(opened.document.to_json()) == expected(name)
    assert opened.read_only == name.startswith("v2")
    assert path.read_bytes() == (VAULTS / f"{name}.warifu").read_bytes()
    with pytest.raises(WrongPassword):
        open_vault(path, "golden tests only")
    opened.forget()


@pytest.mark.safety(13)
@pytest.mark.parametrize("name", [name for name in GOLDEN if name.startswith("v1")])
def test_golden_files_stay_what_they_are_through_a_save(name: str, folder: Path, cheap_kdf: None) -> None:
    path = folder / "vault.warifu"
    shutil.copy(VAULTS / f"{name}.warifu", path)
    opened = open_vault(path, PASSWORD)
    save_vault(opened, opened.document)
    again = open_vault(path, PASSWORD)
    assert json.loads(again.document.to_json()) == expected(name)
    assert again.header.extra == opened.header.extra


@pytest.mark.safety(4)
def test_a_golden_file_with_a_weak_slot_is_raised_to_the_floor(folder: Path, monkeypatch: Any) -> None:
    """Nothing is cheap here: an 8 MiB slot, and the real floor."""
    path = folder / "vault.warifu"
    shutil.copy(VAULTS / "v1-empty.warifu", path)
    monkeypatch.setattr(slots, "calibrated", lambda: slots.FLOOR)
    opened = open_vault(path, PASSWORD)
    assert opened.needs_save
    save_vault(opened, opened.document)
    (slot,) = vault_info(path).slots
    assert slot.kdf == slots.KdfParams(64 * 1024, 3, 4)
    assert not open_vault(path, PASSWORD).needs_save


def test_what_the_golden_accounts_look_like(folder: Path, cheap_kdf: None) -> None:
    path = folder / "vault.warifu"
    shutil.copy(VAULTS / "v1-everything.warifu", path)
    document = open_vault(path, PASSWORD).document
    accounts = {account.title: account for account in document.accounts()}
    assert list(accounts) == ["TOTP", "SHA-512", "HOTP", "Steam", "mOTP", "Yandex", "割符", "With a history"]
    assert [account.title for account in document.trashed()] == ["In the trash"]
    assert accounts["HOTP"].counter == 9
    assert accounts["HOTP"].uses == 2
    assert [otp.secret.reveal() for otp in document.history(accounts["With a history"].id)] == [b"old secret"]
    assert document.device_names() == {"golden": "Golden PC"}


@pytest.mark.safety(15)
@pytest.mark.parametrize("name", GOLDEN)
def test_the_stand_alone_decryptor_reads_them(name: str) -> None:
    done = decryptor(VAULTS / f"{name}.warifu", PASSWORD + "\nmore")
    assert done.stderr == b""
    assert json.loads(done.stdout) == expected(name)


@pytest.mark.safety(15, 21)
@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower().replace("-", " "), CODE.replace("0", "o").replace("1", "l")]
)
def test_the_decryptor_opens_by_the_recovery_code(typed: str) -> None:
    done = decryptor(VAULTS / "v1-ways.warifu", typed)
    assert done.stderr == b""
    assert json.loads(done.stdout) == expected("v1-ways")
    wrong = decryptor(VAULTS / "v1-ways.warifu", new().text())
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert b"recovery code" in wrong.stderr


@pytest.mark.safety(13, 21)
def test_a_golden_file_opens_by_each_of_its_ways(folder: Path, cheap_kdf: None) -> None:
    path = folder / "vault.warifu"
    shutil.copy(VAULTS / "v1-ways.warifu", path)
    key = Kek(bytearray(KEY))
    for opened in (
        open_with_code(path, parse(CODE)),
        open_with_key(path, slots.KEYSTORE, key),
        open_with_key(path, slots.PLATFORM, key),
    ):
        assert json.loads(opened.document.to_json()) == expected("v1-ways")
        assert opened.header.epoch == 2
        assert opened.document.way_notes()["key"] == WayNote(made=1_796_000_200, name="Golden PC")


@pytest.mark.safety(15)
def test_the_decryptor_reads_what_is_written_today(kit: Any, folder: Path) -> None:
    vault = kit.vault(
        folder, kit.account("今日", note="x" * 20_000), kit.account("Second", b"another secret")
    )
    done = decryptor(vault.path, kit.password)
    assert json.loads(done.stdout) == json.loads(vault.document.to_json())


@pytest.mark.safety(15)
def test_the_decryptor_refuses_in_one_sentence(folder: Path) -> None:
    good = (VAULTS / "v1-empty.warifu").read_bytes()
    cases = {"wrong password": (good, "nonsense")}
    for name, place in (("damaged", 5000), ("not a vault", 3)):
        changed = bytearray(good)
        changed[place] ^= 1
        cases[name] = (bytes(changed), PASSWORD)
    for place, name in ((5000, "contents"), (12 + int.from_bytes(good[8:12], "big") + 1, "header")):
        changed = bytearray(good[:-32])
        changed[place] ^= 1
        cases[name] = (bytes(changed) + hashlib.sha256(changed).digest(), PASSWORD)
    for name, (content, password) in cases.items():
        path = folder / "x.warifu"
        path.write_bytes(content)
        done = decryptor(path, password)
        assert done.returncode == 1, name
        assert done.stdout == b"", name
        assert done.stderr.count(b"\n") == 1, name


@pytest.mark.safety(15)
def test_the_decryptor_stands_alone_and_is_short() -> None:
    source = DECRYPTOR.read_text("utf-8")
    assert len(source.splitlines()) <= 100
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}
    assert "password" not in " ".join(line for line in source.splitlines() if "argv" in line)
