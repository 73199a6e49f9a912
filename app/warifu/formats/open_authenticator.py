"""Open Authenticator: its backup, in which each field is encrypted by itself (AES-256-GCM under Argon2id)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import signed_bytes, with_password
from warifu.formats.entries import collected, imported, text_at
from warifu.formats.errors import FileDamaged
from warifu.formats.opening import base64_bytes
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_PASSES, _MEMORY, _LANES = 3, 4096, 8  # of Argon2id; memory in KiB
_IV = 12  # bytes


def fits(file: Untrusted) -> bool:
    """Whether it is Open Authenticator's."""
    return isinstance(file.object.get("totps"), list) and "passwordSignature" in file.object


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every code that the password opens."""
    items = file.object.get("totps")
    if not isinstance(items, list):
        raise FileDamaged
    key = with_password(keys, lambda password: _key(file.object, password))
    return collected(
        items,
        lambda item: _account(item, key),
        lambda item: _opened(item, "issuer", key) or _opened(item, "label", key),
    )


def _key(found: dict[str, Any], password: str) -> bytes:
    """The key. Raises Forged for a password that neither signed the file nor opens a field of it."""
    key = kdf.argon2(
        kdf.Argon.ID,
        password.encode(),
        base64_bytes(found.get("salt")),
        memory_kib=_MEMORY,
        passes=_PASSES,
        lanes=_LANES,
    )
    signature = base64_bytes(found.get("passwordSignature"))
    if hmac.compare_digest(hmac.digest(key, password.encode(), "sha256"), signature):
        return key
    if not any(_opens(item, key) for item in found["totps"][:3]):
        raise Forged
    return key


def _opens(item: Any, key: bytes) -> bool:
    try:
        return bool(_opened(item, "secret", key))
    except (BadText, AttributeError):
        return False


def _account(item: Any, key: bytes) -> Imported:
    return imported(
        secret=_opened(item, "secret", key),
        issuer=_opened(item, "issuer", key),
        account=_opened(item, "label", key),
        algorithm=text_at(item, "algorithm"),
        digits=item.get("digits"),
        period=item.get("validity"),
    )


def _opened(item: Any, field: str, key: bytes) -> str:
    """A field's text; a field that is missing is empty. Raises BadText."""
    if (stored := item.get(field)) is None:
        return ""
    try:
        sealed = signed_bytes(stored)
        return foreign.aes_gcm_open(key, sealed[:_IV], sealed[_IV:]).decode()
    except (FileDamaged, Forged, UnicodeDecodeError):
        raise BadText("It cannot be decrypted: it may be of an older password.") from None


FORMAT = Format(
    id="open-authenticator",
    name="Open Authenticator",
    fits=fits,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("In Open Authenticator: Settings > Backups > Backup now, and share the backup as a file."),
)
