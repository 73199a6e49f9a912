"""The sheet of accounts on paper: a QR code on the left, what a person reads beside it, page after page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from warifu.core.errors import AppError
from warifu.desktop.paper import Paper, page_size, set_up, spooled_in_memory
from warifu.formats.sheet import SMALLEST, matrix, side_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont, QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from warifu.formats.sheet import Entry, Sheet

_MARGIN = 15.0  # millimetres
_GAP = 6.0  # between a code and its words
_BETWEEN = 5.0  # accounts
_FOOT = 8.0  # for the number of the page
_LONG = 400  # characters of a secret that is set smaller, so that it fits on a page


def pdf(sheet: Sheet, paper: str) -> bytes:
    """The sheet as a PDF, in memory; the codes are vectors."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("Warifu")
    writer.setResolution(300)
    set_up(writer, page_size(paper), _MARGIN)
    paint(sheet, writer)
    del writer
    buffer.close()
    return bytes(held.data())


def print_sheet(sheet: Sheet, printer: QPrinter) -> None:
    """Print the sheet as the dialog has set the printer up. Raises AppError."""
    with spooled_in_memory():
        set_up(printer, None, _MARGIN)
        if not paint(sheet, printer):
            raise AppError("The printer did not take the pages.", hint="Save the sheet as PDF instead.")


def paint(sheet: Sheet, device: QPagedPaintDevice) -> bool:
    """Paint all pages; says whether the device took them."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        _Pages(Paper(painter, device), device.newPage).paint(sheet)
    finally:
        painter.end()
    return True


class _Pages:
    """Fills page after page; an account is never divided."""

    def __init__(self, paper: Paper, new_page: Callable[[], bool]) -> None:
        self._paper = paper
        self._new_page = new_page
        self._y = 0.0
        self._number = 1
        self._bottom = paper.height - _FOOT

    def paint(self, sheet: Sheet) -> None:
        for text, points, bold in (
            (sheet.title, 20, True),
            (sheet.made, 9, False),
            *((sentence, 10, False) for sentence in sheet.sentences),
        ):
            self._y += self._paper.write(text, self._paper.font(points, bold=bold), 0, self._y) + 1.5
        self._y += _BETWEEN
        for entry in sheet.entries:
            self._entry(entry)
        self._foot()

    def _entry(self, entry: Entry) -> None:
        rows = matrix(entry.link) if entry.link else ()
        side = side_of(rows) if rows else 0.0
        indent = max(side, SMALLEST) + _GAP
        lines = self._lines(entry)
        words = sum(self._paper.measure(text, font, indent) + 1 for text, font in lines)
        height = max(side, words)
        if self._y + height > self._bottom and self._y > 0:
            self._foot()
            self._new_page()
            self._number += 1
            self._y = 0.0
        self._draw(rows, side, lines, (height - words) / 2)
        self._y += height + _BETWEEN

    def _draw(
        self, rows: Sequence[bytes], side: float, lines: Sequence[tuple[str, QFont]], down: float
    ) -> None:
        paper, y = self._paper, self._y + down
        if self._y > 0:
            paper.rule(self._y - _BETWEEN / 2)
        if rows:
            paper.qr(rows, side, 0.0, self._y)
        for text, font in lines:
            y += paper.write(text, font, max(side, SMALLEST) + _GAP, y) + 1

    def _lines(self, entry: Entry) -> list[tuple[str, QFont]]:
        paper = self._paper
        lines = (
            (entry.title, paper.font(13, bold=True)),
            (entry.name, paper.font(10)),
            (entry.secret, paper.font(11 if len(entry.secret) < _LONG else 6, mono=True)),
            (entry.facts, paper.font(8)),
        )
        return [(text, font) for text, font in lines if text]

    def _foot(self) -> None:
        paper = self._paper
        font = paper.font(8)
        paper.write(f"Warifu · {self._number}", font, 0, paper.height - paper.measure("1", font))
