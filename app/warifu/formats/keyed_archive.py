"""Apple's NSKeyedArchiver: a property list of objects that refer to each other by number."""

from __future__ import annotations

import plistlib
from plistlib import UID
from typing import Any, Final

from warifu.formats.errors import FileDamaged
from warifu.formats.untrusted import MAX_DEPTH

_MAX_OBJECTS: Final = 300_000


def unarchived(data: bytes) -> Any:
    """The root of an archive as dictionaries, lists, texts, bytes and numbers. Raises FileDamaged.

    Classes are ignored: an object is the dictionary of its fields.
    """
    try:
        archive = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
        objects, top = archive["$objects"], archive["$top"]
        root = top["root"] if "root" in top else next(iter(top.values()))
        if len(objects) > _MAX_OBJECTS:
            raise FileDamaged
        return _Archive(objects).value(root, 0)
    except (
        plistlib.InvalidFileException, KeyError, TypeError, ValueError, IndexError, StopIteration,
        AttributeError, RecursionError, OverflowError, MemoryError,
    ):  # fmt: skip
        raise FileDamaged from None


class _Archive:
    """Each object is made once; one that contains itself is refused."""

    def __init__(self, objects: list[Any]) -> None:
        self._objects = objects
        self._made: dict[int, Any] = {}
        self._making: set[int] = set()

    def value(self, raw: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise FileDamaged
        if not isinstance(raw, UID):
            return raw
        number = raw.data
        if number not in self._made:
            if number in self._making:
                raise FileDamaged
            self._making.add(number)
            self._made[number] = self._object(self._objects[number], depth + 1)
            self._making.discard(number)
        return self._made[number]

    def _object(self, raw: Any, depth: int) -> Any:
        if raw == "$null":
            return None
        if not isinstance(raw, dict):
            return raw
        for plain in ("NS.string", "NS.data", "NS.bytes", "NS.time"):
            if plain in raw:
                return self.value(raw[plain], depth)
        if "NS.objects" in raw:
            values = [self.value(each, depth) for each in raw["NS.objects"]]
            if "NS.keys" not in raw:
                return values
            keys = [self.value(each, depth) for each in raw["NS.keys"]]
            return dict(zip(keys, values, strict=True))
        return {name: self.value(each, depth) for name, each in raw.items() if name != "$class"}
