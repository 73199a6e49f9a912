"""Bytes written as text, and passwords tried one after the other."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from warifu.formats.errors import FileDamaged, NeedsPassword, WrongFilePassword
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.formats.base import Keys


def base64_bytes(untrusted: Any) -> bytes:
    """The bytes of a base64 text, with line breaks or without its padding. Raises FileDamaged."""
    if not isinstance(untrusted, str) or not untrusted.isascii():
        raise FileDamaged
    text = "".join(untrusted.split()).rstrip("=")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise FileDamaged from None


def base64_text(data: bytes) -> str:
    """Base64 (RFC 4648 section 4) with padding."""
    return base64.b64encode(data).decode("ascii")


def hex_bytes(untrusted: Any) -> bytes:
    """The bytes of a text in hexadecimal digits. Raises FileDamaged."""
    if not isinstance(untrusted, str):
        raise FileDamaged
    try:
        return bytes.fromhex(untrusted)
    except ValueError:
        raise FileDamaged from None


def opened(keys: Keys, attempt: Callable[[bytes], bytes]) -> bytes:
    """What the first password opens, given as UTF-8; ``attempt`` raises Forged for one that does not.

    Raises NeedsPassword, WrongFilePassword.
    """
    if not keys.passwords:
        raise NeedsPassword
    for password in keys.passwords:
        try:
            return attempt(password.encode("utf-8", "surrogateescape"))
        except Forged:
            continue
    raise WrongFilePassword
