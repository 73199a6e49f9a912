"""The bar below the list while several accounts are selected: how many, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import Caption, IconButton, LinkButton, Muted, QuietButton, TextField, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent


class SelectionBar(QWidget):
    """``tag_named(tag)`` comes from its field for a new tag; the other presses are its buttons' own."""

    tag_named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Caption()
        self.unlisted = Muted(role="small")
        self.all = LinkButton(tr("Select all"))
        self.close_button = IconButton(Glyph.CLOSE, tr("End selecting"), flat=True)
        self.transfer = QuietButton(tr("To a phone…"))  # in few words, for the narrowest window
        self.transfer.setAccessibleName(tr("Transfer to a phone…"))
        self.export = IconButton(Glyph.EXPORT, tr("Export…"))
        self.tag = IconButton(Glyph.TAG, tr("Tag…"))
        self.pin = IconButton(Glyph.STAR, tr("Pin"))
        self.trash = IconButton(Glyph.TRASH, tr("Move to the trash"))
        self.field = TextField()
        self.field.setPlaceholderText(tr("New tag"))
        self.field.setAccessibleName(tr("New tag"))
        self.add = QuietButton(tr("Add tag"))
        self._lay_out()
        self.field.returnPressed.connect(self._name_tag)
        self.add.clicked.connect(self._name_tag)
        self.hide()

    @property
    def buttons(self) -> Sequence[QWidget]:
        """What can be pressed, as the eye goes."""
        return (
            self.all,
            self.close_button,
            self.field,
            self.add,
            self.transfer,
            self.export,
            self.tag,
            self.pin,
            self.trash,
        )

    def show_count(self, count: int, unlisted: int, *, pinned: bool) -> None:
        """Say how many are selected, how many of them the list does not show, and whether all are pinned."""
        text = tr_n(count, "{n} selected", "{n} selected")
        news = text != self.count.text()
        self.count.setText(text)
        self.unlisted.setText(tr("{n} not in sight", n=unlisted) if unlisted else "")
        self.unlisted.setVisible(bool(unlisted))
        self.pin.set_glyph(Glyph.STAR, tr("Unpin") if pinned else tr("Pin"))
        for button in (self.transfer, self.export, self.tag, self.pin, self.trash):
            button.setEnabled(count > 0)
        if news and self.isVisible():
            announce(self, text)

    def ask_for_tag(self) -> None:
        """Show the field for a new tag."""
        self._tagging.show()
        self.field.clear()
        self.field.setFocus()

    def stop_asking(self) -> bool:
        """Hide the field; says whether it was there."""
        asked = not self._tagging.isHidden()
        self._tagging.hide()
        return asked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the list."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        painter.fillRect(0, 0, self.width(), look.border, look.line)

    def _lay_out(self) -> None:
        look = current()
        upper = QHBoxLayout()
        upper.setSpacing(look.space_s)
        for part in (self.count, self.unlisted):
            part.setWordWrap(False)
            upper.addWidget(part)
        upper.addWidget(self.all)
        upper.addStretch(1)
        upper.addWidget(self.close_button)
        self._tagging = QWidget()
        middle = QHBoxLayout(self._tagging)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(look.space_s)
        middle.addWidget(self.field, 1)
        middle.addWidget(self.add)
        self._tagging.hide()
        lower = QHBoxLayout()
        lower.setSpacing(look.space_s)
        lower.addWidget(self.transfer)
        lower.addStretch(1)
        for button in (self.export, self.tag, self.pin, self.trash):
            lower.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.page_margin, look.space_s, look.page_margin - 3, look.space_m)
        rows.setSpacing(look.space_s)
        rows.addLayout(upper)
        rows.addWidget(self._tagging)
        rows.addLayout(lower)

    def _name_tag(self) -> None:
        self.tag_named.emit(self.field.text())
