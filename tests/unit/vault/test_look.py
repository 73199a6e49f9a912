"""Looking at a vault before it is unlocked must cost next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from warifu.vault import look

CODE = """
import sys
from pathlib import Path
from warifu.vault import look
assert look.probe(Path(sys.argv[1])) is look.VaultState.PRESENT
print(*sorted({"cryptography", "zxcvbn", "diceware", "hashlib", "hmac", "uuid", "ctypes"} & set(sys.modules)))
"""


def test_a_look_loads_no_cipher_and_no_word_list(kit: Any, folder: Path) -> None:
    vault = kit.vault(folder)
    command = [sys.executable, "-S", "-c", CODE, str(vault.path)]
    source = {"PYTHONPATH": str(Path(look.__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=source)
    assert done.stdout.strip() == ""
