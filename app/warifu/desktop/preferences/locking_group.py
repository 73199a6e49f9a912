"""When Warifu locks by itself, and who may see its codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.preferences.rows import Group, choice_row, switch_row
from warifu.desktop.theme import current
from warifu.desktop.widgets import Muted, Switch
from warifu.platforms.capture_guard.base import Support
from warifu.platforms.idle import system_idle
from warifu.settings import schema

if TYPE_CHECKING:
    from warifu.desktop.compose import Context

_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class LockingGroup(Group):
    """Everything that locks without being asked."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Locking"))
        settings = context.settings
        times = {0: tr("Never")} | {n: tr_n(n, "After {n} minute", "After {n} minutes") for n in _MINUTES}
        self.idle = choice_row(settings, schema.LOCK_IDLE_MINUTES, tr("Lock when nobody is here"), times)
        self.note = Muted(_said_of_idle(), role="small")
        self.with_screen = switch_row(settings, schema.LOCK_ON_SCREEN_LOCK, tr("Lock with the screen"))
        self.sleep = switch_row(settings, schema.LOCK_ON_SLEEP, tr("Lock before the computer sleeps"))
        self.user = switch_row(settings, schema.LOCK_ON_USER_SWITCH, tr("Lock when another user takes over"))
        self.minimise = switch_row(settings, schema.LOCK_ON_MINIMISE, tr("Lock when the window is minimised"))
        self.add(_with_note(self.idle, self.note))
        for row in (self.with_screen, self.sleep, self.user, self.minimise):
            self.add(row)


class PrivacyGroup(Group):
    """Who may see what is on the screen."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("On the screen"))
        settings = context.settings
        self.unfocused = switch_row(
            settings, schema.HIDE_UNFOCUSED, tr("Hide codes while another program has the keyboard")
        )
        self.capture = switch_row(
            settings, schema.CAPTURE_GUARD, tr("Keep Warifu out of screenshots and screen sharing")
        )
        support = context.parts.shield.support
        self.note = Muted(_said_of_capture(support), role="small")
        if support is Support.NO:
            self.capture.setEnabled(False)
            _show_off(self.capture.field)
        self.add(self.unfocused)
        self.add(_with_note(self.capture, self.note))


def _said_of_idle() -> str:
    if system_idle() is None:
        return tr("This desktop tells no program when you are away: only keys and clicks in Warifu count.")
    return tr("Counted from the last key or movement of the mouse, in whatever program.")


def _said_of_capture(support: Support) -> str:
    match support:
        case Support.NO:
            return tr("This system lets no program keep its windows out of pictures of the screen.")
        case Support.REMOTE:
            return tr("Off in this remote session, where you would see a black window yourself.")
        case Support.YES:
            return tr("As far as the system can. The menu allows them for 5 minutes, as for help from afar.")


def _show_off(field: QWidget) -> None:
    """Show what is, without changing what is wanted."""
    if isinstance(field, Switch):
        field.blockSignals(True)
        field.setChecked(False)
        field.blockSignals(False)


def _with_note(row: QWidget, note: QWidget) -> QWidget:
    held = QWidget()
    lines = QVBoxLayout(held)
    lines.setContentsMargins(0, 0, 0, current().space_xs)
    lines.setSpacing(current().space_xs)
    lines.addWidget(row)
    lines.addWidget(note)
    return held
