"""The process that draws the sheet of accounts: ``warifu --print-sheet``. It knows no vault and no window."""

from __future__ import annotations

import os
import sys

from warifu.services import ourselves
from warifu.services.sheet_printing import from_json

_LONGEST = 256 * 1024 * 1024  # bytes


def run() -> int:
    """Read one sheet from standard input, write its PDF to standard output; gives the exit status."""
    from warifu.platforms.hardening import close_memory

    close_memory()
    sheets, answers = ourselves.pipes()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    from warifu.desktop.exporting.paper_sheet import pdf

    try:
        sheet, paper = from_json(sheets.read(_LONGEST))
    except (KeyError, TypeError, ValueError):
        return 1
    QLocale.setDefault(QLocale(sheet.language))  # decides which Chinese characters a font draws
    app = QGuiApplication([sys.argv[0]])
    with answers:
        answers.write(pdf(sheet, paper))
    del app
    return 0
