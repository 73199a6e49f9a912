"""The recovery kit on paper: one page with the code, its QR code, and what to do with it.

It is painted straight to the printer or into memory; the only file ever written is the one the user names.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QPainter, QPdfWriter

from warifu.core.errors import AppError
from warifu.desktop.i18n import tr
from warifu.desktop.paper import Paper, set_up, spooled_in_memory
from warifu.desktop.theme.mark import HEIGHT, WIDTH, paint_mark
from warifu.services.showing import qr_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice, QPageSize
    from PySide6.QtPrintSupport import QPrinter

_MARGIN = 18.0  # millimetres
_QR = 42.0  # millimetres


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page."""

    groups: tuple[str, ...] = field(repr=False)
    vault: str  # the name of its file
    vault_id: str
    date: str


def write_pdf(sheet: Sheet, path: Path, size: QPageSize) -> None:
    """Write the page as a PDF that only its owner may read. Raises AppError."""
    content = pdf(sheet, size)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            with contextlib.suppress(OSError, AttributeError):  # sticks and Windows know no such modes
                os.fchmod(file.fileno(), 0o600)
            file.write(content)
    except OSError as problem:
        raise AppError(
            "The recovery kit could not be saved.",
            str(problem.strerror or ""),
            "Choose another folder, or write the code down.",
        ) from None


def pdf(sheet: Sheet, size: QPageSize) -> bytes:
    """The page as a PDF, in memory."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Warifu recovery kit"))
    writer.setCreator("Warifu")
    writer.setResolution(300)
    _paint_on(writer, sheet, size)
    del writer
    buffer.close()
    return bytes(held.data())


def print_sheet(sheet: Sheet, printer: QPrinter) -> None:
    """Print the page as the dialog has set the printer up. Raises AppError."""
    with spooled_in_memory():
        if not _paint_on(printer, sheet, None):
            raise AppError(
                "The printer did not take the page.", hint="Save it as PDF, or write the code down."
            )


def _paint_on(device: QPagedPaintDevice, sheet: Sheet, size: QPageSize | None) -> bool:
    set_up(device, size, _MARGIN)
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        _Page(painter, device).paint(sheet)
    finally:
        painter.end()
    return True


class _Page:
    """Writes from top to bottom; lengths in millimetres."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._paper = Paper(painter, device)
        self._painter = painter
        self._millimetre = self._paper.unit
        self._width = self._paper.width
        self._y = 0.0

    def paint(self, sheet: Sheet) -> None:
        self._mark(14)
        self._say(tr("Warifu recovery kit"), 22, bold=True, indent=16, gap=1)
        facts = tr("Vault {name} · made {date}", name=sheet.vault, date=sheet.date)
        self._say(facts, 10, indent=16)
        self._say(tr("Number of the vault: {id}", id=sheet.vault_id), 8, indent=16, gap=6)
        self._say(
            tr("This code opens the vault and all its backups when the password is forgotten."), 12, gap=5
        )
        self._code(sheet.groups)
        top = self._y
        self._qr("-".join(sheet.groups))
        beside = _QR + 8
        self._y = top + 2
        self._say(tr("What to do"), 13, bold=True, indent=beside, gap=2)
        for number, step in enumerate(_steps(), 1):
            line = self._y
            self._say(f"{number}.", 11, indent=beside)
            self._y = line
            self._say(step, 11, indent=beside + 7, gap=2)
        self._y = max(self._y, top + _QR) + 6
        self._say(tr("Where to keep it"), 13, bold=True, gap=2)
        for rule in _rules():
            self._say(rule, 11, gap=2)
        self._y += 4
        self._say(tr("Where my backups are:"), 11, gap=10)
        for _ in range(2):
            self._rule()

    def _say(
        self, text: str, points: float, *, bold: bool = False, indent: float = 0.0, gap: float = 0.0
    ) -> None:
        """A paragraph that breaks where it must, and the gap below it."""
        font = self._paper.font(points, bold=bold)
        self._y += self._paper.write(text, font, indent, self._y) + gap

    def _mark(self, height: float) -> None:
        unit = self._millimetre
        box = QRectF(0, 1 * unit, height * WIDTH / HEIGHT * unit, height * unit)
        paint_mark(self._painter, box, Qt.GlobalColor.black)  # type: ignore[arg-type]

    def _code(self, groups: Sequence[str]) -> None:
        """The W and six groups in two lines, each under its number, in a frame."""
        unit, top, height = self._millimetre, self._y, 40.0
        self._painter.drawRoundedRect(
            QRectF(0, top * unit, self._width * unit, height * unit), 2 * unit, 2 * unit
        )
        column = (self._width - 16) / 3
        self._cell("", groups[0], 5, top)
        for number, group in enumerate(groups[1:]):
            self._cell(str(number + 1), group, 14 + number % 3 * column, top + number // 3 * 19)
        self._y = top + height + 8

    def _cell(self, number: str, group: str, x: float, y: float) -> None:
        unit = self._millimetre
        for text, points, down, mono in ((number, 8.0, 3.0, False), (group, 24.0, 6.5, True)):
            self._painter.setFont(self._paper.font(points, mono=mono))
            room = QRectF(x * unit, (y + down) * unit, self._width * unit, 14 * unit)
            self._painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)

    def _rule(self) -> None:
        """A line to write on by hand."""
        self._paper.rule(self._y)
        self._y += 10

    def _qr(self, text: str) -> None:
        self._paper.qr(qr_code(text).rows, _QR, 0.0, self._y)
        self._y += _QR


def _steps() -> tuple[str, ...]:
    return (
        tr("Start Warifu. On a new PC, put the vault file or a backup of it there first."),
        tr("On the locked page, press “Forgot it? Use your recovery code”."),
        tr("Type the code. Capitals, spaces and dashes do not matter. The QR code holds the same text."),
        tr("Set a new password."),
    )


def _rules() -> tuple[str, ...]:
    return (
        tr("Keep this page apart from the PC, where you would keep a passport. Don’t photograph it."),
        tr("Whoever has this page and a copy of the vault opens it. If the page is lost, make a new code."),
    )
