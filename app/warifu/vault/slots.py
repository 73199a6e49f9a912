"""Ways to unlock: each slot holds the master key, wrapped by something the user has.

A slot is a JSON object with ``id``, ``kind``, ``salt``, ``key`` (the wrapped master key) and what its kind
needs. Slots of kinds this Warifu does not know are kept as they are. This module checks all of them and knows
passwords; ``key_slots`` has the kinds that start from a random secret.
"""

from __future__ import annotations

import base64
import binascii
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import VaultDamaged, VaultUnreadable, WrongPassword
from warifu.vault import aead, strict_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PASSWORD: Final = "password"  # noqa: S105 - the kind of a slot
RECOVERY: Final = "recovery"
KEYSTORE: Final = "keystore"
PLATFORM: Final = "platform"
MAX_SLOTS_OF_A_KIND = 8  # so many keys one password or code may be tried on
MAX_SLOTS = 32
SALT_BYTES: Final = 32

_WRAPPED_BYTES = aead.KEY_BYTES + aead.TAG_BYTES

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KdfParams:
    """The cost of Argon2id (RFC 9106)."""

    memory_kib: int
    passes: int
    lanes: int

    def at_least(self, floor: KdfParams) -> bool:
        """Whether no part is below ``floor``."""
        return (
            self.memory_kib >= floor.memory_kib and self.passes >= floor.passes and self.lanes >= floor.lanes
        )


FLOOR = KdfParams(memory_kib=64 * 1024, passes=3, lanes=4)
CEILING = KdfParams(memory_kib=1024 * 1024, passes=16, lanes=16)  # of any file that is read
_MOST_MEMORY_KIB = 256 * 1024  # that is spent by choice
_TARGET_SECONDS = 1.0


def calibrated(timer: Callable[[], float] = time.perf_counter) -> KdfParams:
    """Parameters that take about a second here: memory first, to 256 MiB, then passes. Never below FLOOR."""
    begin = timer()
    aead.zero(_derive(bytearray(16), bytes(SALT_BYTES), FLOOR))
    factor = max(_TARGET_SECONDS / max(timer() - begin, 1e-6), 1.0)
    most = _MOST_MEMORY_KIB // FLOOR.memory_kib
    memory = max(min(factor, most), 1.0)
    passes = int(FLOOR.passes * factor / memory)
    return KdfParams(
        memory_kib=int(FLOOR.memory_kib * memory) // 1024 * 1024,
        passes=min(max(passes, FLOOR.passes), CEILING.passes),
        lanes=FLOOR.lanes,
    )


def password_slot(password: str, master: bytearray, vault_id: str, params: KdfParams) -> Slot:
    """A new slot that the password opens. Parameters below FLOOR are refused."""
    if not params.at_least(FLOOR):
        raise ValueError("KDF parameters below the floor")
    salt = aead.random_bytes(SALT_BYTES)
    slot: Slot = {
        "id": aead.random_bytes(8).hex(),
        "kind": PASSWORD,
        "kdf": "argon2id",
        "memory_kib": params.memory_kib,
        "passes": params.passes,
        "lanes": params.lanes,
        "salt": encode(salt),
    }
    text = password_bytes(password)
    secret = _derive(text, salt, params)
    wrapped = aead.seal(secret, salt, info(PASSWORD), master, bound(slot, vault_id))
    aead.zero(text, secret)
    return {**slot, "key": encode(wrapped)}


def check(untrusted_slots: object) -> list[Slot]:
    """The slots of a header, with every number that decides about cost checked. Raises VaultDamaged."""
    if not isinstance(untrusted_slots, list) or len(untrusted_slots) > MAX_SLOTS:
        raise VaultDamaged("The vault file is damaged.", "Its list of keys is not as Warifu writes it.")
    try:
        for slot in untrusted_slots:
            if not isinstance(slot["id"], str) or not isinstance(slot["kind"], str):
                raise TypeError
            if slot["kind"] in _KINDS:
                _KINDS[slot["kind"]](slot)
    except (KeyError, TypeError, ValueError):
        raise VaultDamaged(
            "The vault file is damaged.", "One of its keys is not as Warifu writes it."
        ) from None
    kinds = [slot["kind"] for slot in untrusted_slots]
    if any(kinds.count(kind) > MAX_SLOTS_OF_A_KIND for kind in _KINDS):
        raise VaultDamaged("The vault file is damaged.", "It has more passwords or codes than Warifu allows.")
    return untrusted_slots


def portable(found: Sequence[Slot]) -> tuple[Slot, ...]:
    """What may leave this computer: passwords and recovery codes, nothing that only works here.

    Kinds that this Warifu does not know are left out, as a newer one may have tied them to this computer.
    """
    return tuple(slot for slot in found if slot["kind"] in {PASSWORD, RECOVERY})


def unlock(password: str, slots: Sequence[Slot], vault_id: str) -> tuple[Slot, bytearray]:
    """The slot that the password opens, and the master key. Raises WrongPassword."""
    secret_text = password_bytes(password)
    try:
        for slot in slots:
            if slot["kind"] == PASSWORD and (master := _try(secret_text, slot, vault_id)) is not None:
                return slot, master
    finally:
        aead.zero(secret_text)
    raise WrongPassword("This is not the password of the vault.")


def params_of(slot: Mapping[str, Any]) -> KdfParams:
    """The cost of a checked password slot."""
    return KdfParams(slot["memory_kib"], slot["passes"], slot["lanes"])


def password_bytes(password: str) -> bytearray:
    """The normalised password in UTF-8, in a buffer to be zeroed."""
    from warifu.vault.password import (
        normalise,
    )  # with all its sentences, which a look at the file does not need

    try:
        return bytearray(normalise(password), "utf-8")
    except UnicodeEncodeError:
        raise WrongPassword("This is not the password of the vault.") from None


def _try(password: bytearray, slot: Slot, vault_id: str) -> bytearray | None:
    salt = decode(slot["salt"])
    secret = _derive(password, salt, params_of(slot))
    try:
        return aead.unseal(secret, salt, info(PASSWORD), decode(slot["key"]), bound(slot, vault_id))
    except aead.Forged:
        return None
    finally:
        aead.zero(secret)


def _derive(password: bytearray, salt: bytes, params: KdfParams) -> bytearray:
    try:
        return aead.argon2id(
            password, salt, memory_kib=params.memory_kib, passes=params.passes, lanes=params.lanes
        )
    except (MemoryError, OverflowError):
        raise VaultUnreadable(
            "There is not enough free memory to check the password.",
            hint="Close other programs and try again.",
        ) from None


def info(kind: str) -> bytes:
    """What parts the keys of one kind of slot from those of another."""
    return b"warifu slot 1 " + kind.encode("ascii")


def bound(slot: Mapping[str, Any], vault_id: str) -> bytes:
    """What the wrapping authenticates: every other field of the slot, and the vault it belongs to."""
    return strict_json.dump([vault_id, {key: value for key, value in slot.items() if key != "key"}])


def _check_password_slot(slot: Slot) -> None:
    """Types, floors of Argon2 itself and CEILING; raises KeyError, TypeError or ValueError."""
    numbers = (slot["memory_kib"], slot["passes"], slot["lanes"])
    if any(type(number) is not int for number in numbers):
        raise TypeError
    params = KdfParams(*numbers)
    if not CEILING.at_least(params) or not params.at_least(KdfParams(8 * max(params.lanes, 1), 1, 1)):
        raise ValueError
    if slot["kdf"] != "argon2id" or len(decode(slot["salt"])) != SALT_BYTES:
        raise ValueError
    if len(decode(slot["key"])) != _WRAPPED_BYTES:
        raise ValueError


def _check_key_slot(slot: Slot) -> None:
    """The sizes of what is wrapped; raises KeyError, TypeError or ValueError."""
    if len(decode(slot["salt"])) != SALT_BYTES or len(decode(slot["key"])) != _WRAPPED_BYTES:
        raise ValueError


_KINDS: Final[Mapping[str, Callable[[Slot], None]]] = {
    PASSWORD: _check_password_slot,
    RECOVERY: _check_key_slot,
    KEYSTORE: _check_key_slot,
    PLATFORM: _check_key_slot,
}


def encode(raw: bytes) -> str:
    """Base64, as headers have it."""
    return base64.b64encode(raw).decode("ascii")


def decode(untrusted: str) -> bytes:
    """The bytes of base64. Raises ValueError."""
    try:
        return base64.b64decode(untrusted, validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
