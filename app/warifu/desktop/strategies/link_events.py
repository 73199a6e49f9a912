"""macOS hands links over as events to the application, also before there is a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from warifu.platforms.url_scheme.links import accepted

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 8  # links that wait until somebody follows


class LinkApplication(QApplication):
    """The application, which keeps links until ``follow`` tells where they go. It opens no files."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[str] = []
        self._open: Callable[[str], object] | None = None

    def follow(self, call: Callable[[str], object]) -> None:
        """Call with every link that came and comes."""
        self._open = call
        waiting, self._waiting = self._waiting, []
        for link in waiting:
            call(link)

    def event(self, event: QEvent) -> bool:
        """Take links; whatever else is left to Qt."""
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return super().event(event)
        link = accepted(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if link and self._open is not None:
            self._open(link)
        elif link and len(self._waiting) < _MOST:
            self._waiting.append(link)
        return True
