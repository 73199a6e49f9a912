"""Files that are made to do harm, against every format there is, in a process with little memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warifu.formats import registry
from warifu.formats.base import Form
from warifu.formats.errors import FileTooBig
from warifu.formats.untrusted import MAX_FILE, Untrusted

SCRIPT = Path(__file__).parents[2] / "hostile_formats.py"
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are told to Linux")


def tried(family: str, *, full: bool) -> list[str]:
    size = ["--full"] if full else []
    done = subprocess.run(
        [sys.executable, str(SCRIPT), family, *size], capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
    return done.stdout.splitlines()


@linux
@pytest.mark.safety(52)
@pytest.mark.parametrize("family", ["zips", "jsons", "xmls", "texts", "binaries"])
def test_no_bomb_takes_more_memory_or_time_than_it_may(family: str, pytestconfig) -> None:
    assert len(tried(family, full=pytestconfig.getoption("--full"))) > 10


@linux
@pytest.mark.safety(3)
def test_no_file_makes_a_derivation_take_more_than_it_may(pytestconfig) -> None:
    full = pytestconfig.getoption("--full")
    told = {line.partition(":")[0] for line in tried("derivations", full=full)}
    encrypted = {each.id for each in registry.FORMATS if Form.ENCRYPTED in each.forms}
    encrypted.remove("warifu")  # the vault's own: tests/unit/vault/test_hostile_slots.py
    assert told == encrypted  # a format without an encrypted file in its tests is missing here


@pytest.mark.safety(52)
def test_a_file_beyond_the_limit_is_not_even_looked_at() -> None:
    with pytest.raises(FileTooBig, match="32 MB"):
        Untrusted(bytes(MAX_FILE + 1))
