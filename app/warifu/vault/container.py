"""The bytes of a vault file; docs/vault-format.md specifies them.

    MAGIC(8) | header length(4) | canonical JSON header | HMAC-SHA-256(32) | AES-256-GCM body | SHA-256(32)

The HMAC covers everything before it, the body's tag everything before the body. The last 32 bytes need no
key: they tell a file that was damaged from a password that is wrong.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import Any, Final

from warifu.core.errors import NotPossible, VaultDamaged, VaultForeign, VaultTooNew
from warifu.vault import aead, slots, strict_json

MAGIC: Final = b"\x89Warifu\n"  # a byte that no text has, and one that a text-mode transfer changes
VERSION: Final = 1
STEP: Final = 4096  # bodies grow in such steps
SMALLEST: Final = 4 * STEP  # and begin here, so that one account and twenty look alike
MAX_HEADER: Final = 64 * 1024
MAX_FILE: Final = 256 * 1024 * 1024

_SALT_BYTES = 32
_BODY_INFO = b"warifu body 1"
_HEADER_INFO = b"warifu header 1"
_FIXED = len(MAGIC) + 4
_KNOWN = frozenset({"v", "min_reader", "vault_id", "generation", "epoch", "salt", "slots"})


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in clear before the ciphertext; authenticated once the master key is known."""

    vault_id: str
    slots: tuple[slots.Slot, ...]
    generation: int = 0  # of saves
    epoch: int = 1  # of master keys
    version: int = VERSION
    min_reader: int = VERSION  # the lowest version of Warifu's format that may read the file
    salt: bytes = b""
    extra: dict[str, Any] = field(default_factory=dict)  # fields of a newer version


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file taken apart, nothing of it decrypted."""

    header: Header
    signed: bytes = field(repr=False)  # what the HMAC covers
    mac: bytes = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """The master key and the key of the header, in buffers that ``forget`` overwrites."""

    master: bytearray = field(repr=False)
    header: bytearray = field(repr=False)

    @staticmethod
    def of(master: bytearray, vault_id: str) -> Keys:
        """The keys that follow from a master key, whose buffer they take over."""
        return Keys(master, aead.hkdf(master, vault_id.encode("ascii"), _HEADER_INFO))

    def copy(self) -> Keys:
        """Buffers of their own, for work that a lock must not disturb. Raises NotPossible once forgotten."""
        copied = Keys(bytearray(self.master), bytearray(self.header))
        if not any(copied.master) or not any(copied.header):
            raise NotPossible("The vault is locked.")
        return copied

    def forget(self) -> None:
        """Overwrite both keys."""
        aead.zero(self.master, self.header)


def seal(header: Header, keys: Keys, document: bytes) -> bytes:
    """The bytes of a file, under a fresh salt."""
    salt = aead.random_bytes(_SALT_BYTES)
    text = strict_json.dump(_header_to_json(header, salt))
    if len(text) > MAX_HEADER:
        raise ValueError("header too long")
    signed = MAGIC + len(text).to_bytes(4, "big") + text
    opening = signed + aead.mac(keys.header, signed)
    padded = document.ljust(max(SMALLEST, -(-len(document) // STEP) * STEP), b" ")
    whole = opening + aead.seal(keys.master, salt, _BODY_INFO, padded, opening)
    return whole + aead.digest(whole)


def looks_whole(untrusted: bytes, size: int) -> Header:
    """The header of a file of ``size`` bytes whose beginning is given; touches no cipher.

    Raises VaultForeign, VaultTooNew or VaultDamaged.
    """
    if not untrusted.startswith(MAGIC):
        if not untrusted or MAGIC.startswith(untrusted):
            raise VaultDamaged("The vault file is damaged.", "It is empty or nearly so.")
        raise VaultForeign("This file is not a vault of Warifu.")
    header = _parse_header(untrusted)
    length = _FIXED + _header_length(untrusted)
    body = size - length - 2 * aead.MAC_BYTES - aead.TAG_BYTES
    if body < STEP or body % STEP:
        raise VaultDamaged("The vault file is damaged.", "A part of it is missing, or something was added.")
    return header


def parse(untrusted: bytes) -> Sealed:
    """Take a whole file apart and check its checksum. Raises as ``looks_whole`` does."""
    header = looks_whole(untrusted, len(untrusted))
    if not aead.same(aead.digest(memoryview(untrusted)[:-32]), untrusted[-32:]):
        raise VaultDamaged("The vault file is damaged.", "Its bytes are not as they were written.")
    end = _FIXED + _header_length(untrusted)
    body = end + aead.MAC_BYTES
    return Sealed(header, untrusted[:end], untrusted[end:body], untrusted[body:-32])


def fits(sealed: Sealed, keys: Keys) -> bool:
    """Whether the header was written with these keys."""
    return aead.same(aead.mac(keys.header, sealed.signed), sealed.mac)


def begun_with(untrusted: bytes, keys: Keys) -> bool:
    """Whether a file that begins so has a header written with these keys; nothing else is looked at."""
    end = _FIXED + _header_length(untrusted)
    return aead.same(aead.mac(keys.header, untrusted[:end]), untrusted[end : end + aead.MAC_BYTES])


def unseal(sealed: Sealed, keys: Keys) -> bytearray:
    """The padded document. Raises VaultDamaged where any byte or the key is another."""
    if not fits(sealed, keys):
        raise VaultDamaged("The vault file is damaged.", "Its header was changed.")
    try:
        return aead.unseal(
            keys.master, sealed.header.salt, _BODY_INFO, sealed.body, sealed.signed + sealed.mac
        )
    except aead.Forged:
        raise VaultDamaged("The vault file is damaged.", "Its contents were changed.") from None


def _header_length(untrusted: bytes) -> int:
    return int.from_bytes(untrusted[len(MAGIC) : _FIXED], "big")


def _parse_header(untrusted: bytes) -> Header:
    length = _header_length(untrusted)
    text = untrusted[_FIXED : _FIXED + length]
    if length > MAX_HEADER or len(text) != length:
        raise VaultDamaged("The vault file is damaged.", "Its header is cut off.")
    try:
        found = strict_json.load(text)
        if not isinstance(found, dict) or strict_json.dump(found) != text:
            raise ValueError
        return _header_from_json(found)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise VaultDamaged("The vault file is damaged.", "Its header is not as Warifu writes it.") from None


def _header_from_json(found: dict[str, Any]) -> Header:
    if type(found["min_reader"]) is int and found["min_reader"] > VERSION:
        raise VaultTooNew("This vault was written by a newer Warifu.", hint="Update Warifu to open it.")
    numbers = (found["generation"], found["epoch"], found["v"], found["min_reader"])
    if any(type(number) is not int or number < 0 for number in numbers):
        raise TypeError
    if re.fullmatch(r"[0-9a-f-]{36}", found["vault_id"]) is None:
        raise ValueError
    salt = base64.b64decode(found["salt"], validate=True)
    if len(salt) != _SALT_BYTES:
        raise ValueError
    checked = tuple(slots.check(found["slots"]))
    extra = {key: value for key, value in found.items() if key not in _KNOWN}
    return Header(found["vault_id"], checked, *numbers, salt, extra)


def _header_to_json(header: Header, salt: bytes) -> dict[str, Any]:
    return {
        **header.extra,
        "v": header.version,
        "min_reader": header.min_reader,
        "vault_id": header.vault_id,
        "generation": header.generation,
        "epoch": header.epoch,
        "salt": base64.b64encode(salt).decode("ascii"),
        "slots": list(header.slots),
    }
