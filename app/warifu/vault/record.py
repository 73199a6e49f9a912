"""One account as the vault keeps it: every field a register with the stamp of its last write.

The JSON of a record is its state, and fields that a newer Warifu adds are registers like the others, so they
merge and survive. Keys: ``id``; ``stamp``, when most registers were written; ``stamps``, for those written at
another time; ``secrets``, versions of the otp, newest first; ``counters`` by version, ``uses`` by device and
``last_used``, which only grow; ``purged``, what a purge knew and when it was. Every other key is a register;
an absent one was never written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.vault import registers, strict_json
from warifu.vault.stamp import ZERO, Stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from warifu.core.account import Account

_STRUCTURE = frozenset({"id", "stamp", "stamps", "secrets", "counters", "uses", "last_used", "purged"})

Data = dict[str, Any]


class Record:
    """An immutable record: ``data`` is never changed after construction. Its JSON is made once."""

    __slots__ = ("_json", "_view", "data")

    def __init__(self, data: Data) -> None:
        self.data = data
        self._json = b""
        self._view: Account | None = None

    def json(self) -> bytes:
        """Canonical JSON of the record."""
        if not self._json:
            self._json = strict_json.dump(self.data)
        return self._json

    def view(self, make: Callable[[Record], Account]) -> Account:
        """The account that ``make`` sees in the record, made once."""
        if self._view is None:
            self._view = make(self)
        return self._view

    @property
    def id(self) -> str:
        """Identity of the account."""
        found: str = self.data["id"]
        return found

    @property
    def alive(self) -> bool:
        """Whether there is a secret: a purge leaves none."""
        return bool(self.data["secrets"])

    def stamp(self, key: str) -> Stamp:
        """When the register was last written; ZERO where it never was."""
        if key not in self.data:
            return ZERO
        return Stamp(self.data.get("stamps", {}).get(key, self.data["stamp"]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.data == other.data

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"Record({self.id})"


def edits(record: Record) -> list[str]:
    """The vector of all edits of the record."""
    purged = record.data.get("purged", {}).get("seen", [])
    return registers.join_seen(purged, *(registers.kept(version) for version in record.data["secrets"]))


def latest(record: Record) -> str:
    """The newest stamp anywhere in the record."""
    data = record.data
    trash = (data.get("trash") or {}).get("seen", ())
    purge = data.get("purged", {})
    candidates = [data["stamp"], *data.get("stamps", {}).values(), *trash, *purge.get("seen", ())]
    candidates.append(purge.get("stamp", ""))
    for version in data["secrets"]:
        candidates += registers.kept(version)
    newest: str = max(candidates)
    return newest


def write(record: Record, stamp: Stamp, changes: Mapping[str, Any]) -> Record:
    """Set registers. The stamp must be newer than the record, else the next merge loses the write."""
    data = {**record.data, **changes}
    stamps = {**data.pop("stamps", {}), **dict.fromkeys(changes, stamp)}
    stamps = {key: written for key, written in stamps.items() if written != data["stamp"]}
    return Record({**data, "stamps": stamps} if stamps else data)


def confirm(record: Record, stamp: Stamp) -> Record:
    """Count an edit: a delete that did not know of it no longer deletes."""
    current, *past = record.data["secrets"]
    return _with(record, secrets=[registers.keep(current, [stamp]), *past])


def write_otp(record: Record, stamp: Stamp, otp: Data, counter: int) -> Record:
    """A new version of the secret; the former ones stay as history."""
    version = registers.keep({**otp, "stamp": stamp}, edits(record))
    written = _with(record, secrets=registers.join_versions([version], record.data["secrets"], []))
    return advance(written, counter)


def counter_of(record: Record) -> int:
    """The HOTP counter of the current version."""
    found: int = record.data.get("counters", {}).get(record.data["secrets"][0]["stamp"], 0)
    return found


def advance(record: Record, counter: int) -> Record:
    """Raise the counter of the current version; never lowers it."""
    if counter <= counter_of(record):
        return record
    version = record.data["secrets"][0]["stamp"]
    return _with(record, counters={**record.data.get("counters", {}), version: counter})


def note_use(record: Record, device: str, now: int) -> Record:
    """Count a use by a device; ``now`` in Unix seconds."""
    uses = dict(record.data.get("uses", {}))
    uses[device] = uses.get(device, 0) + 1
    return _with(record, uses=uses, last_used=max(now, record.data.get("last_used", 0)))


def purge(record: Record, stamp: Stamp) -> Record:
    """Forget all but that the account was there: an old copy does not bring it back, an unseen edit does."""
    gravestone = {
        "id": record.id,
        "stamp": stamp,
        "secrets": [],
        "purged": {"stamp": stamp, "seen": edits(record)},
    }
    return merge(record, Record(gravestone))


def merge(one: Record, other: Record) -> Record:
    """The join of two states of one record: commutative, associative, idempotent."""
    if one is other or one.data == other.data:
        return one
    purged = _join_purges(one.data.get("purged"), other.data.get("purged"))
    data: Data = {"id": one.id, "stamp": min(one.data["stamp"], other.data["stamp"])}
    stamps: dict[str, str] = {}
    for key in (one.data.keys() | other.data.keys()) - _STRUCTURE:
        stamp, value = _later(one, other, key)
        if stamp > purged.get("stamp", ""):
            data[key] = value
            if stamp != data["stamp"]:
                stamps[key] = stamp
    if stamps:
        data["stamps"] = stamps
    data["secrets"] = registers.join_versions(
        one.data["secrets"], other.data["secrets"], purged.get("seen", [])
    )
    _join_growing(data, one.data, other.data)
    if purged:
        data["purged"] = purged
    return Record(data)


def _with(record: Record, **structure: Any) -> Record:
    return Record({**record.data, **structure})


def _later(one: Record, other: Record, key: str) -> tuple[str, Any]:
    """The later write of a register; of equal stamps, which only a cloned device makes, the larger JSON."""
    first, second = one.stamp(key), other.stamp(key)
    if first == second and one.data[key] != other.data[key]:
        return first, max(one.data[key], other.data[key], key=strict_json.dump)
    return (first, one.data[key]) if first >= second else (second, other.data[key])


def _join_purges(one: Data | None, other: Data | None) -> Data:
    if not one or not other:
        return one or other or {}
    return {
        "stamp": max(one["stamp"], other["stamp"]),
        "seen": registers.join_seen(one["seen"], other["seen"]),
    }


def _join_growing(data: Data, one: Data, other: Data) -> None:
    """Counters, counts and the last time only grow; a purge leaves them, for alone they tell nothing."""
    for key in ("counters", "uses"):
        if joined := join_counts(one.get(key, {}), other.get(key, {})):
            data[key] = joined
    last_used = max(one.get("last_used", 0), other.get("last_used", 0))
    if last_used:
        data["last_used"] = last_used


def join_counts(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """The larger count of each key."""
    keys: Iterable[str] = one.keys() | other.keys()
    return {key: max(one.get(key, 0), other.get(key, 0)) for key in keys}
