"""A QR code on the screen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box
from warifu.services.showing import QUIET

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from warifu.services.showing import QrCode

USUAL = 420  # logical pixels: all that the usual window has, and 4 for each module of ten usual accounts
MARGIN = 6  # logical pixels that a page leaves beside it, less than beside words: large modules scan better
LARGEST = 720
_CLOSED = 168  # logical pixels of height without a code
_SIGN = 40


class QrView(QLabel):  # which screen readers know as a text with a name
    """Black on white in every theme, each module a whole number of the screen's own pixels. Without a code, a
    card with a closed eye.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: QrCode | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(LARGEST)

    @property
    def shows_code(self) -> bool:
        """Whether there is something to scan."""
        return self._code is not None

    def show_code(self, code: QrCode | None) -> None:
        """Show a code, or with None the closed eye."""
        self._code = code
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(USUAL, USUAL if self._code is not None else _CLOSED)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.width(), USUAL) if self._code is not None else _CLOSED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that makes a square: a page that is too low scrolls."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._code is None:
            _paint_eye(painter, QRectF(self.rect()))
        else:
            side = min(self.width(), self.height())
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            _paint_code(painter, box, self._code)


def _paint_eye(painter: QPainter, box: QRectF) -> None:
    look = current()
    paint_box(painter, box, look.surface, look.line, look.radius_l)
    sign = QRectF(box.center().x() - _SIGN / 2, box.center().y() - 1.2 * _SIGN, _SIGN, _SIGN)
    paint_glyph(painter, sign, Glyph.EYE_OFF, look.muted, 1.0)


def _paint_code(painter: QPainter, box: QRectF, code: QrCode) -> None:
    """Draw on the grid of the device, which logical pixels miss at scales such as 150 %."""
    white = QColor(Qt.GlobalColor.white)
    paint_box(painter, box, white, current().line if not current().dark else white, current().radius_s)
    device = painter.deviceTransform()
    scale = device.m11()
    modules = code.side + 2 * QUIET
    pixels = max(1, int(box.width() * scale) // modules)  # of the device, for one module
    free = (box.width() - modules * pixels / scale) / 2
    corner = device.map(box.topLeft() + QPointF(free, free))
    back, _ = device.inverted()
    origin = back.map(QPointF(round(corner.x()), round(corner.y())))
    module = pixels / scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(origin.x(), origin.y(), modules * module, modules * module), white)
    for y, row in enumerate(code.rows, start=QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                place = QRectF(origin.x() + x * module, origin.y() + y * module, length * module, module)
                painter.fillRect(place, Qt.GlobalColor.black)
            x += length
