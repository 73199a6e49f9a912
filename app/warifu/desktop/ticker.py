"""One clock hand for the whole desktop: whoever shows seconds is called at each full second, while visible.

No timer runs while nothing that asked is on the screen: a hidden or minimised window costs no wake-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from warifu.desktop.collecting import collect_if_due

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock

_LATE = 0.004  # seconds after the full second, so that a timer that fires early is still after it
_WAKERS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Paint)
_OF_WINDOWS = (QEvent.Type.Expose, QEvent.Type.WindowStateChange)  # one that reappears may paint nothing anew


class Ticker(QObject):
    """Calls ``tick(now)`` of each visible watcher just after every full second of the clock."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._watchers: dict[QWidget, Callable[[float], None]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._soon = QTimer(self)  # a window has news, but its widgets don't know them yet
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._wake)

    @property
    def running(self) -> bool:
        """Whether a wake-up is ahead."""
        return self._timer.isActive()

    def watch(self, widget: QWidget, tick: Callable[[float], None]) -> None:
        """Call ``tick`` with the Unix time each second while ``widget`` is on the screen, until it dies."""
        self._watchers[widget] = tick
        widget.installEventFilter(self)
        widget.destroyed.connect(lambda: self._watchers.pop(widget, None))
        self._follow_window(widget)
        self._aim()

    def unwatch(self, widget: QWidget) -> None:
        """Call it no more."""
        self._watchers.pop(widget, None)
        widget.removeEventFilter(self)
        self._aim()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start with the first watcher that is shown, and stop with the last that is hidden."""
        if event.type() in _WAKERS:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                self._follow_window(watched)
            self._aim()
        elif event.type() in _OF_WINDOWS and isinstance(watched, QWindow):
            self._soon.start(0)
        return False

    def _follow_window(self, widget: QWidget) -> None:
        handle = widget.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _wake(self) -> None:
        """Tick at once after a rest, so that nothing old is seen."""
        if self._timer.isActive():
            self._aim()
        else:
            self._fire()

    def _aim(self) -> None:
        if not any(_on_screen(widget) for widget in self._watchers):
            self._timer.stop()
        elif not self._timer.isActive():
            self._start()

    def _start(self) -> None:
        now = self._clock.now()
        self._timer.start(int((1.0 - now % 1.0 + _LATE) * 1000) + 1)

    def _fire(self) -> None:
        now, seen = self._clock.now(), False
        for widget, tick in list(self._watchers.items()):
            if _on_screen(widget):
                seen = True
                tick(now)
        if seen:
            self._start()
        collect_if_due()


def _on_screen(widget: QWidget) -> bool:
    if not isValid(widget) or not widget.isVisible():
        return False
    window = widget.window()
    handle = window.windowHandle()
    return handle is not None and handle.isExposed() and not window.isMinimized()
