"""A line of a card: a fact, what is to be known of it, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Muted, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton


class FactRow(QWidget):
    """Title and detail on the left, buttons on the right."""

    def __init__(
        self, title: str, detail: str, *buttons: QAbstractButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = current()
        self.title = Caption(title)
        self.detail = Muted(detail)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self.title, self.detail):
            label.setMinimumWidth(1)
            words.addWidget(label)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.space_m)
        line.addLayout(words, 1)
        for button in buttons:
            line.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, look.space_xs, 0, look.space_xs)
        self._rows.setSpacing(look.space_s)
        self._rows.addWidget(self._line)
        self._question: QWidget | None = None

    def become(self, form: QWidget) -> None:
        """Show a form in place of the line."""
        self._line.hide()
        self._rows.addWidget(form)

    def ask(self, sentence: str, yes: str, then: Callable[[], object]) -> None:
        """Ask once more, in place, before something is done that has no way back."""
        if self._question is not None:
            return
        self._question = held = QWidget()
        keep, go = PrimaryButton(tr("Keep")), QuietButton(yes)
        keep.setObjectName("keep")
        go.setObjectName("go")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(go)
        buttons.addWidget(keep)
        rows = QVBoxLayout(held)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Muted(sentence))
        rows.addLayout(buttons)
        keep.clicked.connect(self._drop_question)
        go.clicked.connect(lambda _checked: then())
        self._rows.addWidget(held)
        keep.setFocus()

    def _drop_question(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
