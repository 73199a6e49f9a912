"""Proton Pass: the codes in its export as a zip archive. Passwords in it are not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from warifu.core.clean import clean_note, clean_tags
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, of_link_or_secret, text_at, whole
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.untrusted import load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.untrusted import Untrusted

_DATA: Final = "Proton Pass/data.json"
_PGP: Final = "Proton Pass/data.pgp"
_TRASHED: Final = 2  # the state of an item in the bin


def fits(file: Untrusted) -> bool:
    """Whether the archive has the file of Proton Pass, encrypted or not."""
    return file.archive is not None and not {_DATA, _PGP}.isdisjoint(file.archive.names)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every code of every item, with its vault as a tag. Raises FormatError."""
    if (archive := file.archive) is None:
        raise FileDamaged
    if _DATA not in archive.names and _PGP in archive.names:
        raise NotSupported(
            "This export of Proton Pass is encrypted with PGP.",
            hint="Export it again in Proton Pass without encryption, and delete that file afterwards.",
        )
    try:
        export = load_json(archive.read(_DATA, keys.passwords).decode())
    except UnicodeDecodeError:
        raise FileDamaged from None
    vaults = export.get("vaults") if isinstance(export, dict) else None
    if not isinstance(vaults, dict):
        raise FileDamaged
    return collected(_fields(vaults), _entry, lambda field: _name(field[1]), passwords=True)


def _fields(vaults: dict[str, Any]) -> Iterator[tuple[str, Any, Any, str]]:
    """Every field with a code: its vault's name, its item, its link, and its own name if it has one."""
    for vault in vaults.values():
        if not isinstance(vault, dict):
            continue
        items = vault.get("items")
        for item in items if isinstance(items, list) else ():
            for uri, name in _of_item(item):
                yield str(vault.get("name") or ""), item, uri, name


def _of_item(item: Any) -> Iterator[tuple[Any, str]]:
    data = item.get("data") if isinstance(item, dict) else None
    if not isinstance(data, dict):
        return
    content, extra = data.get("content"), data.get("extraFields")
    if isinstance(content, dict) and content.get("totpUri"):
        yield content["totpUri"], ""
    sections = content.get("sections") if isinstance(content, dict) else None
    more = [section.get("sectionFields") for section in _dicts(sections)]
    for field in (each for fields in (extra, *more) for each in _dicts(fields)):
        inner = field.get("data")
        if field.get("type") == "totp" and isinstance(inner, dict) and inner.get("totpUri"):
            yield inner["totpUri"], str(field.get("fieldName") or "")


def _dicts(untrusted: Any) -> list[dict[str, Any]]:
    return [each for each in untrusted if isinstance(each, dict)] if isinstance(untrusted, list) else []


def _entry(field: tuple[str, Any, Any, str]) -> Imported:
    vault, item, uri, own_name = field
    if not isinstance(uri, str):
        raise BadText("It holds no secret.")
    metadata, content = item["data"].get("metadata") or {}, item["data"].get("content") or {}
    name = text_at(metadata, "name")
    found = of_link_or_secret(
        uri,
        issuer=name,
        account=text_at(content, "itemUsername")
        or text_at(content, "itemEmail")
        or text_at(content, "username"),
        title=f"{name} – {own_name}" if name and own_name else name or own_name,
    )
    return replace(
        found,
        account=replace(
            found.account,
            note=clean_note(text_at(metadata, "note")),
            tags=clean_tags([vault]),
            pinned=item.get("pinned") is True,
            created=max(0, whole(item.get("createTime")) or 0),
        ),
        binned=whole(item.get("state")) == _TRASHED,
    )


def _name(item: Any) -> str:
    return text_at(item["data"]["metadata"], "name")


FORMAT = Format(
    id="proton-pass",
    name="Proton Pass",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In Proton Pass: Settings > Export. Choose ZIP without encryption."),
    note=Text("The file holds all your passwords: delete it once the accounts are here."),
)
