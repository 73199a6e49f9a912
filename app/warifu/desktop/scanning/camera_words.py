"""What is said in place of the live picture: that it is coming, or why there is none and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from warifu.desktop.i18n import said, shown, tr
from warifu.desktop.theme import current, watcher
from warifu.desktop.widgets import Caption, QuietButton, announce
from warifu.desktop.widgets.labels import Muted

if TYPE_CHECKING:
    from warifu.core.errors import AppError


class CameraWords(QWidget):
    """Lies over the picture. ``again_wanted`` and ``settings_wanted`` are its buttons."""

    again_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Caption()
        self.hint = Muted()
        self.again = QuietButton(tr("Try again"))
        self.settings = QuietButton(tr("Open settings"))
        self.again.clicked.connect(self.again_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.settings)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        look = current()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_xl, look.space_l, look.space_xl, look.space_l)
        rows.setSpacing(look.space_s)
        rows.addStretch(1)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        rows.addSpacing(look.space_xs)
        rows.addLayout(buttons)
        rows.addStretch(1)
        self._dye()
        watcher().theme_changed.connect(self._dye)

    def say(self, sentence: str) -> None:
        """Say that something is coming."""
        self._show(sentence, "", trouble=False, settings=False)

    def tell(self, error: AppError, *, settings: bool) -> None:
        """Say why there is no picture; ``settings`` tells whether the system has a page for it."""
        self._show(shown(error.title), shown(error.hint), trouble=True, settings=settings)
        announce(self, said(error))

    def _show(self, title: str, hint: str, *, trouble: bool, settings: bool) -> None:
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.again.setVisible(trouble)
        self.settings.setVisible(settings)
        self.show()

    def _dye(self) -> None:
        palette = QPalette()
        look = current()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText):
            palette.setColor(role, look.on_scene)
        for label in (self.title, self.hint):
            QLabel.setPalette(label, palette)
