"""The services that somebody who leaves another app sets up again, one after the other.

They lie in the encrypted part of a vault under the key ``leaving``, because names of services tell much:

    {"<id>": {"stamp": …, "name": text, "brand": slug, "added": Unix seconds, "done": …, "gone": true}}

Fields that say nothing are left out; unknown ones are kept. Two copies join entry by entry; the later stamp
wins, so what was taken off the list stays as ``gone``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from warifu.vault.way_notes import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["KEY", "Service", "join", "noted", "read", "stamps"]

KEY: Final = "leaving"


@dataclass(frozen=True, slots=True)
class Service:
    """One to set up again. ``added`` and ``done`` in Unix seconds; 0 is not done yet."""

    id: str
    name: str
    brand: str = ""
    added: int = 0
    done: int = 0


def read(extra: Mapping[str, Any]) -> tuple[Service, ...]:
    """Those on the list, in the order in which they came onto it."""
    found = [
        Service(
            service_id,
            str(entry.get("name", "")),
            str(entry.get("brand", "")),
            **{key: entry[key] for key in ("added", "done") if type(entry.get(key)) is int},
        )
        for service_id, entry in extra.get(KEY, {}).items()
        if not entry.get("gone")
    ]
    return tuple(sorted(found, key=lambda each: (each.added, each.name.casefold(), each.id)))


def noted(extra: Mapping[str, Any], service_id: str, stamp: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """``extra`` with fields of one entry written."""
    entries = extra.get(KEY, {})
    entry = {**entries.get(service_id, {}), **fields, "stamp": stamp}
    return {**extra, KEY: {**entries, service_id: entry}}


def stamps(extra: Mapping[str, Any]) -> Iterator[Any]:
    """The stamps of all entries. Raises AttributeError, KeyError or TypeError for other shapes."""
    for entry in extra.get(KEY, {}).values():
        yield entry["stamp"]
