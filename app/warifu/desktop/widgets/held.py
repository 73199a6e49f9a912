"""Keys that are held down, which come again some ten to forty times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_QUICKEST = 100  # milliseconds between two presses by a person


class _Presses:
    """Remembers when a key came last. Under X11 Qt tells most repeats, but takes some for presses."""

    def __init__(self) -> None:
        self._last = 0
        self._repeated = False

    def is_repeat(self, event: QKeyEvent) -> bool:
        now = event.timestamp()
        if not now or now != self._last:  # else the same event on its way through the widgets
            soon = bool(now) and 0 < now - self._last < _QUICKEST
            self._last, self._repeated = now, event.isAutoRepeat() or soon
        return self._repeated


_enter = _Presses()


def is_held(enter: QKeyEvent) -> bool:
    """Whether this press of Enter comes of holding the key down. To be asked for each press of Enter."""
    return _enter.is_repeat(enter)
