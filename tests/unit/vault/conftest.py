"""What the tests of the vault share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import WrongPassword
from warifu.core.secret import Secret
from warifu.vault import recovery_code, slots, ways
from warifu.vault.document import Document
from warifu.vault.file import OpenVault, create_vault, open_vault
from warifu.vault.kek import Kek
from warifu.vault.stamp import StampClock
from warifu.vault.way_notes import Mark

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


KINDS = (slots.PASSWORD, slots.RECOVERY, slots.KEYSTORE, slots.PLATFORM)


class Owner:
    """Somebody with a vault that has all four ways to unlock."""

    def __init__(self, kit: Any, folder: Path) -> None:
        self.kit = kit
        self.path = folder / "vault.warifu"
        self.code = recovery_code.new()
        self.keys = {kind: Kek.random() for kind in KINDS[2:]}
        opened = ways.add_recovery_code(kit.vault(folder), self.code, self.mark())
        opened = ways.confirm_recovery_code(opened, self.code, self.mark())
        for kind, key in self.keys.items():
            opened = ways.add_key(opened, kind, key, self.mark(), "This PC")
        self.opened = opened

    def mark(self) -> Mark:
        return Mark(self.kit.stamps.next(), 1_796_083_214)

    def open(self, kind: str, path: Path | None = None) -> OpenVault:
        path = path or self.path
        if kind == slots.PASSWORD:
            return open_vault(path, self.kit.password)
        if kind == slots.RECOVERY:
            return ways.open_with_code(path, self.code)
        return ways.open_with_key(path, kind, self.keys[kind])

    def opens(self, kind: str, path: Path | None = None) -> bool:
        try:
            self.open(kind, path).forget()
        except WrongPassword:
            return False
        return True

    def slot(self, kind: str) -> str:
        (found,) = [way.id for way in ways.ways(self.opened) if way.kind == kind]
        return found


@pytest.fixture
def owner(kit: Kit, folder: Path) -> Owner:
    """Somebody whose vault opens in every way that there is."""
    return Owner(kit, folder)
