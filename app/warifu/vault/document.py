"""Everything a vault holds, as one immutable value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from warifu.core.account import Account, Otp, OtpType
from warifu.core.errors import AccountNotFound, NotPossible, VaultDamaged
from warifu.vault import leaving, strict_json, way_notes
from warifu.vault import record as records
from warifu.vault.account_json import (
    TEXTS,
    account_of,
    icon_to_json,
    new_record,
    otp_to_json,
    past_otps,
    understood,
)
from warifu.vault.ordering import order_between
from warifu.vault.record import Record
from warifu.vault.stamp import is_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from warifu.vault.stamp import Stamp

TRASH_DAYS = 30  # a deleted account is kept at least so long

_REGISTERS = (*TEXTS, "tags", "icon", "pinned")
_EDITABLE = frozenset({*_REGISTERS, "otp", "counter"})


class Document:
    """Accounts by id, device names, and what a newer Warifu put beside them. Methods return a new one.

    A stamp handed in must be newer than ``newest()``: let the StampClock observe that first.
    """

    __slots__ = ("_all", "devices", "extra", "records")

    def __init__(
        self,
        records: Mapping[str, Record],
        devices: Mapping[str, Mapping[str, Any]],
        extra: Mapping[str, Any],
    ) -> None:
        self.records = records
        self.devices = devices
        self.extra = extra
        self._all: tuple[Account, ...] | None = None

    @staticmethod
    def empty() -> Document:
        """A document without accounts."""
        return Document({}, {}, {})

    # -- reading

    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are not in the trash, in the user's own order."""
        return tuple(account for account in self._everything() if not account.trashed)

    def trashed(self) -> tuple[Account, ...]:
        """The accounts in the trash, latest first."""
        found = [account for account in self._everything() if account.trashed]
        return tuple(sorted(found, key=lambda account: account.trashed, reverse=True))

    def get(self, account_id: str) -> Account | None:
        """The account, in the trash or not; None where there is none or it was purged."""
        record = self.records.get(account_id)
        if record is None or not record.alive or not understood(record):
            return None
        return record.view(account_of)

    def history(self, account_id: str) -> tuple[Otp, ...]:
        """Up to five former secrets, newest first."""
        record = self.records.get(account_id)
        return past_otps(record) if record is not None and record.alive else ()

    def twins(self, otp: Otp) -> tuple[Account, ...]:
        """Accounts, trashed ones too, that have the same secret already."""
        return tuple(account for account in self._everything() if account.otp.secret == otp.secret)

    def expired(self, now: float) -> tuple[str, ...]:
        """Ids of accounts that may be purged: 30 days in the trash."""
        limit = now - TRASH_DAYS * 86_400
        return tuple(account.id for account in self.trashed() if account.trashed <= limit)

    def device_names(self) -> dict[str, str]:
        """Names that the user's devices gave themselves."""
        return {device: str(entry.get("name", "")) for device, entry in self.devices.items()}

    def way_notes(self) -> dict[str, way_notes.WayNote]:
        """What is known of the ways to unlock, by slot id."""
        return way_notes.read(self.extra)

    def services_to_move(self) -> tuple[leaving.Service, ...]:
        """What somebody who leaves another app sets up again."""
        return leaving.read(self.extra)

    def newest(self) -> str:
        """The latest stamp, for StampClock.observe; empty in an empty document."""
        return max(map(str, self._stamps()), default="")

    # -- changing

    def add(self, account: Account, stamp: Stamp) -> Document:
        """Add an account, below all others unless it brings its own order. An id that is there is refused."""
        return self.add_all([account], stamp)

    def add_all(self, accounts: Iterable[Account], stamp: Stamp) -> Document:
        """Add accounts in the order given. Nothing is ever overwritten."""
        changed: dict[str, Record] = {}
        last = ""
        for account in accounts:
            former = changed.get(account.id) or self.records.get(account.id)
            if former is not None and former.alive:
                raise NotPossible("This account is in the vault already.")
            if not account.order:
                last = order_between(last or self._last_order(), "")
            fresh = new_record(account, stamp)
            fresh = fresh if account.order else Record({**fresh.data, "order": last})
            changed[account.id] = records.merge(former, fresh) if former else fresh
        return self._with(changed)

    def edit(self, account_id: str, stamp: Stamp, **fields: Any) -> Document:
        """Change fields of an Account. Equal ones are not written, so that others' edits of them live."""
        if unknown := fields.keys() - _EDITABLE:
            raise TypeError(f"not editable: {', '.join(sorted(unknown))}")
        record, account = self._found(account_id)
        differing = {key: value for key, value in fields.items() if getattr(account, key) != value}
        if not differing:
            return self
        if differing.keys() & {"otp", "counter"}:
            record = _write_otp(record, account, stamp, differing)
        changes = {key: _to_json(key, differing[key]) for key in _REGISTERS if key in differing}
        return self._with({account_id: records.confirm(records.write(record, stamp, changes), stamp)})

    def trash(self, ids: Iterable[str], stamp: Stamp, now: float) -> Document:
        """Put accounts into the trash, ``now`` in Unix seconds."""

        def to_trash(record: Record) -> Record:
            return records.write(
                record, stamp, {"trash": {"time": max(int(now), 1), "seen": records.edits(record)}}
            )

        return self._each(ids, to_trash)

    def untrash(self, ids: Iterable[str], stamp: Stamp) -> Document:
        """Take accounts out of the trash."""

        def from_trash(record: Record) -> Record:
            return records.confirm(records.write(record, stamp, {"trash": {"time": 0, "seen": []}}), stamp)

        return self._each(ids, from_trash)

    def purge(self, ids: Iterable[str], stamp: Stamp) -> Document:
        """Forget accounts for ever; old copies do not bring them back."""
        return self._each(ids, lambda record: records.purge(record, stamp))

    def note_use(self, account_id: str, device: str, now: float) -> Document:
        """Count that a code of the account was used."""
        return self._each([account_id], lambda record: records.note_use(record, device, int(now)))

    def set_counter(self, account_id: str, counter: int) -> Document:
        """Raise the HOTP counter; it never falls. To lower it is an edit."""
        return self._each([account_id], lambda record: records.advance(record, counter))

    def name_device(self, device: str, name: str, stamp: Stamp) -> Document:
        """Say what a device is called."""
        entry = {**self.devices.get(device, {}), "name": name, "stamp": stamp}
        return Document(self.records, {**self.devices, device: entry}, self.extra)

    def note_way(self, slot_id: str, stamp: Stamp, **fields: int | str) -> Document:
        """Write down what is known of a way to unlock; the fields are those of WayNote."""
        return Document(self.records, self.devices, way_notes.noted(self.extra, slot_id, stamp, fields))

    def note_service(self, service_id: str, stamp: Stamp, **fields: int | str | bool) -> Document:
        """Write down a service to be set up again; the fields are those of ``leaving``."""
        return Document(self.records, self.devices, leaving.noted(self.extra, service_id, stamp, fields))

    # -- bytes

    def to_json(self) -> bytes:
        """The state as JSON; each record is encoded once in its life."""
        rows = b",".join(self.records[account_id].json() for account_id in sorted(self.records))
        rest = strict_json.dump({**self.extra, "devices": self.devices})
        return b'{"accounts":[' + rows + b"]," + rest[1:]

    @staticmethod
    def from_json(untrusted: bytes | bytearray) -> Document:
        """Read the state. Raises VaultDamaged for anything Warifu does not write."""
        try:
            state = json.loads(untrusted, parse_constant=_refuse)
            rows = state.pop("accounts")
            devices = state.pop("devices")
            found = {row["id"]: Record(row) for row in rows}
            document = Document(found, devices, state)
            if len(found) != len(rows) or not all(map(is_stamp, document._stamps())):
                raise ValueError("ids or stamps")
            document._everything()
        except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError):
            raise VaultDamaged("The vault holds something that Warifu does not understand.") from None
        return document

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Document)
            and self.records == other.records
            and self.devices == other.devices
            and self.extra == other.extra
        )

    def __hash__(self) -> int:
        return hash(frozenset(self.records))

    def __repr__(self) -> str:
        return f"Document({len(self.records)} records)"

    # -- within

    def _everything(self) -> tuple[Account, ...]:
        if self._all is None:
            shown = (record for record in self.records.values() if record.alive and understood(record))
            views = (record.view(account_of) for record in shown)
            self._all = tuple(sorted(views, key=lambda account: (account.order, account.id)))
        return self._all

    def _last_order(self) -> str:
        return max((str(record.data.get("order", "")) for record in self.records.values()), default="")

    def _stamps(self) -> Iterable[object]:
        for record in self.records.values():
            yield records.latest(record)
        for entry in self.devices.values():
            yield entry["stamp"]
        yield from way_notes.stamps(self.extra)
        yield from leaving.stamps(self.extra)

    def _found(self, account_id: str) -> tuple[Record, Account]:
        account = self.get(account_id)
        if account is None:
            raise AccountNotFound("This account is not in the vault any more.")
        return self.records[account_id], account

    def _each(self, ids: Iterable[str], change: Callable[[Record], Record]) -> Document:
        return self._with({account_id: change(self._found(account_id)[0]) for account_id in ids})

    def _with(self, changed: Mapping[str, Record]) -> Document:
        return Document({**self.records, **changed}, self.devices, self.extra)


def _write_otp(record: Record, account: Account, stamp: Stamp, differing: dict[str, Any]) -> Record:
    """A new version of the secret, or the same one with its counter set back."""
    otp: Otp = differing.get("otp", account.otp)
    if "otp" not in differing and differing["counter"] > account.counter:
        return records.advance(record, differing["counter"])
    same_chain = otp.type is OtpType.HOTP and otp.secret == account.otp.secret
    counter = differing.get("counter", account.counter if same_chain else 0)
    unknown = {
        key: value for key, value in record.data["secrets"][0].items() if key not in otp_to_json(account.otp)
    }
    foreign = {key: value for key, value in unknown.items() if key not in {"stamp", "kept", "pin"}}
    return records.write_otp(record, stamp, {**foreign, **otp_to_json(otp)}, counter)


def _refuse(constant: str) -> None:
    """JSON knows neither NaN nor Infinity."""
    raise ValueError(constant)


def _to_json(key: str, value: Any) -> Any:
    """A field of Account as its register."""
    if key == "icon":
        return icon_to_json(value)
    return list(value) if key == "tags" else value
