"""The ways to unlock the vault: what there is, since when, and what can be added or taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.preferences.rows import Group, choice_row
from warifu.desktop.theme import current
from warifu.desktop.unlock.change_password import ChangePassword
from warifu.desktop.unlock.check_code_page import CheckCodePage
from warifu.desktop.unlock.fact_row import FactRow
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.quick_group import QuickGroup
from warifu.desktop.unlock.rotate_page import RotatePage
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import LinkButton, Muted, QuietButton
from warifu.desktop.wording import day
from warifu.settings import schema
from warifu.vault.slots import KEYSTORE, PASSWORD, PLATFORM, RECOVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context
    from warifu.vault.ways import Way

_DAYS = (30, 90, 180, 365)


class WaysPage(TitledPage):
    """Cards for the password, the recovery code, and what computers keep, as the vault has them now."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Unlocking"))
        self._unsubscribe: Callable[[], None] | None = None
        self._built: tuple[Way, ...] = ()
        self.form: ChangePassword | None = None
        self.body.addWidget(Muted(tr("Each of these opens the vault by itself. The password always does.")))
        self.body.addSpacing(current().space_s)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(current().space_m)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self._build()

    def shown(self) -> None:
        """Read anew what opens the vault."""
        if self._unsubscribe is None:
            self._unsubscribe = self._context.session.ways.subscribe(self._refresh)
        self._context.session.ways.look()
        self.back.setFocus()

    def hidden(self) -> None:
        """Forget a password that was being typed, and listen no more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self.form is not None:
            self.form.close_form()

    @property
    def undisturbed(self) -> bool:
        """What is being typed here is forgotten when another page covers this one."""
        return self.form is not None or self.quick.form is not None

    def accept(self) -> None:
        """Change the password, where its form is open."""
        if self.form is not None:
            self.form.accept()

    def leave(self) -> None:
        """Close the form that is open, or go back."""
        if self.quick.form is not None:
            self._build()
        elif self.form is None:
            super().leave()
        elif self.form.cancel.isEnabled():
            self.form.close_form()

    def _refresh(self) -> None:
        """Show what was read, unless it stands there already: somebody may be answering a question."""
        if not self.undisturbed and self._context.session.ways.known != self._built:
            self._build()

    def _rebuild(self) -> None:
        """Show what has changed beside the vault, as long as the page is there and nothing is typed in it."""
        if not self.over and self.form is None:
            self._build()

    def _build(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        self._built = ways = self._context.session.ways.known
        self._cards.addWidget(self._password([way for way in ways if way.kind == PASSWORD]))
        self._cards.addWidget(self._code([way for way in ways if way.kind == RECOVERY]))
        self.quick = QuickGroup(self._context, self._rebuild)
        self._cards.addWidget(self.quick)
        if stored := [way for way in ways if way.kind in {KEYSTORE, PLATFORM}]:
            self._cards.addWidget(self._stored(stored))

    def _password(self, ways: Sequence[Way]) -> Group:
        group = Group(tr("Password"))
        writable = not self._context.session.read_only
        self.change = QuietButton(tr("Change…"))
        self.rotate = QuietButton(tr("New key…"))
        made = max((way.made for way in ways), default=0)
        since = tr("Set {date}", date=day(made)) if made else tr("Always opens the vault")
        self._password_row = FactRow(tr("Change the password"), since, self.change)
        group.add(self._password_row)
        group.add(
            FactRow(
                tr("Somebody may know my password"),
                tr("Gives the vault a new key. Backups made before keep the old password."),
                self.rotate,
            )
        )
        for button in (self.change, self.rotate):
            button.setEnabled(writable)
        self.change.clicked.connect(self._ask_password)
        self.rotate.clicked.connect(partial(self._context.nav.open_page, RotatePage))
        return group

    def _code(self, ways: Sequence[Way]) -> Group:
        group = Group(tr("Recovery code"))
        self.make = QuietButton(tr("Make one…") if not ways else tr("New…"))
        self.make.setEnabled(not self._context.session.read_only)
        self.make.clicked.connect(partial(self._context.nav.open_page, KitPage))
        self.codes = [self._code_row(way) for way in ways]
        for row in self.codes:
            group.add(row)
        if ways:
            group.add(
                FactRow(tr("Another code"), tr("It replaces the one before when it is confirmed."), self.make)
            )
        else:
            none = tr("A forgotten password would mean lost accounts.")
            group.add(FactRow(tr("There is none"), none, self.make))
        names = {0: tr("Never")} | {n: tr_n(n, "After {n} day", "After {n} days") for n in _DAYS}
        self.remind = choice_row(
            self._context.settings, schema.RECOVERY_DAYS, tr("Ask whether I still have it"), names
        )
        group.add(self.remind)
        return group

    def _code_row(self, way: Way) -> FactRow:
        check = QuietButton(tr("Check…") if way.confirmed else tr("Confirm…"))
        check.clicked.connect(partial(self._context.nav.open_page, CheckCodePage))
        title = tr("Code of {date}", date=day(way.made)) if way.made else tr("Recovery code")
        if not way.confirmed and not way.used:
            said = tr("Not confirmed: type it once from your paper.")
        elif way.used > way.checked:
            said = tr("Used {date}", date=day(way.used))
        else:
            said = tr("Checked {date}", date=day(way.checked))
        return self._removable(way, title, said, check)

    def _stored(self, ways: Sequence[Way]) -> Group:
        group = Group(tr("Computers that remember"))
        for way in ways:
            by_keystore = way.kind == KEYSTORE
            title = way.name or (tr("A keystore") if by_keystore else tr("Quick unlock of a system"))
            if not way.made:
                said = tr("No password is stored there.")
            elif by_keystore:
                said = tr("Its keystore has a key, since {date}", date=day(way.made))
            else:
                said = tr("Its system releases a key, since {date}", date=day(way.made))
            group.add(self._removable(way, title, said))
        return group

    def _removable(self, way: Way, title: str, said: str, *buttons: QWidget) -> FactRow:
        remove = LinkButton(tr("Remove"), quiet=True)
        remove.setAccessibleName(tr("Remove {title}", title=title))
        remove.setEnabled(not self._context.session.read_only)
        row = FactRow(title, said, *buttons, remove)  # type: ignore[arg-type]

        def ask() -> None:
            row.ask(
                tr("It opens the vault no more then. Copies of the vault made before keep it."),
                tr("Remove"),
                partial(self._remove, way.id),
            )

        remove.clicked.connect(ask)
        return row

    def _remove(self, slot_id: str) -> None:
        said = tr("Removed.")
        self._context.session.ways.remove(slot_id, partial(self._context.notify.say, said), self._failed)

    def _failed(self, error: AppError) -> None:
        self._context.notify.error(error)
        if not self.over:
            self._build()

    def _ask_password(self) -> None:
        self.form = ChangePassword(self._context)
        self._password_row.become(self.form)
        self.form.closed.connect(self._close_form)
        self.form.show()
        self.form.old.setFocus()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form = None
            self._context.session.ways.look()
            self._build()
            self.change.setFocus()
