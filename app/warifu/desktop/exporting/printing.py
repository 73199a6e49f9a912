"""Printing the sheet of accounts from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from shiboken6 import isValid

from warifu.desktop.exporting.paper_sheet import print_sheet
from warifu.desktop.i18n import chosen_language, shown, tr
from warifu.desktop.paper import page_size
from warifu.formats.base import Words
from warifu.formats.sheet import sheet_of
from warifu.settings.schema import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.desktop.unlock.titled_page import TitledPage


def print_accounts(context: Context, accounts: Sequence[Account], page: TitledPage) -> Path | None:
    """Ask for a printer and print. A printer that writes files gives the path, for the caller to write to.

    Raises AppError where the printer takes nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(page_size())
    printer.setDocName("Warifu")
    dialog = QPrintDialog(printer, page)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if not accepted or not isValid(page) or page.over:  # locked while it was open
        return None
    if printer.outputFileName():  # Qt would let everybody read the file
        return Path(printer.outputFileName())
    words = Words(chosen_language(context.settings.get(LANGUAGE)), shown)
    print_sheet(sheet_of(accounts, words), printer)
    context.notify.say(tr("The pages were given to the printer."))
    return None
