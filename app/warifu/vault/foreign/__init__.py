"""Ciphers and key derivations of other apps' files; ``formats`` reaches them here and by ``formats.kdf``.

Nothing of Warifu's own is ever sealed with what stands here. Limits on what an untrusted file may ask for are
the callers'.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.ciphers import CipherContext


class Hash(Enum):
    """The hash under PBKDF2."""

    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA512 = "sha512"


class Argon(Enum):
    """The kinds of Argon2 (RFC 9106)."""

    D = "argon2d"
    ID = "argon2id"


class Cipher(Enum):
    """Ciphers without authentication of their own; CBC is meant where they work on blocks."""

    AES = "AES-CBC"
    TWOFISH = "Twofish-CBC"
    CHACHA20 = "ChaCha20"  # RFC 8439, nonce of 12 bytes
    SALSA20 = "Salsa20"  # nonce of 8 bytes


def pbkdf2(hash_: Hash, password: bytes, salt: bytes, rounds: int, length: int) -> bytes:
    """PBKDF2-HMAC (RFC 8018); ``length`` in bytes. The window's own ``hashlib`` has none."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    named = {  # which one is the app’s choice
        Hash.SHA1: hashes.SHA1(),  # noqa: S303
        Hash.SHA256: hashes.SHA256(),
        Hash.SHA512: hashes.SHA512(),
    }
    return PBKDF2HMAC(named[hash_], length, salt, rounds).derive(password)


def scrypt(password: bytes, salt: bytes, n: int, r: int, p: int, length: int) -> bytes:
    """scrypt (RFC 7914); ``length`` in bytes. Raises ValueError, MemoryError."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=length, n=n, r=r, p=p).derive(password)


def argon2(
    kind: Argon, password: bytes, salt: bytes, *, memory_kib: int, passes: int, lanes: int, length: int = 32
) -> bytes:
    """Argon2, version 1.3. Raises ValueError, MemoryError."""
    from cryptography.hazmat.primitives.kdf import argon2 as kdf

    made = kdf.Argon2d if kind is Argon.D else kdf.Argon2id
    return made(salt=salt, length=length, iterations=passes, lanes=lanes, memory_cost=memory_kib).derive(
        password
    )


def openssl_key(passphrase: bytes, salt: bytes, length: int) -> bytes:
    """EVP_BytesToKey with MD5 and one round, as “openssl enc” once had it and CryptoJS still has."""
    import hashlib

    made = block = b""
    while len(made) < length:
        block = hashlib.md5(block + passphrase + salt, usedforsecurity=False).digest()
        made += block
    return made[:length]


def argon2_of_2015(
    kind: Argon, password: bytes, salt: bytes, *, memory_kib: int, passes: int, lanes: int, length: int = 32
) -> bytes:
    """Argon2, version 1.0, which old databases of KeePass have. Raises ValueError, MemoryError."""
    from argon2 import exceptions, low_level

    made = low_level.Type.D if kind is Argon.D else low_level.Type.ID
    try:
        return low_level.hash_secret_raw(
            password, salt, passes, memory_kib, lanes, length, made, version=0x10
        )
    except exceptions.HashingError as error:
        raise (MemoryError() if "emory allocation" in str(error) else ValueError()) from None


def aes_rounds(key: bytes, data: bytes, rounds: int) -> bytes:
    """KeePass's first key derivation: each block of ``data`` encrypted again and again (AES-256-ECB).

    CBC over zeros does just that, in one go.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher as Machine
    from cryptography.hazmat.primitives.ciphers import algorithms, modes

    zeros = bytes(16 * _ROUNDS_AT_ONCE)
    made = []
    for at in range(0, len(data), 16):
        encryptor = Machine(algorithms.AES(key), modes.CBC(data[at : at + 16])).encryptor()
        block, left = data[at : at + 16], rounds
        while left:
            now = min(left, _ROUNDS_AT_ONCE)
            block = encryptor.update(zeros[: 16 * now])[-16:]
            left -= now
        made.append(block)
    return b"".join(made)


_ROUNDS_AT_ONCE = 1 << 14


def decryptor(cipher: Cipher, key: bytes, iv: bytes) -> Callable[[bytes], bytes]:
    """Gives the plaintext of part after part, each of whole blocks, padding and all. Raises Forged."""
    if cipher is Cipher.TWOFISH:
        from warifu.vault.foreign.twofish import cbc_decryptor

        return cbc_decryptor(key, iv)
    try:
        return _aes_decryptor(key, iv) if cipher is Cipher.AES else keystream(cipher, key, iv)
    except ValueError:
        raise Forged from None


def _aes_decryptor(key: bytes, iv: bytes) -> Callable[[bytes], bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher as Machine
    from cryptography.hazmat.primitives.ciphers import algorithms, modes

    machine = Machine(algorithms.AES(key), modes.CBC(iv)).decryptor()

    def opened(sealed: bytes) -> bytes:
        if len(sealed) % 16:
            raise Forged
        made = bytearray(len(sealed) + 15)
        del made[machine.update_into(sealed, made) :]
        return bytes(made)

    return opened


def keystream(cipher: Cipher, key: bytes, nonce: bytes) -> Callable[[bytes], bytes]:
    """A stream cipher that goes on where it stopped, both ways. Raises ValueError."""
    from Cryptodome.Cipher import ChaCha20, Salsa20

    made = Salsa20 if cipher is Cipher.SALSA20 else ChaCha20
    goes_on: Callable[[bytes], bytes] = made.new(key=key, nonce=nonce).encrypt
    return goes_on


def hkdf_expand(key: bytes, info: bytes, length: int) -> bytes:
    """The second half of HKDF-SHA-256 alone (RFC 5869 section 2.3); ``length`` in bytes."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    return HKDFExpand(algorithm=SHA256(), length=length, info=info).derive(key)


def aes_gcm_open(key: bytes, nonce: bytes, sealed: bytes, aad: bytes = b"") -> bytes:
    """The plaintext of AES-GCM; the tag is the last 16 bytes. Nonces of 8 bytes and more. Raises Forged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(nonce, sealed, aad)
    except (InvalidTag, ValueError):
        raise Forged from None


def aes_gcm_seal(key: bytes, nonce: bytes, plaintext: bytes, aad: bytes = b"") -> bytes:
    """AES-GCM: ciphertext and a tag of 16 bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, plaintext, aad)


def aes_cbc_open(key: bytes, iv: bytes, sealed: bytes) -> bytes:
    """The plaintext of AES-CBC without its PKCS #7 padding. Raises Forged where that is none.

    A wrong key passes one time in 256: callers look at what comes out.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    try:
        padded = _all_of(Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor(), sealed)
    except ValueError:
        raise Forged from None
    pad = padded[-1] if padded else 0
    if not 1 <= pad <= 16 or not padded.endswith(bytes((pad,)) * pad):
        raise Forged
    del padded[-pad:]
    return bytes(padded)


def _all_of(machine: CipherContext, data: bytes) -> bytearray:
    """What a cipher makes of all of ``data``. Raises MemoryError, where its own ``update`` panics."""
    made = bytearray(len(data) + 15)
    length = machine.update_into(data, made)
    made[length:] = machine.finalize()
    return made


def aes_cbc_seal(key: bytes, iv: bytes, plaintext: bytes) -> bytes:
    """AES-CBC with PKCS #7 padding."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.padding import PKCS7

    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(padder.update(plaintext) + padder.finalize()) + encryptor.finalize()


def secretstream_open(key: bytes, header: bytes, sealed: bytes) -> bytes:
    """The plaintext of libsodium's secretstream (XChaCha20-Poly1305) with a single chunk. Raises Forged."""
    import nacl.bindings as sodium
    from nacl.exceptions import CryptoError
    from nacl.exceptions import RuntimeError as SodiumError

    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    try:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
        plaintext: bytes = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed)[0]
    except (CryptoError, SodiumError, ValueError):
        raise Forged from None
    return plaintext


def secretstream_seal(key: bytes, plaintext: bytes) -> tuple[bytes, bytes]:
    """A fresh header of libsodium's secretstream and one chunk with its final tag."""
    import nacl.bindings as sodium

    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header: bytes = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    final = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
    return header, sodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext, tag=final)


def aes_cbc_blocks(key: bytes, iv: bytes, sealed: bytes) -> bytes:
    """The plaintext of AES-CBC that has no padding. Raises Forged where it is no whole number of blocks."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    try:
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        return bytes(_all_of(decryptor, sealed))
    except ValueError:
        raise Forged from None
