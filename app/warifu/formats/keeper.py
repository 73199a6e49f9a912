"""Keeper: its JSON, and its table (CSV), which names no columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, consumed, text_at
from warifu.formats.errors import FileDamaged
from warifu.formats.passwords import of_login
from warifu.formats.tables import cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

_CODE: Final = re.compile(r"TFC:Keeper|\$?oneTimeCode(:.*)?", re.IGNORECASE)
_IN_TABLE: Final = re.compile(r"[\"',;](?:TFC:Keeper|\$oneTimeCode)", re.IGNORECASE)
_OWN: Final = (
    7  # columns before those of the user's own: folder, title, login, password, address, note, shared
)


class Code(NamedTuple):
    """One secret of a record."""

    secret: str
    title: str
    user: str
    address: str
    note: str
    tags: list[str]


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every one-time code of every record."""
    if file.object:
        records = file.taken_object().get("records")
        if not isinstance(records, list):
            raise FileDamaged
        found = (each for each in consumed(records) if isinstance(each, dict))
        codes = (code for record in found for code in _of_record(record))
    else:
        codes = (code for cells in cells_of(file) for code in _of_cells(cells))
    return collected(codes, _account, lambda code: code.title, passwords=True)


def _of_record(record: dict[str, Any]) -> Iterator[Code]:
    fields = record.get("custom_fields")
    for key, value in fields.items() if isinstance(fields, dict) else ():
        if _CODE.fullmatch(key):
            for each in value if isinstance(value, list) else [value]:
                yield Code(
                    secret=each if isinstance(each, str) else "",
                    title=text_at(record, "title"),
                    user=text_at(record, "login"),
                    address=text_at(record, "login_url"),
                    note=text_at(record, "notes"),
                    tags=list(_folders(record)),
                )


def _folders(record: dict[str, Any]) -> Iterator[str]:
    folders = record.get("folders")
    for each in folders if isinstance(folders, list) else ():
        for name in ("shared_folder", "folder"):
            if isinstance(each, dict) and isinstance(each.get(name), str):
                yield from each[name].split("\\")


def _of_cells(cells: list[str]) -> Iterator[Code]:
    for at in range(_OWN, len(cells) - 1):
        if _CODE.fullmatch(cells[at].strip()):
            folder, title, user, _password, address, note, shared = cells[:_OWN]
            yield Code(cells[at + 1], title, user, address, note, [*shared.split("\\"), *folder.split("\\")])


def _account(code: Code) -> Imported | None:
    return of_login(
        code.secret,
        title=code.title,
        user=code.user,
        address=code.address,
        note=code.note,
        tags=code.tags,
    )


def _fits(file: Untrusted) -> bool:
    if file.start[:1] in {"{", "["}:
        records = file.object.get("records")
        return isinstance(records, list) and all(isinstance(each, dict) for each in records[:20])
    return file.start[:1] != "<" and file.text is not None and _IN_TABLE.search(file.text) is not None


FORMAT = Format(
    id="keeper",
    name="Keeper",
    fits=_fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In Keeper’s web vault: Settings > Export, with JSON or CSV as the format."),
)
