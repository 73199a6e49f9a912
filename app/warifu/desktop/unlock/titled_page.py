"""A page with a way back, a name, and buttons at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from warifu.desktop.frame import Page
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import Heading, IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class TitledPage(Page):
    """``back`` and Esc leave it; ``foot`` puts buttons into the bar that does not scroll."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._context = context
        self.over = False  # the page is gone; what comes back to it comes too late
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.heading = Heading(title)
        top = QHBoxLayout()
        top.setSpacing(current().space_s)
        top.addWidget(self.back)
        top.addWidget(self.heading, 1)
        self.body.addLayout(top)
        self.body.addSpacing(current().space_xs)
        self.back.clicked.connect(self.leave)

    def foot(self, *buttons: QWidget) -> None:
        """Put these to the right of the bar, the last one last."""
        self.bar.addStretch(1)
        for button in buttons:
            self.bar.addWidget(button)

    def closed(self) -> None:
        """The page is being destroyed."""
        self.over = True

    def leave(self) -> None:
        """Go back."""
        self._context.nav.back()
