"""TOTP Authenticator (BinaryBoot): backups under a password that few people set, and its preferences."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged, NeedsPassword, WrongFilePassword
from warifu.formats.markup import preferences
from warifu.formats.opening import base64_bytes
from warifu.formats.untrusted import load_json
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_open

if TYPE_CHECKING:
    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_STORE: Final = "STATIC_TOTP_CODES_LIST"
_USUAL: Final = "TotpAuthenticator"  # where no password was set
_NAME: Final = re.compile(r'\{\s*("[^"\\]*(?:\\.[^"\\]*)*")', re.DOTALL)
_BASE64: Final = re.compile("[A-Za-z0-9+/]{32}")
_LEAST: Final = 64  # characters of base64, so that no short secret is taken for a backup


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account. Raises NeedsPassword, WrongFilePassword, FileDamaged."""
    if file.start.startswith("<"):
        items = _array(load_json(preferences(file.data).get(_STORE, "")))
    else:
        items = _opened(_sealed(file), keys)
    return collected(items, _account, _name)


def _opened(sealed: bytes, keys: Keys) -> list[Any]:
    if not sealed:
        raise FileDamaged
    for password in (*keys.passwords, _USUAL):
        key = hashlib.sha256(password.encode()).digest()
        try:
            return _listed(aes_cbc_open(key, bytes(16), sealed).decode())
        except (Forged, ValueError, FileDamaged):
            continue
    raise WrongFilePassword if keys.passwords else NeedsPassword


def _listed(plain: str) -> list[Any]:
    """The list, which is the name of the only field; nothing is known of its value. Raises FileDamaged."""
    if (name := _NAME.match(plain.strip())) is not None:
        return _array(load_json(str(json.loads(name[1]))))
    return _array(load_json(plain))


def _array(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise FileDamaged
    return value


def _account(item: Any) -> Imported:
    entry = _entry(item)
    issuer = text_at(entry, "issuer").strip()
    return imported(
        secret=_secret(text_at(entry, "key"), whole(entry.get("base"))),
        issuer="" if issuer.casefold() == "unknown" else issuer,
        account=text_at(entry, "name"),
        digits=entry.get("digits"),
        period=entry.get("period"),
    )


def _secret(text: str, base: int | None) -> Secret | str:
    try:
        match base:
            case 16:
                return Secret(bytes.fromhex(text))
            case 64:
                return Secret(base64_bytes(text))
            case 32 | None:
                return text
    except (FileDamaged, ValueError):
        raise BadText("Its secret is damaged.") from None
    raise BadText("Its secret is written in a way that Warifu does not know.")


def _entry(item: Any) -> Any:
    """An entry, which may be a text that holds one. Raises BadText."""
    try:
        return load_json(item) if isinstance(item, str) else item
    except FileDamaged:
        raise BadText("This entry is not written as its app writes them.") from None


def _name(item: Any) -> str:
    try:
        return text_at(_entry(item), "name")
    except BadText:
        return ""


def _sealed(file: Untrusted) -> bytes:
    """The bytes of a backup, or none for a text that cannot be one."""
    if not _BASE64.match(file.start):
        return b""
    text = "".join((file.text or "").split())
    if len(text) < _LEAST or text.isupper() or text.islower() or text.isdigit():
        return b""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if len(data) % 16 == 0 else b""


def _fits(file: Untrusted) -> bool:
    if file.start.startswith("<"):
        return _STORE in (file.text or "")
    return bool(_sealed(file))


FORMAT = Format(
    id="totp-authenticator",
    name="TOTP Authenticator",
    fits=_fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In TOTP Authenticator: Settings > Backup and restore > Backup to external storage."),
)
