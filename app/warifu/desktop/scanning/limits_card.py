"""A card that says what another app cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Card, Muted

if TYPE_CHECKING:
    from collections.abc import Sequence


class LimitsCard(Card):
    """A heading and a sentence for each limit; takes no room where there is none."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self.heading = Caption(heading)
        self.sentences = Muted(role="small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_m, look.space_s, look.space_m, look.space_s)
        rows.setSpacing(look.space_xs)
        rows.addWidget(self.heading)
        rows.addWidget(self.sentences)
        self.hide()

    def say(self, sentences: Sequence[str], heading: str = "") -> None:
        """Show these, under another heading where one is given."""
        if heading:
            self.heading.setText(heading)
        self.sentences.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
