"""What a KeePass database is opened with: a password, a key file, or both, made into one key."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from warifu.core.text import Text
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.base import Keys


def composites(keys: Keys) -> Iterator[bytes]:
    """The keys to try, each before its slow derivation. Raises FileDamaged for a broken key file."""
    of_file = key_in_file(keys.key_file) if keys.key_file else b""
    for password in keys.passwords:
        yield composite(password, of_file)
    if of_file and not any(keys.passwords):
        yield composite(None, of_file)


def composite(password: str | None, of_file: bytes) -> bytes:
    """One key of both: SHA-256 over the hashes of what there is. No password differs from an empty one."""
    of_password = b"" if password is None else hashlib.sha256(password.encode()).digest()
    return hashlib.sha256(of_password + of_file).digest()


def key_in_file(data: bytes) -> bytes:
    """The key of a key file: XML of version 1 or 2, 32 bytes, 64 hexadecimal digits, or any file's hash.

    Raises FileDamaged where the file's own checksum says so.
    """
    if (key := _key_in_xml(data)) is not None:
        return key
    if len(data) == 32:
        return data
    if len(data) == 64:
        try:
            return bytes.fromhex(data.decode("ascii"))
        except ValueError:
            pass
    return hashlib.sha256(data).digest()


def _key_in_xml(data: bytes) -> bytes | None:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if b"<KeyFile" not in data[:4096]:
        return None
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    version, element = root.findtext("Meta/Version", "").strip(), root.find("Key/Data")
    text = "" if element is None else "".join((element.text or "").split())
    try:
        if version.startswith("1."):
            return base64.b64decode(text, validate=True) if text else None
        if version.startswith("2."):
            key = bytes.fromhex(text)
            told = "" if element is None else element.get("Hash", "")
            if told and bytes.fromhex(told) != hashlib.sha256(key).digest()[:4]:
                raise _broken()
            return key
    except (binascii.Error, ValueError):
        raise _broken() from None
    return None


def _broken() -> FileDamaged:
    return FileDamaged(Text("It is the key file that is damaged, not the database."))
