"""The only door to the system clipboard. The primary selection is never touched."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from warifu.core.errors import NotPossible
from warifu.platforms.clipboard import confidential_formats

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

    from warifu.desktop.scanning.brought import Brought
    from warifu.platforms.clipboard.macos import Pasteboard
    from warifu.services.ports import Clipboard


def system_clipboard(platform: str = sys.platform) -> Clipboard:
    """The clipboard of this system. Needs a ``QGuiApplication``."""
    if platform == "darwin":
        return MacClipboard()
    return WindowsClipboard() if platform == "win32" else QtClipboard()


def pasted() -> Brought:
    """What the clipboard would bring to a page: files, a picture or a text."""
    from warifu.desktop.scanning.brought import brought_by

    return brought_by(_clipboard().mimeData())


def holds_pictures() -> bool:
    """Whether the clipboard holds a picture or files, of which nothing is read."""
    from warifu.desktop.scanning.brought import carries_pictures

    return carries_pictures(_clipboard().mimeData())


class QtClipboard:
    """X11 and Wayland: what Qt puts there carries the marks of the system."""

    def put(self, text: str) -> None:
        """Replace the clipboard with ``text``, marked confidential."""
        entry = QMimeData()
        entry.setText(text)
        for name, content in confidential_formats(sys.platform).items():
            entry.setData(name, content)
        _clipboard().setMimeData(entry)

    def holds(self, text: str) -> bool:
        """Whether the entry is still the one that ``put`` left there.

        Where an unfocused program may not read (Wayland), the answer is whether Qt still owns the entry;
        elsewhere a clipboard manager may have taken it over, so the text itself counts.
        """
        if QGuiApplication.platformName().startswith("wayland") and not _clipboard().ownsClipboard():
            return False
        return bool(text) and _clipboard().text() == text

    def clear(self) -> None:
        """Empty the clipboard."""
        _clipboard().clear()

    def read_text(self) -> str:
        """The text on the clipboard, or nothing."""
        return _clipboard().text()


class WindowsClipboard(QtClipboard):
    """Windows, where one program at a time has the clipboard, and Qt says nothing when it is another."""

    def put(self, text: str) -> None:
        """Replace the clipboard with ``text``, marked confidential. Raises NotPossible."""
        _require_free()
        super().put(text)
        if not super().holds(text):
            raise _busy()

    def holds(self, text: str) -> bool:
        """Whether the text on the clipboard is still this one. Raises NotPossible."""
        _require_free()
        return super().holds(text)

    def clear(self) -> None:
        """Empty the clipboard. Raises NotPossible."""
        _require_free()
        super().clear()


class MacClipboard(QtClipboard):
    """macOS, where Qt knows neither the marks nor whether an entry is still its own."""

    def __init__(self) -> None:
        from warifu.platforms.clipboard.macos import Pasteboard

        self._pasteboard: Pasteboard = Pasteboard()
        self._change = -1

    def put(self, text: str) -> None:
        """Replace the pasteboard with ``text``, marked confidential."""
        self._change = self._pasteboard.put(text)

    def holds(self, text: str) -> bool:
        """Whether nobody has changed the pasteboard since ``put``."""
        return self._pasteboard.changes() == self._change

    def clear(self) -> None:
        """Empty the pasteboard."""
        self._pasteboard.clear()


def _require_free() -> None:
    from warifu.platforms.clipboard.windows import is_free

    if not is_free():
        raise _busy()


def _busy() -> NotPossible:
    return NotPossible("Another program is using the clipboard.", hint="Try again in a moment.")


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
