"""Writing on paper: from top to bottom, in millimetres, for a printer or a PDF in memory.

What is printed holds secrets, so no file is made on the way but the one that the user names.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainterPath

from warifu.desktop.theme import current
from warifu.formats.sheet import QUIET, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPagedPaintDevice, QPainter

_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "SV", "VE", "DO"})
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)


def page_size(paper: str = "") -> QPageSize:
    """``A4`` or ``Letter``; where nothing is said, Letter where paper is so and A4 elsewhere."""
    letter = QLocale.territoryToCode(QLocale.system().territory()) in _LETTER
    if paper:
        letter = paper == "Letter"
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def set_up(device: QPagedPaintDevice, size: QPageSize | None, margin: float) -> None:
    """Upright, with as many millimetres of margin; without a size, that of the printer."""
    if size is not None:
        device.setPageSize(size)
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)


@contextlib.contextmanager
def spooled_in_memory() -> Iterator[None]:
    """Qt hands CUPS a temporary file; here it lies in memory, in the login's own folder, if there is one."""
    run = os.environ.get("XDG_RUNTIME_DIR", "")
    before = os.environ.get("TMPDIR")
    if sys.platform != "linux" or not os.path.isdir(run):  # noqa: PTH112 - a text from the environment
        yield
        return
    try:
        with tempfile.TemporaryDirectory(prefix="warifu-", dir=run) as folder:
            os.environ["TMPDIR"] = folder
            yield
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before


class Paper:
    """A page being written. Lengths are millimetres, sizes of letters points."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self.painter = painter
        self.unit = device.logicalDpiX() / 25.4
        self.width = device.width() / self.unit
        self.height = device.height() / self.unit
        painter.setPen(Qt.GlobalColor.black)

    def font(self, points: float, *, bold: bool = False, mono: bool = False) -> QFont:
        """The theme's letters in a size of paper."""
        look = current()
        made = QFont()
        made.setFamilies(list(look.mono_families if mono else look.families))
        made.setPixelSize(max(1, round(points * 25.4 / 72 * self.unit)))
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    def measure(self, text: str, font: QFont, x: float = 0.0) -> float:
        """How high a paragraph is that begins at ``x`` and breaks at the right edge."""
        self.painter.setFont(font)
        return self.painter.boundingRect(self._room(x, 0.0), self._flags(text, x), text).height() / self.unit

    def write(self, text: str, font: QFont, x: float, y: float) -> float:
        """Write that paragraph; gives its height."""
        height = self.measure(text, font, x)
        self.painter.drawText(self._room(x, y), self._flags(text, x), text)
        return height

    def _flags(self, text: str, x: float) -> int:
        """Break between words; where one of them is wider than the line, anywhere."""
        metrics, room = self.painter.fontMetrics(), (self.width - x) * self.unit
        wide = any(metrics.horizontalAdvance(word) > room for word in text.split())
        return _WRAPPED | _ANYWHERE if wide else _WRAPPED

    def qr(self, rows: Sequence[bytes], side: float, x: float, y: float) -> None:
        """A QR code of this side, with its white; in one piece, so that no viewer leaves seams in it."""
        module = side / (len(rows) + 2 * QUIET)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for column, row, length in runs(rows):
            place = QRectF(x + column * module, y + row * module, length * module, module)
            path.addRect(self._scaled(place))
        self.painter.fillPath(path, Qt.GlobalColor.black)

    def rule(self, y: float) -> None:
        """A grey line across."""
        self.painter.fillRect(self._scaled(QRectF(0, y, self.width, 0.2)), Qt.GlobalColor.gray)

    def _room(self, x: float, y: float) -> QRectF:
        return self._scaled(QRectF(x, y, self.width - x, 10 * self.height))

    def _scaled(self, box: QRectF) -> QRectF:
        unit = self.unit
        return QRectF(box.x() * unit, box.y() * unit, box.width() * unit, box.height() * unit)
