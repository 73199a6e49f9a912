"""One vault from the first look at its file to unlocking, saving and locking.

Nothing here waits: what takes time runs on the VAULT lane and calls back. While the vault is locked, nothing
of ``vault`` but the cheap look at the file is imported, so that a locked window comes up quickly.
"""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from warifu.core.errors import (
    AppError,
    NotPossible,
    VaultDamaged,
    VaultMissing,
    VaultUnreadable,
)
from warifu.services.look import SessionState, look, vault_missing
from warifu.services.problems import as_app_error
from warifu.services.unlock_ways import UnlockWays
from warifu.settings.schema import DEVICE_ID, VAULT_SEEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.core.clock import Clock
    from warifu.services.paths import Profile
    from warifu.services.ports import Scheduler, Tasks
    from warifu.services.saver import Left, Saver
    from warifu.services.store import Store
    from warifu.settings.file import Settings
    from warifu.vault.document import Document
    from warifu.vault.file import OpenVault

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]


_T = TypeVar("_T")


class _Opened(NamedTuple):
    """What comes from the VAULT lane: the vault, its newest stamp, and what a lock could not save, joined."""

    vault: OpenVault
    newest: str
    left: Left | None = None
    joined: Document | None = None


class Session:
    """The vault of one profile. ``done`` and ``failed`` are called on the main thread."""

    def __init__(
        self,
        profile: Profile,
        tasks: Tasks,
        clock: Clock,
        settings: Settings,
        vault_path: Path | None = None,
        scheduler: Scheduler | None = None,
    ) -> None:
        self.profile = profile
        self.vault_path = vault_path or profile.vault
        self.tasks = self._tasks = tasks
        self._clock = clock
        self._settings = settings
        self._scheduler = scheduler
        self._listeners: list[Callable[[SessionState], None]] = []
        self._closing_listeners: list[Callable[[], None]] = []
        self._save_listeners: list[Callable[[AppError | None], None]] = []
        self._saver: Saver | None = None
        self._opening = False
        self._left: list[Left] = []  # sealed changes that locking could not save; the VAULT lane's own
        self._left_problem: AppError | None = None
        self._turn = 0
        self.store: Store | None = None
        self.ways = UnlockWays(self, clock)
        self.problem: AppError | None = None
        self.state, self.problem = self._look()

    @property
    def read_only(self) -> bool:
        """Whether the open vault must not be written: a newer Warifu made it."""
        return self.store is not None and self.store.read_only

    @property
    def save_problem(self) -> AppError | None:
        """Why the last save failed; None when it did not."""
        return self._saver.problem if self._saver is not None else self._left_problem

    @property
    def unsaved(self) -> bool:
        """Whether closing now would lose a change."""
        return self._saver.unsaved if self._saver is not None else bool(self._left)

    def refresh(self) -> None:
        """Look at the file again, as after the user put it back; nothing happens while the vault is open."""
        if self.store is None and not self._opening:
            state, problem = self._look()
            if (state, str(problem)) != (self.state, str(self.problem)):
                self._become(state, problem)

    def create(self, password: str, done: Done, failed: Failed) -> None:
        """Make an empty vault and open it. Refuses a weak password and a file that is there already."""

        def make() -> _Opened:
            from warifu.vault.document import Document
            from warifu.vault.file import create_vault
            from warifu.vault.stamp import StampClock, new_device
            from warifu.vault.way_notes import Mark

            self.profile.prepare()
            mark = Mark(StampClock(new_device(), self._clock).next(), int(self._clock.now()))
            vault = create_vault(self.vault_path, password, Document.empty(), mark)
            return _Opened(vault, vault.document.newest())

        self._open(make, done, failed)

    def begin_with(self, make: Callable[[], OpenVault], done: Done, failed: Failed) -> None:
        """Open the vault that ``make`` puts in place on the VAULT lane, as from a backup."""

        def begin() -> _Opened:
            self.profile.prepare()
            return self._with_what_is_left(make())

        self._open(begin, done, failed)

    def unlock(self, password: str, done: Done, failed: Failed) -> None:
        """Open the vault. A wrong password changes nothing; a damaged file makes the session BROKEN."""

        def open_it(path: Path) -> OpenVault:
            from warifu.vault.file import open_vault

            return open_vault(path, password)

        self.unlock_with(open_it, done, failed)

    def unlock_with(self, open_it: Callable[[Path], OpenVault], done: Done, failed: Failed) -> None:
        """Open the vault in another way than by the password; ``open_it`` runs on the VAULT lane."""

        def open_and_join() -> _Opened:
            vault = open_it(self.vault_path)
            try:
                return self._with_what_is_left(self._with_older_format_kept(vault))
            except BaseException:
                vault.forget()
                raise

        self._open(open_and_join, done, failed)

    def lock(self) -> None:
        """Close at once; what is not saved yet is saved behind the scenes, and the keys are forgotten."""
        self._turn += 1
        if self._saver is None:
            return
        for listener in tuple(self._closing_listeners):
            listener()
        saver, self._saver, self.store = self._saver, None, None
        saver.close(self._left.append, self._closed)
        self._become(SessionState.LOCKED)

    def lend(self, *, saved: bool = False) -> Callable[[], OpenVault]:
        """Work for the VAULT lane that gives the open vault with keys of its own; see ``Saver.lend``."""
        if self._saver is None:
            raise NotPossible("The vault is locked.")
        return self._saver.lend(saved=saved)

    def make_folder_private(self) -> None:
        """Keep other users of the computer out of the vault's folder. Raises VaultUnwritable."""
        from warifu.vault.places import make_private, unwritable

        try:
            make_private(self.vault_path.parent)
        except OSError as problem:
            raise unwritable(problem) from problem

    def flush(self, done: Done, failed: Failed) -> None:
        """Save now what is not saved; ``done`` when everything is on disk."""
        if self._saver is not None:
            self._saver.flush(done, failed)
            return

        def closed(_nothing: None) -> None:
            if self._left_problem is not None:
                failed(self._left_problem)
            else:
                done()

        self._tasks.run(lambda: None, closed, lambda problem: failed(as_app_error(problem)))

    def join_disk(self) -> None:
        """Take in what another process wrote to the vault file, if it did; cheap when it did not."""
        if self._saver is not None:
            self._saver.join_disk()

    def change_password(self, old: str, new: str, done: Done, failed: Failed) -> None:
        """Let ``new`` open the vault instead of ``old``. Refuses a weak one and a wrong old one."""
        self.ways.change_password(old, new, done, failed)

    def alter(self, change: Callable[[OpenVault], OpenVault], done: Done, failed: Failed) -> None:
        """Change more of the open vault than its accounts; ``change`` runs on the VAULT lane and saves."""
        if self._saver is None:
            failed(NotPossible("The vault is locked."))
        else:
            self._saver.alter(change, done, failed)

    def ask(self, question: Callable[[OpenVault], _T], done: Callable[[_T], None], failed: Failed) -> None:
        """Have something answered on the VAULT lane that only the open vault tells."""
        if self._saver is None:
            failed(NotPossible("The vault is locked."))
        else:
            self._saver.ask(question, done, failed)

    def subscribe(self, listener: Callable[[SessionState], None]) -> Callable[[], None]:
        """Call ``listener`` with each new state; the returned function ends that."""
        return _subscribe(self._listeners, listener)

    def on_closing(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` while the vault is still open, just before it is locked."""
        return _subscribe(self._closing_listeners, listener)

    def on_save_problem(self, listener: Callable[[AppError | None], None]) -> Callable[[], None]:
        """Call ``listener`` with the reason when saving begins to fail, and with None when it works again."""
        return _subscribe(self._save_listeners, listener)

    def _look(self) -> tuple[SessionState, AppError | None]:
        return look(self.vault_path, was_here=self._settings.get(VAULT_SEEN) == str(self.vault_path))

    def _open(self, work: Callable[[], _Opened], done: Done, failed: Failed) -> None:
        """Run ``work`` on the VAULT lane and become what it brings, unless the user locked meanwhile."""
        if self._opening or self._saver is not None:
            failed(NotPossible("The vault is being opened already."))
            return
        self._opening, turn = True, self._turn

        def opened(result: _Opened) -> None:
            self._opening = False
            if turn != self._turn:
                result.vault.forget()
                failed(NotPossible("The vault was locked."))
                return
            self._start(result)
            self._become(SessionState.UNLOCKED)
            done()

        def refused(problem: Exception) -> None:
            self._opening = False
            error = as_app_error(problem)
            if isinstance(error, VaultDamaged | VaultUnreadable):
                self._become(SessionState.BROKEN, error)
            elif isinstance(error, VaultMissing):
                self._become(SessionState.NO_VAULT, vault_missing(self.vault_path))
            failed(error)

        self._tasks.run(work, opened, refused)

    def _start(self, opened: _Opened) -> None:
        from warifu.services.saver import Saver
        from warifu.services.store import Store
        from warifu.services.trash_due import to_purge
        from warifu.vault.stamp import StampClock

        document = opened.vault.document
        stamps = StampClock(self._device(), self._clock)
        stamps.observe(opened.newest)
        self.store = Store(document, stamps, self._clock, read_only=opened.vault.read_only)
        self._saver = Saver(opened.vault, self.store, self._tasks, self._tell_save_problem, self._scheduler)
        self._settings.set(VAULT_SEEN, str(self.vault_path))
        if opened.left is not None and opened.joined is not None:
            if opened.left.keys is not None:
                opened.left.keys.forget()
            self._left.remove(opened.left)
            self._left_problem = self._left_problem if self._left else None
            self.store.adopt(opened.joined)
        if self._saver.unsaved:
            self._saver.flush(lambda: None, lambda _problem: None)
        if not opened.vault.read_only:
            document, vault_id = self.store.document, opened.vault.header.vault_id
            if expired := to_purge(document, vault_id, self._settings, self._clock.now()):
                self.store.purge(*expired)

    def _with_what_is_left(self, vault: OpenVault) -> _Opened:
        """On the VAULT lane: join what a lock could not save; that of another vault or key waits on."""
        from warifu.services.saver import unsealed

        for left in reversed(self._left):
            with contextlib.suppress(AppError):
                joined = unsealed(vault, *left)[1]
                return _Opened(vault, joined.newest(), left, joined)
        return _Opened(vault, vault.document.newest())

    def _with_older_format_kept(self, vault: OpenVault) -> OpenVault:
        """Before the first save in a newer format, put the file away as it is; without a copy, only read."""
        from warifu.vault import backup_files, container

        if vault.header.version < container.VERSION:
            try:
                backup_files.keep_original(vault.path, self.profile.backups, self._clock.now())
            except OSError:
                return dataclasses.replace(vault, read_only=True)
        return vault

    def _device(self) -> str:
        """The id of this profile on this computer, made when first needed."""
        from warifu.vault.stamp import new_device

        device = self._settings.get(DEVICE_ID)
        if not (device.isascii() and device.isalnum() and len(device) <= 64):
            device = new_device()
            self._settings.set(DEVICE_ID, device)
        return device

    def _closed(self, problem: AppError | None) -> None:
        """What could not be saved waits, sealed, for the next unlocking."""
        if problem is not None:
            self._left_problem = problem
            self._tell_save_problem(problem)

    def _become(self, state: SessionState, problem: AppError | None = None) -> None:
        self.state, self.problem = state, problem
        for listener in tuple(self._listeners):
            listener(state)

    def _tell_save_problem(self, problem: AppError | None) -> None:
        for listener in tuple(self._save_listeners):
            listener(problem)


def _subscribe(listeners: list[_T], listener: _T) -> Callable[[], None]:
    listeners.append(listener)
    return lambda: listeners.remove(listener) if listener in listeners else None
