"""Twofish in arrays against its authors' vectors, and against another implementation block by block."""

from __future__ import annotations

import random

import pytest
from pykeepass.kdbx_parsing.twofish import Twofish

from warifu.vault.aead import Forged
from warifu.vault.foreign import Cipher, decryptor
from warifu.vault.foreign.twofish import cbc_decryptor

NO_IV = bytes(16)
ZEROS = "00" * 16
# Key, plaintext, ciphertext: ecb_ival.txt and the end of each table of ecb_tbl.txt, as submitted for AES.
VECTORS = [
    (ZEROS, ZEROS, "9F589F5CF6122C32B6BFEC2F2AE8C35A"),
    ("0123456789ABCDEFFEDCBA98765432100011223344556677", ZEROS, "CFD1D2E5A9BE9CDF501F13B892BD2248"),
    (
        "0123456789ABCDEFFEDCBA987654321000112233445566778899AABBCCDDEEFF",
        ZEROS,
        "37527BE0052334B89F0CFCCAE87CFA20",
    ),
    (
        "BCA724A54533C6987E14AA827952F921",
        "6B459286F3FFD28D49F15B1581B08E42",
        "5D9D4EEFFA9151575524F115815A12E0",
    ),
    (
        "FB66522C332FCC4C042ABE32FA9E902FDEA4F3DA75EC7A8E",
        "F0AB73301125FA21EF70BE5385FB76B6",
        "E75449212BEEF9F4A390BD860A640941",
    ),
    (
        "248A7F3528B168ACFDD1386E3F51E30C2E2158BC3E5FC714C1EEECA0EA696D48",
        "431058F4DBC7F734DA4F02F04CC4F459",
        "37FE26FF1CF66175F5DDF4C33B97A205",
    ),
]


@pytest.mark.parametrize(("key", "plain", "sealed"), VECTORS, ids=lambda text: f"{len(text) * 4} bits")
def test_it_gives_what_its_authors_published(key: str, plain: str, sealed: str) -> None:
    opened = cbc_decryptor(bytes.fromhex(key), NO_IV)
    assert opened(bytes.fromhex(sealed)) == bytes.fromhex(plain)


@pytest.mark.parametrize("length", [16, 24, 32])
def test_parts_of_any_number_of_blocks_are_one_chain(length: int) -> None:
    chance = random.Random(length)
    key, iv, plain = chance.randbytes(length), chance.randbytes(16), chance.randbytes(16 * 5_000)
    sealed = Twofish.new(key, mode=Twofish.MODE_CBC, IV=iv).encrypt(plain)
    assert decryptor(Cipher.TWOFISH, key, iv)(sealed) == plain  # more blocks than are opened at once
    opened, at, parts = decryptor(Cipher.TWOFISH, key, iv), 0, []
    while at < len(sealed):
        part = 16 * chance.choice([0, 1, 2, 300, 4_096, 4_097])
        parts.append(opened(sealed[at : at + part]))
        at += part
    assert b"".join(parts) == plain


@pytest.mark.parametrize("cipher", [Cipher.TWOFISH, Cipher.AES])
def test_lengths_that_cannot_be_are_told(cipher: Cipher) -> None:
    for key, iv in ((bytes(15), NO_IV), (bytes(32), bytes(12)), (b"", NO_IV)):
        with pytest.raises(Forged):
            decryptor(cipher, key, iv)
    with pytest.raises(Forged):
        decryptor(cipher, bytes(32), NO_IV)(bytes(17))
