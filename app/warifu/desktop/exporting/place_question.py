"""A question about the place that was chosen, in the bar below the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from warifu.desktop.backups.rows import Question
from warifu.desktop.i18n import tr
from warifu.desktop.widgets import PrimaryButton, QuietButton, announce

if TYPE_CHECKING:
    from collections.abc import Callable


class PlaceQuestion(Question):
    """``left`` tells that another place is wanted; ``turned`` that the question came or went."""

    left = Signal()
    turned = Signal()

    def __init__(self) -> None:
        self.other = PrimaryButton(tr("Another place…"))
        self.really = QuietButton("")
        super().__init__("", self.really, self.other)
        self._go_on: Callable[[], None] = lambda: None
        self.other.clicked.connect(self._choose)
        self.really.clicked.connect(self._do)
        self.hide()

    def ask(self, sentence: str, really: str, go_on: Callable[[], None]) -> None:
        """Ask, and put the keyboard on the answer that does no harm."""
        self._go_on = go_on
        self.sentence.setText(sentence)
        self.really.setText(really)
        self.really.updateGeometry()
        self.show()
        self.turned.emit()
        self.other.setFocus()
        announce(self, sentence)

    def end(self) -> None:
        """Ask no more."""
        self._go_on = lambda: None
        self.hide()
        self.turned.emit()

    def _choose(self) -> None:
        self.end()
        self.left.emit()

    def _do(self) -> None:
        go_on = self._go_on
        self.end()
        go_on()
