"""Where the secret comes from: the field to paste into, and the clipboard when it already holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.editor.offer import Offer, offer_of
from warifu.desktop.editor.paste_field import PasteField
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import ErrorLine, FieldLabel, LinkButton

if TYPE_CHECKING:
    from warifu.services.ports import Clipboard


class Source(QWidget):
    """``edited`` carries the text of the field; ``taken`` tells that the clipboard was pasted into it."""

    edited = Signal(str)
    taken = Signal()

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self.paste = PasteField()
        self.problem = ErrorLine()
        self.offer = LinkButton()
        self.offer.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(FieldLabel(tr("Secret key or otpauth:// link"), self.paste))
        rows.addWidget(self.paste)
        rows.addWidget(self.problem)
        rows.addLayout(flush_left(self.offer))
        self.paste.edited.connect(self._edited)
        self.offer.clicked.connect(self._take)
        self.setFocusProxy(self.paste)

    def offer_clipboard(self) -> None:
        """Look whether the clipboard holds a secret or a link, and offer it; its text is not shown."""
        offer = Offer.NOTHING
        if self.isVisible() and not self.paste.text():
            offer = offer_of(self._clipboard.read_text())
        if offer is Offer.SECRET:
            self.offer.setText(tr("Paste from clipboard: it holds a secret key"))
        elif offer is Offer.LINK:
            self.offer.setText(tr("Paste from clipboard: it holds a link for codes"))
        self.offer.updateGeometry()
        self.offer.setVisible(offer is not Offer.NOTHING)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the clipboard again when the person comes back from the site."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.offer_clipboard()

    def _edited(self, text: str) -> None:
        self.offer.hide()
        self.edited.emit(text)

    def _take(self) -> None:
        self.paste.set_text(self._clipboard.read_text())
        self.taken.emit()
