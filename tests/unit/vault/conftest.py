"""What the tests of the vault share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.vault.document import Document
from warifu.vault.file import OpenVault, create_vault
from warifu.vault.stamp import StampClock

PASSWORD = "quartz lantern umbrella five"  # of test vaults only
TESTS = Path(__file__).parents[2]
REPOSITORY = TESTS.parent


class Kit:
    """Makes accounts, vaults, and files that somebody tampered with."""

    password = PASSWORD
    tests = TESTS
    repository = REPOSITORY

    def __init__(self, clock: Any) -> None:
        self.stamps = StampClock("device1", clock)

    def account(
        self, title: str = "GitHub", secret: bytes = b"12345678901234567890", **fields: Any
    ) -> Account:
        return Account(Otp(Secret(secret)), title=title, **fields)

    def document(self, *accounts: Account) -> Document:
        return Document.empty().add_all(accounts or [self.account()], self.stamps.next())

    def vault(self, folder: Path, *accounts: Account) -> OpenVault:
        return create_vault(folder / "vault.warifu", PASSWORD, self.document(*accounts))

    def header(self, content: bytes) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(content[12 : 12 + self.header_length(content)])
        return found

    @staticmethod
    def header_length(content: bytes) -> int:
        return int.from_bytes(content[8:12], "big")

    def with_header(self, content: bytes, header: dict[str, Any] | bytes) -> bytes:
        """The file with another header and a checksum that fits, as an attacker would leave it."""
        text = header if isinstance(header, bytes) else canonical(header)
        rest = content[12 + self.header_length(content) : -32]
        return self.with_checksum(content[:8] + len(text).to_bytes(4, "big") + text + rest)

    @staticmethod
    def with_checksum(content: bytes) -> bytes:
        return content + hashlib.sha256(content).digest()


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.fixture
def kit(cheap_kdf: Any, fake_clock: Any) -> Kit:
    return Kit(fake_clock)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty private folder."""
    made = tmp_path / "private"
    made.mkdir(mode=0o700)
    return made


@pytest.fixture
def change_slot(kit: Kit) -> Callable[..., bytes]:
    """The file with fields of its first slot changed."""

    def change(content: bytes, **fields: Any) -> bytes:
        header = kit.header(content)
        header["slots"][0] |= fields
        return kit.with_header(content, header)

    return change
