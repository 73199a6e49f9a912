"""Locks the vault when its user is away: by time, and when the system tells of it.

One timer aims at the moment in which the idle time would be over if nobody touched anything from now on, so
that an untouched computer is looked at once, and a used one a few times in an hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.services.look import SessionState
from warifu.services.ports import Absence
from warifu.settings.schema import (
    LOCK_IDLE_MINUTES,
    LOCK_ON_MINIMISE,
    LOCK_ON_SCREEN_LOCK,
    LOCK_ON_SLEEP,
    LOCK_ON_USER_SWITCH,
)

if TYPE_CHECKING:
    from warifu.services.ports import Idle, Scheduler, Timer
    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting

_SWITCHES = {
    Absence.SCREEN_LOCKED: LOCK_ON_SCREEN_LOCK,
    Absence.SLEEPING: LOCK_ON_SLEEP,
    Absence.USER_SWITCHED: LOCK_ON_USER_SWITCH,
}
_SOONEST = 1.0  # seconds between two looks at the idle time


class AutoLock:
    """Works from its making until ``end``. Everything goes through ``Session.lock``."""

    def __init__(self, session: Session, settings: Settings, scheduler: Scheduler, idle: Idle) -> None:
        self._session = session
        self._settings = settings
        self._scheduler = scheduler
        self._idle = idle
        self._timer: Timer | None = None
        self._put_off: Timer | None = None
        self._subscriptions = (session.subscribe(self._state_changed), settings.subscribe(self._changed))
        self._aim()

    def end(self) -> None:
        """Lock by itself no more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._rest()

    def user_left(self, absence: Absence) -> None:
        """Hear from the system that the user is going or has gone."""
        if self._settings.get(_SWITCHES[absence]):
            self._session.lock()

    def minimised(self, keep_seconds: float = 0.0) -> None:
        """Hear that the window was minimised. A code that was just copied may be pasted first: locking, which
        takes it off the clipboard, waits ``keep_seconds`` for that.
        """
        if not self._settings.get(LOCK_ON_MINIMISE):
            return
        if keep_seconds <= 0:
            self._session.lock()
        elif self._put_off is None:
            self._put_off = self._scheduler.after(keep_seconds, self._session.lock)

    def restored(self) -> None:
        """Hear that the window is back, which calls off a lock that was put off."""
        if self._put_off is not None:
            self._put_off.cancel()
            self._put_off = None

    def _state_changed(self, _state: SessionState) -> None:
        self.restored()
        self._aim()

    def _changed(self, setting: Setting[Any]) -> None:
        if setting is LOCK_IDLE_MINUTES:
            self._aim()

    def _aim(self) -> None:
        """Come back at the earliest moment in which the idle time can be over."""
        self._rest_timer()
        limit = 60.0 * self._settings.get(LOCK_IDLE_MINUTES)
        if not limit or self._session.state is not SessionState.UNLOCKED:
            return
        self._timer = self._scheduler.after(max(_SOONEST, limit - self._idle.seconds()), self._look)

    def _look(self) -> None:
        self._timer = None
        if self._idle.seconds() >= 60.0 * self._settings.get(LOCK_IDLE_MINUTES):
            self._session.lock()
        else:
            self._aim()

    def _rest(self) -> None:
        self._rest_timer()
        self.restored()

    def _rest_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
