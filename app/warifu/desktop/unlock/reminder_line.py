"""A quiet line below the accounts about the recovery code, while there is something to see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.i18n import tr
from warifu.desktop.quiet_line import QuietLine
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets.buttons import IconButton
from warifu.services.unlock_ways import DAY, SNOOZE_DAYS, Reminder
from warifu.settings import schema

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class ReminderLine(QuietLine):
    """Takes no room while all is well; ``later`` puts it off for a week."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.reminder = Reminder.NONE
        self.later = IconButton(Glyph.CLOSE, tr("Remind me in a week"), flat=True)
        self.row.addWidget(self.later)
        self.act.clicked.connect(self._open)
        self.later.clicked.connect(self._put_off)
        self.destroyed.connect(context.session.ways.subscribe(self.refresh))

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
        self.say(*_words(self.reminder))

    def _open(self) -> None:
        from warifu.desktop.unlock.check_code_page import CheckCodePage
        from warifu.desktop.unlock.kit_page import KitPage

        page = KitPage if self.reminder is Reminder.NO_CODE else CheckCodePage
        self._context.nav.open_page(page)

    def _put_off(self) -> None:
        until = int(self._context.clock.now()) + SNOOZE_DAYS * DAY
        self._context.settings.set(schema.RECOVERY_SNOOZED, until)
        self.refresh()


def _words(reminder: Reminder) -> tuple[str, str]:
    """The sentence and the name of what can be done."""
    if reminder is Reminder.NO_CODE:
        return tr("No recovery code yet"), tr("Make one")
    if reminder is Reminder.UNCONFIRMED:
        return tr("Recovery code not confirmed"), tr("Confirm it")
    if reminder is Reminder.DRILL:
        return tr("Still have your recovery code?"), tr("Check it")
    return "", ""
