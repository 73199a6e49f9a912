"""Two copies of a document become one that knows everything both know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.vault import leaving, strict_json, way_notes
from warifu.vault import record as records
from warifu.vault.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def merge(one: Document, other: Document) -> Document:
    """The join: commutative, associative, idempotent. Absence in one copy never deletes from the other."""
    if one is other:
        return one
    return Document(
        _join(one.records, other.records, records.merge),
        _join(one.devices, other.devices, _later_entry),
        _join_extra(one.extra, other.extra),
    )


def _join(
    one: Mapping[str, Any], other: Mapping[str, Any], merge_two: Callable[[Any, Any], Any]
) -> dict[str, Any]:
    """All keys of both; ``merge_two`` decides where both have one."""
    joined = {**other, **one}
    for key in one.keys() & other.keys():
        if one[key] is not other[key]:
            joined[key] = merge_two(one[key], other[key])
    return joined


def _join_extra(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """What is neither accounts nor devices: what we know by entry, the rest as a newer Warifu left it."""
    joined = _join(one, other, _larger)
    for key, join in ((way_notes.KEY, way_notes.join), (leaving.KEY, leaving.join)):
        if key in one and key in other:
            joined[key] = join(one[key], other[key])
    return joined


def _later_entry(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The later of two entries of a device."""
    return max(one, other, key=lambda entry: (entry["stamp"], strict_json.dump(entry)))


def _larger(one: Any, other: Any) -> Any:
    """Fields of a newer Warifu have no stamp that we know: any rule will do that everybody decides alike."""
    return max(one, other, key=strict_json.dump)
