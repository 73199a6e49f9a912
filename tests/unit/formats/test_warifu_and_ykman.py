"""Warifu's own files and lists of a YubiKey, as they are changed by accident or by somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from format_contract import WRONG, File, FuzzContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FormatError, NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.untrusted import Untrusted

VAULTS = Path(__file__).parents[2] / "vectors" / "vaults"
PASSWORD = "golden tests only – 割符 ½"
LIST = "GitHub:ada@example.com\nGoogle:ada@gmail.com\nSteam:gordon\n"


def vaults() -> list[bytes]:
    return [path.read_bytes() for path in sorted(VAULTS.glob("*.warifu"))]


class TestWarifu(FuzzContract):
    id = "warifu"

    def files(self) -> list[File]:
        return [File(data, 0, PASSWORD) for data in vaults()]


class TestYkman(FuzzContract):
    """Also read as whatever a changed list is taken for."""

    id = "ykman"

    def files(self) -> list[File]:
        return [File(LIST.encode(), 0), File(b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode(), 0)]

    def answer(self, untrusted: Untrusted, keys: Keys) -> None:
        for chosen in (self.id, ""):
            with pytest.raises(FormatError):
                registry.read(untrusted, keys, chosen)


@pytest.mark.parametrize("data", vaults()[-1:])
def test_a_vault_is_read_with_its_password_alone(data: bytes) -> None:
    found, contents = registry.read(Untrusted(data), Keys((WRONG, PASSWORD)))
    assert found.id == "warifu"
    assert contents.entries
    with pytest.raises(WrongFilePassword):
        registry.read(Untrusted(data), Keys((WRONG,)))
    with pytest.raises(NeedsPassword):
        registry.read(Untrusted(data), NO_KEYS)


def test_a_list_of_a_yubikey_is_known_for_what_it_is() -> None:
    with pytest.raises(NotSupported, match="YubiKey"):
        registry.read(Untrusted(LIST.encode()), NO_KEYS)
