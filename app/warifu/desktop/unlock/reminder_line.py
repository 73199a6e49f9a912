"""A quiet line below the accounts about the recovery code, while there is something to see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets.buttons import IconButton, LinkButton
from warifu.desktop.widgets.labels import OneLine
from warifu.services.unlock_ways import DAY, SNOOZE_DAYS, Reminder
from warifu.settings import schema

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from warifu.desktop.compose import Context

HEIGHT = 36  # logical pixels


class ReminderLine(QWidget):
    """Takes no room while all is well; ``later`` puts it off for a week."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.reminder = Reminder.NONE
        self.setFixedHeight(HEIGHT)
        self.says = OneLine("label", QPalette.ColorRole.WindowText)
        self.act = LinkButton("")
        self.later = IconButton(Glyph.CLOSE, tr("Remind me in a week"), flat=True)
        look = current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.page_margin, 0, look.page_margin - look.space_s, 0)
        row.setSpacing(look.space_xs)
        row.addWidget(self.says, 1)
        row.addWidget(self.act)
        row.addWidget(self.later)
        self.act.clicked.connect(self._open)
        self.later.clicked.connect(self._put_off)
        self.destroyed.connect(context.session.ways.subscribe(self.refresh))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @property
    def links(self) -> tuple[QWidget, ...]:
        """Its buttons from left to right."""
        return self.act, self.later

    def look(self) -> None:
        """Read anew which ways open the vault, and say what is to be said."""
        self._context.session.ways.look()

    def refresh(self) -> None:
        """Say what is to be said now; an empty vault needs no reminder."""
        context, get = self._context, self._context.settings.get
        store = context.session.store
        days, snoozed = get(schema.RECOVERY_DAYS), get(schema.RECOVERY_SNOOZED)
        wanted = store is not None and bool(store.accounts())
        self.reminder = context.session.ways.reminder(days, snoozed) if wanted else Reminder.NONE
        said, action = _words(self.reminder)
        self.says.setText(said)
        self.says.setToolTip(said)
        self.act.setText(action)
        self.act.updateGeometry()
        self.setVisible(self.reminder is not Reminder.NONE)

    def _open(self) -> None:
        from warifu.desktop.unlock.check_code_page import CheckCodePage
        from warifu.desktop.unlock.kit_page import KitPage

        page = KitPage if self.reminder is Reminder.NO_CODE else CheckCodePage
        self._context.nav.open_page(page)

    def _put_off(self) -> None:
        until = int(self._context.clock.now()) + SNOOZE_DAYS * DAY
        self._context.settings.set(schema.RECOVERY_SNOOZED, until)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        painter.fillRect(0, 0, self.width(), look.border, look.line)


def _words(reminder: Reminder) -> tuple[str, str]:
    """The sentence and the name of what can be done."""
    if reminder is Reminder.NO_CODE:
        return tr("No recovery code yet"), tr("Make one")
    if reminder is Reminder.UNCONFIRMED:
        return tr("Recovery code not confirmed"), tr("Confirm it")
    if reminder is Reminder.DRILL:
        return tr("Still have your recovery code?"), tr("Check it")
    return "", ""
