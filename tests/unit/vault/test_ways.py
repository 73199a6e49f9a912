"""Ways to unlock: each alone opens, one that was removed does not, and a PIN is none."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import (
    NotPossible,
    PasswordTooWeak,
    WrongKey,
)
from warifu.vault import container, key_slots, recovery_code, slots, ways
from warifu.vault.file import create_vault, open_vault, save_vault
from warifu.vault.kek import Kek
from warifu.vault.look import kinds

NEW_PASSWORD = "marble otter canyon violin"
VAULT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
KINDS = (slots.PASSWORD, slots.RECOVERY, slots.KEYSTORE, slots.PLATFORM)


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.safety(5)
@pytest.mark.parametrize("kind", KINDS)
def test_each_way_alone_opens_the_vault_and_saves_it(owner: Any, kind: str) -> None:
    opened = owner.open(kind)
    assert opened.document.accounts()
    saved = save_vault(opened, opened.document.add(owner.kit.account("More"), owner.kit.stamps.next()))
    assert len(saved.header.slots) == 4
    assert all(owner.opens(other) for other in KINDS)


@pytest.mark.safety(5)
@pytest.mark.parametrize(("used", "removed"), list(itertools.product(KINDS, KINDS[1:])))
def test_what_is_removed_opens_the_new_file_no_more(owner: Any, used: str, removed: str) -> None:
    """Every pair: unlocked by one, with another removed. Copies made before keep it."""
    copy = owner.path.with_name("copy.warifu")
    copy.write_bytes(owner.path.read_bytes())
    ways.remove_way(owner.open(used), owner.slot(removed))
    assert {kind for kind in KINDS if owner.opens(kind)} == set(KINDS) - {removed}
    assert all(owner.opens(kind, copy) for kind in KINDS)


@pytest.mark.safety(5)
def test_the_last_password_stays(owner: Any) -> None:
    before = sha(owner.path)
    with pytest.raises(NotPossible):
        ways.remove_way(owner.opened, owner.slot(slots.PASSWORD))
    assert sha(owner.path) == before


@pytest.mark.safety(5)
def test_a_locked_vault_gets_no_new_way_and_loses_none(owner: Any) -> None:
    mark, before = owner.mark(), sha(owner.path)
    owner.opened.forget()
    for change in (
        lambda: ways.add_recovery_code(owner.opened, recovery_code.new(), mark),
        lambda: ways.add_key(owner.opened, slots.KEYSTORE, Kek.random(), mark),
        lambda: ways.remove_way(owner.opened, owner.slot(slots.RECOVERY)),
        lambda: ways.set_password(owner.opened, NEW_PASSWORD, mark),
        lambda: ways.rotate(owner.opened, owner.kit.password, NEW_PASSWORD, mark),
    ):
        with pytest.raises(NotPossible):
            change()
    assert sha(owner.path) == before


@pytest.mark.safety(5, 16)
def test_keys_open_slots_of_their_own_kind_alone(owner: Any) -> None:
    """Also when a slot is renamed by somebody who can write the file."""
    with pytest.raises(WrongKey):
        ways.open_with_key(owner.path, slots.KEYSTORE, owner.keys[slots.PLATFORM])
    content = owner.path.read_bytes()
    header = owner.kit.header(content)
    for slot in header["slots"]:
        slot["kind"] = slots.PLATFORM if slot["kind"] == slots.KEYSTORE else slot["kind"]
    owner.path.write_bytes(owner.kit.with_header(content, header))
    with pytest.raises(WrongKey):
        ways.open_with_key(owner.path, slots.PLATFORM, owner.keys[slots.KEYSTORE])


@pytest.mark.safety(16)
def test_a_stored_key_is_nothing_without_the_file_and_the_file_nothing_without_it(
    owner: Any, kit: Any, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir(mode=0o700)
    create_vault(other / "vault.warifu", kit.password, kit.document()).forget()
    with pytest.raises(WrongKey):
        ways.open_with_key(other / "vault.warifu", slots.KEYSTORE, owner.keys[slots.KEYSTORE])
    with pytest.raises(WrongKey):
        ways.open_with_key(owner.path, slots.KEYSTORE, Kek.random())
    content = owner.path.read_bytes()
    for key in owner.keys.values():
        assert bytes(key.raw) not in content
        assert bytes(key.raw) != bytes(owner.opened.keys.master)
    assert owner.opens(slots.PASSWORD)


@pytest.mark.safety(20)
@pytest.mark.parametrize(
    "pin",
    ["123456", b"123456", bytearray(b"123456"), bytearray(b"123456".ljust(32)), bytearray(b"12345678" * 4)],
)
def test_a_pin_becomes_no_key(pin: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Kek(pin)


@pytest.mark.safety(20)
@pytest.mark.parametrize("secret", ["123456", b"1" * 32, bytearray(range(32)), recovery_code.new(), None])
def test_nothing_but_a_key_wraps_a_key_on_the_disk(secret: Any) -> None:
    master = bytearray(32)
    for kind in (slots.KEYSTORE, slots.PLATFORM):
        with pytest.raises(TypeError):
            key_slots.key_slot(kind, secret, master, VAULT_ID)
    if type(secret) is not recovery_code.RecoveryCode:
        with pytest.raises(TypeError):
            key_slots.recovery_slot(secret, master, VAULT_ID)


@pytest.mark.safety(20)
def test_what_was_forgotten_meanwhile_wraps_nothing() -> None:
    """Zeros would be a key that everybody knows."""
    code, key = recovery_code.new(), Kek.random()
    code.forget()
    key.forget()
    with pytest.raises(NotPossible):
        key_slots.recovery_slot(code, bytearray(32), VAULT_ID)
    with pytest.raises(NotPossible):
        key_slots.key_slot(slots.KEYSTORE, key, bytearray(32), VAULT_ID)


@pytest.mark.safety(20)
@pytest.mark.parametrize("kind", [slots.PASSWORD, slots.RECOVERY, "pin", ""])
def test_a_key_makes_no_slot_of_another_kind(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        key_slots.key_slot(kind, Kek.random(), bytearray(32), VAULT_ID)


@pytest.mark.safety(16)
def test_only_passwords_and_recovery_codes_travel(owner: Any) -> None:
    foreign = {"id": "f", "kind": "quantum"}
    found = slots.portable((*owner.opened.header.slots, foreign))
    assert [slot["kind"] for slot in found] == [slots.PASSWORD, slots.RECOVERY]
    header = replace(owner.opened.header, slots=found)
    copy = owner.path.with_name("copy.warifu")
    copy.write_bytes(container.seal(header, owner.opened.keys, owner.opened.document.to_json()))
    assert [kind for kind in KINDS if owner.opens(kind, copy)] == [slots.PASSWORD, slots.RECOVERY]


class TestRecoveryCode:
    @pytest.mark.safety(21)
    def test_a_code_that_is_not_the_vaults_is_wrong_and_not_a_slip(self, owner: Any) -> None:
        with pytest.raises(WrongKey, match="not the recovery code"):
            ways.open_with_code(owner.path, recovery_code.new())

    @pytest.mark.safety(21)
    def test_the_old_code_opens_until_the_new_one_is_confirmed(self, owner: Any) -> None:
        fresh = recovery_code.new()
        opened = ways.add_recovery_code(owner.opened, fresh, owner.mark())
        assert owner.opens(slots.RECOVERY)
        ways.open_with_code(owner.path, fresh).forget()
        ways.confirm_recovery_code(opened, fresh, owner.mark())
        assert not owner.opens(slots.RECOVERY)
        opened = ways.open_with_code(owner.path, fresh)
        (way,) = [way for way in ways.ways(opened) if way.kind == slots.RECOVERY]
        assert way.made == way.confirmed == way.checked == 1_796_083_214

    def test_one_that_was_never_confirmed_gives_way(self, owner: Any) -> None:
        first, second = recovery_code.new(), recovery_code.new()
        opened = ways.add_recovery_code(owner.opened, first, owner.mark())
        ways.add_recovery_code(opened, second, owner.mark())
        with pytest.raises(WrongKey):
            ways.open_with_code(owner.path, first)
        ways.open_with_code(owner.path, second).forget()
        assert owner.opens(slots.RECOVERY)

    def test_a_wrong_code_confirms_nothing(self, owner: Any) -> None:
        before = sha(owner.path)
        with pytest.raises(WrongKey):
            ways.confirm_recovery_code(owner.opened, recovery_code.new(), owner.mark())
        assert sha(owner.path) == before

    @pytest.mark.safety(21)
    def test_whoever_has_it_sets_a_new_password(self, owner: Any) -> None:
        ways.set_password(owner.open(slots.RECOVERY), NEW_PASSWORD, owner.mark())
        assert open_vault(owner.path, NEW_PASSWORD).document.accounts() == owner.opened.document.accounts()
        assert {kind for kind in KINDS if owner.opens(kind)} == set(KINDS) - {slots.PASSWORD}

    def test_not_a_weak_one(self, owner: Any) -> None:
        with pytest.raises(PasswordTooWeak):
            ways.set_password(owner.open(slots.RECOVERY), "password", owner.mark())

    def test_the_file_says_without_any_key_that_there_is_one(self, owner: Any, kit: Any) -> None:
        assert kinds(owner.path) == set(KINDS)
        ways.remove_way(owner.opened, owner.slot(slots.RECOVERY))
        assert slots.RECOVERY not in kinds(owner.path)

    @pytest.mark.safety(7)
    def test_when_it_was_made_stands_in_no_clear_text(self, owner: Any) -> None:
        assert b"1796083214" not in owner.path.read_bytes()
        assert b"This PC" not in owner.path.read_bytes()
