"""How pages reach each other.

A page is a QWidget made with a ``Context``. It may have ``shown()`` and ``hidden()``, called when it comes
to the top and when it is covered or left, and ``closed()``, called once before it is destroyed. It may tell
with ``footer_height`` (logical pixels) how much room a toast leaves free at its bottom, and with
``undisturbed`` that covering it now would lose what is being typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class Navigator(Protocol):
    """The window, as its pages see it. Pages are made when opened and destroyed on leaving or locking."""

    def open_list(self) -> None:
        """Go home: the accounts when unlocked."""

    def open_account(self, account_id: str) -> None:
        """Show one account with its big code."""

    def open_add(self, text: str = "") -> None:
        """Add an account, beginning with ``text`` in the field for secrets."""

    def take_texts(self, untrusted_texts: Sequence[str]) -> None:
        """Bring what was read from codes to the editor: the one below this page, or a new one."""

    def open_camera(self) -> None:
        """Scan codes with the camera; what is read goes to the page for adding."""

    def open_edit(self, account_id: str) -> None:
        """Change an account."""

    def open_code(self, account_id: str) -> None:
        """Show the QR code of an account, to add it to a phone."""

    def open_transfer(self, ids: Sequence[str]) -> None:
        """Show accounts as Google's transfer codes."""

    def open_export(self, ids: Sequence[str] = ()) -> None:
        """Take accounts out, beginning with those of the ids."""

    def open_trash(self) -> None:
        """Show deleted accounts."""

    def open_preferences(self) -> None:
        """Show the preferences."""

    def open_page(self, make: Callable[[Context], QWidget]) -> None:
        """Show a page that its caller makes, above this one."""

    def open_backups(self) -> None:
        """Show how the backups stand."""

    def open_backup_list(self) -> None:
        """Show the backups by date."""

    def open_backup(self, path: Path) -> None:
        """Show what a backup of the open vault holds."""

    def open_other_backup(self, path: Path) -> None:
        """Show what a file holds that opens with a password of its own."""

    def open_restore(self) -> None:
        """Make the vault from a backup, where there is none that can be opened."""

    def open_import(self, paths: Sequence[Path] = (), format_id: str = "") -> None:
        """Choose where accounts come from, or read files; ``format_id``: the app that was chosen."""

    def back(self) -> None:
        """Leave this page for the one before it."""

    def raise_window(self) -> None:
        """Show the window and bring it to the front, whatever page it holds."""

    def quit(self) -> None:
        """Save, clear the clipboard if it is ours, and end."""
