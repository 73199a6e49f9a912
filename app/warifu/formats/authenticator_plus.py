"""Authenticator Plus: its zip with a list of links, and its backup authplus.db, a database of SQLCipher 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.text import Text
from warifu.formats import links
from warifu.formats.base import Contents, Form, Format
from warifu.formats.errors import FileDamaged, NeedsPassword, WrongFilePassword
from warifu.formats.google_app import accounts_of
from warifu.formats.sqlcipher import PAGE, decrypted
from warifu.formats.sqlite import rows_of
from warifu.formats.untrusted import Untrusted

if TYPE_CHECKING:
    from warifu.formats.base import Keys

_LIST: Final = "Accounts.txt"
_LEAST_PAGES: Final = 3
_LEAST_BYTES: Final = 200  # different ones, of 256, in the first pages of anything that is encrypted


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account. Raises NeedsPassword, WrongFilePassword, FileDamaged, FileTooBig."""
    if file.archive is not None:
        return links.read(Untrusted(file.archive.read(_LIST, keys.passwords)), keys)
    if not _is_sealed(file):
        raise FileDamaged
    if not keys.passwords:
        raise NeedsPassword
    for password in keys.passwords:
        if (database := decrypted(file.data, password)) is not None:
            return accounts_of(rows_of(database, "accounts"), _categories(database))
    raise WrongFilePassword


def _categories(database: bytes) -> dict[Any, str]:
    """Names of categories by their numbers, for rows that give a number."""
    try:
        found = rows_of(database, "category")
    except FileDamaged:
        return {}
    return {
        row["_id"]: row["name"]
        for row in found
        if isinstance(row.get("_id"), int) and isinstance(row.get("name"), str)
    }


def _is_sealed(file: Untrusted) -> bool:
    """Whole pages, at least three, that look like noise from the first byte on."""
    size = len(file.data)
    if size % PAGE or size < _LEAST_PAGES * PAGE or file.text is not None:
        return False
    return len(set(file.data[: _LEAST_PAGES * PAGE])) >= _LEAST_BYTES


def _is_archive(file: Untrusted) -> bool:
    return file.archive is not None and _LIST in file.archive.names


ARCHIVE = Format(
    id="authenticator-plus",
    name="Authenticator Plus",
    fits=_is_archive,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text(
        "In Authenticator Plus: Settings > Backup & Restore > Export as Text and HTML. The password is the "
        "master password of the app."
    ),
)
DATABASE = Format(
    id="authenticator-plus-db",
    name="Authenticator Plus (authplus.db)",
    fits=_is_sealed,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("In Authenticator Plus: Settings > Backup & Restore > Backup. It writes authplus.db."),
)
