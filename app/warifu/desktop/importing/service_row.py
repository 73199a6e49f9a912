"""What a list of services is made of: the field for names, a line with its box, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from warifu.core.account import Icon
from warifu.desktop.i18n import tr
from warifu.desktop.importing.found_list import paint_tick
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.theme.shapes import paint_box, paint_focus
from warifu.desktop.widgets import BrandTile, IconButton, Muted, TextField
from warifu.services import moving

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from warifu.vault.leaving import Service

_BOX = 18  # logical pixels
_NAME = _BOX + 12  # where the name beside it begins


class NameField(TextField):
    """One name; several that are pasted come as ``several_pasted``."""

    several_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted list as a list."""
        if event.matches(QKeySequence.StandardKey.Paste):
            from warifu.desktop.strategies.clipboard import pasted

            text = pasted().text
            if len(moving.names_in(text)) > 1 and not self.text():
                self.several_pasted.emit(text)
                return
        super().keyPressEvent(event)


class ServiceRow(QWidget):
    """A box with the service's name, its page where that is known, and the way off the list."""

    ticked = Signal(bool)
    taken_off = Signal()

    def __init__(self, service: Service) -> None:
        super().__init__()
        look = current()
        self.service = service
        self.box = TickBox(service.name)
        self.here = _below(Muted(role="small"))
        self.remove = IconButton(Glyph.CLOSE, tr("Take {name} off the list", name=service.name), flat=True)
        line = QHBoxLayout()
        line.setSpacing(look.space_m)
        line.addWidget(BrandTile(Icon(brand=service.brand), service.name, look.tile_compact))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.box)
        words.addWidget(self.here)
        if page := moving.PAGES.get(service.brand):
            words.addWidget(_address(page))
        line.addLayout(words, 1)
        line.addWidget(self.remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_m, look.space_s, look.space_m, look.space_s)
        rows.addLayout(line)
        self.box.clicked.connect(self.ticked)
        self.remove.clicked.connect(lambda _on: self.taken_off.emit())

    def show_service(self, service: Service, *, here: bool) -> None:
        """Show how it stands; ``here``: an account of it is in the vault."""
        self.service = service
        self.box.setChecked(bool(service.done))
        self.here.setText(tr("An account of this name is in Warifu: tick it if this is it."))
        self.here.setVisible(here and not service.done)


def _below(label: Muted) -> Muted:
    """Where the name begins, beside the box."""
    label.setContentsMargins(_NAME, 0, 0, 0)
    return label


def _address(page: str) -> QLabel:
    """An address to be copied by hand: Warifu opens none."""
    label = Muted(page.removeprefix("https://").replace("/", "/\u200b"), role="small")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setToolTip(page)
    _below(label)
    label.setAccessibleName(tr("Its page for two-step login: {page}", page=page))
    label.setMinimumWidth(1)
    return label


class TickBox(QCheckBox):
    """A box to tick, in the colours of the look."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(font("body"))
        self.setMinimumWidth(80)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(max(30, hint.height()))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look.radius_s)
        paint_tick(painter, QRectF(4, (self.height() - _BOX) / 2, _BOX, _BOX), self.checkState())
        painter.setFont(self.font())
        painter.setPen(look.muted if self.isChecked() else look.text)
        words = self.rect().adjusted(_NAME, 0, -4, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def hitButton(self, _place: object) -> bool:
        """The whole line can be pressed."""
        return True


class ProgressBar(QWidget):
    """How far the list is; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, share: float) -> None:
        """Fill ``share`` (0 to 1) of it."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_box(painter, whole, look.track, look.track, 3)
        if self._share > 0:
            done = QRectF(whole.left(), whole.top(), max(6.0, whole.width() * self._share), whole.height())
            paint_box(painter, done, look.good, look.good, 3)
