"""Enpass: its JSON, in which a code's secret is whatever the user typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, consumed, text_at, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.passwords import of_login

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

_SEEN = 200  # items that are looked at to know the file
_DEEPEST = 16  # folders in each other


class Code(NamedTuple):
    """One secret of an item."""

    item: dict[str, Any]
    field: dict[str, Any]
    tags: list[str]


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every one-time code of every item, archived ones too; items in the bin say so."""
    found = file.taken_object()
    if not isinstance(found.get("items"), list):
        raise FileDamaged
    return collected(_codes(found), _account, lambda code: text_at(code.item, "title"), passwords=True)


def _codes(file: dict[str, Any]) -> Iterator[Code]:
    given = file.get("folders")
    folders = {
        str(each.get("uuid")): each
        for each in (given if isinstance(given, list) else ())
        if isinstance(each, dict)
    }
    for item in consumed(file["items"]):
        fields = item.get("fields") if isinstance(item, dict) else None
        for field in fields if isinstance(fields, list) else ():
            if isinstance(field, dict) and field.get("type") == "totp" and not field.get("deleted"):
                yield Code(item, field, list(_folders(item, folders)))


def _folders(item: dict[str, Any], folders: dict[str, dict[str, Any]]) -> Iterator[str]:
    own = item.get("folders")
    for uuid in own if isinstance(own, list) else ():
        path: list[str] = []
        folder = folders.get(str(uuid))
        while folder is not None and len(path) < _DEEPEST:
            path.append(str(folder.get("title") or ""))
            folder = folders.get(str(folder.get("parent_uuid") or ""))
        yield from reversed(path)


def _account(code: Code) -> Imported | None:
    return of_login(
        text_at(code.field, "value"),
        title=text_at(code.item, "title"),
        user=_value(code.item, "username") or _value(code.item, "email"),
        address=_value(code.item, "url"),
        tags=code.tags,
        note=text_at(code.item, "note"),
        pinned=bool(code.item.get("favorite")),
        binned=bool(code.item.get("trashed")),
        created=whole(code.item.get("createdAt")) or 0,
    )


def _value(item: dict[str, Any], kind: str) -> str:
    values = (
        field.get("value")
        for field in item["fields"]
        if isinstance(field, dict) and field.get("type") == kind and not field.get("deleted")
    )
    return next((value for value in values if isinstance(value, str) and value), "")


def _fits(file: Untrusted) -> bool:
    items = file.object.get("items")
    if not isinstance(items, list) or "encrypted" in file.object:
        return False
    return any(
        isinstance(item, dict) and ("template_type" in item or isinstance(item.get("fields"), list))
        for item in items[:_SEEN]
    )


FORMAT = Format(
    id="enpass",
    name="Enpass",
    fits=_fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In Enpass on a computer: Menu > File > Export, with .json as the format."),
)
