"""What a password costs, and what a file may ask for."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import NotPossible, VaultDamaged, WrongPassword
from warifu.vault import aead, slots
from warifu.vault.container import Header
from warifu.vault.document import Document
from warifu.vault.file import change_password, create_vault, open_vault, save_vault, vault_info

REAL_FLOOR = slots.KdfParams(64 * 1024, 3, 4)
VAULT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
APP = Path(__file__).parents[3] / "app"


class SlowTimer:
    """A computer on which the first derivation takes a given time."""

    def __init__(self, seconds: float) -> None:
        self.times = iter((0.0, seconds))

    def __call__(self) -> float:
        return next(self.times)


@pytest.mark.safety(2)
@pytest.mark.parametrize(
    ("seconds", "memory_mib", "passes"),
    [
        (1e-9, 256, 16),
        (0.02, 256, 16),
        (0.1, 256, 7),
        (0.25, 256, 3),
        (0.5, 128, 3),
        (1.0, 64, 3),
        (60.0, 64, 3),
    ],
)
def test_calibration_aims_at_a_second_and_never_below_the_floor(
    seconds: float, memory_mib: int, passes: int, monkeypatch: Any
) -> None:
    monkeypatch.setattr(aead, "argon2id", lambda *_, **__: bytearray(32))
    params = slots.calibrated(SlowTimer(seconds))
    assert params == slots.KdfParams(memory_mib * 1024, passes, 4)
    assert params.at_least(REAL_FLOOR)
    assert slots.CEILING.at_least(params)


@pytest.mark.safety(2)
def test_a_new_vault_on_a_slow_computer_has_the_floor(folder: Path, monkeypatch: Any) -> None:
    """The real derivation, the real floor; only the clock is slow."""
    slow = slots.calibrated(SlowTimer(30.0))
    monkeypatch.setattr(slots, "calibrated", lambda: slow)
    create_vault(folder / "v.warifu", "quartz lantern umbrella five", Document.empty()).forget()
    (slot,) = vault_info(folder / "v.warifu").slots
    assert slot.kdf == REAL_FLOOR == slots.FLOOR
    assert (
        json.loads((folder / "v.warifu").read_bytes()[12:].split(b"}]")[0] + b"}]}")["slots"][0]["kdf"]
        == "argon2id"
    )


@pytest.mark.safety(2)
@pytest.mark.parametrize("weak", [(64 * 1024 - 1, 3, 4), (64 * 1024, 2, 4), (64 * 1024, 3, 3), (8, 1, 1)])
def test_a_slot_below_the_floor_cannot_be_made(weak: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="floor"):
        slots.password_slot(
            "quartz lantern umbrella five", aead.random_key(), VAULT_ID, slots.KdfParams(*weak)
        )


@pytest.mark.safety(2)
def test_no_other_key_derivation_is_in_the_program() -> None:
    others = {"pbkdf2_hmac", "PBKDF2HMAC", "Scrypt", "scrypt", "bcrypt", "Argon2i", "Argon2d", "crypt"}
    for path in APP.rglob("vault/*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names |= {
            name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names
        }
        assert not names & others, path.name


HOSTILE = {
    "memory 2^30": {"memory_kib": 2**30},
    "memory 2^31": {"memory_kib": 2**31},
    "memory 2^32": {"memory_kib": 2**32},
    "memory above 1 GiB": {"memory_kib": 2**20 + 1},
    "memory negative": {"memory_kib": -1},
    "memory 0": {"memory_kib": 0},
    "memory below 8 per lane": {"memory_kib": 31, "lanes": 4},
    "memory a fraction": {"memory_kib": 65536.0},
    "memory a text": {"memory_kib": "65536"},
    "memory true": {"memory_kib": True},
    "memory null": {"memory_kib": None},
    "memory a list": {"memory_kib": [65536]},
    "passes 17": {"passes": 17},
    "passes 2^20": {"passes": 2**20},
    "passes 0": {"passes": 0},
    "lanes 17": {"lanes": 17},
    "lanes 2^20": {"lanes": 2**20},
    "lanes 0": {"lanes": 0},
    "another kdf": {"kdf": "pbkdf2"},
    "salt too short": {"salt": "AAAA"},
    "salt no base64": {"salt": "!" * 44},
    "key too long": {"key": "A" * 2**12},
    "kind a number": {"kind": 1},
}

UNDER_LIMIT = """
import resource, sys, time
from pathlib import Path
from warifu.core.errors import AppError
from warifu.vault.file import open_vault
from warifu.vault import aead
import cryptography.hazmat.primitives.kdf.argon2
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
for name in sys.argv[1:]:
    begin = time.process_time()
    try:
        open_vault(Path(name), "quartz lantern umbrella five")
        outcome = "opened"
    except AppError as error:
        outcome = type(error).__name__
    print(Path(name).name, outcome, time.process_time() - begin, sep="\\t")
"""


@pytest.mark.safety(3)
@pytest.mark.skipif(sys.platform == "win32", reason="memory limits are set the POSIX way")
def test_hostile_costs_are_refused_before_deriving(kit: Any, folder: Path, change_slot: Any) -> None:
    """In a process that has 512 MiB: what were tried would fail otherwise, or take long."""
    content = kit.vault(folder).path.read_bytes()
    files = {name: change_slot(content, **fields) for name, fields in HOSTILE.items()}
    text = content[12 : 12 + kit.header_length(content)]
    number = b'"memory_kib":64'
    assert number in text
    files["duplicate key"] = kit.with_header(content, text.replace(number, number + b"," + number))
    files["huge integer"] = kit.with_header(content, text.replace(number, b'"memory_kib":' + b"9" * 5000))
    files["NaN"] = kit.with_header(content, text.replace(number, b'"memory_kib":NaN'))
    files["exponent"] = kit.with_header(content, text.replace(number, b'"memory_kib":1e99'))
    files["spaces"] = kit.with_header(content, text.replace(number, b'"memory_kib": 64'))
    files["deep"] = kit.with_header(content, b"[" * 60_000)
    for name, bad in files.items():
        (folder / name).write_bytes(bad)
    files["as much as allowed"] = change_slot(content, memory_kib=2**20)
    (folder / "as much as allowed").write_bytes(files["as much as allowed"])
    script = folder / "script.py"
    script.write_text(UNDER_LIMIT)
    paths = [str(folder / name) for name in files]
    command = [sys.executable, str(kit.tests / "with_cheap_kdf.py"), str(script), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    outcomes = {name: (kind, float(took)) for name, kind, took in rows}
    assert outcomes.keys() == files.keys()
    assert outcomes.pop("as much as allowed")[0] == "VaultUnreadable", (
        "allowed, but more memory than there is"
    )
    assert {kind for kind, _ in outcomes.values()} == {"VaultDamaged"}
    assert max(took for _, took in outcomes.values()) < 0.1


@pytest.mark.safety(4)
def test_a_weak_slot_is_wrapped_anew_at_the_next_unlock(kit: Any, folder: Path, monkeypatch: Any) -> None:
    vault = kit.vault(folder)
    (weak,) = vault_info(vault.path).slots
    monkeypatch.setattr(slots, "FLOOR", slots.KdfParams(128, 2, 2))
    monkeypatch.setattr(slots, "calibrated", lambda: slots.FLOOR)
    opened = open_vault(vault.path, kit.password)
    assert opened.needs_save
    saved = save_vault(opened, opened.document)
    assert not saved.needs_save
    (strong,) = vault_info(vault.path).slots
    assert weak.kdf == slots.KdfParams(64, 1, 1)
    assert strong.kdf == slots.FLOOR
    assert not open_vault(vault.path, kit.password).needs_save
    with pytest.raises(WrongPassword):
        open_vault(vault.path, "another password")


@pytest.mark.safety(4)
def test_the_cost_of_a_new_slot_is_never_taken_from_a_file(kit: Any, folder: Path, monkeypatch: Any) -> None:
    vault = kit.vault(folder)
    monkeypatch.setattr(slots, "FLOOR", slots.KdfParams(128, 2, 2))
    monkeypatch.setattr(slots, "calibrated", lambda: slots.FLOOR)
    opened = open_vault(vault.path, kit.password)
    change_password(opened, kit.password, "marble otter canyon violin")
    (slot,) = vault_info(vault.path).slots
    assert slot.kdf == slots.FLOOR
    with pytest.raises(WrongPassword):
        open_vault(vault.path, kit.password)


def test_slots_of_unknown_kinds_are_kept(kit: Any, folder: Path) -> None:
    """A newer Warifu's way to unlock survives a save and a change of the password by this one."""
    vault = kit.vault(folder)
    foreign = {"id": "r", "kind": "quantum", "new": {"deep": [1, 2]}}
    header = Header(vault.header.vault_id, (*vault.header.slots, foreign), generation=5)
    saved = save_vault(replace(vault, header=header), vault.document)
    changed = change_password(saved, kit.password, "marble otter canyon violin")
    assert foreign in changed.header.slots
    assert [slot.kind for slot in vault_info(vault.path).slots].count("quantum") == 1
    assert open_vault(vault.path, "marble otter canyon violin").document == vault.document


@pytest.mark.safety(9)
def test_more_than_32_slots_are_refused(kit: Any, folder: Path) -> None:
    content = kit.vault(folder).path.read_bytes()
    header = kit.header(content)
    header["slots"] += [{"id": str(n), "kind": "quantum"} for n in range(32)]
    (folder / "x").write_bytes(kit.with_header(content, header))
    with pytest.raises(VaultDamaged):
        open_vault(folder / "x", kit.password)


def test_a_locked_vault_changes_no_password(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    vault.forget()
    before = vault.path.read_bytes()
    with pytest.raises(NotPossible):
        change_password(vault, kit.password, "marble otter canyon violin")
    assert vault.path.read_bytes() == before
