"""Aegis: its vault as JSON, plain or encrypted. Source: its docs/vault.md, and what its code writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.formats import kdf
from warifu.formats.base import Contents, Imported, Keys
from warifu.formats.decoding import icon_bytes, kind_named
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged, NeedsPassword, NotSupported
from warifu.formats.opening import base64_bytes, hex_bytes, opened
from warifu.formats.untrusted import load_json
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

TYPES: Final = {
    "TOTP": OtpType.TOTP,
    "HOTP": OtpType.HOTP,
    "STEAM": OtpType.STEAM,
    "STEAMTOTP": OtpType.STEAM,  # 2FAuth calls it so in its Aegis files
    "MOTP": OtpType.MOTP,
    "YANDEX": OtpType.YANDEX,
    "YAOTP": OtpType.YANDEX,
}
PASSWORD_SLOT: Final = 1
_VERSION: Final = 1  # of the file
_DB_VERSIONS: Final = range(1, 4)
_GLANCE: Final = 10  # entries
_OLD_LONG: Final = 64  # bytes; longer passwords were taken with zeros behind them by some versions


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A ciphertext with its tag, and its nonce."""

    data: bytes
    nonce: bytes


def fits(file: Untrusted) -> bool:
    """Whether it has the header and database of Aegis, and is not deskOTP's; or is a database alone."""
    if {"header", "db"} <= file.object.keys():
        return "deskotp_version" not in file.object
    entries = file.object.get("entries")
    return isinstance(entries, list) and any(map(_is_entry, entries[:_GLANCE]))


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and "type" in entry and isinstance(entry.get("info"), dict)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry, with its groups and icon. Raises FormatError."""
    vault = file.object
    if "db" not in vault and "entries" in vault:
        return of_database(vault)  # what the script of Aegis's documentation decrypts a vault to
    header, db = vault.get("header"), vault.get("db")
    if not isinstance(header, dict):
        raise FileDamaged
    if _number(vault.get("version"), _VERSION) > _VERSION:
        raise _newer()
    if isinstance(db, str):
        db = load_json(_text(_decrypted(header, db, keys)))
    return of_database(db)


def of_database(untrusted: Any) -> Contents:
    """The entries of a decrypted database."""
    if not isinstance(untrusted, dict) or not isinstance(untrusted.get("entries"), list):
        raise FileDamaged
    if _number(untrusted.get("version"), 1) not in _DB_VERSIONS:
        raise _newer()
    groups = _groups(untrusted.get("groups"))
    return collected(untrusted["entries"], lambda entry: _entry(entry, groups), _name)


def _entry(entry: Any, groups: dict[str, str]) -> Imported:
    kind, info = kind_named(TYPES, text_at(entry, "type")), entry["info"]
    fixed = kind in {OtpType.MOTP, OtpType.YANDEX}  # Aegis looks at nothing but secret and PIN of these
    algorithm = text_at(info, "algo")
    return imported(
        secret=text_at(info, "secret"),
        kind=kind,
        issuer=text_at(entry, "issuer"),
        account=text_at(entry, "name"),
        algorithm="" if algorithm.strip().upper() == "MD5" else algorithm,  # of a bug; it means SHA-1
        digits=None if fixed else info.get("digits"),
        period=None if fixed else info.get("period"),
        counter=info.get("counter"),
        pin=text_at(info, "pin"),
        tags=_tags(entry, groups),
        note=text_at(entry, "note"),
        pinned=entry.get("favorite") is True,
        untrusted_icon=icon_bytes(None if (icon := entry.get("icon")) == "null" else icon),
    )


def _tags(entry: dict[str, Any], groups: dict[str, str]) -> list[str]:
    """Groups by their ids, or the name of the only one, as it was before version 3 of the database."""
    ids = entry.get("groups")
    if isinstance(ids, list):
        return [groups[id_] for id_ in ids if isinstance(id_, str) and id_ in groups]
    return [text_at(entry, "group")]


def _groups(untrusted: Any) -> dict[str, str]:
    groups = untrusted if isinstance(untrusted, list) else []
    return {
        group["uuid"]: group["name"]
        for group in groups
        if isinstance(group, dict)
        and isinstance(group.get("uuid"), str)
        and isinstance(group.get("name"), str)
    }


def _decrypted(header: dict[str, Any], db: str, keys: Keys) -> bytes:
    slots = header.get("slots")
    if not isinstance(slots, list):
        raise FileDamaged
    openable = [slot for slot in slots if isinstance(slot, dict) and _is_password(slot)]
    if not openable:
        raise NotSupported(
            "This vault can only be opened by the phone that it is from.",
            hint="Export it in Aegis with a password.",
        )
    if not keys.passwords:
        raise NeedsPassword
    sealed = _sealed(db, header.get("params"))
    master = opened(keys, lambda password: _master_key(openable, password))
    try:
        return foreign.aes_gcm_open(master, sealed.nonce, sealed.data)
    except Forged:
        raise FileDamaged from None


def _master_key(slots: list[dict[str, Any]], password: bytes) -> bytes:
    """What the first slot that fits holds. Raises Forged where none does."""
    for slot in slots:
        for written in _spellings(slot, password):
            try:
                return _of_slot(slot, written)
            except Forged:
                continue
    raise Forged


def _of_slot(slot: dict[str, Any], password: bytes) -> bytes:
    params = _params(slot.get("key_params"))
    key = kdf.scrypt(password, hex_bytes(slot.get("salt")), n=slot.get("n"), r=slot.get("r"), p=slot.get("p"))
    return foreign.aes_gcm_open(key, params.nonce, hex_bytes(slot.get("key")) + params.data)


def _spellings(slot: dict[str, Any], password: bytes) -> tuple[bytes, ...]:
    """The password, and with the zeros that a bug of Aegis left behind long ones in slots not yet repaired.

    They fill the buffer into which Java encodes: 1.1 bytes a character, doubled until all fits.
    """
    if slot.get("repaired") is True or len(password) <= _OLD_LONG:
        return (password,)
    room = len(password.decode(errors="replace").encode("utf-16-le")) // 2 * 11 // 10
    while room < len(password):
        room = 2 * room + 1
    return (password, password.ljust(room, b"\0"))


def _sealed(db: str, untrusted_params: Any) -> _Sealed:
    params = _params(untrusted_params)
    return _Sealed(base64_bytes(db) + params.data, params.nonce)


def _params(untrusted: Any) -> _Sealed:
    """The nonce, and the tag as the data."""
    if not isinstance(untrusted, dict):
        raise FileDamaged
    return _Sealed(hex_bytes(untrusted.get("tag")), hex_bytes(untrusted.get("nonce")))


def _is_password(slot: dict[str, Any]) -> bool:
    return _number(slot.get("type"), 0) == PASSWORD_SLOT


def _number(untrusted: Any, default: int) -> int:
    try:
        number = whole(untrusted)
    except BadText:
        raise FileDamaged from None
    return default if number is None else number


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise FileDamaged from None


def _name(entry: Any) -> str:
    return text_at(entry, "issuer") or text_at(entry, "name")


def _newer() -> NotSupported:
    return NotSupported(
        "This file is of a newer Aegis than Warifu knows.",
        hint="Export as text or with QR codes from it, or get a newer Warifu.",
    )
