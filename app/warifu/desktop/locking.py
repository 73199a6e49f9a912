"""Locking when the user is away: brings the system's news and the window's to ``services.auto_lock``."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QThread, Signal
from shiboken6 import isValid

from warifu.services.auto_lock import AutoLock
from warifu.services.changes import Origin
from warifu.services.ports import Absence
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context
    from warifu.platforms.session_watch.base import Watch
    from warifu.services.changes import Change
    from warifu.services.look import SessionState
    from warifu.services.ports import Idle


class Locking(QObject):
    """Works from its making until ``end``, whether the window is shown, minimised or in the tray."""

    _told = Signal(object)

    def __init__(self, context: Context, window: QWidget, idle: Idle | None = None) -> None:
        from warifu.platforms.session_watch import session_watch

        super().__init__()
        self._context = context
        self._window = window
        self._idle = idle or _IdleTime(context)
        self.auto_lock = AutoLock(context.session, context.settings, context.scheduler, self._idle)
        self._forget_store: Callable[[], None] = lambda: None
        self._unsubscribe = context.session.subscribe(self._session_changed)
        self._told.connect(self._user_left, Qt.ConnectionType.QueuedConnection)
        self._ended = False
        self._watch: Watch = session_watch(self._hear)
        with contextlib.suppress(ImportError, AttributeError, OSError):  # a system that lacks a part of it
            self._watch.begin()
        window.installEventFilter(self)

    def end(self) -> None:
        """Lock by itself no more."""
        self._ended = True
        self._window.removeEventFilter(self)
        self._watch.end()
        self.auto_lock.end()
        self._unsubscribe()
        self._forget_store()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is minimised or back."""
        if event.type() == QEvent.Type.WindowStateChange and watched is self._window:
            if self._window.isMinimized():
                self.auto_lock.minimised(self._seconds_for_pasting())
            else:
                self.auto_lock.restored()
        return False

    def _seconds_for_pasting(self) -> float:
        context = self._context
        if context.parts.made("copying") and context.copying.holds_code:
            return float(context.settings.get(schema.CLIPBOARD_SECONDS))
        return 0.0

    def _hear(self, absence: Absence) -> None:
        """On the main thread at once, since the system may wait for the answer; else through its loop."""
        if not isValid(self) or self._ended:
            return
        if QThread.currentThread() is self.thread():
            self._user_left(absence)
        else:
            self._told.emit(absence)

    def _user_left(self, absence: Absence) -> None:
        if self._ended:
            return
        self.auto_lock.user_left(absence)
        if absence is Absence.SLEEPING:  # once all is saved and the keys are overwritten
            self._context.session.flush(self._watch.let_sleep, lambda _problem: self._watch.let_sleep())

    def _session_changed(self, _state: SessionState) -> None:
        """A code that is copied from the tray is a sign of life, too, where only our own windows tell any."""
        self._forget_store()
        store = self._context.session.store
        self._forget_store = store.subscribe(self._store_changed) if store is not None else lambda: None
        if store is None:
            self._context.notify.forget()
        self._touch()

    def _store_changed(self, change: Change) -> None:
        """What another process wrote is no sign of somebody here."""
        if change.origin is not Origin.DISK:
            self._touch()

    def _touch(self) -> None:
        if isinstance(self._idle, _IdleTime):
            self._idle.touch()


class _IdleTime:
    """Looks for what tells the idle time when it is first asked for, which is after unlocking."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _source(self) -> Idle:
        from warifu.desktop.strategies.own_input import OwnInput
        from warifu.platforms.idle import system_idle

        return system_idle() or OwnInput(self._context.clock)

    def seconds(self) -> float:
        """Seconds since the last input."""
        return self._source.seconds()

    def touch(self) -> None:
        """Hear of a sign of life that our windows do not see."""
        touch = getattr(self._source, "touch", None) if "_source" in self.__dict__ else None
        if touch is not None:
            touch()
