"""Diagnostics hold what the list allows, and nothing that a person put anywhere."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import canary
from warifu.services import backup_record, diagnostics, logs
from warifu.services.diagnostics import ALLOWED, allowed, as_text, rounded
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.settings.file import Settings
from warifu.settings.schema import SETTINGS

pytestmark = pytest.mark.safety(31)
APP = Path(__file__).resolve().parents[3] / "app"
WORDS = {name: f"CANARY{name}" for name in ("user", "computer", "camera", "folder", "desktop")}


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile in which everything that takes a text holds a canary."""
    made = Profile.at(tmp_path / WORDS["user"])
    made.root.mkdir(mode=0o700)
    values = {setting.key: f"CANARY{setting.key}" for setting in SETTINGS if isinstance(setting.default, str)}
    made.settings.write_text(json.dumps(values | {"backup_folder": f"/{WORDS['folder']}"}))
    record = backup_record.Record(succeeded=1_796_000_000, accounts=17)
    made.backup_record.write_text(json.dumps(dataclasses.asdict(record) | {"fault": WORDS["folder"]}))
    made.vault.write_bytes(b"CANARY no vault at all")
    made.logs.mkdir()
    logs.note(made.logs, ValueError, None)
    with (made.logs / logs.LOG).open("a") as log:
        log.write(f"ValueError: cannot use {canary.link()}\n")
    return made


def told(profile: Profile, accounts: int | None = 17) -> dict[str, str]:
    subject = diagnostics.Subject(profile, profile.vault, SessionState.BROKEN, accounts)
    return diagnostics.collect(subject, Settings(profile.settings), 1_796_083_214.0)


def test_nothing_that_a_person_put_anywhere_is_told(profile: Profile) -> None:
    text = as_text(told(profile))
    assert "CANARY" not in text
    assert str(profile.root.parent) not in text
    assert "accounts" in text
    assert "17" not in re.findall(r"^accounts +(.*)$", text, re.MULTILINE)


def test_the_command_tells_the_same(profile: Profile) -> None:
    environ = {
        "PATH": "/usr/bin:/bin", "HOME": str(profile.root), "USER": WORDS["user"], "LOGNAME": WORDS["user"],
        "XDG_CURRENT_DESKTOP": WORDS["desktop"], "XDG_SESSION_TYPE": WORDS["desktop"], "PYTHONPATH": str(APP),
        "HOSTNAME": WORDS["computer"],
    }  # fmt: skip
    for options in ([], ["--json"]):
        command = [sys.executable, "-m", "warifu", "--profile", str(profile.root), "diagnostics", *options]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ, timeout=60)
        assert done.stderr == ""
        assert "CANARY" not in done.stdout
        assert str(profile.root.parent) not in done.stdout
    facts = json.loads(done.stdout)
    assert set(facts) <= set(ALLOWED)
    assert facts["memory closed"] == ("yes" if sys.platform == "linux" else facts["memory closed"])
    assert facts["vault"] == "broken, VaultForeign"
    assert facts["faults"] == "1 to 9"


def test_what_is_not_on_the_list_or_looks_like_more_than_a_fact_is_left_out() -> None:
    facts = {"warifu": "1.0", "user": "ada", "keystore": "/home/ada", "tray": "ada@example.org", "vault": "é"}
    assert allowed(facts) == {
        "warifu": "1.0", "keystore": "something else", "tray": "something else", "vault": "something else",
    }  # fmt: skip
    assert allowed({"qt": "x" * 121, "tray": "yes\nmore"}) == {
        "qt": "something else",
        "tray": "something else",
    }


def test_every_setting_that_is_told_is_a_choice_or_a_number() -> None:
    for setting in diagnostics.SETTINGS:
        assert setting.choices or not isinstance(setting.default, str), setting.key


@pytest.mark.parametrize(
    ("count", "said"), [(0, "none"), (1, "1 to 9"), (9, "1 to 9"), (10, "10 to 99"), (1_234, "1000 to 9999")]
)
def test_counts_are_rounded(count: int, said: str) -> None:
    assert rounded(count) == said


def test_versions_lose_what_people_add_to_them() -> None:
    assert diagnostics.number_of("6.1.0-ada-laptop") == "6.1.0"
    assert diagnostics.number_of("ada") == "unknown"
