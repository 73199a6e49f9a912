"""Ways to unlock as an attacker would write them, and more of them than there may be."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import (
    NotPossible,
    VaultDamaged,
    VaultError,
    WrongPassword,
)
from warifu.vault import slots, ways
from warifu.vault.file import open_vault
from warifu.vault.kek import Kek

NEW_PASSWORD = "marble otter canyon violin"
KINDS = (slots.PASSWORD, slots.RECOVERY, slots.KEYSTORE, slots.PLATFORM)


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.safety(1, 9)
def test_no_changed_byte_of_the_header_lets_a_code_or_key_in(owner: Any) -> None:
    """The checksum is repaired, as an attacker would; what opens is either refused or as it was written."""
    content = owner.path.read_bytes()
    end = 12 + owner.kit.header_length(content)
    for place in range(end):
        for flip in (0x01, 0x80):
            changed = bytearray(content[:-32])
            changed[place] ^= flip
            owner.path.write_bytes(owner.kit.with_checksum(bytes(changed)))
            for kind in KINDS[1:]:
                with pytest.raises(VaultError):
                    owner.open(kind)


@pytest.mark.safety(9)
@pytest.mark.parametrize("kind", KINDS)
def test_nine_slots_of_a_kind_are_refused_and_eight_tried(owner: Any, kind: str) -> None:
    content = owner.path.read_bytes()
    header = owner.kit.header(content)
    (slot,) = [slot for slot in header["slots"] if slot["kind"] == kind]
    for count, error in ((8, WrongPassword), (9, VaultDamaged)):
        copies = [slot | {"id": str(number)} for number in range(count)]
        owner.path.write_bytes(owner.kit.with_header(content, header | {"slots": copies}))
        with pytest.raises(error):
            owner.open(kind)


@pytest.mark.safety(3)
@pytest.mark.parametrize(
    "fields",
    [{"salt": ""}, {"salt": 5}, {"key": "AAAA"}, {"key": None}, {"salt": "A" * 2**15}, {"salt": ["x"]}],
)
def test_slots_of_other_sizes_are_damage(owner: Any, fields: dict[str, Any]) -> None:
    content = owner.path.read_bytes()
    for kind in KINDS[1:]:
        header = owner.kit.header(content)
        for slot in header["slots"]:
            if slot["kind"] == kind:
                slot.update(fields)
        owner.path.write_bytes(owner.kit.with_header(content, header))
        with pytest.raises(VaultDamaged):
            open_vault(owner.path, owner.kit.password)


def test_no_more_codes_or_keys_than_are_read_can_be_added(owner: Any) -> None:
    opened = owner.opened
    for _ in range(7):
        opened = ways.add_key(opened, slots.KEYSTORE, Kek.random(), owner.mark())
    before = sha(owner.path)
    with pytest.raises(NotPossible, match="as many"):
        ways.add_key(opened, slots.KEYSTORE, Kek.random(), owner.mark())
    assert sha(owner.path) == before
    assert owner.opens(slots.KEYSTORE)
