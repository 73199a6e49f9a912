"""Bitwarden: exports of the password manager in JSON, plain or protected by a password, and in CSV."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported
from warifu.formats.bitwarden_csv import Login, account_of, is_table, read_table
from warifu.formats.bitwarden_writing import WRITER
from warifu.formats.decoding import json_object, with_password
from warifu.formats.entries import collected, text_at
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.opening import base64_bytes
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_PBKDF2, _ARGON2ID = 0, 1  # kdfType
_MARKS: Final = frozenset(("login", "organizationId"))  # of items
_DATA: Final = "data.json"  # in the archive
_CHECK: Final = "encKeyValidation_DO_NOT_EDIT"


def fits(file: Untrusted) -> bool:
    """Whether it is an export of the password manager."""
    if file.archive is not None:
        return _is_archive(file.archive.names)
    found = file.object
    if "encrypted" in found and ("items" in found or "data" in found):
        return found["encrypted"] is not False or not is_authenticators(found)
    if isinstance(items := found.get("items"), list):  # as old versions wrote it
        return any(isinstance(item, dict) and _MARKS & item.keys() for item in items[:50])
    return is_table(file.start, authenticator=False)


def _is_archive(names: tuple[str, ...]) -> bool:
    """Whether it is the archive of an export with attachments, which have folders of their own."""
    return _DATA in names and all(name == _DATA or name.startswith("attachments/") for name in names)


def is_authenticators(found: dict[str, Any]) -> bool:
    """Whether a plain export is one of Bitwarden Authenticator, which knows no folders and collections."""
    return (
        found.get("encrypted") is False
        and isinstance(found.get("items"), list)
        and not {"folders", "collections"} & found.keys()
    )


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every login with a code. Raises NotSupported for an export that only its own account opens."""
    if file.archive is not None:
        found = json_object(file.archive.read(_DATA))
    elif not (found := file.object):
        return read_table(file)
    if found.get("encrypted", False) is not False:
        found = _decrypted(found, keys)
    return read_items(found)


def read_items(found: dict[str, Any]) -> Contents:
    """The codes of the items of a plain export."""
    items = found.get("items")
    if not isinstance(items, list):
        raise FileDamaged
    folders = _names(found.get("folders")) | _names(found.get("collections"))
    passwords = any(
        isinstance(item, dict) and isinstance(item.get("login"), dict) and item["login"].get("password")
        for item in items
    )
    return collected(items, lambda item: _item(item, folders), lambda item: item["name"], passwords=passwords)


def _names(folders: Any) -> dict[Any, str]:
    """Names of folders or collections by their ids."""
    if not isinstance(folders, list):
        return {}
    return {
        each["id"]: each["name"]
        for each in folders
        if isinstance(each, dict) and isinstance(each.get("id"), str) and isinstance(each.get("name"), str)
    }


def _item(item: Any, folders: dict[Any, str]) -> Imported | None:
    login = item.get("login")
    if not isinstance(login, dict) or not (code := text_at(login, "totp").strip()):
        return None
    places = [item.get("folderId"), *(item.get("collectionIds") or ())]
    return Imported(
        account_of(
            Login(
                code,
                text_at(item, "name"),
                text_at(login, "username"),
                text_at(item, "notes"),
                tuple(folders[place] for place in places if place in folders),
                pinned=item.get("favorite") is True,
                created=_seconds(item.get("creationDate")),
            )
        ),
        binned=bool(item.get("deletedDate")),
    )


def _seconds(untrusted: Any) -> int:
    """Unix seconds of a date as JavaScript writes it; 0 for anything else."""
    try:
        return max(0, int(datetime.fromisoformat(untrusted).timestamp()))
    except (TypeError, ValueError, OverflowError, OSError):
        return 0


def _decrypted(found: dict[str, Any], keys: Keys) -> dict[str, Any]:
    if found.get("passwordProtected") is not True:
        raise NotSupported(
            "This export can only be opened by the Bitwarden account that wrote it.",
            hint="Export from Bitwarden again, as “.json (Encrypted)” with the type “Password protected”.",
        )
    enc, mac = with_password(keys, lambda password: _keys(found, password))
    try:
        return json_object(_opened(found.get("data"), enc, mac))
    except Forged:
        raise FileDamaged from None


def _keys(found: dict[str, Any], password: str) -> tuple[bytes, bytes]:
    """The keys to encrypt and to authenticate. Raises Forged for a wrong password."""
    salt = found.get("salt")
    if not isinstance(salt, str):
        raise FileDamaged
    master = _master(found, password.encode(), salt.encode())
    enc, mac = (foreign.hkdf_expand(master, info, 32) for info in (b"enc", b"mac"))
    _opened(found.get(_CHECK), enc, mac)
    return enc, mac


def _master(found: dict[str, Any], password: bytes, salt: bytes) -> bytes:
    """The salt is base64 that Bitwarden takes as text."""
    rounds = found.get("kdfIterations")
    kind = found.get("kdfType", _PBKDF2)
    if kind == _PBKDF2:
        return kdf.pbkdf2(kdf.Hash.SHA256, password, salt, rounds)
    if kind != _ARGON2ID or not isinstance(memory := found.get("kdfMemory"), int):
        raise FileDamaged
    return kdf.argon2(
        kdf.Argon.ID,
        password,
        hashlib.sha256(salt).digest(),
        memory_kib=memory * 1024,
        passes=rounds,
        lanes=found.get("kdfParallelism"),
    )


def _opened(untrusted: Any, enc: bytes, mac: bytes) -> bytes:
    """The text behind ``2.iv|ciphertext|mac``. Raises Forged, FileDamaged."""
    if not isinstance(untrusted, str) or not untrusted.startswith("2."):
        raise FileDamaged
    parts = untrusted[2:].split("|")
    if len(parts) != 3:
        raise FileDamaged
    iv, sealed, tag = (base64_bytes(part) for part in parts)
    if not hmac.compare_digest(hmac.digest(mac, iv + sealed, "sha256"), tag):
        raise Forged
    return foreign.aes_cbc_open(enc, iv, sealed)


FORMAT = Format(
    id="bitwarden",
    name="Bitwarden",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text(
        "In Bitwarden: Tools > Export vault. Choose “.json”, or “.json (Encrypted)” with the type "
        "“Password protected”."
    ),
    note=Text("The file also holds your passwords, of which Warifu keeps none: delete it afterwards."),
    writer=WRITER,
)
