"""Picture files that the user names: read here, decoded elsewhere."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from warifu.core.clean import clean_line
from warifu.core.errors import AppError
from warifu.desktop.i18n import tr
from warifu.scan.errors import PictureRefused, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_KINDS = "png jpg jpeg webp bmp gif svg pdf"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a picture gave nothing; ``name`` is its file's, empty for one without."""

    name: str
    error: AppError


def read_file(path: Path) -> bytes:
    """The whole of a file. Raises AppError for what is none, too large, or not to be read."""
    from warifu.scan.pictures import MAX_FILE

    try:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:  # a pipe would be waited for otherwise
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise AppError("This is not a file.", hint="Choose a picture.")
            untrusted = file.read(MAX_FILE + 1)
    except OSError as error:
        if path.is_dir():
            raise AppError("This is a folder, not a picture.", hint="Choose the pictures in it.") from error
        raise AppError("This file cannot be read.", hint="See whether you may open it.") from error
    if len(untrusted) > MAX_FILE:
        raise PictureRefused(Refusal.FILE_TOO_LARGE)
    return untrusted


def name_of(path: Path) -> str:
    """The file's name as it may be shown."""
    return clean_line(path.name, 80) or "?"


def ask_for_pictures(window: QWidget, owner: QWidget, taken: Callable[[tuple[Path, ...]], None]) -> None:
    """Ask for picture files in the system's own dialog, without holding up the rest of the program."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, tr("Open images with QR codes"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*.{kind} *.{kind.upper()}" for kind in _KINDS.split())
    dialog.setNameFilters([tr("Images and PDF") + f" ({endings})", tr("All files") + " (*)"])
    dialog.filesSelected.connect(lambda names: taken(tuple(Path(name) for name in names)))
    owner.destroyed.connect(dialog.close)  # locking takes the page away, and the question with it
    dialog.open()
