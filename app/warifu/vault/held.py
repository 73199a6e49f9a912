"""The key of a vault that was locked in this run, kept in memory under something that is quick to do.

Nothing here has a form that could be written to a file: a PIN is far too short to wrap a key on a disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from warifu.core.errors import NotPossible, VaultDamaged, WrongKey
from warifu.vault import aead, slots
from warifu.vault.file import open_with
from warifu.vault.key_slots import unlock_with_key
from warifu.vault.look import look_at_beginning

if TYPE_CHECKING:
    from pathlib import Path

    from warifu.vault.container import Header
    from warifu.vault.kek import Kek
    from warifu.vault.saving import OpenVault
    from warifu.vault.slots import Slot

_HELD_INFO: Final = b"warifu held key 1"
_PIN_INFO: Final = b"warifu quick pin 1"
_SALT_BYTES: Final = 32


class Stale(NotPossible):
    """The vault has another key by now, or another file lies there: only the password tells which."""

    def __init__(self) -> None:
        super().__init__("Only the password opens the vault now.")


@dataclass(frozen=True, slots=True)
class HeldKey:
    """The master key of one epoch of one vault, wrapped; ``forget`` makes it useless."""

    vault_id: str
    epoch: int
    salt: bytes = field(repr=False)
    pepper: bytearray = field(repr=False)
    wrapped: bytes = field(repr=False)

    def forget(self) -> None:
        """Overwrite the half of the wrapping key that is not the user's."""
        aead.zero(self.pepper)


def hold(opened: OpenVault, secret: bytearray) -> HeldKey:
    """Wrap the master key under a secret, which may be as short as a PIN; the caller forgets the secret."""
    salt, pepper = aead.random_bytes(_SALT_BYTES), aead.random_key()
    header = opened.header
    key = _key(secret, salt, pepper)
    try:
        wrapped = aead.seal(key, salt, _HELD_INFO, opened.keys.master, _bound(header.vault_id, header.epoch))
    finally:
        aead.zero(key)
    return HeldKey(header.vault_id, header.epoch, salt, pepper, wrapped)


def reopen(path: Path, held: HeldKey, secret: bytearray) -> OpenVault:
    """Open the vault again. Raises WrongKey for another secret, Stale when the vault has a new key.

    A file that does not open under the key is left for the password to say what is wrong with it.
    """
    master = _unwrapped(held, secret)
    try:
        return open_with(path, lambda header: _fitting(header, held, master))[1]
    except VaultDamaged as problem:
        raise Stale from problem
    finally:
        aead.zero(master)


def confirm(held: HeldKey, secret: bytearray) -> None:
    """Ask whether this is the secret. Raises WrongKey, or Stale for a key that was forgotten."""
    aead.zero(_unwrapped(held, secret))


def seal_pin(opened: OpenVault, pin: bytearray) -> str:
    """A PIN for the settings, readable with the master key alone."""
    salt = aead.random_bytes(_SALT_BYTES)
    sealed = aead.seal(opened.keys.master, salt, _PIN_INFO, pin, opened.header.vault_id.encode("ascii"))
    return slots.encode(salt + sealed)


def unseal_pin(opened: OpenVault, untrusted: str) -> bytearray | None:
    """The PIN; None for one of another vault, or of the key that this vault had before."""
    try:
        raw = slots.decode(untrusted)
        salt, sealed = raw[:_SALT_BYTES], raw[_SALT_BYTES:]
        return aead.unseal(
            opened.keys.master, salt, _PIN_INFO, sealed, opened.header.vault_id.encode("ascii")
        )
    except (ValueError, aead.Forged):
        return None


def slot_of_key(opened: OpenVault, kind: str, kek: Kek) -> str:
    """The id of the slot that the key opens. Raises WrongKey."""
    slot, master = unlock_with_key(kind, kek, opened.header.slots, opened.header.vault_id)
    aead.zero(master)
    return str(slot["id"])


def vault_and_slots(path: Path) -> tuple[str, frozenset[str]]:
    """The id of the vault and those of its slots, which the file tells without any key. Raises VaultError."""
    header = look_at_beginning(path)
    return header.vault_id, frozenset(slot["id"] for slot in header.slots)


def _fitting(header: Header, held: HeldKey, master: bytearray) -> tuple[Slot, bytearray]:
    if (header.vault_id, header.epoch) != (held.vault_id, held.epoch):
        raise Stale
    return {}, bytearray(master)


def _unwrapped(held: HeldKey, secret: bytearray) -> bytearray:
    if not any(held.pepper):
        raise Stale
    key = _key(secret, held.salt, held.pepper)
    try:
        return aead.unseal(key, held.salt, _HELD_INFO, held.wrapped, _bound(held.vault_id, held.epoch))
    except aead.Forged:
        raise WrongKey("This is not the PIN.") from None
    finally:
        aead.zero(key)


def _key(secret: bytearray, salt: bytes, pepper: bytearray) -> bytearray:
    """As slow as a password's, so that whoever reads the memory once must still try every PIN."""
    mixed = secret + pepper
    cost = slots.FLOOR
    try:
        return aead.argon2id(mixed, salt, memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)
    finally:
        aead.zero(mixed)


def _bound(vault_id: str, epoch: int) -> bytes:
    return f"{vault_id} {epoch}".encode("ascii")
