"""Authy, which lets nothing out itself: the files of its Android app, what it sends on request (GDPR), and
what the tools of others saved: mitmproxy, authy-export, the developer tools of the desktop app.
"""

from __future__ import annotations

import csv
import io
import json
import re
from enum import Flag, auto
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from warifu.core.text import Text
from warifu.core.uri import is_link
from warifu.formats.authy_tokens import (
    DECRYPTED,
    ENCRYPTED,
    SEEDS,
    Opener,
    account_of,
    is_encrypted,
    shown_name,
)
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import MAX_ENTRIES, collected, of_link_or_secret, text_at
from warifu.formats.errors import FileDamaged, NeedsPassword
from warifu.formats.markup import preferences
from warifu.formats.tries import Tries
from warifu.formats.untrusted import NO_JSON, load_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_STORES: Final = ("com.authy.storage.tokens.authenticator.key", "com.authy.storage.tokens.authy.key")
_LISTS: Final = ("authenticator_tokens", "decrypted_authenticator_tokens", "apps")
_MARKS: Final = frozenset((*ENCRYPTED, *SEEDS, *DECRYPTED))
_OTHERS: Final = frozenset(
    ("type", "label", "kind", "otp_type", "otpGenerator", "issuer", "algorithm", "content")
)
_MARKS_BETWEEN: Final = ",;\t"
_COLUMN: Final = re.compile("encrypted[ _]seed", re.IGNORECASE)
_LOOKED_AT: Final = 20  # entries of an array


class _Place(Flag):
    """What its place in the file says of a token."""

    USUAL = 0
    DELETED = auto()
    BY_HAND = auto()  # from the developer tools, which tell ten seconds by seven digits alone


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every token of a file; those that no password opens become problems.

    Raises NeedsPassword, WrongFilePassword if no token opens, FileDamaged, FileTooBig.
    """
    tokens = list(_tokens(file))
    if not keys.passwords and any(is_encrypted(token) for token, _ in tokens):
        raise NeedsPassword("This file is protected by the backup password of Authy.")
    tries = Tries(keys.passwords)
    opener = Opener(tries)
    contents = collected(tokens, lambda each: _read(*each, opener), lambda each: shown_name(each[0]))
    tries.check()
    return contents


def _read(token: Any, place: _Place, opener: Opener) -> Imported:
    if isinstance(login := token.get("login"), dict):
        return of_link_or_secret(text_at(login, "totp"), issuer=text_at(token, "name"))
    return account_of(token, opener, binned=_Place.DELETED in place, seven_is_ten=_Place.BY_HAND in place)


def _tokens(file: Untrusted) -> Iterator[tuple[Any, _Place]]:
    if file.start.startswith("<"):
        stored = preferences(file.data)
        for name in _STORES:
            if value := stored.get(name):
                yield from _marked(load_json(value))
    elif file.json is not NO_JSON:
        yield from _marked(file.array, _Place.BY_HAND) if file.array else _of_object(file.object)
    elif _table(file) is not None:
        yield from _of_table(file)
    else:
        raise FileDamaged


def _of_object(holder: dict[str, Any]) -> Iterator[tuple[Any, _Place]]:
    """Answers of Authy's servers, as they are or packed into each other by who saved them."""
    for key, value in holder.items():
        if key in _LISTS or (key == "tokens" and isinstance(value, list)):
            if isinstance(value, list):
                yield from _marked(value)
            elif isinstance(value, dict):
                yield from _of_object(value)
        elif key == "tokens" and isinstance(value, dict):
            yield from _of_object(value)
        elif key == "deleted":
            yield from _marked(value, _Place.DELETED)
        elif key == "items":
            yield from _marked(value)


def _marked(values: Any, place: _Place = _Place.USUAL) -> Iterator[tuple[Any, _Place]]:
    yield from ((value, place) for value in (values if isinstance(values, list) else ()))


def _table(file: Untrusted) -> str | None:
    """The table of Authy's answer to a request for one's data, from the line with its columns on."""
    if file.text is None or not _COLUMN.search(file.text[:65536]):
        return None
    text = _unwrapped(file.text.strip()).replace("\\r\\n", "\n").replace("\\n", "\n")
    if (column := _COLUMN.search(text)) is None:
        return None
    start = text.rfind("\n", 0, column.start()) + 1
    head = text[start:].partition("\n")[0].casefold()
    return text[start:] if "salt" in head and any(mark in head for mark in _MARKS_BETWEEN) else None


def _unwrapped(text: str) -> str:
    """A table that arrives as one text in quotation marks, as JSON or as a single cell has it."""
    if not text.startswith('"') or not text.endswith('"') or "\n" in text:
        return text
    try:
        return str(json.loads(text))
    except ValueError:
        pass
    try:
        ((cell,),) = csv.reader([text])
    except (csv.Error, ValueError):
        return text
    return cell


def _of_table(file: Untrusted) -> Iterator[tuple[Any, _Place]]:
    table = _table(file) or ""
    head = table.partition("\n")[0]
    delimiter = max(_MARKS_BETWEEN, key=head.count)
    reader = csv.reader(io.StringIO(table), delimiter=delimiter, skipinitialspace=True)
    try:
        rows = list(islice(reader, MAX_ENTRIES + 2))
    except csv.Error:
        raise FileDamaged from None
    columns = [name.strip().casefold().replace(" ", "_") for name in rows[0]]
    for row in rows[1:]:
        if any(cell.strip() for cell in row):
            cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if cell.strip()}
            yield cells, _Place.USUAL


def _fits(file: Untrusted) -> bool:
    if file.start.startswith("<"):
        return any(name in (file.text or "") for name in _STORES)
    if file.array:
        return any(_is_token(each) for each in file.array[:_LOOKED_AT])
    if file.object:
        return _is_answer(file.object) or (
            isinstance(holder := file.object.get("tokens"), dict) and _is_answer(holder)
        )
    return _table(file) is not None


def _is_answer(holder: dict[str, Any]) -> bool:
    if any(isinstance(holder.get(key), list) for key in _LISTS[:2]):
        return True
    for key in ("tokens", "apps"):
        items = holder.get(key)
        items = items.get("apps") if key == "apps" and isinstance(items, dict) else items
        if isinstance(items, list) and any(_has_marks(each) for each in items[:_LOOKED_AT]):
            return True
    return False


def _has_marks(item: Any) -> bool:
    return isinstance(item, dict) and bool(_MARKS & item.keys())


def _is_token(item: Any) -> bool:
    """A token of the app, or one of those that were written by hand in its developer tools."""
    if not isinstance(item, dict):
        return False
    if _MARKS & item.keys():
        return True
    if not {"name", "secret"} <= item.keys() or _OTHERS & item.keys():
        return False
    return (isinstance(item.get("uri"), str) and is_link(item["uri"])) or "digits" in item


FORMAT = Format(
    id="authy",
    name="Authy",
    fits=_fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text(
        "Authy exports nothing itself. Ask Authy for your data and import the table that it sends, or import "
        "the files com.authy.storage.tokens.authenticator.xml and com.authy.storage.tokens.authy.xml of a "
        "rooted Android phone, or what a tool of others saved."
    ),
    note=Text(
        "The password is the backup password of Authy. Tokens from before you changed it need the older one: "
        "give both."
    ),
)
