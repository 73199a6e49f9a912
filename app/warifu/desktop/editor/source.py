"""Where the secret comes from: a QR code, the field to paste into, a clipboard that already holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.editor.offer import Offer, offer_of
from warifu.desktop.editor.paste_field import PasteField
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.scanning.scanner import Scanner
from warifu.desktop.scanning.source_buttons import SourceButtons
from warifu.desktop.theme import current
from warifu.desktop.widgets import ErrorLine, FieldLabel, LinkButton

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class Source(QWidget):
    """``edited`` carries the text of the field; ``taken`` tells that the clipboard was pasted into it."""

    edited = Signal(str)
    taken = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clipboard = context.clipboard
        self.scanner = Scanner(context)
        self.ways = SourceButtons()
        self.paste = PasteField()
        self.problem = ErrorLine()
        self.offer = LinkButton()
        self.offer.hide()
        self.other_app = LinkButton(tr("Import from another app…"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(self.ways)
        rows.addSpacing(current().space_s)
        rows.addWidget(FieldLabel(tr("Secret key or otpauth:// link"), self.paste))
        rows.addWidget(self.paste)
        rows.addWidget(self.problem)
        rows.addLayout(flush_left(self.offer, self.other_app))
        self._connect()
        self.setFocusProxy(self.paste)

    def _connect(self) -> None:
        self.ways.screen_wanted.connect(self.scanner.scan_screen)
        self.ways.camera_wanted.connect(self._context.nav.open_camera)
        self.ways.image_wanted.connect(lambda: self.scanner.ask_for_images(self))
        self.paste.edited.connect(self._edited)
        self.paste.brought.connect(self.scanner.take)
        self.offer.clicked.connect(self._take)
        self.other_app.clicked.connect(lambda _on: self._context.nav.open_import())

    def begin(self) -> None:
        """Offer what the clipboard holds, and have ready what reads pictures."""
        if self.isVisible():
            self.scanner.warm()
        self.offer_clipboard()

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
        self.other_app.hide()
        self.edited.emit(text)

    def _take(self) -> None:
        self.paste.set_text(self._clipboard.read_text())
        self.taken.emit()
