"""1Password: its own archive (.1pux, https://support.1password.com/1pux-format/) and its table (CSV)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, consumed
from warifu.formats.errors import FileDamaged
from warifu.formats.password_tables import reader
from warifu.formats.passwords import of_login
from warifu.formats.tables import Row, has_columns
from warifu.formats.untrusted import load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

_DATA = "export.data"
_USUAL = frozenset(("", "one-time password", "totp", "otp"))


class Code(NamedTuple):
    """One secret of an item; an item may have several."""

    vault: str
    item: dict[str, Any]
    field: dict[str, Any]
    first: bool


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every one-time password of every item, archived ones too; items in the bin say so."""
    if file.archive is None:
        return _read_table(file, keys)
    try:
        found = load_json(file.archive.read(_DATA).decode())
    except UnicodeDecodeError:
        raise FileDamaged from None
    if not isinstance(found, dict) or not isinstance(found.get("accounts"), list):
        raise FileDamaged
    return collected(_codes(found["accounts"]), _account, _name, passwords=True)


def _codes(accounts: list[Any]) -> Iterator[Code]:
    for account in _dicts(accounts):
        for vault in _dicts(account.get("vaults")):
            name = str(_dict(vault.get("attrs")).get("name") or "")
            for wrapped in consumed(_dicts(vault.pop("items", None))):
                item = _dict(wrapped.get("item")) or wrapped
                first = True
                for section in _dicts(_dict(item.get("details")).get("sections")):
                    for field in _dicts(section.get("fields")):
                        if _secret(field):
                            yield Code(name, item, field, first)
                            first = False


def _secret(field: dict[str, Any]) -> str:
    """The value of a one-time password, which older versions call concealed."""
    value = field.get("value")
    marked = str(field.get("id") or "").startswith("TOTP_")
    if isinstance(value, str):
        return value if marked else ""
    secret = _dict(value).get("totp") or (_dict(value).get("concealed") if marked else "")
    return secret if isinstance(secret, str) else ""


def _account(code: Code) -> Imported | None:
    overview, details = _dict(code.item.get("overview")), _dict(code.item.get("details"))
    favourite = code.item.get("favIndex")
    created = code.item.get("createdAt")
    name, label = str(overview.get("title") or ""), str(code.field.get("title") or "").strip()
    found = of_login(
        _secret(code.field),
        title=name,
        user=_user(details),
        address=str(overview.get("url") or ""),
        tags=[code.vault, *map(str, overview.get("tags") or ())],
        note=str(details.get("notesPlain") or ""),
        pinned=isinstance(favourite, int) and favourite > 0,
        binned=code.item.get("trashed") is True or code.item.get("state") == "trashed",
        created=created if isinstance(created, int) else 0,
    )
    if found is None or code.first or label.casefold() in _USUAL:
        return found
    return of_second(found, label)


def of_second(found: Imported, label: str) -> Imported:
    """A second code of one item, which needs a title of its own."""
    from dataclasses import replace

    from warifu.core.account import MAX_TITLE
    from warifu.core.clean import clean_line

    title = clean_line(f"{found.account.title} ({label})", MAX_TITLE)
    return replace(found, account=replace(found.account, title=title))


def _user(details: dict[str, Any]) -> str:
    for field in _dicts(details.get("loginFields")):
        if field.get("designation") == "username":
            return str(field.get("value") or "")
    return ""


def _name(code: Code) -> str:
    return str(_dict(code.item.get("overview")).get("title") or "")


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _of_row(row: Row) -> Imported | None:
    return of_login(
        row.get("otpauth"),
        title=row.get("title"),
        user=row.get("username"),
        address=row.get("url"),
        tags=re.split("[;,]", row.get("tags")),
        note=row.get("notes"),
        pinned=row.is_set("favorite"),
    )


_read_table = reader(_of_row, "title", "url")

FORMAT = Format(
    id="1password",
    name="1Password",
    fits=lambda file: (
        has_columns(file, "title", "username", "password", "otpauth", "favorite")
        if file.archive is None
        else _DATA in file.archive.names
    ),
    read=read,
    forms=Form.PLAIN,
    steps=Text("In 1Password: File > Export, then choose your account and the format 1PUX."),
)
