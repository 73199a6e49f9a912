"""No key, salt or nonce is written down in the program."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[3] / "app" / "warifu"
KEY_SIZES = {12, 16, 24, 32, 48, 64}


@pytest.mark.safety(10)
def test_no_constant_has_the_size_of_a_key() -> None:
    """Neither bytes of such a size nor texts that decode to it are anywhere under vault/."""
    looked_at = 0
    for path in sorted((APP / "vault").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
                looked_at += 1
                assert len(node.value) not in KEY_SIZES, f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                encoded = re.fullmatch(r"[0-9a-fA-F]{24,}|[A-Za-z0-9+/]{22,}={0,2}", node.value)
                digits = node.value.startswith("0123456789")  # of a number system
                assert encoded is None or digits, f"{path.name}:{node.lineno}"
    assert looked_at > 3


@pytest.mark.safety(10)
def test_ciphers_are_used_in_one_module_and_those_of_other_apps_in_a_folder_beside_it() -> None:
    for path in sorted(APP.rglob("*.py")):
        if path != APP / "vault" / "aead.py" and path.parent != APP / "vault" / "foreign":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert not [name for name in names if name.split(".")[0] == "cryptography"], path


def test_nothing_of_our_own_is_sealed_as_other_apps_seal() -> None:
    users = {
        path.relative_to(APP).parts[0]
        for path in APP.rglob("*.py")
        if path.parent != APP / "vault" / "foreign" and "vault.foreign" in path.read_text("utf-8")
    }
    assert users == {"formats"}
