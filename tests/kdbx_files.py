"""KeePass databases put together by hand, from KeePass's description of them: no code of Warifu's.

https://keepass.info/help/kb/kdbx.html; ciphers are PyCryptodome's, Argon2 is argon2-cffi's.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import struct
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from argon2 import low_level
from Cryptodome.Cipher import AES, ChaCha20, Salsa20
from Cryptodome.Util.Padding import pad
from pykeepass.kdbx_parsing.twofish import Twofish

CIPHERS = {
    "aes": bytes.fromhex("31c1f2e6bf714350be5805216afc5aff"),
    "twofish": bytes.fromhex("ad68f29f576f4bb9a36ad47af965346c"),
    "chacha20": bytes.fromhex("d6038a2b8b6f4cb5a524339a31dbb59a"),
}
KDFS = {
    "argon2d": bytes.fromhex("ef636ddf8c29444b91f7a9a403e30a0c"),
    "argon2id": bytes.fromhex("9e298b1956db4773b23dfc3ec6f0a1e6"),
    "aes": bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea"),
}
SEED, SALT, STREAM_KEY = bytes(range(32)), bytes(range(32, 64)), bytes(range(64, 128))


@dataclass
class Recipe:
    """How a database is made."""

    version: int = 4
    cipher: str = "aes"
    kdf: str = "argon2d"
    memory: int = 64 * 1024  # bytes
    passes: int = 2
    rounds: int = 10
    argon: int = 0x13
    packed: bool = True
    attachment: bytes = b""
    block: int = 1000  # bytes; programs write a megabyte
    key_hash: bytes = b""  # of the key file
    password: str | None = "p"
    parameters: dict[str, tuple[int, bytes]] = field(default_factory=dict)  # instead of the right ones
    header_hash: bool = True


def database(xml: str, recipe: Recipe) -> bytes:
    """A whole file. ``xml`` has ``{{text}}`` where a protected value belongs."""
    of_password = b"" if recipe.password is None else hashlib.sha256(recipe.password.encode()).digest()
    composite = hashlib.sha256(of_password + recipe.key_hash).digest()
    return _version_4(xml, recipe, composite) if recipe.version == 4 else _version_3(xml, recipe, composite)


def protected(xml: str, stream) -> str:
    """The document with each ``{{text}}`` encrypted, in order."""
    parts = xml.split("{{")
    made = [parts[0]]
    for part in parts[1:]:
        text, rest = part.split("}}", 1)
        made.append(base64.b64encode(stream.encrypt(text.encode())).decode() + rest)
    return "".join(made)


def entry(strings: dict[str, str], *, hidden: tuple[str, ...] = (), more: str = "") -> str:
    """The XML of an entry."""
    parts = []
    for key, value in strings.items():
        if key in hidden:
            parts.append(f'<String><Key>{key}</Key><Value Protected="True">{{{{{value}}}}}</Value></String>')
        else:
            parts.append(f"<String><Key>{key}</Key><Value>{escape(value)}</Value></String>")
    return f"<Entry><UUID>AAAAAAAAAAAAAAAAAAAAAA==</UUID>{more}{''.join(parts)}</Entry>"


def document(body: str, meta: str = "") -> str:
    """A document whose root group holds ``body``."""
    return (
        f"<?xml version='1.0' encoding='utf-8'?><KeePassFile><Meta><Generator>Test</Generator>{meta}</Meta>"
        f"<Root><Group><UUID>cm9vdHJvb3Ryb290cm9vdA==</UUID><Name>Root</Name>{body}</Group></Root></KeePassFile>"
    )


def _transformed(recipe: Recipe, composite: bytes) -> bytes:
    if recipe.version == 3 or recipe.kdf == "aes":
        machine = AES.new(SALT, AES.MODE_ECB)
        for _ in range(recipe.rounds):
            composite = machine.encrypt(composite)
        return hashlib.sha256(composite).digest()
    kind = low_level.Type.D if recipe.kdf == "argon2d" else low_level.Type.ID
    return low_level.hash_secret_raw(
        composite, SALT, recipe.passes, recipe.memory // 1024, 2, 32, kind, version=recipe.argon
    )


def _sealed(recipe: Recipe, key: bytes, plain: bytes) -> bytes:
    if recipe.cipher == "aes":
        return AES.new(key, AES.MODE_CBC, SEED[:16]).encrypt(pad(plain, 16))
    if recipe.cipher == "twofish":
        return bytes(Twofish.new(key, mode=Twofish.MODE_CBC, IV=SEED[:16]).encrypt(pad(plain, 16)))
    return ChaCha20.new(key=key, nonce=SEED[:12]).encrypt(plain)


def _iv(recipe: Recipe) -> bytes:
    return SEED[:12] if recipe.cipher == "chacha20" else SEED[:16]


def _version_4(xml: str, recipe: Recipe, composite: bytes) -> bytes:
    parameters: dict[str, tuple[int, bytes]] = {"$UUID": (0x42, KDFS[recipe.kdf]), "S": (0x42, SALT)}
    if recipe.kdf == "aes":
        parameters["R"] = (0x05, struct.pack("<Q", recipe.rounds))
    else:
        parameters["M"] = (0x05, struct.pack("<Q", recipe.memory))
        parameters["I"] = (0x05, struct.pack("<Q", recipe.passes))
        parameters["P"] = (0x04, struct.pack("<I", 2))
        parameters["V"] = (0x04, struct.pack("<I", recipe.argon))
    parameters |= recipe.parameters
    packed = b"\0\1"
    for name, (kind, value) in parameters.items():
        packed += struct.pack("<BI", kind, len(name)) + name.encode() + struct.pack("<I", len(value)) + value
    fields = [
        (2, CIPHERS[recipe.cipher]), (3, struct.pack("<I", recipe.packed)), (4, SEED), (7, _iv(recipe)),
        (11, packed + b"\0"), (0, b"\r\n\r\n"),
    ]  # fmt: skip
    header = bytes.fromhex("03d9a29a67fb4bb5") + struct.pack("<HH", 1, 4)
    header += b"".join(struct.pack("<BI", number, len(value)) + value for number, value in fields)
    if recipe.parameters:  # nobody can derive that key; it is refused before
        return header + hashlib.sha256(header).digest() + bytes(200)
    key = _transformed(recipe, composite)
    whole = hashlib.sha512(STREAM_KEY).digest()
    stream = ChaCha20.new(key=whole[:32], nonce=whole[32:44])
    inner = struct.pack("<BII", 1, 4, 3) + struct.pack("<BI", 2, 64) + STREAM_KEY
    if recipe.attachment:
        inner += struct.pack("<BI", 3, len(recipe.attachment) + 1) + b"\1" + recipe.attachment
    plain = inner + struct.pack("<BI", 0, 0) + protected(xml, stream).encode()
    sealed = _sealed(
        recipe, hashlib.sha256(SEED + key).digest(), gzip.compress(plain) if recipe.packed else plain
    )

    def of_block(index: int) -> bytes:
        return hashlib.sha512(struct.pack("<Q", index) + hashlib.sha512(SEED + key + b"\1").digest()).digest()

    made = header + hashlib.sha256(header).digest()
    made += hmac.new(of_block(2**64 - 1), header, "sha256").digest()
    blocks = [sealed[at : at + recipe.block] for at in range(0, len(sealed), recipe.block)]
    for index, block in enumerate([*blocks, b""]):
        sized = struct.pack("<I", len(block)) + block
        made += hmac.new(of_block(index), struct.pack("<Q", index) + sized, "sha256").digest() + sized
    return made


def _version_3(xml: str, recipe: Recipe, composite: bytes) -> bytes:
    start = b"the first bytes of the plaintext"
    fields = [
        (2, CIPHERS[recipe.cipher]), (3, struct.pack("<I", recipe.packed)), (4, SEED), (5, SALT),
        (6, struct.pack("<Q", recipe.rounds)), (7, _iv(recipe)), (8, STREAM_KEY[:32]), (9, start),
        (10, struct.pack("<I", 2)), (0, b"\r\n\r\n"),
    ]  # fmt: skip
    header = bytes.fromhex("03d9a29a67fb4bb5") + struct.pack("<HH", 1, 3)
    header += b"".join(struct.pack("<BH", number, len(value)) + value for number, value in fields)
    if recipe.header_hash:
        told = base64.b64encode(hashlib.sha256(header).digest()).decode()
        xml = xml.replace("<Meta>", f"<Meta><HeaderHash>{told}</HeaderHash>")
    stream = Salsa20.new(
        key=hashlib.sha256(STREAM_KEY[:32]).digest(), nonce=bytes.fromhex("e830094b97205d2a")
    )
    plain = protected(xml, stream).encode()
    plain = gzip.compress(plain) if recipe.packed else plain
    blocks = b""
    parts = [plain[at : at + recipe.block] for at in range(0, len(plain), recipe.block)]
    for index, block in enumerate(parts):
        blocks += (
            struct.pack("<I", index) + hashlib.sha256(block).digest() + struct.pack("<I", len(block)) + block
        )
    blocks += struct.pack("<I", len(parts)) + bytes(32) + bytes(4)
    key = _transformed(recipe, composite)
    return header + _sealed(recipe, hashlib.sha256(SEED + key).digest(), start + blocks)
