"""A line that opens what is seldom needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.widgets import LinkButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SIGN = 12


class Disclosure(LinkButton):
    """Its name and, after a dash, a summary of what is inside; opens and closes ``inside``."""

    def __init__(self, name: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, quiet=True)
        self._name = name
        self._inside = inside
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(inside.setVisible)
        inside.setVisible(False)
        self.set_summary("")

    def set_summary(self, summary: str) -> None:
        """What stands after the dash."""
        self.setText(f"{self._name} — {summary}" if summary else self._name)
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_SIGN + 4, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paint_content(self, painter: QPainter, colour: object) -> None:
        """The sign, and the text from the left; a long summary loses its end."""
        look = current()
        ink = look.text if self.underMouse() else look.muted
        sign = QRectF(2, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        paint_glyph(painter, sign, Glyph.DOWN if self.isChecked() else Glyph.RIGHT, ink)
        painter.setPen(ink)
        box = self.rect().adjusted(_SIGN + 8, 0, -2, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
