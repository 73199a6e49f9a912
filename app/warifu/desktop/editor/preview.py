"""The account as it will stand in the list, with the code it gives now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warifu.core.account import Icon, OtpType
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import BrandTile, Card, CodeLabel, CountdownRing
from warifu.desktop.widgets.codes import URGENT_SECONDS
from warifu.desktop.widgets.labels import OneLine
from warifu.services.codes import visible_code

if TYPE_CHECKING:
    from warifu.core.account import Account


class Preview(Card):
    """Empty until there is an account to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account: Account | None = None
        self.tile = BrandTile(Icon(), "", current().tile_normal)
        self.title = OneLine("title", QPalette.ColorRole.WindowText)
        self.name = OneLine("small", QPalette.ColorRole.PlaceholderText)
        self.code = CodeLabel("code")
        self.ring = CountdownRing(current().ring)
        self._lay_out()

    def _lay_out(self) -> None:
        look = current()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.name)
        words.addStretch(1)
        self.code.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.code.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space_m, look.space_m, look.space_m, look.space_m)
        row.setSpacing(look.space_m)
        row.addWidget(self.tile)
        row.addLayout(words, 1)
        row.addWidget(self.code)
        row.addWidget(self.ring)

    def show_account(self, account: Account | None, now: float) -> None:
        """Show ``account`` as it is at ``now``."""
        self._account = account
        self.setVisible(account is not None)
        if account is not None:
            self.tile.set_icon(account.icon, account.name)
            self.title.setText(title_of(account))
            self.name.setText(subtitle_of(account))
            self.name.setVisible(bool(self.name.text()))
            self.ring.setVisible(account.otp.type is not OtpType.HOTP)
            self.tick(now)

    def tick(self, now: float) -> None:
        """Go with the clock."""
        if self._account is None:
            return
        seen = visible_code(self._account, now)
        left = seen.seconds_left
        self.code.set_code(seen.text, urgent=left is not None and left <= URGENT_SECONDS)
        self.code.setAccessibleDescription(tr("The code it gives now"))
        if left is not None:
            self.ring.set_time(left, self._account.otp.period)
