"""The only module that touches ciphers. Keys live in bytearrays, which ``zero`` overwrites.

The libraries are loaded when they are needed: the locked page is up before.
"""

from __future__ import annotations

import os
from typing import Final

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
MAC_BYTES: Final = 32


class Forged(Exception):
    """A tag does not fit: another key, or changed bytes."""


def random_bytes(count: int) -> bytes:
    """``count`` bytes from the operating system, never from a generator that a fork or a clone copies."""
    return os.urandom(count)


def random_key() -> bytearray:
    """A fresh 32-byte key that at no moment lies whole in an immutable object."""
    key = bytearray(KEY_BYTES)
    for place in range(KEY_BYTES):
        key[place] = os.urandom(1)[0]
    return key


def zero(*keys: bytearray) -> None:
    """Overwrite key buffers in place."""
    for key in keys:
        key[:] = bytes(len(key))


def argon2id(password: bytearray, salt: bytes, *, memory_kib: int, passes: int, lanes: int) -> bytearray:
    """A 32-byte key from a password (RFC 9106). Raises MemoryError where the memory is not to be had."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    key = bytearray(KEY_BYTES)
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    try:
        kdf.derive_into(password, key)  # type: ignore[arg-type]  # takes any buffer
    finally:
        _overwrite_parameters(len(password), len(salt))
    return key


def _overwrite_parameters(password_length: int, salt_length: int) -> None:
    """OpenSSL frees its copy of the password as it is; deriving from zeros of the same length, which costs
    nothing here, gets the same memory again and overwrites it. ``tests/memory_after_lock.py`` watches that.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    wash = Argon2id(salt=bytes(salt_length), length=KEY_BYTES, iterations=1, lanes=1, memory_cost=8)
    wash.derive(bytes(password_length))


def hkdf(key: bytearray, salt: bytes, info: bytes, length: int = KEY_BYTES) -> bytearray:
    """HKDF-SHA-256 (RFC 5869) of a key that is already uniformly random."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = bytearray(length)
    HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive_into(key, derived)
    return derived


def seal(key: bytearray, salt: bytes, info: bytes, plaintext: bytes | bytearray, aad: bytes) -> bytes:
    """AES-256-GCM under a key and a nonce derived from ``key`` and ``salt``; the salt must be fresh.

    Returns ciphertext and 16-byte tag.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    derived = hkdf(key, salt, info, KEY_BYTES + NONCE_BYTES)
    try:
        key_part, nonce = memoryview(derived)[:KEY_BYTES], memoryview(derived)[KEY_BYTES:]
        return AESGCM(key_part).encrypt(nonce, plaintext, aad)
    finally:
        zero(derived)


def unseal(key: bytearray, salt: bytes, info: bytes, untrusted: bytes, aad: bytes) -> bytearray:
    """The plaintext that ``seal`` got, in a buffer the caller may zero. Raises Forged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(untrusted) < TAG_BYTES:
        raise Forged
    derived = hkdf(key, salt, info, KEY_BYTES + NONCE_BYTES)
    plaintext = bytearray(len(untrusted) - TAG_BYTES)
    try:
        key_part, nonce = memoryview(derived)[:KEY_BYTES], memoryview(derived)[KEY_BYTES:]
        AESGCM(key_part).decrypt_into(nonce, untrusted, aad, plaintext)
    except InvalidTag:
        raise Forged from None
    finally:
        zero(derived)
    return plaintext


def mac(key: bytearray, message: bytes) -> bytes:
    """HMAC-SHA-256, by OpenSSL, which overwrites what it made of the key."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.hmac import HMAC

    made = HMAC(key, SHA256())
    made.update(message)
    return made.finalize()


def same(one: bytes, other: bytes) -> bool:
    """Equality in constant time."""
    import hmac

    return hmac.compare_digest(one, other)


def digest(message: bytes | bytearray | memoryview) -> bytes:
    """SHA-256."""
    import hashlib

    return hashlib.sha256(message).digest()
