"""Encrypted values of PSKC (RFC 6030 section 6): AES-CBC under a password (PBKDF2) or a key agreed on."""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import TYPE_CHECKING, Final

from warifu.formats import kdf
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.kdf import Hash
from warifu.formats.markup import inside, text_in
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_open

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_HASHES: Final = {"sha1": Hash.SHA1, "sha256": Hash.SHA256, "sha512": Hash.SHA512}
_KEY, _MAC = "EncryptionKey", "MACMethod"
_IV: Final = 16  # bytes before the ciphertext
_SIZES: Final = (16, 24, 32)


class Sealing:
    """How the values of one container are encrypted and authenticated."""

    def __init__(self, key: Element | None, mac: Element | None) -> None:
        self._key = key
        self._derived = inside(key, "DerivedKey", "KeyDerivationMethod")
        self._mac = mac
        self._keys: dict[str, bytes | None] = {}

    @classmethod
    def of(cls, parts: Iterable[Element]) -> Sealing:
        """What the parts of a container tell of it, the first of each kind."""
        found: dict[str, Element] = {}
        for each in parts:
            if each.tag in {_KEY, _MAC}:
                found.setdefault(each.tag, each)
        return cls(found.get(_KEY), found.get(_MAC))

    def opened(self, value: Element, mac: str, password: str) -> bytes | None:
        """The bytes of a value, or None for another password. Raises NotSupported, FileDamaged."""
        if self._key is None:
            raise FileDamaged
        if password not in self._keys:
            self._keys[password] = self._derive(password)
        key = self._keys[password]
        if key is None:
            return None
        sealed = _cipher_value(value)
        if mac and self._mac is not None and not self._is_authentic(key, sealed, mac):
            return None
        return _decrypted(key, sealed)

    def _derive(self, password: str) -> bytes | None:
        if self._derived is None:
            if self._key is not None and any(each.tag.startswith("X509") for each in self._key.iter()):
                raise NotSupported(
                    "This file is encrypted for a certificate.",
                    hint="Ask who made it for one that a password opens.",
                )
            return _hexadecimal(password)
        if "pbkdf2" not in (self._derived.get("Algorithm") or "").casefold():
            raise NotSupported(
                "This file is encrypted in a way that Warifu does not know.",
                hint="Ask who made it for one that a password opens.",
            )
        parameters = inside(self._derived, "PBKDF2-params")
        prf = inside(parameters, "PRF")
        named = ("" if prf is None else prf.get("Algorithm") or "").casefold()
        hash_ = next((each for name, each in _HASHES.items() if named.endswith(name)), Hash.SHA1)
        length = text_in(parameters, "KeyLength") or "16"
        if not length.isascii() or not length.isdecimal() or int(length[:4]) not in _SIZES:
            raise FileDamaged
        return kdf.pbkdf2(
            hash_,
            password.encode(),
            _base64(text_in(parameters, "Salt", "Specified")),
            text_in(parameters, "IterationCount"),
            int(length[:4]),
        )

    def _is_authentic(self, key: bytes, sealed: bytes, mac: str) -> bool:
        """The tag fits; its key lies encrypted in the container, or is the same where none does."""
        assert self._mac is not None  # noqa: S101 - asked for by the caller
        mac_key: bytes | None = key
        if (own := inside(self._mac, "MACKey")) is not None:
            mac_key = _decrypted(key, _cipher_value(own))
        algorithm = (self._mac.get("Algorithm") or "").casefold()
        hash_ = next((name for name in _HASHES if algorithm.endswith(name)), "sha1")
        return mac_key is not None and hmac.compare_digest(hmac.digest(mac_key, sealed, hash_), _base64(mac))


def _cipher_value(value: Element) -> bytes:
    method = inside(value, "EncryptionMethod")
    algorithm = "" if method is None else (method.get("Algorithm") or "").casefold()
    if not algorithm.endswith(("#aes128-cbc", "#aes192-cbc", "#aes256-cbc")):
        raise NotSupported(
            "This file is encrypted in a way that Warifu does not know.",
            hint="Ask who made it for one that is encrypted with AES-CBC.",
        )
    return _base64(text_in(value, "CipherData", "CipherValue"))


def _decrypted(key: bytes, sealed: bytes) -> bytes | None:
    """XML Encryption pads with any bytes before the count; PSKC's writers use PKCS #7, which is one way."""
    try:
        return aes_cbc_open(key, sealed[:_IV], sealed[_IV:])
    except Forged:
        return None


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise FileDamaged from None


def _hexadecimal(password: str) -> bytes | None:
    """A key that was agreed on, as people write one."""
    try:
        key = bytes.fromhex(password)
    except ValueError:
        return None
    return key if len(key) in _SIZES else None
