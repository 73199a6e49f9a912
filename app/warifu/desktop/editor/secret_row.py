"""The secret of an account that exists: hidden, shown on request, replaced only on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.widgets import Card, FieldLabel, LinkButton

if TYPE_CHECKING:
    from warifu.core.secret import Secret


class SecretRow(QWidget):
    """Not selectable, as codes are not. ``replace_wanted`` asks for the field where another one is pasted."""

    replace_wanted = Signal()

    def __init__(self, secret: Secret, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._secret = secret
        self.text = QLabel()
        self.text.setFont(font("mono"))
        self.text.setWordWrap(True)
        self.toggle = LinkButton(tr("Show secret"))
        self.replace = LinkButton(tr("Replace…"))
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show)
        self.replace.clicked.connect(self.replace_wanted)
        self._lay_out()
        self._show(False)

    def _lay_out(self) -> None:
        look = current()
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.space_m, look.space_s, look.space_m, look.space_xs)
        inside.setSpacing(look.space_xs)
        inside.addWidget(self.text)
        inside.addLayout(flush_left(self.toggle, self.replace))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_xs)
        rows.addWidget(FieldLabel(tr("Secret key")))
        rows.addWidget(card)

    def conceal(self) -> None:
        """Hide the secret again."""
        self.toggle.setChecked(False)

    def _show(self, on: bool) -> None:
        self.toggle.setText(tr("Hide secret") if on else tr("Show secret"))
        text = _in_fours(self._secret.base32()) if on else "•••• •••• •••• ••••"
        self.text.setText(text)
        self.text.setAccessibleName(" ".join(text.replace(" ", "")) if on else tr("Secret key, hidden"))


def _in_fours(text: str) -> str:
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
