"""Databases of SQLCipher 3 with its usual settings (zetetic.net/sqlcipher/design), decrypted without it.

Pages of 1,024 bytes, each with 48 at its end: IV (16), HMAC-SHA1 (20), padding (12). The salt is the first 16
bytes of the file, and stands where SQLite's own magic would be.
"""

from __future__ import annotations

import hmac
from typing import Final

from warifu.formats import kdf
from warifu.formats.errors import FileDamaged
from warifu.formats.kdf import Hash
from warifu.formats.sqlite import MAGIC
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_blocks

PAGE: Final = 1024  # bytes
_RESERVE: Final = 48
_SALT: Final = 16
_IV: Final = 16
_MAC: Final = 20
_ROUNDS: Final = 64_000
_MAC_ROUNDS: Final = 2
_MAC_MASK: Final = 0x3A


def decrypted(data: bytes, password: str) -> bytes | None:
    """The plain database, or None for another password. Raises FileDamaged for changed pages."""
    salt = data[:_SALT]
    key = kdf.pbkdf2(Hash.SHA1, password.encode(), salt, _ROUNDS)
    mac_key = kdf.pbkdf2(Hash.SHA1, key, bytes(byte ^ _MAC_MASK for byte in salt), _MAC_ROUNDS)
    pages = []
    for number in range(1, len(data) // PAGE + 1):
        page = data[(number - 1) * PAGE : number * PAGE]
        sealed, iv, mac = page[:-_RESERVE], page[-_RESERVE : _IV - _RESERVE], page[_IV - _RESERVE :][:_MAC]
        sealed = sealed[_SALT:] if number == 1 else sealed
        message = sealed + iv + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(mac_key, message, "sha1"), mac):
            if number == 1:
                return None
            raise FileDamaged
        try:
            plain = aes_cbc_blocks(key, iv, sealed)
        except Forged:
            raise FileDamaged from None
        pages.append((MAGIC if number == 1 else b"") + plain + bytes(_RESERVE))
    return b"".join(pages)
