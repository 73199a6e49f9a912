"""Keys of the browser extension Authenticator: CryptoJS's AES under a passphrase, of three generations.

2: the password is the passphrase, or a random one lies under it; 3: Argon2id makes it of the password.
"""

from __future__ import annotations

import base64
import hmac
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import BadText
from warifu.formats import kdf
from warifu.formats.decoding import json_object, with_password
from warifu.formats.errors import FileDamaged
from warifu.formats.opening import base64_bytes
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.base import Keys

_SALTED: Final = b"Salted__"
_SECRET = re.compile(r"(?:blz-|bliz-|stm-)?[a-z0-9=\s]+", re.IGNORECASE)
_PASSES, _MEMORY, _LANES = 2, 19_456, 1  # of Argon2id, memory in KiB
_PHC = re.compile(r"\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,4}),p=(\d{1,4})\$([^$]+)\$([^$]+)")
_MAX_KEYS: Final = 4  # each takes an Argon2id of its own


class Passphrases:
    """What opens the entries of one file. Raises NeedsPassword, WrongFilePassword where it is made."""

    def __init__(self, found: dict[str, Any], items: list[dict[str, Any]], keys: Keys) -> None:
        self._found = found
        self._old: str | None = None
        self._new: dict[str, str] = {}
        samples = {str(item.get("keyId")): item for item in items if _is_new(item)}
        if len(samples) > _MAX_KEYS:
            raise FileDamaged
        for id_, sample in samples.items():
            derive = partial(self._derived, id_, sample)
            self._new[id_] = with_password(keys, derive)
        old = [item for item in items if item.get("encrypted") is True and not _is_new(item)]
        if old:
            self._old = with_password(keys, lambda password: self._of_password(password, old))

    def opened(self, item: dict[str, Any]) -> dict[str, Any]:
        """The entry with its secret in clear. Raises BadText."""
        try:
            if _is_new(item):
                return json_object(decrypted(item.get("data"), self._new[str(item.get("keyId"))]))
            if self._old is not None and item.get("encrypted") is True:
                return item | {"secret": _secret(item, self._old)}
        except (Forged, FileDamaged):
            raise BadText("It cannot be decrypted: it may be of an older password.") from None
        return item

    def _of_password(self, password: str, items: list[dict[str, Any]]) -> str:
        """The passphrase. Raises Forged if no entry opens with it."""
        key = self._found.get("key")
        phrase = password
        if isinstance(key, dict) and "enc" in key:
            phrase = decrypted(key["enc"], password).hex()
        for item in items:
            try:
                _secret(item, phrase)
            except (Forged, FileDamaged):
                continue
            return phrase
        raise Forged

    def _derived(self, id_: str, sample: dict[str, Any], password: str) -> str:
        """The passphrase of a key. Raises Forged for a wrong password."""
        key = self._found.get(id_)
        if not isinstance(key, dict) or not isinstance(salt := key.get("salt"), str):
            raise FileDamaged
        raw = kdf.argon2(
            kdf.Argon.ID, password.encode(), salt.encode(), memory_kib=_MEMORY, passes=_PASSES, lanes=_LANES
        )
        phrase = base64.b64encode(raw).decode().rstrip("=")
        if not _is_of(phrase, key.get("hash")):
            _check(sample, phrase)
        return phrase


def decrypted(untrusted: Any, passphrase: str) -> bytes:
    """What CryptoJS encrypted with a passphrase (OpenSSL's “Salted__”). Raises Forged, FileDamaged."""
    sealed = base64_bytes(untrusted)
    if not sealed.startswith(_SALTED) or len(sealed) < 32 or len(sealed) % 16:
        raise FileDamaged
    key = foreign.openssl_key(passphrase.encode(), sealed[8:16], 48)
    return foreign.aes_cbc_open(key[:32], key[32:], sealed[16:])


def _is_new(item: dict[str, Any]) -> bool:
    return item.get("dataType") == "EncOTPStorage"


def _secret(item: dict[str, Any], passphrase: str) -> str:
    """The secret of an entry of the second generation; nothing but its letters tells a wrong passphrase."""
    try:
        text = decrypted(item.get("secret"), passphrase).decode("ascii")
    except UnicodeDecodeError:
        raise Forged from None
    if not _SECRET.fullmatch(text):
        raise Forged
    return text


def _is_of(passphrase: str, phc: Any) -> bool:
    """Whether a hash in the PHC string format is one of the passphrase."""
    match = _PHC.fullmatch(phc) if isinstance(phc, str) else None
    if match is None:
        return False
    memory, passes, lanes = (int(each) for each in match.groups()[:3])
    salt, expected = (base64_bytes(each) for each in match.groups()[3:])
    if not 4 <= len(expected) <= 64:
        raise FileDamaged
    made = kdf.argon2(
        kdf.Argon.ID,
        passphrase.encode(),
        salt,
        memory_kib=memory,
        passes=passes,
        lanes=lanes,
        length=len(expected),
    )
    return hmac.compare_digest(made, expected)


def _check(sample: dict[str, Any], passphrase: str) -> None:
    """Raise Forged unless the passphrase opens an entry: the hash beside its key may be damaged."""
    try:
        json_object(decrypted(sample.get("data"), passphrase))
    except FileDamaged:
        raise Forged from None
