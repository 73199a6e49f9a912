"""How a backup is made: sealed on the VAULT lane in milliseconds, written and proved on the POOL lane.

The folder may be a network drive that does not answer, so nothing about it keeps a save waiting. Work that
does not end in time counts as failed, and nothing more is begun before it ends.
"""

from __future__ import annotations

import dataclasses
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from warifu.core.errors import AppError, NotPossible
from warifu.services import backup_record
from warifu.services.backup_record import Fault
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.core.clock import Clock
    from warifu.services.backup_record import Record
    from warifu.services.ports import Scheduler, Timer
    from warifu.services.session import Session
    from warifu.vault.backup_files import Copy, Pruner
    from warifu.vault.backups import Backup, Kind

    Done = Callable[[Backup], None]
    Failed = Callable[[AppError], None]

PATIENCE = 60.0  # seconds until a folder counts as not answering


class Order(NamedTuple):
    """A backup that somebody wants. ``saved`` asks for what the disk holds instead of what is shown."""

    kind: Kind
    folder: Path
    create: bool  # the folder, where it is not there
    done: Done | None = None
    failed: Failed | None = None
    saved: bool = False


class BackupMaker:
    """Makes one backup after the other and keeps the record. ``changed`` is called on the main thread."""

    def __init__(
        self, session: Session, clock: Clock, scheduler: Scheduler | None, changed: Callable[[], None]
    ) -> None:
        self._session = session
        self._clock = clock
        self._scheduler = scheduler
        self._changed = changed
        self._waiting: list[Order] = []
        self._stuck = False
        self._pruner: Pruner | None = None
        self._former: tuple[str, frozenset[str]] = ("", frozenset())  # vault and ids of this run's last one
        self.busy = False
        self.record = backup_record.read(session.profile.backup_record)

    def make(self, order: Order) -> None:
        """Make it, after what is under way; while the folder does not answer, refuse."""
        if self._stuck:
            _refuse(order, TimeoutError())
        elif self.busy:
            self._waiting.append(order)
        else:
            self._begin(order)

    def make_last(self, order: Order) -> None:
        """The vault is about to be locked: whatever waits is part of this one, which takes its state now."""
        self._waiting.clear()
        if not self._stuck:
            self._begin(order)

    def keep(self, record: Record) -> None:
        """Change the record."""
        self.record = record
        backup_record.write(self._session.profile.backup_record, record)

    def _begin(self, order: Order) -> None:
        try:
            lend = self._session.lend(saved=order.saved)
        except NotPossible as problem:
            _refuse(order, problem)
            return
        box: SimpleQueue[Copy | Exception] = (
            SimpleQueue()
        )  # no event loop hands over at the end of the process
        now = self._clock.now()
        self.busy = True
        late = self._scheduler.after(PATIENCE, self._too_late) if self._scheduler is not None else None

        def seal() -> None:
            from warifu.vault import backup_files

            try:
                box.put(backup_files.make_copy(lend(), order.kind, now))
            except Exception as problem:  # noqa: BLE001 - whoever waits at the box tells it
                box.put(problem)

        def written(backup: Backup) -> None:
            self._ended(late)
            if order.done is not None:
                order.done(backup)

        def refused(problem: Exception) -> None:
            self._ended(late)
            _refuse(order, problem)

        tasks = self._session.tasks
        tasks.run(seal, lambda _nothing: None, lambda _problem: None, Lane.VAULT)
        tasks.run(lambda: self._write(box, order, now), written, refused, Lane.POOL)
        self._changed()

    def _too_late(self) -> None:
        self._stuck = True
        self._fail(TimeoutError())
        waiting, self._waiting = self._waiting, []
        for order in waiting:
            _refuse(order, TimeoutError())
        self._changed()

    def _ended(self, late: Timer | None) -> None:
        if late is not None:
            late.cancel()
        self.busy = self._stuck = False
        if self._waiting:
            self._begin(self._waiting.pop(0))
        else:
            self._changed()

    def _write(self, box: SimpleQueue[Copy | Exception], order: Order, now: float) -> Backup:
        """On the POOL lane: write, prove, note, and remove what is no longer needed."""
        from warifu.vault import backup_files

        copy = _taken(box)
        try:
            if order.create:
                backup_files.prepare(order.folder)
            backup = backup_files.write(copy, order.folder)
            self._succeed(copy, backup, now)
        except Exception as problem:
            self._fail(problem)
            if order.kind == "automatic":
                raise
            return self._write_here(copy, problem)
        finally:
            copy.forget()
        return backup

    def _write_here(self, copy: Copy, problem: Exception) -> Backup:
        """A copy before something else is better beside the vault than not at all, or else ``problem``."""
        from warifu.vault import backup_files

        here = self._session.profile.backups
        try:
            backup_files.prepare(here)
            return backup_files.write(copy, here)
        except Exception:  # noqa: BLE001 - the first reason is the one to mend
            raise problem from None

    def _succeed(self, copy: Copy, backup: Backup, now: float) -> None:
        """Note it. Needless ones go only while no account has vanished since the one before."""
        from warifu.vault import backup_files, shrink

        vault_id, former = self._former
        if vault_id != copy.vault_id:
            earlier = backup_files.latest_before(backup, copy.keys)
            former = shrink.living(earlier) if earlier is not None else frozenset()
        gone = len(shrink.lost(former, copy.document))
        self._former = copy.vault_id, shrink.living(copy.document)
        self.keep(
            dataclasses.replace(
                self.record,
                began=self.record.began or int(now),
                succeeded=int(now),
                accounts=len(copy.document.accounts()),
                failed=0,
                fault=Fault.NONE,
                lost=gone or self.record.lost,
            )
        )
        if not self.record.lost:
            self._pruner = self._pruner or backup_files.Pruner()
            self._pruner.prune(backup, copy.keys, now)

    def _fail(self, problem: Exception) -> None:
        since = self.record.failed or int(self._clock.now())
        self.keep(dataclasses.replace(self.record, failed=since, fault=backup_record.fault_of(problem)))


def _taken(box: SimpleQueue[Copy | Exception]) -> Copy:
    try:
        found = box.get(timeout=PATIENCE)
    except Empty:
        raise TimeoutError("the vault is busy") from None
    if isinstance(found, Exception):
        raise found
    return found


def _refuse(order: Order, problem: Exception) -> None:
    if order.failed is not None:
        fault = backup_record.fault_of(problem)
        order.failed(backup_record.as_error(fault, order.folder, problem))
