"""Signs of work that takes a second: a turning ring, and a form that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.theme.shapes import paint_ring
from warifu.desktop.widgets import Muted, announce

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_FRAME = 60  # milliseconds
_TURN = 24  # frames


class _Ring(QWidget):
    """A ring that turns while it is visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._turn)
        self.setFixedSize(QSize(18, 18))

    def turn(self, on: bool) -> None:
        self._timer.start() if on else self._timer.stop()
        self.update()

    def _turn(self) -> None:
        self._frame = (self._frame + 1) % _TURN
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(9, 9)
        painter.rotate(360 * self._frame / _TURN)
        paint_ring(painter, QRectF(-8, -8, 16, 16), 0.3, current().primary, width=2.5)


class BusyLine(QWidget):
    """One quiet line with a turning ring; keeps its room while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = _Ring()
        self._says = Muted(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._ring)
        row.addWidget(self._says)
        row.addStretch(1)
        self._says.setWordWrap(False)
        self.setFixedHeight(24)
        self.rest()

    @property
    def says(self) -> str:
        """What stands there."""
        return self._says.text()

    def work(self, sentence: str) -> None:
        """Turn, and say what is going on."""
        self._says.setText(sentence)
        self._ring.setVisible(True)
        self._ring.turn(True)
        announce(self, sentence)

    def tell(self, sentence: str) -> None:
        """Say more of the same work; a screen reader heard of it when it began."""
        self._says.setText(sentence)

    def rest(self) -> None:
        """Stand still and say nothing."""
        self._says.setText("")
        self._ring.turn(False)
        self._ring.setVisible(False)
