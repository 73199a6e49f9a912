"""Proton Authenticator: its export, plain or encrypted. Source: proton-authenticator's exporters."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from warifu.core.account import OtpType
from warifu.core.clean import clean_note
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.core.uri import format_uri
from warifu.formats import kdf
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.entries import collected, consumed, of_link, text_at, whole
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.holds import Holds
from warifu.formats.opening import base64_bytes, base64_text, opened
from warifu.formats.untrusted import load_json
from warifu.vault import foreign
from warifu.vault.aead import NONCE_BYTES, random_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

_VERSION: Final = 1
_SALT_BYTES: Final = 16
_GLANCE: Final = 10  # entries
_AAD: Final = b"proton.authenticator.export.v1"


def fits(file: Untrusted) -> bool:
    """Whether it has Proton's entries, or is an encrypted export of theirs."""
    export = file.object
    if {"salt", "content"} <= export.keys() and "entries" not in export:
        return "version" in export
    entries = export.get("entries")
    if not isinstance(entries, list):
        return False
    return any(map(_has_link, entries[:_GLANCE])) or (not entries and export.keys() == {"version", "entries"})


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry, with its note. Raises FormatError."""
    export = file.taken_object()
    _check_version(export)
    if "entries" not in export:
        export = _decrypted(export, keys)
        _check_version(export)
    entries = export.get("entries")
    if not isinstance(entries, list):
        raise FileDamaged
    return collected(consumed(entries), _entry, lambda entry: text_at(entry["content"], "name"))


def write(accounts: Sequence[Account], password: str) -> bytes:
    """The export, or the one that it is encrypted into."""
    plain = _json({"version": _VERSION, "entries": list(map(_written, accounts))})
    if not password:
        return plain
    salt, nonce = random_bytes(_SALT_BYTES), random_bytes(NONCE_BYTES)
    sealed = nonce + foreign.aes_gcm_seal(_key(password.encode(), salt), nonce, plain, _AAD)
    return _json({"version": _VERSION, "salt": base64_text(salt), "content": base64_text(sealed)})


def _entry(entry: Any) -> Imported:
    content = entry["content"]
    found = of_link(text_at(content, "uri"), account=text_at(content, "name"))
    return replace(found, account=replace(found.account, note=clean_note(text_at(entry, "note"))))


def _has_link(entry: Any) -> bool:
    content = entry.get("content") if isinstance(entry, dict) else None
    return isinstance(content, dict) and "uri" in content


def _check_version(export: dict[str, Any]) -> None:
    try:
        version = whole(export.get("version"))
    except BadText:
        raise FileDamaged from None
    if version is not None and version > _VERSION:
        raise NotSupported(
            "This file is of a newer Proton Authenticator than Warifu knows.",
            hint="Get a newer Warifu, and try again.",
        )


def _decrypted(export: dict[str, Any], keys: Keys) -> dict[str, Any]:
    salt, sealed = base64_bytes(export.get("salt")), base64_bytes(export.get("content"))
    nonce, sealed = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    plain = opened(keys, lambda password: foreign.aes_gcm_open(_key(password, salt), nonce, sealed, _AAD))
    try:
        found = load_json(plain.decode())
    except UnicodeDecodeError:
        raise FileDamaged from None
    if not isinstance(found, dict):
        raise FileDamaged
    return found


def _key(password: bytes, salt: bytes) -> bytes:
    return kdf.argon2(kdf.Argon.ID, password, salt, memory_kib=19 * 1024, passes=2, lanes=1)


def _written(account: Account) -> dict[str, Any]:
    steam = account.otp.type is OtpType.STEAM
    content = {
        "uri": f"steam://{account.otp.secret.base32()}" if steam else _link(account),
        "entry_type": "Steam" if steam else "Totp",
        "name": account.account,
    }
    return {"id": account.id, "content": content, "note": account.note or None}


def _link(account: Account) -> str:
    """As Proton writes it: it takes the whole label for the name, so the issuer stands beside it alone."""
    issuer = account.issuer or account.title
    link = format_uri(account)
    if not issuer or ":" in account.account:
        return link
    return f"otpauth://totp/{quote(account.account, safe='')}?{link.partition('?')[2]}"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format(
    id="proton",
    name="Proton Authenticator",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In Proton Authenticator: Settings > Export."),
    writer=Writer(
        write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(
            frozenset((OtpType.TOTP, OtpType.STEAM)),
            digits=range(1, 10),
            period=range(1, 65536),
            note=True,
            steam_issuer=True,
        ),
        ".json",
    ),
)
