"""Ways to unlock: each slot holds the master key, wrapped by something the user has.

A slot is a JSON object with ``id``, ``kind``, ``salt``, ``key`` (the wrapped master key) and what its kind
needs. Slots of kinds this Warifu does not know are kept as they are. Today's kind is the password; a recovery
code, the system's keystore and the platform's own keys will be further entries of ``_KINDS``.
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
MAX_PASSWORD_SLOTS = 8  # so many keys one password may be tried on
MAX_SLOTS = 32

_SALT_BYTES = 32
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
    aead.zero(_derive(bytearray(16), bytes(_SALT_BYTES), FLOOR))
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
    salt = aead.random_bytes(_SALT_BYTES)
    slot: Slot = {
        "id": aead.random_bytes(8).hex(),
        "kind": PASSWORD,
        "kdf": "argon2id",
        "memory_kib": params.memory_kib,
        "passes": params.passes,
        "lanes": params.lanes,
        "salt": _encode(salt),
    }
    text = password_bytes(password)
    secret = _derive(text, salt, params)
    wrapped = aead.seal(secret, salt, _INFO, master, _bound(slot, vault_id))
    aead.zero(text, secret)
    return {**slot, "key": _encode(wrapped)}


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
    if sum(slot["kind"] == PASSWORD for slot in untrusted_slots) > MAX_PASSWORD_SLOTS:
        raise VaultDamaged("The vault file is damaged.", "It has more passwords than Warifu allows.")
    return untrusted_slots


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


_INFO = b"warifu slot 1 password"


def _try(password: bytearray, slot: Slot, vault_id: str) -> bytearray | None:
    salt = _decode(slot["salt"])
    secret = _derive(password, salt, params_of(slot))
    try:
        return aead.unseal(secret, salt, _INFO, _decode(slot["key"]), _bound(slot, vault_id))
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


def _bound(slot: Mapping[str, Any], vault_id: str) -> bytes:
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
    if slot["kdf"] != "argon2id" or len(_decode(slot["salt"])) != _SALT_BYTES:
        raise ValueError
    if len(_decode(slot["key"])) != _WRAPPED_BYTES:
        raise ValueError


_KINDS: Final[Mapping[str, Callable[[Slot], None]]] = {PASSWORD: _check_password_slot}


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _decode(untrusted: str) -> bytes:
    try:
        return base64.b64decode(untrusted, validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
