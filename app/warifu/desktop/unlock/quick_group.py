"""The card of what makes unlocking quick, each line with what it protects against and what not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from shiboken6 import isValid

from warifu.desktop.i18n import shown, tr
from warifu.desktop.preferences.rows import Group
from warifu.desktop.unlock.fact_row import FactRow
from warifu.desktop.unlock.pin_form import PinForm
from warifu.desktop.widgets import LinkButton, QuietButton, Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.errors import AppError
    from warifu.core.text import Text
    from warifu.desktop.compose import Context
    from warifu.services.ports import QuickUnlock
    from warifu.services.remembering import Remembering
    from warifu.services.system_unlock import SystemUnlock


class QuickGroup(Group):
    """``rebuild`` has the page make it anew: something changed, and this one may be gone by then."""

    def __init__(self, context: Context, rebuild: Callable[[], None]) -> None:
        super().__init__(tr("Quick unlocking on this computer"))
        self._context = context
        self._rebuild = rebuild
        self.form: PinForm | None = None
        quick = context.quick
        self.remember = self._switch(tr("Remember on this computer"), quick.remembering)
        self._remember_row = FactRow(
            tr("Remember on this computer"),
            tr(
                "Warifu opens without a password when it starts. This protects against a stolen disk, "
                "not against programs that run as you."
            ),
            self.remember,
        )
        self.add(self._remember_row)
        self._look(quick.remembering, self._remember_row, self.remember)
        self._add_pin()
        if quick.system.system is not None:
            self._add_system(quick.system, quick.system.system)

    def _add_pin(self) -> None:
        pin = self._context.quick.pin
        self.set_pin = QuietButton(tr("Change…") if pin.on else tr("Set…"))
        self.set_pin.setAccessibleName(tr("Set a PIN"))
        self.set_pin.clicked.connect(self._ask_pin)
        buttons: list[QuietButton | LinkButton] = [self.set_pin]
        self.drop_pin = LinkButton(tr("Remove"), quiet=True)
        self.drop_pin.setAccessibleName(tr("Remove {title}", title=tr("PIN")))
        self.drop_pin.clicked.connect(self._remove_pin)
        if pin.on:
            buttons.append(self.drop_pin)
        self._pin_row = FactRow(
            tr("PIN"),
            tr(
                "Opens what was locked while Warifu runs, never what has just been started. After five wrong "
                "ones, the password."
            ),
            *buttons,
        )
        self.add(self._pin_row)

    def _add_system(self, way: SystemUnlock, system: QuickUnlock) -> None:
        title = name_of(system)
        self.system = self._switch(title, way)
        if system.releases_key:
            detail = tr("The system keeps a key that opens the vault, also after a fresh start.")
        else:
            detail = tr(
                "The system says that it is you, which opens what was locked while Warifu runs. "
                "The key stays in memory for that, encrypted."
            )
        row = FactRow(title, detail, self.system)
        self.add(row)
        self._look(way, row, self.system)

    def _switch(self, title: str, way: Remembering | SystemUnlock) -> Switch:
        switch = Switch()
        switch.setFixedWidth(44)
        switch.setAccessibleName(title)
        switch.setChecked(way.on)
        switch.setEnabled(way.on)
        switch.clicked.connect(partial(self._turn, switch, way))
        return switch

    def _look(self, way: Remembering | SystemUnlock, row: FactRow, switch: Switch) -> None:
        """Say why it cannot be had, or let it be turned on; a read-only vault stays as it is."""

        def found(reason: Text | None) -> None:
            if not isValid(self):
                return
            if reason is not None and not way.on:
                row.detail.setText(shown(reason))
            else:
                switch.setEnabled(not self._context.session.read_only)

        way.look(found)

    def _turn(self, switch: Switch, way: Remembering | SystemUnlock) -> None:
        on = switch.isChecked()
        switch.setEnabled(False)
        turn = way.turn_on if on else way.turn_off
        turn(partial(self._turned, on), self._failed)

    def _turned(self, on: bool) -> None:
        self._context.notify.say(tr("Turned on.") if on else tr("Turned off."))
        self._rebuild()

    def _failed(self, error: AppError) -> None:
        self._context.notify.error(error)
        self._rebuild()

    def _ask_pin(self) -> None:
        self.form = form = PinForm(self._context)
        form.saved.connect(partial(self._turned, True))
        form.left.connect(self._rebuild)
        self._pin_row.become(form)
        form.show()
        form.first.setFocus()

    def _remove_pin(self) -> None:
        self._context.quick.pin.remove()
        self._turned(False)


def name_of(system: QuickUnlock) -> str:
    """What people call the system's way."""
    return tr("Fingerprint or system password") if system.name == "polkit" else system.name
