"""The idle time where the system does not tell it: since the last key or click in Warifu itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from warifu.core.clock import Clock

_TOUCHES = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
)  # fmt: skip


class OwnInput(QObject):
    """Implements ``services.ports.Idle``. Listens to the windows that have had the keyboard."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._last = clock.monotonic()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def seconds(self) -> float:
        """Seconds since ``touch``, by the user or by a call."""
        return self._clock.monotonic() - self._last

    def touch(self) -> None:
        """Begin to count anew."""
        self._last = self._clock.monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            self.touch()
            window.installEventFilter(self)  # moves one that is there already
