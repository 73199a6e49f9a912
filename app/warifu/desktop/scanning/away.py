"""Warifu's own windows out of the picture, for the moment in which it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from warifu.desktop.strategies.qt_grab import grab_place

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

LONGEST = 240_000  # milliseconds after which the windows come back whatever happens
_LOOK_EVERY = 60  # milliseconds
_SOONEST = 300  # milliseconds: a window fades away on many desktops
_LATEST = 1_200  # milliseconds, where something that moves lies below
_BLIND = 450  # milliseconds, where nobody may look
_REAL = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)


class Away(QObject):
    """``hide`` takes them away, ``gone`` tells that the screen is painted without them, and ``come_back``
    brings them to where they were.
    """

    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hidden: list[tuple[QWidget, QPoint]] = []
        self._active: QWidget | None = None
        self._place = QRect()
        self._before: QImage | None = None
        self._waited = 0
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.timeout.connect(self.come_back)

    def hide(self, *, watch: bool) -> None:
        """Hide every window of ours; with ``watch``, look at their place until it is painted anew."""
        self._active = QApplication.activeWindow()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _REAL:
                self._hidden.append((window, window.pos()))
                self._place = self._place.united(window.frameGeometry())
                window.hide()
        self._last.start(LONGEST)
        if watch:
            self._waited = 0
            self._looking.start(_LOOK_EVERY)
        else:
            QTimer.singleShot(_BLIND, self._tell)

    def come_back(self) -> None:
        """Show them again; harmless when they are there."""
        self._looking.stop()
        self._last.stop()
        hidden, self._hidden = self._hidden, []
        for window, place in hidden:
            if not window.isMaximized() and not window.isFullScreen():
                window.move(place)  # or the window manager finds it a new one
            window.show()
        if self._active is not None and hidden:
            self._active.raise_()
            self._active.activateWindow()
        self._active = None
        self._before = None

    def _look(self) -> None:
        """Nothing tells when a compositor has painted; a picture that stays the same does."""
        self._waited += _LOOK_EVERY
        picture = grab_place(self._place)
        still = self._before is not None and picture == self._before
        self._before = picture
        if (still and self._waited >= _SOONEST) or self._waited >= _LATEST:
            self._looking.stop()
            self._before = None
            self._tell()

    def _tell(self) -> None:
        if self._hidden:
            self.gone.emit()
