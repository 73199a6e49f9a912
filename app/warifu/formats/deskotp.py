"""deskOTP: backups that look like those of Aegis, with fields of their own, plain or encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import json_object, kind_named, with_password
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.opening import base64_bytes, hex_bytes
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_KINDS = {each.name: each for each in OtpType}
_PASSWORD: Final = 1  # the type of a slot


def fits(file: Untrusted) -> bool:
    """Whether it is deskOTP's and not Aegis's: plain ones say so, and encrypted ones have no “db”."""
    found = file.object
    header, db = found.get("header"), found.get("db")
    if not isinstance(header, dict):
        return False
    if isinstance(db, dict):
        return "deskotp_version" in db or "deskotp_version" in found
    return "db" not in found and isinstance(found.get("data"), str) and bool(header.get("slots"))


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry."""
    db = file.object.get("db")
    if not isinstance(db, dict):
        db = _decrypted(file.object, keys)
    entries = db.get("entries")
    if not isinstance(entries, list):
        raise FileDamaged
    return collected(entries, _entry, lambda item: item["issuer"] or item["name"])


def _entry(item: Any) -> Imported:
    info, own = item["info"], item.get("x-deskotp") or {}
    kind = kind_named(_KINDS, text_at(item, "type"))
    return imported(
        secret=text_at(info, "secret"),
        kind=kind,
        issuer=text_at(item, "issuer"),
        account=text_at(item, "name"),
        algorithm=text_at(info, "algo"),
        digits=info.get("digits"),
        period=info.get("period"),
        counter=info.get("counter"),
        pin=text_at(info, "pin"),
        tags=(text_at(own, "group"),),
        note=text_at(item, "note"),
        pinned=item.get("favorite") is True,
        uses=whole(own.get("usage_count")) or 0,
    )


def _decrypted(found: dict[str, Any], keys: Keys) -> dict[str, Any]:
    header = found.get("header")
    if not isinstance(header, dict) or not isinstance(slots := header.get("slots"), list):
        raise FileDamaged
    master = with_password(keys, lambda password: _master(slots, password))
    try:
        return json_object(_opened(master, header.get("params"), base64_bytes(found.get("data"))))
    except Forged:
        raise FileDamaged from None


def _master(slots: list[Any], password: str) -> bytes:
    """The master key out of the first slot that the password opens. Raises Forged."""
    for slot in slots:
        if not isinstance(slot, dict) or slot.get("type") != _PASSWORD:
            continue
        key = kdf.scrypt(
            password.encode(), hex_bytes(slot.get("salt")), n=slot.get("n"), r=slot.get("r"), p=slot.get("p")
        )
        try:
            return _opened(key, slot.get("key_params"), hex_bytes(slot.get("key")))
        except Forged:
            continue
    raise Forged


def _opened(key: bytes, params: Any, sealed: bytes) -> bytes:
    """Raises Forged, FileDamaged."""
    if not isinstance(params, dict):
        raise FileDamaged
    return foreign.aes_gcm_open(key, hex_bytes(params.get("nonce")), sealed + hex_bytes(params.get("tag")))


FORMAT = Format(
    id="deskotp",
    name="deskOTP",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In deskOTP: Settings > Backup > Export."),
)
