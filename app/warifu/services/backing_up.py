"""When backups are made while the vault is open: after changes, daily, and at locking where one is due."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, VaultShrinks
from warifu.services import backup_record
from warifu.services.backup_maker import BackupMaker, Order
from warifu.services.backup_record import Fault, Record
from warifu.services.changes import Change, ChangeKind
from warifu.services.look import SessionState
from warifu.settings.schema import BACKUP_FOLDER, BACKUP_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock
    from warifu.services.backup_maker import Done, Failed
    from warifu.services.ports import Scheduler, Timer
    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.vault.backups import Kind

QUIET = 120.0  # seconds without a change before the changes are backed up
LONGEST_QUIET = 900.0  # seconds that changes may go on without one
DAILY = 86_400.0  # seconds
SETTLE = 10.0  # seconds after unlocking before one that is due
LOOK_AGAIN = 3_600.0  # seconds between looks whether one is due, and between tries after a failure


@dataclass(frozen=True, slots=True)
class Status:
    """What a page shows."""

    on: bool
    folder: Path
    record: Record
    busy: bool = False

    @property
    def problem(self) -> AppError | None:
        """Why the last backup failed; None when it did not, or none is wanted."""
        if not self.on or self.record.fault is Fault.NONE:
            return None
        return backup_record.as_error(self.record.fault, self.folder)


class BackingUp:
    """The backups of one session. Lives on the main thread; ``begin`` makes it act by itself."""

    def __init__(
        self, session: Session, clock: Clock, settings: Settings, scheduler: Scheduler | None = None
    ) -> None:
        self._session = session
        self._clock = clock
        self._settings = settings
        self._scheduler = scheduler
        self._listeners: list[Callable[[], None]] = []
        self._ends: list[Callable[[], None]] = []
        self._quiet: Timer | None = None
        self._looking: Timer | None = None
        self._changed_since: float | None = None  # monotonic; None when nothing waits for a backup
        self._maker = BackupMaker(session, clock, scheduler, self._tell)

    def begin(self) -> None:
        """Follow the session from now on."""
        session = self._session
        self._ends = [
            session.subscribe(self._state_changed),
            session.on_closing(self._closing),
            session.on_save_problem(self._save_failed),
        ]
        self._state_changed(session.state)

    def end(self) -> None:
        """Follow it no more."""
        for end in self._ends:
            end()
        self._ends.clear()
        self._cancel_timers()

    @property
    def folder(self) -> Path:
        """Where backups go."""
        chosen = self._settings.get(BACKUP_FOLDER)
        return Path(chosen) if chosen else self._session.profile.backup_folder

    @property
    def status(self) -> Status:
        """How it stands."""
        return Status(self._settings.get(BACKUP_ON), self.folder, self._maker.record, self._maker.busy)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` when the status has changed; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def turn(self, *, on: bool) -> None:
        """Make backups by itself, beginning now, or make none."""
        self._settings.set(BACKUP_ON, on)
        self._begin_anew()

    def choose(self, folder: Path | None) -> None:
        """Put backups into another folder, the usual one for None, beginning now."""
        self._settings.set(BACKUP_FOLDER, str(folder) if folder is not None else "")
        self._begin_anew()

    def note(self, **facts: int | bool) -> None:
        """Keep facts of the record, as of a test."""
        self._maker.keep(dataclasses.replace(self._maker.record, **facts))  # type: ignore[arg-type]
        self._tell()

    def now(self, done: Done | None = None, failed: Failed | None = None) -> None:
        """Make a backup now, whether or not one is due."""
        from warifu.vault.backups import Kind

        self._changed_since = None
        self._cancel(self._quiet)
        self._maker.make(self._order(Kind.AUTOMATIC, done, failed))

    def keep_before(self, kind: Kind, done: Done, failed: Failed) -> None:
        """Make a backup that is never removed, as before an import or a restore; go on in ``done`` alone."""
        self._maker.make(self._order(kind, done, failed))

    # -- when

    def _begin_anew(self) -> None:
        """What failed before tells nothing of the new wishes."""
        self._maker.keep(dataclasses.replace(self._maker.record, failed=0, fault=Fault.NONE))
        if self._wanted():
            self.now()
        self._tell()

    def _state_changed(self, state: SessionState) -> None:
        self._cancel_timers()
        self._changed_since = None
        store = self._session.store
        if state is SessionState.UNLOCKED and store is not None:
            store.subscribe(self._changed)
            if not self._maker.record.began and self._has_something():
                self.note(began=int(self._clock.now()))
            self._look_after(SETTLE if self._due() else LOOK_AGAIN)

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.USED or not self._wanted():
            return
        now = self._clock.monotonic()
        if self._changed_since is None:
            self._changed_since = now
        if self._scheduler is not None:
            self._cancel(self._quiet)
            longest = max(0.0, self._changed_since + LONGEST_QUIET - now)
            self._quiet = self._scheduler.after(min(QUIET, longest), self._quiet_now)

    def _quiet_now(self) -> None:
        self._quiet = None
        if self._wanted():
            self.now()

    def _look_after(self, seconds: float) -> None:
        if self._scheduler is not None:
            self._looking = self._scheduler.after(seconds, self._look)

    def _look(self) -> None:
        if self._due():
            self.now()
        self._look_after(LOOK_AGAIN)

    def _due(self) -> bool:
        """Whether a day has gone by, or the last one failed; a clock that went back counts as a day."""
        record = self._maker.record
        since = self._clock.now() - record.succeeded
        return self._wanted() and (record.fault is not Fault.NONE or not 0 <= since < DAILY)

    def _closing(self) -> None:
        from warifu.vault.backups import Kind

        if self._changed_since is not None and self._wanted():
            self._changed_since = None
            self._maker.make_last(self._order(Kind.AUTOMATIC))

    def _save_failed(self, problem: AppError | None) -> None:
        """A save that would have lost accounts was refused: keep what the disk holds, for ever."""
        if isinstance(problem, VaultShrinks) and self._session.store is not None:
            from warifu.vault.backups import Kind

            self._maker.make(self._order(Kind.BEFORE_LOSS)._replace(saved=True))

    def _wanted(self) -> bool:
        return self._settings.get(BACKUP_ON) and not self._session.read_only and self._has_something()

    def _has_something(self) -> bool:
        store = self._session.store
        return store is not None and bool(store.document.records)

    def _order(self, kind: Kind, done: Done | None = None, failed: Failed | None = None) -> Order:
        usual = not self._settings.get(BACKUP_FOLDER)
        return Order(kind, self.folder, usual, done, failed)

    def _cancel_timers(self) -> None:
        self._cancel(self._quiet)
        self._cancel(self._looking)
        self._quiet = self._looking = None

    @staticmethod
    def _cancel(timer: Timer | None) -> None:
        if timer is not None:
            timer.cancel()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
