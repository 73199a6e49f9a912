"""Leaving Authy: what can still be read, and a list of the services that are set up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.backups.rows import Rows
from warifu.desktop.i18n import tr
from warifu.desktop.importing.apps import AUTHY
from warifu.desktop.importing.choosing import ask_for_files
from warifu.desktop.importing.service_list import ServiceList
from warifu.desktop.theme import current
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import Caption, Muted, QuietButton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from warifu.desktop.compose import Context


_SETTLED = 200  # milliseconds in which new lines find their places


class LeavingPage(TitledPage):
    """Says honestly what is gone; takes what is left; keeps the rest as a list in the vault."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Leaving Authy"))
        self.choose = QuietButton(tr("Choose files of Authy…"))
        self.services = ServiceList(context)
        self._to_list = False
        intro = tr(
            "Authy has never had an export. Its desktop app ended in March 2024, and since July 2024 its "
            "servers answer no other program. Two ways are left."
        )
        self.body.addWidget(Muted(intro))
        self.body.addSpacing(current().space_s)
        self.body.addWidget(Caption(tr("Files that hold your accounts")))
        self.body.addWidget(_ways())
        self.body.addWidget(Muted(_about_the_password(), role="small"))
        self.body.addWidget(self.choose)
        self.body.addSpacing(current().space_l)
        self.body.addWidget(Caption(tr("Everything else: set it up again")))
        self.body.addWidget(
            Muted(
                tr(
                    "Sign in to each service with a code of Authy, turn its two-step login off, and on again "
                    "with Warifu. Keep Authy until the last one is ticked."
                )
            )
        )
        self.body.addWidget(self.services)
        self.body.addStretch(1)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.choose.clicked.connect(lambda: ask_for_files(self, self.take_files))
        self.services.grown.connect(self._show_list)
        self.scroller.verticalScrollBar().rangeChanged.connect(lambda *_range: self._scroll())

    def shown(self) -> None:
        """Follow the list, and put the keyboard where the next service is named."""
        self.services.follow()
        (self.services.field if self.services.rows else self.choose).setFocus()
        if self.services.rows:
            self._show_list()

    def hidden(self) -> None:
        """Follow it no longer."""
        self.services.rest()

    def closed(self) -> None:
        """Hold no names any more."""
        super().closed()
        self.services.rest()
        self.services.clear()

    def _show_list(self) -> None:
        """Scroll to the list, now and when its lines have got their places."""
        self._to_list = True
        self._scroll()
        QTimer.singleShot(_SETTLED, self, self._stay)

    def _scroll(self) -> None:
        if self._to_list:
            self.scroller.verticalScrollBar().setValue(self.services.y() - current().space_l)

    def _stay(self) -> None:
        self._to_list = False

    @property
    def undisturbed(self) -> bool:
        """A name that is being typed would be lost."""
        return bool(self.services.field.text())

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files that were chosen or dropped."""
        self._context.nav.open_import(paths, AUTHY)


def _about_the_password() -> str:
    return tr(
        "What is encrypted opens with your backup password of Authy. If you changed it once, older tokens "
        "need the older one; Warifu asks for it."
    )


def _ways() -> QWidget:
    card = Rows()
    for title, text in (
        (
            tr("From a rooted Android phone"),
            tr(
                "com.authy.storage.tokens.authenticator.xml and com.authy.storage.tokens.authy.xml, in "
                "/data/data/com.authy.authy/shared_prefs"
            ),
        ),
        (
            tr("What a tool saved earlier"),
            tr(
                "Lists of tokens that were taken out of the desktop app or recorded on an iPhone while that "
                "worked: JSON files, encrypted or not."
            ),
        ),
        (
            tr("Your data, on request"),
            tr(
                "Authy has to send what it stores about you where the law says so, as the GDPR does: ask its "
                "support. The table (CSV) that comes holds your tokens, encrypted."
            ),
        ),
    ):
        card.add(_Way(title, text))
    return card


class _Way(QWidget):
    """What may be there, and where it lies."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        look = current()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        rows.setSpacing(2)
        below = Muted(
            text.replace("/", "/\u200b").replace(".", ".\u200b") if "/data" in text else text, role="small"
        )
        below.setAccessibleName(text)
        for label in (Caption(title), below):
            label.setMinimumWidth(1)
            rows.addWidget(label)
