"""One file, one key: a ciphertext made to fit two keys opens under neither."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from warifu.core.errors import VaultDamaged, WrongPassword
from warifu.vault import aead, container, slots, strict_json
from warifu.vault.container import Header, Keys
from warifu.vault.file import open_vault

VAULT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.mark.safety(9)
def test_a_file_made_to_open_under_two_keys_is_refused(kit: Any, folder: Path) -> None:
    """AES-GCM alone does not commit to its key: the body below has a right tag under both. The HMAC does."""
    salt = os.urandom(32)
    keys = [Keys.of(aead.random_key(), VAULT_ID) for _ in range(2)]
    found = tuple(
        slots.password_slot(f"password number {n}", keys[n].master, VAULT_ID, slots.FLOOR) for n in range(2)
    )
    text = strict_json.dump(container._header_to_json(Header(VAULT_ID, found), salt))
    signed = container.MAGIC + len(text).to_bytes(4, "big") + text
    opening = signed + aead.mac(keys[0].header, signed)
    body = two_key_body(
        [bytes(aead.hkdf(key.master, salt, b"warifu body 1", 44)) for key in keys], opening, 16_384
    )
    for key in keys:
        assert len(aead.unseal(key.master, salt, b"warifu body 1", body, opening)) == 16_384
    path = folder / "two.warifu"
    path.write_bytes(kit.with_checksum(opening + body))
    with pytest.raises(VaultDamaged) as caught:
        open_vault(path, "password number 1")
    assert "header" in str(caught.value)
    assert not container.fits(container.parse(path.read_bytes()), keys[1])


def two_key_body(keys: list[bytes], aad: bytes, size: int) -> bytes:
    """What AES-GCM accepts under both keys: one block is solved for (Dodis et al., 2018)."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    def block(key: bytes, plain: bytes) -> int:
        encryptor = Cipher(algorithms.AES(key[:32]), modes.ECB()).encryptor()
        return int.from_bytes(encryptor.update(plain), "big")

    hashes = [block(key, bytes(16)) for key in keys]
    masks = [block(key, key[32:] + b"\0\0\0\1") for key in keys]
    cipher = bytearray(os.urandom(size))
    cipher[:16] = bytes(16)
    lengths = (len(aad) * 8).to_bytes(8, "big") + (size * 8).to_bytes(8, "big")
    message = aad + bytes(-len(aad) % 16) + cipher + lengths
    sums = [ghash(h, message) for h in hashes]
    powers = [power(h, size // 16 + 1) for h in hashes]  # of the first ciphertext block
    solved = multiply(sums[0] ^ sums[1] ^ masks[0] ^ masks[1], inverse(powers[0] ^ powers[1]))
    cipher[:16] = solved.to_bytes(16, "big")
    tag = sums[0] ^ multiply(solved, powers[0]) ^ masks[0]
    return bytes(cipher) + tag.to_bytes(16, "big")


def multiply(one: int, other: int) -> int:
    """In GF(2^128) with GCM's bit order (NIST SP 800-38D, 6.3)."""
    product = 0
    for bit in range(127, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (0xE1 << 120 if other & 1 else 0)
    return product


def power(base: int, exponent: int) -> int:
    result = 1 << 127
    while exponent:
        if exponent & 1:
            result = multiply(result, base)
        base, exponent = multiply(base, base), exponent >> 1
    return result


def inverse(value: int) -> int:
    return power(value, 2**128 - 2)


def ghash(key: int, message: bytes) -> int:
    total = 0
    for place in range(0, len(message), 16):
        total = multiply(total ^ int.from_bytes(message[place : place + 16], "big"), key)
    return total


@pytest.mark.safety(9)
def test_nine_passwords_are_refused_before_any_is_tried(kit: Any, folder: Path, monkeypatch: Any) -> None:
    content = kit.vault(folder).path.read_bytes()
    header = kit.header(content)
    eight, nine = ([header["slots"][0] | {"id": str(n)} for n in range(count)] for count in (8, 9))
    path = folder / "many.warifu"
    path.write_bytes(kit.with_header(content, header | {"slots": nine}))
    tried: list[int] = []
    derive = aead.argon2id
    monkeypatch.setattr(aead, "argon2id", lambda *args, **kwargs: tried.append(1) or derive(*args, **kwargs))
    with pytest.raises(VaultDamaged):
        open_vault(path, kit.password)
    assert not tried
    path.write_bytes(kit.with_header(content, header | {"slots": eight}))
    with pytest.raises(WrongPassword):
        open_vault(path, kit.password)
    assert len(tried) == 8
