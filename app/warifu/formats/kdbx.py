"""KeePass databases (.kdbx) of KeePass 2, KeePassXC, KeePassDX, Strongbox and their relatives."""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from warifu.core.text import Text
from warifu.formats import kdbx_write
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected
from warifu.formats.errors import FileDamaged, NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.kdbx_body import opened
from warifu.formats.kdbx_header import FAMILY, STREAM, STREAM_KEY, Header, checked_header, transformed
from warifu.formats.kdbx_keys import composites
from warifu.formats.kdbx_otp import Place, account_at, is_wanted, places
from warifu.formats.kdbx_xml import Database, parsed
from warifu.vault.foreign import Cipher, keystream

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.formats.kdbx_parts import Parts
    from warifu.formats.kdbx_xml import Entry
    from warifu.formats.untrusted import Untrusted

SALSA20_NONCE: Final = bytes.fromhex("e830094b97205d2a")
_YEAR_1: Final = 62_135_596_800  # seconds from the year 1 to 1970
_INNER_END, _INNER_STREAM, _INNER_KEY, _BINARY = 0, 1, 2, 3


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account of every entry outside the recycle bin. Histories and passwords are passed over."""
    header = checked_header(file.data)
    parts = _opened(file.data, header, keys)
    if header.major == 4:
        stream, stream_key = _inner_header(parts)
    else:
        stream, stream_key = int.from_bytes(header.field(STREAM), "little"), header.field(STREAM_KEY)
    database = parsed(parts.rest(), _unprotected(stream, stream_key), is_wanted)
    whole = base64.b64encode(hashlib.sha256(file.data[: header.end]).digest()).decode()
    if header.major == 3 and database.header_hash not in {"", whole}:
        raise FileDamaged
    return _contents(database)


def _opened(data: bytes, header: Header, keys: Keys) -> Parts:
    if not keys.passwords and not keys.key_file:
        raise NeedsPassword("This database is protected by a password, a key file, or both.", key_file=True)
    for composite in composites(keys):
        try:
            return opened(data, header, transformed(header, composite))
        except WrongFilePassword:
            continue
    raise WrongFilePassword


def _inner_header(parts: Parts) -> tuple[int, bytes]:
    """The stream cipher and its key from before the XML; attachments are passed over."""
    fields: dict[int, bytes] = {}
    while True:
        kind, size = struct.unpack("<BI", parts.take(5))
        if kind == _BINARY:
            parts.skip(size)
            continue
        fields[kind] = parts.take(size)
        if kind == _INNER_END:
            return int.from_bytes(fields.get(_INNER_STREAM, b""), "little"), fields.get(_INNER_KEY, b"")


def _unprotected(stream: int, key: bytes) -> Callable[[bytes], bytes]:
    match stream:
        case 0:
            return lambda data: data
        case 2:
            return keystream(Cipher.SALSA20, hashlib.sha256(key).digest(), SALSA20_NONCE)
        case 3:
            whole = hashlib.sha512(key).digest()
            return keystream(Cipher.CHACHA20, whole[:32], whole[32:44])
    raise NotSupported(
        "This database protects its values with a cipher that Warifu does not have.",
        hint="Save it as KDBX 4 with KeePass or KeePassXC.",
    )


def _contents(database: Database) -> Contents:
    found = (place for entry in database.entries if not database.is_binned(entry) for place in places(entry))
    seen: set[tuple[object, ...]] = set()

    def account(place: Place) -> Imported | None:
        made = account_at(place)
        otp = made.account.otp
        mark = (id(place.entry), otp.secret, otp.type)
        if mark in seen:  # apps write the same secret into several places, so that others find it
            return None
        seen.add(mark)
        return replace(
            made,
            account=replace(made.account, created=_created(place.entry)),
            untrusted_icon=_icon(database, place.entry),
        )

    return collected(found, account, lambda place: place.entry.strings.get("Title", ""), passwords=True)


def _icon(database: Database, entry: Entry) -> bytes:
    try:
        return base64.b64decode(database.icons.get(entry.icon, ""))
    except (binascii.Error, ValueError):
        return b""


def _created(entry: Entry) -> int:
    """Unix seconds: version 4 counts from the year 1, in base64; 3.1 writes a date (ISO 8601)."""
    try:
        if "-" in entry.created:
            made = int(datetime.fromisoformat(entry.created).timestamp())
        else:
            made = int.from_bytes(base64.b64decode(entry.created)[:8], "little") - _YEAR_1
    except (binascii.Error, ValueError, OverflowError, OSError):
        return 0
    return made if 0 < made < 1 << 40 else 0


FORMAT = Format(
    id="kdbx",
    name="KeePass",
    fits=lambda file: file.data[:4] == FAMILY and len(file.data) > 8,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text(
        "Choose the database itself (.kdbx): no export is needed. "
        "In KeePassXC, Database > Save Database Backup makes a copy of it."
    ),
    note=Text(
        "A database that also asks for a hardware key cannot be opened here: "
        "save a copy of it without that key."
    ),
    writer=kdbx_write.WRITER,
)
