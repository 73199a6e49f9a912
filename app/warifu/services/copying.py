"""The only way of a code to the clipboard.

The entry is marked confidential and leaves the clipboard after a while, on locking and on quitting, but only
if it is still ours. Copying counts a use and moves HOTP's counter past the code that was given out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.account import Account, OtpType
from warifu.core.errors import AccountNotFound, NotPossible
from warifu.core.otp import Code, codes_around
from warifu.services.look import SessionState
from warifu.settings.schema import CLIPBOARD_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock
    from warifu.services.ports import Clipboard, Scheduler, Timer
    from warifu.services.session import Session
    from warifu.services.store import Store
    from warifu.settings.file import Settings

_SOON = 0.5  # seconds until the clipboard is tried again
_STEP = 1.0  # seconds between looks at the clock: no timer tells of a sleep, or of a clock that is set


class Which(Enum):
    """Which of two codes in a row."""

    CURRENT = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True)
class Copied:
    """A code has gone to the clipboard, for ``clears_in`` seconds."""

    account_id: str
    title: str = field(repr=False)
    clears_in: int
    which: Which = Which.CURRENT


@dataclass(frozen=True, slots=True)
class Waiting:
    """A code will go to the clipboard at ``valid_from`` (Unix seconds)."""

    account_id: str
    title: str = field(repr=False)
    valid_from: int


class Copying:
    """Copies codes of the unlocked vault."""

    def __init__(
        self, session: Session, clipboard: Clipboard, scheduler: Scheduler, clock: Clock, settings: Settings
    ) -> None:
        self._session = session
        self._clipboard = clipboard
        self._scheduler = scheduler
        self._clock = clock
        self._settings = settings
        self._ours = ""
        self._clearing: Timer | None = None
        self._waking: Timer | None = None
        self._listeners: list[Callable[[Copied], None]] = []
        self.waiting: Waiting | None = None
        session.subscribe(self._state_changed)

    def copy(self, account_id: str, which: Which = Which.CURRENT) -> Copied:
        """Copy a code of the account.

        Raises NotPossible while locked or while another program has the clipboard, and AccountNotFound.
        """
        store, account = self._find(account_id)
        codes = codes_around(account, self._clock.now())
        code = codes.next if which is Which.NEXT else codes.current
        self._clipboard.put(code.value)
        self.cancel_waiting()
        return self._given_out(store, account, code, which)

    def copy_when_valid(self, account_id: str) -> Waiting:
        """Copy the next code at the moment it becomes valid, unless something else is copied or the vault is
        locked before. HOTP's next code waits for no moment and is refused.
        """
        _store, account = self._find(account_id)
        if account.otp.type is OtpType.HOTP:
            raise NotPossible("The codes of this account do not depend on the time.")
        self.cancel_waiting()
        code = codes_around(account, self._clock.now()).next
        self.waiting = Waiting(account.id, account.name, code.valid_from)
        self._wake(code)
        return self.waiting

    def cancel_waiting(self) -> None:
        """Forget a copy that is still to come."""
        if self._waking is not None:
            self._waking.cancel()
        self._waking = self.waiting = None

    def clear_now(self) -> bool:
        """Empty the clipboard if it still holds the code that was put there.

        While another program keeps the clipboard for itself the answer is False, and it is tried again soon.
        """
        if self._clearing is not None:
            self._clearing.cancel()
        self._clearing = None
        try:
            if self._ours and self._clipboard.holds(self._ours):
                self._clipboard.clear()
        except NotPossible:
            self._clearing = self._scheduler.after(_SOON, self.clear_now)
            return False
        self._ours = ""
        return True

    @property
    def holds_code(self) -> bool:
        """Whether a code that was put on the clipboard has not been cleared yet."""
        return bool(self._ours)

    def subscribe(self, listener: Callable[[Copied], None]) -> Callable[[], None]:
        """Call ``listener`` after each copy, also the ones that waited; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _given_out(self, store: Store, account: Account, code: Code, which: Which) -> Copied:
        """Count and tell a code that is on the clipboard, and have it cleared in time."""
        if self._clearing is not None:
            self._clearing.cancel()
        seconds = self._settings.get(CLIPBOARD_SECONDS)
        self._ours = code.value
        self._clearing = self._scheduler.after(seconds, self.clear_now)
        if account.otp.type is OtpType.HOTP:
            store.advance_counter(account.id, 2 if which is Which.NEXT else 1)
        store.note_use(account.id)
        copied = Copied(account.id, account.name, seconds, which)
        for listener in tuple(self._listeners):
            listener(copied)
        return copied

    def _wake(self, code: Code) -> None:
        """Aim at the code's first second, and look at the clock on the way there."""
        delay = min(max(0.0, code.valid_from - self._clock.now()), _STEP)
        self._waking = self._scheduler.after(delay, lambda: self._arrived(code))

    def _arrived(self, code: Code) -> None:
        waiting, now = self.waiting, self._clock.now()
        if waiting is None:
            return
        if now < code.valid_from:
            self._wake(code)
            return
        store = self._session.store
        account = store.get(waiting.account_id) if store is not None else None
        too_late = code.valid_until is not None and now >= code.valid_until  # the computer slept
        if store is None or account is None or account.trashed or too_late:
            self.cancel_waiting()
            return
        current = codes_around(account, now).current
        try:
            self._clipboard.put(current.value)
        except NotPossible:  # another program has it for a moment
            self._waking = self._scheduler.after(_SOON, lambda: self._arrived(code))
            return
        self.cancel_waiting()
        self._given_out(store, account, current, Which.NEXT)

    def _state_changed(self, state: SessionState) -> None:
        if state is not SessionState.UNLOCKED:
            self.cancel_waiting()
            self.clear_now()

    def _find(self, account_id: str) -> tuple[Store, Account]:
        store = self._session.store
        if store is None:
            raise NotPossible("The vault is locked.")
        account = store.get(account_id)
        if account is None or account.trashed:
            raise AccountNotFound("This account is no longer there.")
        return store, account
