"""The encrypted part of KeePass databases, versions 3.1 and 4: checked blocks, cipher, compression.

The plaintext comes as a stream of parts, so that no more of it is in memory than has to be.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import struct
import zlib
from typing import TYPE_CHECKING, Final

from warifu.formats.archive import MAX_RATIO, MAX_TOTAL
from warifu.formats.errors import FileDamaged, FileTooBig, WrongFilePassword
from warifu.formats.kdbx_header import COMPRESSION, IV, SEED, START, Header
from warifu.formats.kdbx_parts import Parts
from warifu.vault import foreign
from warifu.vault.aead import Forged
from warifu.vault.foreign import Cipher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_CHUNK: Final = 1 << 18  # bytes, of whole blocks; expat looks at an unfinished tag again with every part
_SMALL: Final = 1 << 20  # bytes; less than that is no bomb, however well it is packed
_LONGEST_PAD: Final = 16  # bytes


def opened(data: bytes, header: Header, key: bytes) -> Parts:
    """The plaintext as a stream: an inner header and XML in version 4, XML alone in 3.1.

    Raises WrongFilePassword at once, and FileDamaged or FileTooBig at the part that shows it.
    """
    if header.major == 4:
        _check_header(data, header, key)
    master = hashlib.sha256(header.field(SEED, 32) + key).digest()
    try:
        open_ = foreign.decryptor(header.cipher, master, header.field(IV))
    except Forged:
        raise FileDamaged from None
    if header.major == 4:
        plain = _decrypted(_sealed_4(data, header, key), open_)
        if header.cipher is not Cipher.CHACHA20:
            plain = _unpadded(plain)
    else:
        whole = Parts(_decrypted([memoryview(data)[header.end :]], open_))
        if whole.take(32) != header.field(START, 32):
            raise WrongFilePassword
        plain = _gathered(_blocks_3(whole))
    if header.fields.get(COMPRESSION, b"")[:1] == b"\1":
        plain = _unpacked(plain, len(data))
    return Parts(plain)


def hmac_key(seed: bytes, key: bytes, index: int) -> bytes:
    """The key under the checksum of one block; the header has the index 2**64 - 1."""
    base = hashlib.sha512(seed + key + b"\1").digest()
    return hashlib.sha512(struct.pack("<Q", index) + base).digest()


def _check_header(data: bytes, header: Header, key: bytes) -> None:
    """Tell a wrong password of version 4 from the checksum of the header. Raises FileDamaged as well."""
    tag = data[header.end + 32 : header.end + 64]
    if len(tag) < 32:
        raise FileDamaged
    made = hmac.digest(hmac_key(header.field(SEED, 32), key, 2**64 - 1), data[: header.end], "sha256")
    if not hmac.compare_digest(made, tag):
        raise WrongFilePassword


def _sealed_4(data: bytes, header: Header, key: bytes) -> Iterator[memoryview]:
    """Each block once it is known to be whole and in its place, to the empty one at the end."""
    seed, left, index = header.field(SEED, 32), memoryview(data)[header.end + 64 :], 0
    while True:
        size = int.from_bytes(left[32:36], "little")
        if 36 + size > len(left):
            raise FileDamaged
        machine = hmac.new(hmac_key(seed, key, index), struct.pack("<Q", index), "sha256")
        machine.update(left[32 : 36 + size])
        if not hmac.compare_digest(machine.digest(), left[:32]):
            raise FileDamaged
        if not size:
            return
        yield left[36 : 36 + size]
        left, index = left[36 + size :], index + 1


def _blocks_3(parts: Parts) -> Iterator[bytes]:
    """Each block that is whole and in its place, to the empty one at the end."""
    for index in itertools.count():
        number, tag, size = struct.unpack("<I32sI", parts.take(40))
        if number != index:
            raise FileDamaged
        if not size:
            return
        block = parts.take(size)
        if hashlib.sha256(block).digest() != tag:
            raise FileDamaged
        yield block


def _gathered(parts: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """The same in parts of ``_CHUNK`` bytes, the last excepted: a file may have blocks of a few bytes."""
    kept = bytearray()
    for part in parts:
        for at in range(0, len(part), _CHUNK):
            kept += part[at : at + _CHUNK]
            if len(kept) >= _CHUNK:
                yield bytes(kept[:_CHUNK])
                del kept[:_CHUNK]
    if kept:
        yield bytes(kept)


def _decrypted(sealed: Iterable[memoryview], open_: Callable[[bytes], bytes]) -> Iterator[bytes]:
    try:
        yield from map(open_, _gathered(sealed))
    except Forged:
        raise FileDamaged from None


def _unpadded(parts: Iterator[bytes]) -> Iterator[bytes]:
    last = b""
    for part in parts:
        if last:
            yield last
        last = part
    pad = last[-1] if last else 0
    if not 1 <= pad <= _LONGEST_PAD or last[-pad:] != bytes((pad,)) * pad:
        raise FileDamaged
    yield last[:-pad]


def _unpacked(parts: Iterator[bytes], packed: int) -> Iterator[bytes]:
    most = min(MAX_TOTAL, max(_SMALL, packed * MAX_RATIO))
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for packed_part in parts:
        left = packed_part
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
