"""Dashlane: a table of logins, alone or in the archive that it exports, and its older JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, text_at
from warifu.formats.password_tables import reader
from warifu.formats.passwords import of_login
from warifu.formats.tables import Row, has_columns
from warifu.formats.untrusted import Untrusted

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE = "credentials.csv"
_LOGINS = "AUTHENTIFIANT"


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every login that has codes."""
    if file.archive is not None:
        file = Untrusted(file.archive.read(_table_in(file.archive.names), keys.passwords), _TABLE)
    if file.object:
        return collected(
            _logins(file.object), _of_object, lambda item: text_at(item, "title"), passwords=True
        )
    return _read_table(file, keys)


def _fits(file: Untrusted) -> bool:
    if file.archive is not None:
        return bool(_table_in(file.archive.names))
    if file.object:
        return isinstance(file.object.get(_LOGINS), list)
    named = has_columns(file, "username", "username2", "title", "password", "note", "url")
    return named and (has_columns(file, "otpsecret") or has_columns(file, "otpurl"))


def _table_in(names: Iterable[str]) -> str:
    return next((name for name in names if name.rpartition("/")[2].casefold() == _TABLE), "")


def _of_row(row: Row) -> Imported | None:
    return of_login(
        row.get("otpurl", "otpsecret"),
        title=row.get("title"),
        user=row.get("username", "username2", "username3"),
        address=row.get("url"),
        tags=[row.get("category")],
        note=row.get("note"),
    )


def _logins(file: dict[str, Any]) -> list[Any]:
    found = file.get(_LOGINS)
    return found if isinstance(found, list) else []


def _of_object(item: Any) -> Imported | None:
    return of_login(
        text_at(item, "otpUrl") or text_at(item, "otpSecret"),
        title=text_at(item, "title"),
        user=text_at(item, "login") or text_at(item, "email") or text_at(item, "secondaryLogin"),
        address=text_at(item, "domain") or text_at(item, "url"),
        tags=[text_at(item, "category")],
        note=text_at(item, "note"),
    )


_read_table = reader(_of_row, "title", "url")

FORMAT = Format(
    id="dashlane",
    name="Dashlane",
    fits=_fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In Dashlane’s web app: Settings > Export data > Export to CSV. Choose the archive as it is."),
)
