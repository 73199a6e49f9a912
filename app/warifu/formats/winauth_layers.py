"""What WinAuth wraps its data in: a password, and keys of Windows or of a YubiKey that never leave those."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Final

from warifu.core.errors import BadText
from warifu.formats import kdf
from warifu.formats.errors import NotSupported
from warifu.formats.kdf import Hash
from warifu.vault.aead import Forged
from warifu.vault.foreign.blowfish import ecb_open

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from warifu.formats.tries import Tries

_MAGIC: Final = b"WINAUTH3"
_SALT: Final = 8  # bytes
_HASH: Final = 32
_ROUNDS: Final = 2000
_KEY: Final = 256  # bytes, of which Blowfish takes the first 72
_LARGEST: Final = 2 * 1024 * 1024  # bytes behind one layer: Blowfish takes a second for each


class NotHere(NotSupported):
    """A layer that only the computer or the key that made it can take off."""

    def __init__(self) -> None:
        super().__init__(
            "WinAuth bound this file to the Windows user or the YubiKey that made it.",
            hint="On that computer, export from WinAuth as a text file or as a zip, and import that.",
        )


def sealed_by(element: Element) -> str:
    """The letters of the layers around an element's text: y for a password, the others for a machine."""
    return "".join(letter for letter in element.get("encrypted") or "" if letter in "yumab")


def opened(element: Element, tries: Tries) -> bytes:
    """What is behind the layers. Raises NotHere, NeedsPassword, BadText."""
    if sealed_by(element) != "y":
        raise NotHere
    try:
        data = bytes.fromhex("".join((element.text or "").split()))
    except ValueError:
        data = b""
    if len(data) > _LARGEST or len(data) <= _SALT:
        raise BadText("This entry is damaged.")
    return tries.open(lambda password: _opened(data, password))


def _opened(data: bytes, password: str) -> bytes | None:
    """Behind the header a salt and a hash tell a wrong password; older files have neither."""
    headed = data.startswith(_MAGIC)
    salt, digest, rest = b"", b"", data
    if headed:
        data = data[len(_MAGIC) :]
        salt, digest, rest = data[:_SALT], data[_SALT : _SALT + _HASH], data[_SALT + _HASH :]
    key = kdf.pbkdf2(Hash.SHA1, password.encode(), rest[:_SALT], _ROUNDS, _KEY)
    try:
        plain = ecb_open(key, rest[_SALT:])
    except Forged:
        return None
    if headed:
        return plain if hmac.compare_digest(hashlib.sha256(salt + plain).digest(), digest) else None
    return plain if plain.isascii() or plain.startswith(b"\xef\xbb\xbf") else None
