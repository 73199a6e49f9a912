"""Writing accounts as a KeePass database of version 4, for KeePassXC and its relatives.

Argon2d with KeePassXC's own parameters, AES-256, ChaCha20 over the links; salts and keys are new each time,
all else depends on the accounts alone.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import re
import secrets
import struct
import uuid
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from warifu.core.account import OtpType
from warifu.core.uri import format_uri
from warifu.formats import kdbx_header, kdf
from warifu.formats.base import Form, Writer
from warifu.formats.errors import NeedsPassword
from warifu.formats.holds import Holds
from warifu.formats.kdbx_body import hmac_key
from warifu.formats.kdbx_keys import composite
from warifu.vault import foreign
from warifu.vault.foreign import Argon, Cipher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from warifu.core.account import Account

MEMORY: Final = 64 * 1024 * 1024  # bytes
PASSES: Final = 10
LANES: Final = 4
_BLOCK: Final = 1 << 20
_YEAR_1: Final = 62_135_596_800  # seconds from the year 1 to 1970
_NAMESPACE: Final = uuid.UUID("5d8b0a5e-5c0a-5c55-8a53-6b4c9a6f3c11")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(accounts: Sequence[Account], password: str) -> bytes:
    """A database that the password opens. Raises NeedsPassword for an empty one."""
    if not password:
        raise NeedsPassword
    stream_key = secrets.token_bytes(64)
    inner = b"".join(
        struct.pack("<BI", kind, len(value)) + value
        for kind, value in ((1, struct.pack("<I", 3)), (2, stream_key), (0, b""))
    )
    whole = hashlib.sha512(stream_key).digest()
    document = _document(accounts, foreign.keystream(Cipher.CHACHA20, whole[:32], whole[32:44]))
    return _sealed(gzip.compress(inner + document.encode(), mtime=0), password)


def _sealed(plain: bytes, password: str) -> bytes:
    seed, iv, salt = secrets.token_bytes(32), secrets.token_bytes(16), secrets.token_bytes(32)
    header = _header(seed, iv, salt)
    key = kdf.argon2(
        Argon.D,
        composite(password, b""),
        salt,
        memory_kib=MEMORY // 1024,
        passes=PASSES,
        lanes=LANES,
    )
    sealed = foreign.aes_cbc_seal(hashlib.sha256(seed + key).digest(), iv, plain)
    blocks = [sealed[at : at + _BLOCK] for at in range(0, len(sealed), _BLOCK)] + [b""]
    parts = [
        header,
        hashlib.sha256(header).digest(),
        hmac.digest(hmac_key(seed, key, 2**64 - 1), header, "sha256"),
    ]
    for index, block in enumerate(blocks):
        sized = struct.pack("<I", len(block)) + block
        tag = hmac.digest(hmac_key(seed, key, index), struct.pack("<Q", index) + sized, "sha256")
        parts += [tag, sized]
    return b"".join(parts)


def _header(seed: bytes, iv: bytes, salt: bytes) -> bytes:
    parameters = b"\0\1" + b"".join(
        bytes((kind,)) + _sized(key.encode()) + _sized(value)
        for kind, key, value in (
            (0x42, "$UUID", kdbx_header.ARGON2D),
            (0x05, "I", struct.pack("<Q", PASSES)),
            (0x05, "M", struct.pack("<Q", MEMORY)),
            (0x04, "P", struct.pack("<I", LANES)),
            (0x42, "S", salt),
            (0x04, "V", struct.pack("<I", 0x13)),
        )
    )
    cipher = next(key for key, value in kdbx_header.CIPHERS.items() if value is Cipher.AES)
    fields = (
        (kdbx_header.CIPHER, cipher),
        (kdbx_header.COMPRESSION, struct.pack("<I", 1)),
        (kdbx_header.SEED, seed),
        (kdbx_header.IV, iv),
        (kdbx_header.KDF, parameters + b"\0"),
        (kdbx_header.END, b"\r\n\r\n"),
    )
    start = kdbx_header.MAGIC + struct.pack("<HH", 0, 4)
    return start + b"".join(bytes((number,)) + _sized(value) for number, value in fields)


def _sized(value: bytes) -> bytes:
    return struct.pack("<I", len(value)) + value


def _document(accounts: Sequence[Account], protect: Callable[[bytes], bytes]) -> str:
    groups: dict[str, list[Account]] = {"": []}
    for account in accounts:
        groups.setdefault(account.tags[0] if account.tags else "", []).append(account)
    icons = {_icon_id(each): each.icon.image for each in accounts if each.icon.image}
    body = _entries(groups.pop(""), protect)
    body += "".join(
        f"<Group>{_id('group ' + name)}<Name>{_text(name)}</Name>{_entries(members, protect)}</Group>"
        for name, members in groups.items()
    )
    pictures = "".join(
        f"<Icon><UUID>{name}</UUID><Data>{base64.b64encode(image).decode()}</Data></Icon>"
        for name, image in icons.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
        "<KeePassFile><Meta><Generator>Warifu</Generator><DatabaseName>Warifu</DatabaseName>"
        "<MemoryProtection><ProtectPassword>True</ProtectPassword></MemoryProtection>"
        f"<CustomIcons>{pictures}</CustomIcons><RecycleBinEnabled>False</RecycleBinEnabled></Meta>"
        f"<Root><Group>{_id('root')}<Name>Warifu</Name>{body}</Group></Root></KeePassFile>"
    )


def _entries(accounts: Iterable[Account], protect: Callable[[bytes], bytes]) -> str:
    return "".join(_entry(account, protect) for account in accounts)


def _entry(account: Account, protect: Callable[[bytes], bytes]) -> str:
    parts = [_id("entry " + account.id)]
    if account.icon.image:
        parts.append(f"<CustomIconUUID>{_icon_id(account)}</CustomIconUUID>")
    tags = ";".join(re.sub("[;,]", " ", tag) for tag in account.tags[1:])
    parts.append(f"<Tags>{_text(tags)}</Tags>")
    if account.created:
        parts.append(_times(account.created))
    for key, value in (
        ("Title", account.title or account.issuer),
        ("UserName", account.account),
        ("URL", ""),
        ("Notes", account.note),
    ):
        parts.append(f"<String><Key>{key}</Key><Value>{_text(value)}</Value></String>")
    for key, value in (("Password", ""), *_secrets(account)):
        sealed = base64.b64encode(protect(value.encode())).decode()
        parts.append(f'<String><Key>{key}</Key><Value Protected="True">{sealed}</Value></String>')
    return f"<Entry>{''.join(parts)}</Entry>"


def _secrets(account: Account) -> tuple[tuple[str, str], ...]:
    """What KeePassXC, KeePassDX and Strongbox read, and for counters what KeePass does."""
    if account.otp.type is OtpType.HOTP:
        return (
            ("HmacOtp-Secret-Hex", account.otp.secret.reveal().hex()),
            ("HmacOtp-Counter", str(account.counter)),
        )
    link = format_uri(account)
    if account.otp.type is OtpType.STEAM:
        link = link.replace("otpauth://steam/", "otpauth://totp/", 1) + "&encoder=steam"
    return (("otp", link),)


def _times(created: int) -> str:
    moment = base64.b64encode(struct.pack("<q", created + _YEAR_1)).decode()
    names = ("CreationTime", "LastModificationTime", "LastAccessTime", "ExpiryTime", "LocationChanged")
    moments = "".join(f"<{name}>{moment}</{name}>" for name in names)
    return f"<Times>{moments}<Expires>False</Expires><UsageCount>0</UsageCount></Times>"


def _id(name: str) -> str:
    return f"<UUID>{base64.b64encode(uuid.uuid5(_NAMESPACE, name).bytes).decode()}</UUID>"


def _icon_id(account: Account) -> str:
    return base64.b64encode(hashlib.sha256(account.icon.image).digest()[:16]).decode()


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


WRITER: Final = Writer(
    write,
    Form.ENCRYPTED,
    Holds(
        frozenset((OtpType.TOTP, OtpType.HOTP, OtpType.STEAM)),
        digits=range(1, 10),  # KeePassXC takes ten digits and shows a wrong code: 10**10 overflows there
        period=range(1, 86_401),
        pin=False,
        title=True,
        note=True,
        tags=50,
        icon=True,
        simple_hotp=True,
    ),
    ".kdbx",
)
