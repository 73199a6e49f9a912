"""What is known of each way to unlock, beside the slots: when it was made, confirmed, tried, used.

It lies in the encrypted part of a vault under the key ``ways``, so that nobody learns it from the file:

    {"<slot id>": {"stamp": …, "made": Unix seconds, "confirmed": …, "checked": …, "used": …, "name": text}}

Fields that are not known are left out. Two copies join entry by entry; the later stamp wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from warifu.vault import strict_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from warifu.vault.stamp import Stamp

KEY: Final = "ways"
_TIMES: Final = ("made", "confirmed", "checked", "used")


@dataclass(frozen=True, slots=True)
class Mark:
    """When something happens: the stamp of the write, and Unix seconds for people."""

    stamp: Stamp
    time: int


@dataclass(frozen=True, slots=True)
class WayNote:
    """Unix seconds, 0 where nothing is known."""

    made: int = 0
    confirmed: int = 0  # when a recovery code was typed back from paper for the first time
    checked: int = 0  # and for the last time
    used: int = 0  # to unlock
    name: str = ""  # of the computer that keeps the key


def read(extra: Mapping[str, Any]) -> dict[str, WayNote]:
    """The notes by slot id."""
    return {
        slot_id: WayNote(
            **{key: entry[key] for key in _TIMES if type(entry.get(key)) is int},
            name=str(entry.get("name", "")),
        )
        for slot_id, entry in extra.get(KEY, {}).items()
    }


def noted(extra: Mapping[str, Any], slot_id: str, stamp: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """``extra`` with fields of one entry written."""
    entries = extra.get(KEY, {})
    entry = {**entries.get(slot_id, {}), **fields, "stamp": stamp}
    return {**extra, KEY: {**entries, slot_id: entry}}


def stamps(extra: Mapping[str, Any]) -> Iterator[Any]:
    """The stamps of all entries. Raises AttributeError, KeyError or TypeError for other shapes."""
    for entry in extra.get(KEY, {}).values():
        yield entry["stamp"]


def join(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of both; of two of one slot the later."""
    return {
        slot_id: max(
            (each[slot_id] for each in (one, other) if slot_id in each),
            key=lambda entry: (entry["stamp"], strict_json.dump(entry)),
        )
        for slot_id in sorted(one.keys() | other.keys())
    }
