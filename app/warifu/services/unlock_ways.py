"""The ways to unlock the vault of a session: listed, added, removed, and what the user is reminded of.

Everything that reads or changes the file runs on the VAULT lane and calls back on the main thread.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, NotPossible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from warifu.core.clock import Clock
    from warifu.services.session import Session
    from warifu.vault.file import OpenVault
    from warifu.vault.kek import Kek
    from warifu.vault.recovery_code import RecoveryCode
    from warifu.vault.way_notes import Mark
    from warifu.vault.ways import Way

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]

DAY = 86_400  # seconds
SNOOZE_DAYS = 7


class Reminder(Enum):
    """What the owner of the vault is asked to see to, if anything."""

    NONE = auto()
    NO_CODE = auto()  # nothing opens the vault when the password is forgotten
    UNCONFIRMED = auto()  # a recovery code was made and never typed back
    DRILL = auto()  # it was, long ago: is it still where it was?


class UnlockWays:
    """``known`` is what was last read of the open vault; subscribers hear when that happens."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self.known: tuple[Way, ...] = ()
        self.opened_by_code = False  # and no new password was set since
        self._forget_on_lock()

    def _forget_on_lock(self) -> None:
        def forget(_state: object) -> None:
            self.known = ()
            self.opened_by_code = False

        self._session.subscribe(forget)

    @property
    def has_code(self) -> bool:
        """Whether the file says, without any key, that a recovery code opens it."""
        from warifu.vault.look import kinds
        from warifu.vault.slots import RECOVERY

        try:
            return RECOVERY in kinds(self._session.vault_path)
        except AppError:
            return False

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` when ``known`` was read anew; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def look(self) -> None:
        """Read anew which ways there are; nothing happens while the vault is locked."""

        def read(opened: OpenVault) -> tuple[Way, ...]:
            from warifu.vault.ways import ways

            return ways(opened)

        def found(listed: tuple[Way, ...]) -> None:
            if self._session.store is not None:
                self.known = listed
                for listener in tuple(self._listeners):
                    listener()

        self._session.ask(read, found, lambda _problem: None)

    def unlock_with_code(self, untrusted: str, done: Done, failed: Failed) -> None:
        """Open the vault by its recovery code. A slip of the finger is told before anything is tried."""
        from warifu.vault.recovery_code import parse

        try:
            code = parse(untrusted)
        except AppError as problem:
            failed(problem)
            return
        used: list[str] = []

        def open_it(path: Path) -> OpenVault:
            from warifu.vault.ways import open_with_code, slot_of

            try:
                opened = open_with_code(path, code)
                used.append(slot_of(opened, code))
            finally:
                code.forget()
            return opened

        def opened() -> None:
            self.opened_by_code = True
            if self._session.store is not None:
                self._session.store.note_way(used[-1], used=int(self._clock.now()))
            done()

        self._session.unlock_with(open_it, opened, failed)

    def unlock_with_key(self, kind: str, kek: Kek, done: Done, failed: Failed) -> None:
        """Open the vault by a key that this computer keeps; the caller forgets it."""

        def open_it(path: Path) -> OpenVault:
            from warifu.vault.ways import open_with_key

            return open_with_key(path, kind, kek)

        self._session.unlock_with(open_it, done, failed)

    def add_code(self, code: RecoveryCode, done: Done, failed: Failed) -> None:
        """Let a fresh recovery code open the vault; an older one does so until this is confirmed.

        The caller may forget the code at once.
        """
        held = code.copy()

        def add(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.ways import add_recovery_code

            try:
                return add_recovery_code(opened, held, mark)
            finally:
                held.forget()

        self._alter(add, done, failed)

    def confirm_code(self, untrusted: str, done: Done, failed: Failed) -> None:
        """Note that the owner still has the code; of a new one, that it was written down.

        Fails with TypingSlip, or with WrongKey when it is another code.
        """
        from warifu.vault.recovery_code import parse

        try:
            code = parse(untrusted)
        except AppError as problem:
            failed(problem)
            return

        def confirm(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.ways import confirm_recovery_code

            try:
                return confirm_recovery_code(opened, code, mark)
            finally:
                code.forget()

        self._alter(confirm, done, failed)

    def confirm_owner(self, untrusted: str, done: Done, failed: Failed) -> None:
        """Have the password or the recovery code typed again, before something that the owner alone may do.

        Fails with WrongPassword, or with TypingSlip for a recovery code with a slip in it.
        """

        def check(opened: OpenVault) -> None:
            from warifu.vault.ways import require_owner

            require_owner(opened, untrusted)

        self._session.ask(check, lambda _nothing: done(), failed)

    def add_key(self, kind: str, kek: Kek, name: str, done: Done, failed: Failed) -> None:
        """Let a key that this computer keeps open the vault; ``name`` is this computer's."""

        def add(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.ways import add_key

            return add_key(opened, kind, kek, mark, name)

        self._alter(add, done, failed)

    def remove(self, slot_id: str, done: Done, failed: Failed) -> None:
        """Take a way to unlock out of the vault; the last password is refused."""

        def remove(opened: OpenVault, _mark: Mark) -> OpenVault:
            from warifu.vault.ways import remove_way

            return remove_way(opened, slot_id)

        self._alter(remove, done, failed)

    def change_password(self, old: str, new: str, done: Done, failed: Failed) -> None:
        """Let ``new`` open the vault instead of ``old``. Refuses a weak one and a wrong old one."""

        def change(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.file import change_password

            return change_password(opened, old, new, mark)

        self._alter(change, done, failed)

    def set_password(self, new: str, done: Done, failed: Failed) -> None:
        """Set a new password without the old one, which whoever came in by the recovery code has not."""

        def set_it(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.ways import set_password

            return set_password(opened, new, mark)

        def was_set() -> None:
            self.opened_by_code = False
            done()

        self._alter(set_it, was_set, failed)

    def rotate(self, old: str, new: str, done: Done, failed: Failed) -> None:
        """Give the vault a new master key that only ``new`` opens, as somebody may know ``old``."""

        def rotate(opened: OpenVault, mark: Mark) -> OpenVault:
            from warifu.vault.ways import rotate

            return rotate(opened, old, new, mark)

        self._alter(rotate, done, failed)

    def reminder(self, days: int, snoozed_until: int = 0) -> Reminder:
        """What to remind of now; drills come every ``days``, never for 0. Unix seconds."""
        now = int(self._clock.now())
        if not self.known or self._session.read_only or now < snoozed_until <= now + SNOOZE_DAYS * DAY:
            return Reminder.NONE
        return reminder(self.known, now, days)

    def _alter(self, change: Callable[[OpenVault, Mark], OpenVault], done: Done, failed: Failed) -> None:
        store = self._session.store
        if store is None:
            failed(NotPossible("The vault is locked."))
            return
        stamp, now = store.stamp(), int(self._clock.now())

        def with_mark(opened: OpenVault) -> OpenVault:
            from warifu.vault.way_notes import Mark

            return change(opened, Mark(stamp, now))

        def changed() -> None:
            self.look()
            done()

        self._session.alter(with_mark, changed, failed)


def reminder(ways: Sequence[Way], now: int, days: int) -> Reminder:
    """What these ways ask for."""
    codes = [way for way in ways if way.kind == "recovery"]
    if not codes:
        return Reminder.NO_CODE
    alone = len(codes) == 1  # of several, the confirmation decides which one stays
    confirmed = [way for way in codes if way.confirmed or (alone and way.used)]
    if not confirmed or len(confirmed) < len(codes):
        return Reminder.UNCONFIRMED
    last = max(max(way.checked, way.used) for way in confirmed)
    return Reminder.DRILL if days and not last <= now < last + days * DAY else Reminder.NONE
