"""The system's dialog for the file of a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from warifu.desktop.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_backup(parent: QWidget, usual: Path) -> Path | None:
    """The chosen file; it begins in the usual folder, or at home where there is none yet."""
    kinds = tr("Vaults of Warifu (*.warifu);;All files (*)")
    begin = usual if usual.is_dir() else Path.home()
    chosen, _filter = QFileDialog.getOpenFileName(parent, tr("Choose a backup"), str(begin), kinds)
    return Path(chosen) if chosen else None
