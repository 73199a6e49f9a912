"""A line of work under way: what it is, for how long already, and the way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.widgets import QuietButton

if TYPE_CHECKING:
    from warifu.core.clock import Clock
    from warifu.services.ports import Scheduler, Timer

_TOLD_FROM = 2  # seconds, from which on the time is said


class Waiting(QWidget):
    """``cancelled`` when the user wants no answer any more."""

    cancelled = Signal()

    def __init__(self, scheduler: Scheduler, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheduler = scheduler
        self._clock = clock
        self._timer: Timer | None = None
        self._began = 0.0
        self._words = ""
        self.busy = BusyLine()
        self.cancel = QuietButton(tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space_s)
        row.addWidget(self.busy, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def work(self, words: str, *, can_cancel: bool) -> None:
        """Say what is going on, from now on unless it is said already."""
        self.cancel.setVisible(can_cancel)
        if words == self._words:
            return
        self.rest()
        self._words, self._began = words, self._clock.monotonic()
        self.busy.work(words)
        self.show()
        self._wait()

    def rest(self) -> None:
        """Say nothing."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._words = ""
        self.busy.rest()
        self.hide()

    def _wait(self) -> None:
        self._timer = self._scheduler.after(1, self._tick)

    def _tick(self) -> None:
        seconds = int(self._clock.monotonic() - self._began)
        if seconds >= _TOLD_FROM:
            self.busy.tell(tr("{what} {seconds} s", what=self._words, seconds=seconds))
        self._wait()
