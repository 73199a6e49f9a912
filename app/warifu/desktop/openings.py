"""Pages of the window that are not for every day: accounts out and in, and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class Openings:
    """What ``MainWindow`` can open besides; each is the same as in ``pages.Navigator``."""

    @property
    def context(self) -> Context:
        """What the pages are given."""
        raise NotImplementedError

    def push(self, page: QWidget) -> None:
        """Show a page above the others."""
        raise NotImplementedError

    def open_code(self, account_id: str) -> None:
        """Show the QR code of an account, to add it to a phone."""
        from warifu.desktop.scanning.show_code_page import ShowCodePage

        self.push(ShowCodePage(self.context, account_id))

    def open_transfer(self, ids: Sequence[str]) -> None:
        """Show accounts as Google's transfer codes."""
        from warifu.desktop.scanning.transfer_page import TransferPage

        self.push(TransferPage(self.context, ids))

    def open_export(self, ids: Sequence[str] = ()) -> None:
        """Take accounts out."""
        from warifu.desktop.exporting.export_page import ExportPage

        self.push(ExportPage(self.context, ids))

    def open_backups(self) -> None:
        """Show how the backups stand."""
        from warifu.desktop.backups.backups_page import BackupsPage

        self.push(BackupsPage(self.context))

    def open_backup_list(self) -> None:
        """Show the backups by date."""
        from warifu.desktop.backups.list_page import BackupListPage

        self.push(BackupListPage(self.context))

    def open_backup(self, path: Path) -> None:
        """Show what a backup of the open vault holds."""
        from warifu.desktop.backups.preview_page import PreviewPage

        self.push(PreviewPage(self.context, path, own_key=True))

    def open_other_backup(self, path: Path) -> None:
        """Show what a file holds that opens with a password of its own."""
        from warifu.desktop.backups.preview_page import PreviewPage

        self.push(PreviewPage(self.context, path, own_key=False))

    def open_restore(self) -> None:
        """Make the vault from a backup, where there is none that can be opened."""
        from warifu.desktop.backups.restore_page import RestorePage

        self.push(RestorePage(self.context))

    def open_import(self, paths: Sequence[Path] = (), format_id: str = "") -> None:
        """Choose where accounts come from, or read files; ``format_id``: the app that was chosen."""
        from warifu.desktop.importing.files_page import FilesPage
        from warifu.desktop.importing.import_page import ImportPage

        self.push(FilesPage(self.context, paths, format_id) if paths else ImportPage(self.context))
