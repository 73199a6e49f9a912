"""FreeOTP 2: its backup, a serialised Java map of texts; each key in it lies under a master key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import signed_bytes, with_password
from warifu.formats.entries import collected
from warifu.formats.errors import FileDamaged
from warifu.formats.freeotp import token
from warifu.formats.java import MAGIC, map_of_texts
from warifu.formats.untrusted import load_json
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_MASTER: Final = "masterKey"
_TOKEN: Final = "-token"  # noqa: S105 - the end of a name
_HASHES = {"SHA1": kdf.Hash.SHA1, "SHA256": kdf.Hash.SHA256, "SHA512": kdf.Hash.SHA512}


def fits(file: Untrusted) -> bool:
    """Whether it is a serialised Java object, which no other app writes."""
    return file.data.startswith(MAGIC)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every token whose secret the master key opens."""
    texts = map_of_texts(file.data)
    if not (stored := texts.get(_MASTER)):
        raise FileDamaged
    master = load_json(stored)
    key = with_password(keys, lambda password: _master(master, password))
    items = [(name.removesuffix(_TOKEN), text) for name, text in texts.items() if name.endswith(_TOKEN)]
    return collected(
        items,
        lambda item: _account(item[1], texts.get(item[0]), key),
        lambda item: _label(item[1]),
    )


def _account(text: str | None, stored: str | None, key: bytes) -> Imported:
    found = load_json(text or "")
    if not stored:
        raise BadText("It holds no secret.")
    try:
        secret = _opened(load_json(load_json(stored)["key"]), key)
    except (Forged, FileDamaged, KeyError, TypeError):
        raise BadText("Its secret cannot be decrypted.") from None
    return token(found, Secret(secret))


def _label(text: str | None) -> str:
    found = load_json(text or "")
    return str(found.get("issuerExt") or found.get("label"))


def _master(stored: Any, password: str) -> bytes:
    """The master key. Raises Forged for a wrong password."""
    if not isinstance(stored, dict):
        raise FileDamaged
    name = str(stored.get("mAlgorithm")).upper().rpartition("HMAC")[2]
    if (hash_ := _HASHES.get(name)) is None:
        raise FileDamaged
    key = kdf.pbkdf2(hash_, password.encode(), signed_bytes(stored.get("mSalt")), stored.get("mIterations"))
    return _opened(stored.get("mEncryptedKey"), key)


def _opened(stored: Any, key: bytes) -> bytes:
    """What Android's cipher sealed, bound to the name of what it is for. Raises Forged, FileDamaged."""
    if not isinstance(stored, dict) or not isinstance(purpose := stored.get("mToken"), str):
        raise FileDamaged
    if len(key) not in {16, 24, 32}:
        raise FileDamaged
    nonce = _nonce(signed_bytes(stored.get("mParameters")))
    return foreign.aes_gcm_open(key, nonce, signed_bytes(stored.get("mCipherText")), purpose.encode())


def _nonce(der: bytes) -> bytes:
    """The nonce in GCMParameters (RFC 5084), which Android 6 leaves without the sequence around it."""
    if der[:1] == b"\x30":
        der = der[2:]
    if len(der) < 2 or der[0] != 4 or not 8 <= der[1] <= len(der) - 2:
        raise FileDamaged
    return der[2 : 2 + der[1]]


FORMAT = Format(
    id="freeotp2",
    name="FreeOTP 2",
    fits=fits,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("In FreeOTP: menu > Backup. The file is “externalBackup.xml”."),
)
