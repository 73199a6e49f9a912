"""How the file is kept from others: a password of its own, or the user's word that nothing does."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.new_password import NewPassword
from warifu.desktop.widgets import Card, FieldLabel, Muted, Switch, TextField
from warifu.formats.base import Form

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class Protection(QWidget):
    """``changed`` tells that ``problem`` may have. Where the app reads both, a switch chooses."""

    changed = Signal()

    def __init__(self, context: Context, forms: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(tr("Protect the file with a password"))
        self.password = NewPassword(context.tasks, context.scheduler, label=tr("Password of the file"))
        self.plain = _PlainWord()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_s)
        for widget in (self.switch, self.password, self.plain):
            rows.addWidget(widget)
        self.switch.setChecked(Form.ENCRYPTED in forms)
        self.switch.setVisible(forms == Form.PLAIN | Form.ENCRYPTED)
        self.switch.toggled.connect(self._turn)
        self.password.changed.connect(self.changed)
        self.plain.field.textChanged.connect(lambda _text: self.changed.emit())
        self._turn(self.switch.isChecked())

    @property
    def encrypted(self) -> bool:
        """Whether the file will have a password."""
        return self.switch.isChecked()

    def text(self) -> str:
        """The password; empty for a plain file."""
        return self.password.password() if self.encrypted else ""

    def problem(self) -> str:
        """What is missing, as one sentence; empty when nothing is."""
        return self.password.problem() if self.encrypted else self.plain.problem()

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.password.first if self.encrypted else self.plain.field

    def forget(self) -> None:
        """Forget what was typed."""
        self.password.clear()
        self.plain.field.clear()

    def _turn(self, encrypted: bool) -> None:
        self.forget()
        self.password.setVisible(encrypted)
        self.plain.setVisible(not encrypted)
        self.changed.emit()


class _PlainWord(Card):
    """The warning, and a word to type that is not typed by mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = tr("not encrypted")
        warning = Muted(
            tr(
                "This file is not encrypted. Whoever gets it, today or from an old disk, has the codes of "
                "all these accounts for ever."
            )
        )
        warning.setForegroundRole(QPalette.ColorRole.BrightText)
        self.field = TextField()
        look = current()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_m, look.space_m, look.space_m, look.space_m)
        rows.setSpacing(look.space_s)
        rows.addWidget(warning)
        rows.addWidget(FieldLabel(tr("To go on, type: {word}", word=self.word), self.field))
        rows.addWidget(self.field)

    def problem(self) -> str:
        """What is missing, if the word is not there."""
        if _plain(self.field.text()) == _plain(self.word):
            return ""
        return tr("Type “{word}” to confirm.", word=self.word)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
