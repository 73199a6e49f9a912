"""The row of chips: all, pinned, and each tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets.buttons import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

_HEIGHT = 28


class TagChips(QScrollArea):
    """One chip is always chosen. ``chosen_changed`` tells of a press; more chips than fit are scrolled."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = ""
        self.pinned_only = False
        self._tags: tuple[str, ...] | None = None
        self._group = QButtonGroup(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("Show"))

    @property
    def chips(self) -> Sequence[QWidget]:
        """The chips from left to right."""
        return self._group.buttons()

    def offer(self, tags: Sequence[str], *, pinned: bool) -> bool:
        """Show these tags; the chosen one stays chosen while it is there. Without any, take no room.
        Says whether the chips are new.
        """
        if self.tag not in tags:
            self.tag = ""
        self.pinned_only = self.pinned_only and pinned
        wanted = ("*" if pinned else "", *tags)
        news = wanted != self._tags
        if news:
            self._tags = wanted
            focus = self.window().focusWidget()
            has_keyboard = focus is not None and self.isAncestorOf(focus)
            self._build(tags, pinned=pinned)
            if has_keyboard and (chosen := self._group.checkedButton()) is not None:
                chosen.setFocus()  # else the keyboard were nowhere, and no key would be heard
        self.setVisible(bool(tags) or pinned)
        return news

    def choose_all(self) -> None:
        """Choose the first chip."""
        self.tag, self.pinned_only = "", False
        if buttons := self._group.buttons():
            buttons[0].setChecked(True)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways."""
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.x() or turn.y()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a chip that gets the focus into sight; let the arrows choose, as in any such group."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._step(1 if key == Qt.Key.Key_Right else -1)
                return True
        return False

    def _build(self, tags: Sequence[str], *, pinned: bool) -> None:
        look = current()
        row = QWidget()
        chips = QHBoxLayout(row)
        chips.setContentsMargins(look.page_margin - 3, 1, look.page_margin - 3, 1)
        chips.setSpacing(6)
        self._group = QButtonGroup(row)
        self._add(chips, tr("All"), not self.tag and not self.pinned_only)
        if pinned:
            self._add(chips, tr("Pinned"), self.pinned_only, pinned=True)
        for tag in tags:
            self._add(chips, tag, tag == self.tag, tag=tag)
        chips.addStretch(1)
        self.setWidget(row)

    def _add(
        self, chips: QHBoxLayout, name: str, chosen: bool, *, tag: str = "", pinned: bool = False
    ) -> None:
        chip = Chip(name, glyph=Glyph.STAR if pinned else None)
        chip.setChecked(chosen)
        chip.clicked.connect(lambda: self._choose(tag, pinned))
        chip.installEventFilter(self)
        self._group.addButton(chip)
        chips.addWidget(chip)

    def _step(self, chips: int) -> None:
        buttons = self._group.buttons()
        place = next((i for i, button in enumerate(buttons) if button.isChecked()), 0) + chips
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[place].click()

    def _choose(self, tag: str, pinned: bool) -> None:
        self.tag, self.pinned_only = tag, pinned
        self.chosen_changed.emit()
