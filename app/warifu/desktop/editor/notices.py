"""What is worth knowing about a secret before it is saved: too short, or here already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.base32 import Strength, strength, strength_warning
from warifu.desktop.accounts.face import title_of
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Card, ErrorLine, LinkButton, Muted, announce

if TYPE_CHECKING:
    from warifu.core.account import Account
    from warifu.core.secret import Secret


class Notices(QWidget):
    """A warning about keys that can be guessed, a remark about short ones, and a card about a twin."""

    open_wanted = Signal(str)  # the id of the account that is there already

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._twin: Account | None = None
        self.warning = ErrorLine()
        self.remark = Muted(role="small")
        self.card = Card()
        self.said = Muted()
        self.open = LinkButton(tr("Open the existing one"))
        self.open.clicked.connect(self._open)
        look = current()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(look.space_m, look.space_s, look.space_m, look.space_s)
        inside.setSpacing(look.space_xs)
        inside.addWidget(self.said)
        inside.addLayout(flush_left(self.open))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_s)
        rows.addWidget(self.warning)
        rows.addWidget(self.remark)
        rows.addWidget(self.card)
        self.card.hide()

    @property
    def has_twin(self) -> bool:
        """Whether an account with the same secret is being told about."""
        return self._twin is not None

    def show_secret(self, secret: Secret | None, twin: Account | None) -> None:
        """Say what there is to say about ``secret``, and hide otherwise."""
        warning = strength_warning(secret) if secret is not None else None
        said = shown(warning) if warning is not None else ""
        is_weak = secret is not None and strength(secret) is Strength.WEAK
        self.warning.show_error(said if is_weak else "")
        self.remark.setText("" if is_weak else said)
        self.remark.setVisible(bool(self.remark.text()))
        self._twin = twin
        if twin is not None:
            sentence = tr(
                "This secret is already there as “{title}”. You can keep both.", title=title_of(twin)
            )
            if sentence != self.said.text():
                announce(self, sentence)
            self.said.setText(sentence)
        self.card.setVisible(twin is not None)
        self.setVisible(twin is not None or warning is not None)

    def _open(self) -> None:
        if self._twin is not None:
            self.open_wanted.emit(self._twin.id)
