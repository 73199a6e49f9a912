"""The encrypted part of KeePass databases, versions 3.1 and 4: checked blocks, cipher, compression.

The plaintext comes as a stream of parts, so that no more of it is in memory than has to be.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib
from typing import TYPE_CHECKING, Final

from warifu.formats.archive import MAX_RATIO, MAX_TOTAL
from warifu.formats.errors import FileDamaged, FileTooBig, WrongFilePassword
from warifu.formats.kdbx_header import COMPRESSION, IV, SEED, START, Header
from warifu.vault import foreign
from warifu.vault.aead import Forged
from warifu.vault.foreign import Cipher

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK: Final = 1 << 20  # expat looks at an unfinished tag again with every part
_SMALL: Final = 1 << 20  # bytes; less than that is no bomb, however well it is packed


def opened(data: bytes, header: Header, key: bytes) -> Iterator[bytes]:
    """The plaintext in parts: an inner header and XML in version 4, XML alone in 3.1.

    Raises WrongFilePassword at once, and FileDamaged or FileTooBig at the part that shows it.
    """
    sealed = _sealed_4(data, header, key) if header.major == 4 else data[header.end :]
    master = hashlib.sha256(header.field(SEED, 32) + key).digest()
    try:
        plain = foreign.decrypted(header.cipher, master, header.field(IV), sealed)
    except Forged:
        raise FileDamaged from None
    del sealed
    if header.major == 3:
        if plain[:32] != header.field(START, 32):
            raise WrongFilePassword
        plain = _blocks_3(memoryview(plain)[32:])
    elif header.cipher is not Cipher.CHACHA20:
        plain = _unpadded(plain)
    return _unpacked(plain, header.fields.get(COMPRESSION, b"")[:1] == b"\1")


def hmac_key(seed: bytes, key: bytes, index: int) -> bytes:
    """The key under the checksum of one block; the header has the index 2**64 - 1."""
    base = hashlib.sha512(seed + key + b"\1").digest()
    return hashlib.sha512(struct.pack("<Q", index) + base).digest()


def _sealed_4(data: bytes, header: Header, key: bytes) -> bytes:
    seed, at = header.field(SEED, 32), header.end + 32
    of_header = hmac.digest(hmac_key(seed, key, 2**64 - 1), data[: header.end], "sha256")
    if len(data) < at + 32:
        raise FileDamaged
    if not hmac.compare_digest(of_header, data[at : at + 32]):
        raise WrongFilePassword
    at += 32
    parts: list[bytes] = []
    while True:
        tag, size = data[at : at + 32], int.from_bytes(data[at + 32 : at + 36], "little")
        if at + 36 + size > len(data):
            raise FileDamaged
        block = data[at + 32 : at + 36 + size]
        mac = hmac.digest(hmac_key(seed, key, len(parts)), struct.pack("<Q", len(parts)) + block, "sha256")
        if not hmac.compare_digest(mac, tag):
            raise FileDamaged
        if not size:
            return b"".join(parts)
        parts.append(block[4:])
        at += 36 + size


def _blocks_3(data: memoryview) -> bytes:
    parts: list[bytes] = []
    at = 0
    while True:
        size = int.from_bytes(data[at + 36 : at + 40], "little")
        block = bytes(data[at + 40 : at + 40 + size])
        if at + 40 > len(data) or len(block) != size:
            raise FileDamaged
        if int.from_bytes(data[at : at + 4], "little") != len(parts):
            raise FileDamaged
        if not size:
            return b"".join(parts)
        if hashlib.sha256(block).digest() != data[at + 4 : at + 36]:
            raise FileDamaged
        parts.append(block)
        at += 40 + size


def _unpadded(plain: bytes) -> bytes:
    pad = plain[-1] if plain else 0
    if not 1 <= pad <= 16 or plain[-pad:] != bytes((pad,)) * pad:
        raise FileDamaged
    return plain[:-pad]


def _unpacked(plain: bytes, compressed: bool) -> Iterator[bytes]:
    if not compressed:
        yield from (plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK))
        return
    most = min(MAX_TOTAL, max(_SMALL, len(plain) * MAX_RATIO))
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for at in range(0, len(plain), _CHUNK):
        left = plain[at : at + _CHUNK]
        while not machine.eof:
            try:
                part = machine.decompress(left, _CHUNK)
            except zlib.error:
                raise FileDamaged from None
            most -= len(part)
            if most < 0:
                raise FileTooBig(
                    "This database unpacks to far more than passwords and codes are.",
                    hint="Save it without its attachments, and try that file.",
                )
            yield part
            left = machine.unconsumed_tail
            if not left and len(part) < _CHUNK:
                break
    if not machine.eof:
        raise FileDamaged
