"""The three ways a QR code comes in, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_HEIGHT = 80  # logical pixels
_SIGN = 19
_GAP = 9  # between sign and words


class SourceButtons(QWidget):
    """Scan the screen, use the camera, open an image."""

    screen_wanted = Signal()
    camera_wanted = Signal()
    image_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.screen_button = SourceButton(Glyph.SCREEN, tr("Scan screen"))
        self.camera_button = SourceButton(Glyph.CAMERA, tr("Use camera"))
        self.image_button = SourceButton(Glyph.IMAGE, tr("Open image"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button, wanted in (
            (self.screen_button, self.screen_wanted),
            (self.camera_button, self.camera_wanted),
            (self.image_button, self.image_wanted),
        ):
            button.clicked.connect(lambda _checked, wanted=wanted: wanted.emit())
            row.addWidget(button, 1)
        self.screen_button.setToolTip(tr("Reads every QR code on your screens"))
        self.image_button.setToolTip(tr("You can also drop pictures on the window, or paste them"))


class SourceButton(QuietButton):
    """A sign above one or two words."""

    def __init__(self, glyph: Glyph, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._glyph = glyph
        self.setFont(font("label"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() - current().space_l, _HEIGHT)

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        """Draw the sign and the words as one block in the middle."""
        words = self.fontMetrics().height()
        top = (self.height() - _SIGN - _GAP - words) / 2
        paint_glyph(painter, QRectF((self.width() - _SIGN) / 2, top, _SIGN, _SIGN), self._glyph, colour, 1.2)
        painter.setPen(colour)
        box = QRectF(0, top + _SIGN + _GAP, self.width(), words)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic), self.text())
