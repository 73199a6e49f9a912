"""A file of somebody else, looked at without being trusted; what it turns out to be is worked out once."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from warifu.formats.errors import FileDamaged, FileTooBig
from warifu.formats.older_text import older_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warifu.formats.archive import Archive

MAX_FILE: Final = 32 * 1024 * 1024  # bytes
MAX_DEPTH: Final = 32  # arrays and objects in each other
MAX_DIGITS: Final = 400  # of a number in JSON
MAX_HOLDERS: Final = 500_000  # arrays and objects of JSON; 10,000 accounts have some 50,000
MAX_VALUES: Final = 1_000_000
_WORD: Final = 64  # characters; shorter texts often come again soon, and are kept once
_WORDS: Final = 1 << 12  # of them at a time: what does not come again would fill the memory
_SIGNED_BYTES: Final = {str(number): number for number in range(-128, 0)}  # Java's, kept once as well
NO_JSON: Final = object()  # what ``Untrusted.json`` is for anything else
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Untrusted:
    """Bytes, the name they came under, and the files that lay beside them, by name.

    Raises FileTooBig for more than ``MAX_FILE`` bytes. Properties never raise.
    """

    def __init__(self, data: bytes, name: str = "", beside: Mapping[str, bytes] | None = None) -> None:
        if len(data) > MAX_FILE:
            raise FileTooBig(
                "This file is too large for an export of accounts.", hint="Warifu reads files of up to 32 MB."
            )
        self.data = data
        self.name = name
        self.beside = dict(beside or {})

    def __repr__(self) -> str:
        return f"Untrusted({len(self.data)} bytes)"

    @cached_property
    def text(self) -> str | None:
        """The text, without its byte order mark; None where the bytes are no text."""
        for mark, encoding in _BOMS:
            if self.data.startswith(mark):
                return _decoded(self.data[len(mark) :], encoding)
        if b"\0" in self.data[:4096]:
            return None
        text = _decoded(self.data, "utf-8")
        return older_text(self.data) if text is None else text

    @cached_property
    def start(self) -> str:
        """The first 4,096 characters of the text behind white space, for a glance; empty for bytes."""
        return "" if self.text is None else self.text.lstrip()[:4096]

    @cached_property
    def json(self) -> Any:
        """What the JSON says, or ``NO_JSON``. Keys that come twice, deep nesting and NaN make it none."""
        if self.start[:1] not in {"{", "["} or self.text is None:
            return NO_JSON
        try:
            return load_json(self.text)
        except (FileDamaged, FileTooBig):
            return NO_JSON
        finally:
            del self.text  # decoded anew should anybody ask; both together would be most of the memory

    @property
    def object(self) -> dict[str, Any]:
        """The JSON object, or an empty one for anything else."""
        return self.json if isinstance(self.json, dict) else {}

    @property
    def array(self) -> list[Any]:
        """The JSON array, or an empty one for anything else."""
        return self.json if isinstance(self.json, list) else []

    def taken(self) -> Any:
        """What ``json`` is, for its reader alone: it is kept here no more, so that what was read may go."""
        found = self.json
        del self.json
        return found

    def taken_object(self) -> dict[str, Any]:
        """The JSON object, or an empty one for anything else, for its reader alone as well."""
        found = self.taken()
        return found if isinstance(found, dict) else {}

    @cached_property
    def archive(self) -> Archive | None:
        """The zip archive, if it is one whose list of files can be read."""
        if not self.data.startswith(b"PK\x03\x04"):
            return None
        from warifu.formats.archive import Archive

        try:
            return Archive(self.data)
        except (FileDamaged, FileTooBig):
            return None


def load_json(text: str) -> Any:
    """JSON of limited depth (RFC 8259), every key once and every number finite.

    Raises FileDamaged, and FileTooBig for so many parts that they would fill the memory.
    """
    if text.count("{") + text.count("[") > MAX_HOLDERS or text.count(",") > MAX_VALUES:
        raise _too_many()
    known: dict[str, str] = {}

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = {
            key: known.setdefault(value, value) if type(value) is str and len(value) <= _WORD else value
            for key, value in pairs
        }
        if len(known) > _WORDS:
            known.clear()
        if len(made) != len(pairs):
            raise ValueError
        return made

    try:
        value = json.loads(
            text, object_pairs_hook=once, parse_int=_whole, parse_constant=_refuse, parse_float=_finite
        )
    except (ValueError, RecursionError):
        raise FileDamaged from None
    except MemoryError:
        raise _too_many() from None
    _check_depth(value)
    return value


def _too_many() -> FileTooBig:
    return FileTooBig("This file has far more parts than an export of accounts.")


def _check_depth(value: Any) -> None:
    level = [value] if isinstance(value, dict | list) else []
    for _depth in range(MAX_DEPTH + 1):
        level = [
            part
            for holder in level
            for part in (holder.values() if type(holder) is dict else holder)
            if type(part) is dict or type(part) is list
        ]
        if not level:
            return
    raise FileDamaged


def _whole(digits: str) -> int:
    if (byte := _SIGNED_BYTES.get(digits)) is not None:
        return byte
    if len(digits) > MAX_DIGITS:
        raise ValueError
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if value - value != 0:
        raise ValueError
    return value


def _refuse(_constant: str) -> None:
    raise ValueError


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
