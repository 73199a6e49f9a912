"""Keeps our windows out of screenshots and screen sharing where the system can, with a way to allow them.

People who are helped from afar, or who make a picture for a manual, must be able to turn it off for a while
and see that it is off: a guard that cannot be lifted blackens the whole window for them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from warifu.core.clock import Deadline
from warifu.platforms.capture_guard.base import Support
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock
    from warifu.platforms.capture_guard.base import CaptureGuard
    from warifu.services.ports import Scheduler, Timer
    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting

ALLOWED_FOR = 300  # seconds


class Shield(QObject):
    """Guards every window of ours that is shown, from ``begin`` to ``end``. ``changed`` tells of allowing."""

    changed = Signal()

    def __init__(self, guard: CaptureGuard, settings: Settings, scheduler: Scheduler, clock: Clock) -> None:
        super().__init__()
        self._guard = guard
        self._settings = settings
        self._scheduler = scheduler
        self._clock = clock
        self._until: Deadline | None = None
        self._timer: Timer | None = None
        self._begun = False
        self._unsubscribe: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Guard what is shown, and what will be; nothing at all where the system knows no guard."""
        if self._guard.support() is Support.NO:
            return
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._apply)
            self._begun = True
        self._unsubscribe = self._settings.subscribe(self._setting_changed)
        self._apply()

    def end(self) -> None:
        """Care for no more windows; those that are there go with the process."""
        self._unsubscribe()
        self._forget_timer()
        app = QGuiApplication.instance()
        if self._begun and isinstance(app, QGuiApplication):
            self._begun = False
            app.focusWindowChanged.disconnect(self._apply)

    @property
    def support(self) -> Support:
        """What the system can do now."""
        return self._guard.support()

    @property
    def can_allow(self) -> bool:
        """Whether there is anything to allow or to forbid again."""
        return self._settings.get(schema.CAPTURE_GUARD) and self._guard.support() is Support.YES

    @property
    def seconds_left(self) -> int:
        """Seconds for which pictures are still allowed; 0 when they are not."""
        return 0 if self._until is None else math.ceil(self._until.left(self._clock))

    def allow(self) -> None:
        """Let the windows be seen for a while."""
        self._forget_timer()
        self._until = Deadline.after(ALLOWED_FOR, self._clock)
        self._timer = self._scheduler.after(ALLOWED_FOR, self.forbid)
        self._apply()
        self.changed.emit()

    def look(self) -> None:
        """Hide them again if the while is over, as it may be after a sleep, through which no timer runs."""
        if self._until is not None and not self.seconds_left:
            self.forbid()

    def forbid(self) -> None:
        """Hide them again."""
        self._forget_timer()
        self._apply()
        self.changed.emit()

    def _forget_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._until = None

    def _setting_changed(self, setting: Setting[Any]) -> None:
        if setting is schema.CAPTURE_GUARD:
            self.forbid()

    def _apply(self, *_window: object) -> None:
        """To every window, since the system forgets it for one that is made anew."""
        wanted = not self.seconds_left and self.can_allow
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._guard.guard(int(window.winId()), on=wanted)
