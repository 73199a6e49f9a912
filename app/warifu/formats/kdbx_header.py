"""The header of KeePass databases, versions 3.1 and 4, and the key that it asks for.

Nothing is derived before the header is whole and its parameters are within limits.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import Final

from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.vault.foreign import Argon, Cipher

MAGIC: Final = bytes.fromhex("03d9a29a67fb4bb5")
FAMILY: Final = MAGIC[:4]  # KeePass 1 and previews of KeePass 2 begin so, too
END, CIPHER, COMPRESSION, SEED, AES_SEED, AES_ROUNDS, IV, STREAM_KEY, START, STREAM, KDF = (
    0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
)  # fmt: skip
CIPHERS: Final = {
    bytes.fromhex("31c1f2e6bf714350be5805216afc5aff"): Cipher.AES,
    bytes.fromhex("ad68f29f576f4bb9a36ad47af965346c"): Cipher.TWOFISH,
    bytes.fromhex("d6038a2b8b6f4cb5a524339a31dbb59a"): Cipher.CHACHA20,
}
ARGON2D: Final = bytes.fromhex("ef636ddf8c29444b91f7a9a403e30a0c")
ARGON2ID: Final = bytes.fromhex("9e298b1956db4773b23dfc3ec6f0a1e6")
AES_KDF: Final = bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea")
AES_KDF_4: Final = bytes.fromhex("7c02bb8279a74ac0927d114a00648238")
_NUMBERS: Final = {0x04: "<I", 0x05: "<Q", 0x08: "<?", 0x0C: "<i", 0x0D: "<q"}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the encrypted part: its fields by number, and where it ends."""

    major: int
    fields: dict[int, bytes]
    end: int

    def field(self, number: int, length: int | None = None) -> bytes:
        """A field of that many bytes. Raises FileDamaged."""
        value = self.fields.get(number, b"")
        if not value or (length is not None and len(value) != length):
            raise FileDamaged
        return value

    @property
    def cipher(self) -> Cipher:
        """How the body is encrypted. Raises FileDamaged, NotSupported."""
        if (cipher := CIPHERS.get(self.field(CIPHER))) is None:
            raise NotSupported(
                "This database is encrypted with a cipher that Warifu does not have.",
                hint="In KeePass, choose AES or ChaCha20 in the database’s settings and save it.",
            )
        return cipher


def header_of(data: bytes) -> Header:
    """The header. Raises NotSupported for KeePass 1 and the like, FileDamaged."""
    if data[:4] == FAMILY and data[:8] != MAGIC and len(data) >= 8:
        raise NotSupported(
            "This is a database of KeePass 1.",
            hint="Open it with KeePass 2 or KeePassXC, save it as a .kdbx file, and choose that.",
        )
    if len(data) < 12 or data[:8] != MAGIC:
        raise FileDamaged
    major = int.from_bytes(data[10:12], "little")
    if major not in {3, 4}:
        raise NotSupported(
            Text("This database has version {n}, which Warifu does not know.", n=major),
            hint="In KeePass or KeePassXC, save it as KDBX 4.",
        )
    width = 4 if major == 4 else 2
    fields, at = {}, 12
    while True:
        number = data[at : at + 1]
        size = int.from_bytes(data[at + 1 : at + 1 + width], "little")
        at += 1 + width
        if not number or at + size > len(data):
            raise FileDamaged
        fields[number[0]] = data[at : at + size]
        at += size
        if number[0] == END:
            return Header(major, fields, at)


def checked_header(data: bytes) -> Header:
    """The header, and in version 4 whole by its checksum. Raises FileDamaged, NotSupported."""
    header = header_of(data)
    whole = hashlib.sha256(data[: header.end]).digest()
    if header.major == 4 and data[header.end : header.end + 32] != whole:
        raise FileDamaged
    return header


def transformed(header: Header, composite: bytes) -> bytes:
    """The slow part of the key. Raises FileTooBig, FileDamaged, NotSupported."""
    if header.major == 3:
        rounds = int.from_bytes(header.field(AES_ROUNDS, 8), "little")
        return _by_aes(header.field(AES_SEED), composite, rounds)
    parameters = _dictionary(header.field(KDF))
    kind, salt = parameters.get("$UUID"), parameters.get("S")
    if not isinstance(salt, bytes):
        raise FileDamaged
    if kind in {AES_KDF, AES_KDF_4}:
        return _by_aes(salt, composite, parameters.get("R"))
    if kind not in {ARGON2D, ARGON2ID} or parameters.get("K") or parameters.get("A"):
        raise NotSupported(
            "This database derives its key in a way that Warifu does not have.",
            hint="In KeePass, choose Argon2 in the database’s settings and save it.",
        )
    memory, version = parameters.get("M"), parameters.get("V", 0x13)
    if not isinstance(memory, int) or not isinstance(version, int):
        raise FileDamaged
    return kdf.argon2(
        Argon.D if kind == ARGON2D else Argon.ID,
        composite,
        salt,
        memory_kib=memory // 1024,
        passes=parameters.get("I"),
        lanes=parameters.get("P"),
        most=kdf.FOR_DATABASES,
        version=version,
    )


def _by_aes(seed: bytes, composite: bytes, rounds: object) -> bytes:
    return hashlib.sha256(kdf.aes_rounds(seed, composite, rounds)).digest()


def _dictionary(data: bytes) -> dict[str, int | bytes]:
    """The parameters of the key derivation. Raises FileDamaged."""
    values: dict[str, int | bytes] = {}
    at = 2
    try:
        while kind := data[at]:
            parts = []
            at += 1
            for _ in range(2):
                size = int.from_bytes(data[at : at + 4], "little")
                if at + 4 + size > len(data):
                    raise FileDamaged
                parts.append(data[at + 4 : at + 4 + size])
                at += 4 + size
            form = _NUMBERS.get(kind)
            values[parts[0].decode()] = struct.unpack(form, parts[1])[0] if form else parts[1]
    except (IndexError, UnicodeDecodeError, struct.error):
        raise FileDamaged from None
    return values
