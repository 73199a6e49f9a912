"""The accounts of the unlocked vault, and the only place where they change.

Each mutation makes one new immutable document and one ``Change``; the main thread owns the store. Undo writes
the old values anew, with new stamps, so that it wins over what was saved meanwhile; a field that somebody
else has changed since is left to them.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warifu.core.account import Account
from warifu.core.errors import AccountNotFound, NotPossible
from warifu.services.changes import Change, ChangeKind, Origin
from warifu.services.recovery import recovered, taken_back
from warifu.vault.ordering import order_between
from warifu.vault.shrink import require_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from warifu.core.account import Otp
    from warifu.core.clock import Clock
    from warifu.vault.document import Document
    from warifu.vault.stamp import Stamp, StampClock

_STEPS = 50  # of undo
_COUNTED = {"uses", "last_used", "id", "trashed", "created"}  # not the user's own edits


@dataclass(frozen=True, slots=True)
class _Step:
    kind: ChangeKind
    before: tuple[Account, ...]
    after: tuple[Account, ...]


class Store:
    """The accounts, live and in the trash. A read-only store refuses every edit with ``NotPossible``."""

    def __init__(
        self, document: Document, stamps: StampClock, clock: Clock, *, read_only: bool = False
    ) -> None:
        self._document = document
        self._stamps = stamps
        self._clock = clock
        self._steps: list[_Step] = []
        self._listeners: list[Callable[[Change], None]] = []
        self.read_only = read_only

    @property
    def document(self) -> Document:
        """The state as one immutable value."""
        return self._document

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def accounts(self) -> tuple[Account, ...]:
        """The live accounts in the user's own order."""
        return self._document.accounts()

    def trashed(self) -> tuple[Account, ...]:
        """The accounts in the trash."""
        return self._document.trashed()

    def get(self, account_id: str) -> Account | None:
        """The account with this id, live or in the trash."""
        return self._document.get(account_id)

    def twins(self, otp: Otp) -> tuple[Account, ...]:
        """Live accounts with the same secret."""
        return tuple(account for account in self.accounts() if account.otp.secret == otp.secret)

    def add(self, *accounts: Account) -> tuple[str, ...]:
        """Add at the end of the user's order, as one step; gives the ids. Nothing is ever replaced."""
        self._require_writable()
        now = int(self._clock.now())
        placed = [dataclasses.replace(a, order="", created=a.created or now, trashed=0) for a in accounts]
        ids = tuple(account.id for account in placed)
        self._step(self._document.add_all(placed, self._stamps.next()), ChangeKind.ADDED, ids)
        return ids

    def edit(self, account_id: str, **fields: Any) -> None:
        """Change fields of an account; those that are the same already are not written."""
        self.edit_all({account_id: fields})

    def edit_all(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        """Change fields of several accounts, given by id, as one step of undo; all of them or none."""
        self._require_writable()
        if any(self._require(account_id).trashed for account_id in changes):
            raise NotPossible("This account is in the trash.", hint="Restore it first.")
        before = document = self._document
        for account_id, fields in changes.items():
            document = document.edit(account_id, self._stamps.next(), **fields)
        changed = tuple(i for i in changes if document.get(i) != before.get(i))
        if changed:
            self._step(document, ChangeKind.EDITED, changed)

    def trash(self, *ids: str) -> None:
        """Put live accounts into the trash, where they stay for 30 days."""
        self._require_writable()
        ids = self._existing(ids, trashed=False)
        if ids:
            document = self._document.trash(ids, self._stamps.next(), self._stamps.seconds())
            self._step(document, ChangeKind.TRASHED, ids)

    def untrash(self, *ids: str) -> None:
        """Take accounts out of the trash."""
        self._require_writable()
        ids = self._existing(ids, trashed=True)
        if ids:
            self._step(self._document.untrash(ids, self._stamps.next()), ChangeKind.RESTORED, ids)

    def recover(self, accounts: Iterable[Account], *, others_to_trash: bool = False) -> tuple[str, ...]:
        """Bring accounts of a backup back as they were, as one step; gives the ids of those that changed.

        With ``others_to_trash`` the accounts that are not among them go to the trash.
        """
        self._require_writable()
        wanted, before = tuple(accounts), self.accounts()
        document = recovered(self._document, wanted, self._stamps.next())
        others = {account.id for account in before} - {account.id for account in wanted}
        if others_to_trash and others:
            document = document.trash(sorted(others), self._stamps.next(), int(self._clock.now()))
        old, new = self._document, document
        ids = _differing((*old.accounts(), *old.trashed()), (*new.accounts(), *new.trashed()))
        if ids:
            self._step(document, ChangeKind.RECOVERED, ids)
        return ids

    def purge(self, *ids: str) -> None:
        """Remove accounts of the trash for ever; there is no undo."""
        self._require_writable()
        ids = self._existing(ids, trashed=True)
        if ids:
            gone = set(ids)
            self._steps = [step for step in self._steps if gone.isdisjoint(_ids(step.before + step.after))]
            self._become(self._document.purge(ids, self._stamps.next()), Change(ChangeKind.PURGED, ids))

    def stamp(self) -> Stamp:
        """A stamp for a write that is made elsewhere and joined later."""
        return self._stamps.next()

    def note_way(self, slot_id: str, **fields: int | str) -> None:
        """Write down what is known of a way to unlock; no step of the user's to be undone."""
        if not self.read_only:
            document = self._document.note_way(slot_id, self._stamps.next(), **fields)
            self._become(document, Change(ChangeKind.WAYS, ()))

    def note_service(self, service_id: str, **fields: int | str | bool) -> None:
        """Write down a service to be set up again; its list is ticked off, not undone."""
        self._require_writable()
        document = self._document.note_service(service_id, self._stamps.next(), **fields)
        self._become(document, Change(ChangeKind.SERVICES, ()))

    def move(self, account_id: str, before_id: str | None) -> None:
        """Place an account before another one in the user's order, or at the end."""
        self._require_writable()
        moved = self._require(account_id)
        rest = [account for account in self.accounts() if account.id != account_id]
        place = next((i for i, account in enumerate(rest) if account.id == before_id), len(rest))
        rest.insert(place, moved)
        orders = _orders_after_move(rest, place)
        document = self._document
        for moved_id, order in orders.items():
            document = document.edit(moved_id, self._stamps.next(), order=order)
        if document is not self._document:
            self._step(document, ChangeKind.MOVED, tuple(orders))

    def note_use(self, account_id: str) -> None:
        """Count one use of the account, now; no step of undo."""
        self._require(account_id)
        document = self._document.note_use(account_id, self._stamps.device, int(self._clock.now()))
        self._become(document, Change(ChangeKind.USED, (account_id,)))

    def advance_counter(self, account_id: str, by: int = 1) -> None:
        """Move HOTP's counter past codes that were given out; it never goes back."""
        account = self._require(account_id)
        document = self._document.set_counter(account_id, account.counter + by)
        self._become(document, Change(ChangeKind.EDITED, (account_id,)))

    def undo(self) -> bool:
        """Take back the last step; what was added goes to the trash. False when nothing changed."""
        self._require_writable()
        return self._take_back(self._steps[-1]) if self._steps else False

    def undoing(self) -> Callable[[], bool]:
        """What takes back the step made last, also once others were made after it; it does so once."""
        step = self._steps[-1] if self._steps else None

        def undo_it() -> bool:
            self._require_writable()
            return step is not None and self._take_back(step)

        return undo_it

    def _take_back(self, step: _Step) -> bool:
        place = next((i for i, each in enumerate(self._steps) if each is step), None)
        if place is None:
            return False
        del self._steps[place]
        document, kind = self._reversed(step)
        if document is self._document:
            return False
        self._become(document, Change(kind, _ids(step.before or step.after), Origin.UNDO))
        return True

    def adopt(self, document: Document) -> None:
        """Become a document in which another copy was joined; the subscribers hear which accounts differ.

        Later edits are stamped later than everything in it, also where its clock is ahead of ours.
        """
        require_kept(self._document, document)
        self._stamps.observe(document.newest())
        old, self._document = self._document, document
        ids = _differing((*old.accounts(), *old.trashed()), (*document.accounts(), *document.trashed()))
        if ids:
            self._tell(Change(ChangeKind.ADOPTED, ids, Origin.DISK))

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _reversed(self, step: _Step) -> tuple[Document, ChangeKind]:
        """The document without the step, the same one when nothing is left of it, and what that means."""
        document, stamp, ids = self._document, self._stamps.next(), _ids(step.after)
        match step.kind:
            case ChangeKind.RECOVERED:
                now = self._stamps.seconds()
                return taken_back(document, step.before, step.after, stamp, now), step.kind
            case ChangeKind.ADDED:
                live = self._existing(ids, trashed=False)
                trashed = document.trash(live, stamp, self._stamps.seconds()) if live else document
                return trashed, ChangeKind.TRASHED
            case ChangeKind.TRASHED:
                back = self._existing(ids, trashed=True)
                return (document.untrash(back, stamp) if back else document), ChangeKind.RESTORED
            case ChangeKind.RESTORED:
                for account in step.before:
                    if self._existing((account.id,), trashed=False):
                        document = document.trash((account.id,), stamp, account.trashed)
                return document, ChangeKind.TRASHED
            case _:
                for before, after in zip(step.before, step.after, strict=True):
                    fields = _still_ours(before, after, document.get(before.id))
                    document = document.edit(before.id, stamp, **fields) if fields else document
                return document, step.kind

    def _step(self, document: Document, kind: ChangeKind, ids: tuple[str, ...]) -> None:
        before = tuple(account for i in ids if (account := self._document.get(i)) is not None)
        after = tuple(account for i in ids if (account := document.get(i)) is not None)
        self._steps = [*self._steps[1 - _STEPS :], _Step(kind, before, after)]
        self._become(document, Change(kind, ids))

    def _become(self, document: Document, change: Change) -> None:
        require_kept(self._document, document)
        self._document = document
        self._tell(change)

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def _require(self, account_id: str) -> Account:
        account = self._document.get(account_id)
        if account is None:
            raise AccountNotFound("This account is no longer there.")
        return account

    def _require_writable(self) -> None:
        if self.read_only:
            raise NotPossible(
                "This vault is open for reading only.",
                "A newer Warifu wrote it.",
                "Update Warifu to change it.",
            )

    def _existing(self, ids: Iterable[str], *, trashed: bool) -> tuple[str, ...]:
        found = ((i, self._document.get(i)) for i in ids)
        return tuple(i for i, account in found if account is not None and bool(account.trashed) is trashed)


def _ids(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(account.id for account in accounts)


def _orders_after_move(wanted: list[Account], place: int) -> dict[str, str]:
    """New fractional indexes that give the wanted sequence: mostly one, more where neighbours are equal."""
    low = wanted[place - 1].order if place else ""
    high = wanted[place + 1].order if place + 1 < len(wanted) else ""
    between = order_between(low, high)
    if low < between and (not high or between < high):
        return {wanted[place].id: between}
    orders, last = {}, ""
    for account in wanted:
        last = order_between(last, "")
        orders[account.id] = last
    return orders


def _still_ours(before: Account, after: Account, current: Account | None) -> dict[str, Any]:
    """The fields that the step changed and nobody has changed since, with their old values."""
    if current is None or current.trashed:
        return {}
    names = (field.name for field in dataclasses.fields(Account) if field.name not in _COUNTED)
    return {
        name: getattr(before, name)
        for name in names
        if getattr(before, name) != getattr(after, name) == getattr(current, name)
    }


def _differing(old: Iterable[Account], new: Iterable[Account]) -> tuple[str, ...]:
    before, after = {a.id: a for a in old}, {a.id: a for a in new}
    ids = {**before, **after}
    return tuple(i for i in ids if before.get(i) is not after.get(i) and before.get(i) != after.get(i))
