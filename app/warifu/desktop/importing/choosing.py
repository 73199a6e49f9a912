"""The system's own dialog for the files of other apps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from warifu.desktop.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_for_files(owner: QWidget, taken: Callable[[tuple[Path, ...]], None], title: str = "") -> None:
    """Ask for files of any kind, without holding up the rest of the program."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(owner.window(), title or tr("Choose what the other app wrote"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: taken(tuple(Path(name) for name in names)))
    owner.destroyed.connect(dialog.close)  # locking takes the page away, and the question with it
    dialog.open()
