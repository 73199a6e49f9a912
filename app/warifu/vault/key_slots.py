"""Slots whose secret is random already: the recovery code, the system's keystore, the platform's own keys.

They need no slow derivation, and no guess opens them: what wraps the master key here is a RecoveryCode of 128
bits or a Kek of 256. A PIN is neither, so it cannot get here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible, WrongKey
from warifu.vault import aead, slots
from warifu.vault.kek import Kek
from warifu.vault.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.vault.slots import Slot


def recovery_slot(code: RecoveryCode, master: bytearray, vault_id: str) -> Slot:
    """A new slot that the recovery code opens."""
    if type(code) is not RecoveryCode:
        raise TypeError("a recovery code is needed")
    return _wrapped(slots.RECOVERY, code.secret, master, vault_id)


def key_slot(kind: str, kek: Kek, master: bytearray, vault_id: str) -> Slot:
    """A new slot of kind KEYSTORE or PLATFORM that a random key opens; nothing else is taken for one."""
    if kind not in {slots.KEYSTORE, slots.PLATFORM}:
        raise ValueError("not the kind of a slot that a key opens")
    if type(kek) is not Kek:
        raise TypeError("a key that a computer keeps is needed")
    return _wrapped(kind, kek.raw, master, vault_id)


def unlock_with_code(code: RecoveryCode, found: Sequence[Slot], vault_id: str) -> tuple[Slot, bytearray]:
    """The slot that the code opens, and the master key. Raises WrongKey."""
    opened = _opened(slots.RECOVERY, code.secret, found, vault_id)
    if opened is None:
        raise WrongKey(
            "This is not the recovery code of this vault.",
            "It was typed without a slip, so it belongs to another vault, or a newer code has replaced it.",
        )
    return opened


def unlock_with_key(kind: str, kek: Kek, found: Sequence[Slot], vault_id: str) -> tuple[Slot, bytearray]:
    """The slot of this kind that the key opens, and the master key. Raises WrongKey."""
    opened = _opened(kind, kek.raw, found, vault_id)
    if opened is None:
        raise WrongKey("The key that this computer keeps does not open the vault any more.")
    return opened


def _wrapped(kind: str, secret: bytearray, master: bytearray, vault_id: str) -> Slot:
    """Raises NotPossible for a secret that was overwritten: zeros would open the slot."""
    if not any(secret):
        raise NotPossible("The code or key was forgotten before it was used.", hint="Make a new one.")
    salt = aead.random_bytes(slots.SALT_BYTES)
    slot: Slot = {"id": aead.random_bytes(8).hex(), "kind": kind, "salt": slots.encode(salt)}
    wrapped = aead.seal(secret, salt, slots.info(kind), master, slots.bound(slot, vault_id))
    return {**slot, "key": slots.encode(wrapped)}


def _opened(
    kind: str, secret: bytearray, found: Sequence[Slot], vault_id: str
) -> tuple[Slot, bytearray] | None:
    for slot in found:
        if slot["kind"] != kind:
            continue
        salt, wrapped = slots.decode(slot["salt"]), slots.decode(slot["key"])
        try:
            return slot, aead.unseal(secret, salt, slots.info(kind), wrapped, slots.bound(slot, vault_id))
        except aead.Forged:
            continue
    return None
