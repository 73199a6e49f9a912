"""A line of the list of targets: the brand, the name, and one line about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.mark import HEIGHT, WIDTH, paint_mark
from warifu.desktop.theme.shapes import paint_box
from warifu.desktop.widgets import QuietButton, paint_tile

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    from warifu.core.account import Icon

_HEIGHT = 58  # logical pixels
_TILE = 36
_ARROW = 14


class TargetRow(QuietButton):
    """``sign``: a brand with the title, one of our own signs, or None for Warifu's mark."""

    def __init__(
        self, title: str, said: str, sign: Icon | Glyph | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self._title = title
        self._said = said
        self._sign = sign
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Background, edge and text; the card around it has the edge."""
        look = current()
        ground = look.hover if self.underMouse() or self.isDown() else look.surface
        return ground, ground, look.text

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        """Draw the sign, the two lines and the arrow."""
        look = current()
        tile = QRectF(look.space_m, (self.height() - _TILE) / 2, _TILE, _TILE)
        self._paint_sign(painter, tile)
        left = tile.right() + look.space_m
        width = self.width() - left - look.space_m - _ARROW - look.space_s
        for text, role, ink, top in (
            (self._title, "title", colour, 10),
            (self._said, "label", look.muted, 30),
        ):
            painter.setFont(font(role))
            painter.setPen(ink)
            metrics = painter.fontMetrics()
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(QRectF(left, top, width, metrics.height()), cut)
        arrow = QRectF(self.width() - look.space_m - _ARROW, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        paint_glyph(painter, arrow, Glyph.RIGHT, look.muted)

    def _paint_sign(self, painter: QPainter, tile: QRectF) -> None:
        look, sign = current(), self._sign
        if sign is not None and not isinstance(sign, Glyph):
            paint_tile(painter, tile, sign, self._title)
            return
        paint_box(painter, tile, look.tile, look.line if look.contrast else look.tile, _TILE * 0.22)
        if sign is None:
            height = _TILE * 0.6
            width = height * WIDTH / HEIGHT
            centre = tile.center()
            box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
            paint_mark(painter, box, look.text)
        else:
            inset = _TILE * 0.28
            paint_glyph(painter, tile.adjusted(inset, inset, -inset, -inset), sign, look.text)
