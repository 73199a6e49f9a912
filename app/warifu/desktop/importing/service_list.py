"""The services to set up again: named, ticked off one by one, and kept in the vault."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.backups.rows import Rows
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.importing.service_row import NameField, ProgressBar, ServiceRow
from warifu.desktop.theme import current
from warifu.desktop.widgets import (
    FieldLabel,
    LinkButton,
    Muted,
    QuietButton,
)
from warifu.services import moving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warifu.desktop.compose import Context
    from warifu.services.store import Store
    from warifu.vault.leaving import Service

_PROPOSED = 4  # brands under the field


class ServiceList(QWidget):
    """A field for names, how far it is, and a line for each service; ``grown`` when there are more."""

    grown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self._services: tuple[Service, ...] = ()
        self.field = NameField()
        self.add = QuietButton(tr("Add"))
        self.said = Muted()
        self.bar = ProgressBar()
        self.card = Rows()
        self.rows: list[ServiceRow] = []
        self.proposals = [LinkButton() for _ in range(_PROPOSED)]
        self._lay_out()
        self.add.clicked.connect(self._take_typed)
        self.field.returnPressed.connect(self._take_typed)
        self.field.several_pasted.connect(self.add_names)
        self.field.textChanged.connect(self._typed)
        for link in self.proposals:
            link.clicked.connect(lambda _on, link=link: self.add_names(link.text()))
        self._typed("")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(current().space_s)
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space_s)
        column.addWidget(FieldLabel(tr("Name of a service, or a pasted list"), self.field))
        column.addLayout(line)
        column.addLayout(flush_left(*self.proposals))
        for widget in (self.said, self.bar, self.card):
            column.addWidget(widget)

    def _typed(self, text: str) -> None:
        """Propose brands for what is being typed, as many as have room."""
        self.add.setEnabled(bool(text.strip()))
        found = self._context.catalogue.find(text, _PROPOSED) if text.strip() else []
        titles = [brand.title for brand in found if brand.title != text.strip()]
        room = self.width()
        for link, title in zip_longest(self.proposals, titles):
            link.setText(title or "")
            link.updateGeometry()
            room -= link.sizeHint().width() + current().space_m
            link.setVisible(bool(title) and room >= 0)

    @property
    def _store(self) -> Store | None:
        return self._context.session.store

    def follow(self) -> None:
        """Show the list of the vault, and what becomes of it."""
        if self._store is not None and self._unsubscribe is None:
            self._unsubscribe = self._store.subscribe(lambda _change: self.refresh())
        self.refresh()

    def rest(self) -> None:
        """Follow it no longer."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def clear(self) -> None:
        """Hold nothing."""
        self.field.clear()
        self.card.clear()
        self.rows, self._services = [], ()

    def refresh(self) -> None:
        """Show the list as it is now."""
        store = self._store
        services = store.document.services_to_move() if store is not None else ()
        if [each.id for each in services] != [row.service.id for row in self.rows]:
            self.card.clear()
            self.rows = [self._row(each) for each in services]
            for row in self.rows:
                self.card.add(row)
        here = self._here() if services else frozenset()
        for row, service in zip(self.rows, services, strict=True):
            row.show_service(service, here=bool(self._marks(service) & here))
        self._services = services
        self._say()

    def _row(self, service: Service) -> ServiceRow:
        row = ServiceRow(service)
        row.ticked.connect(lambda on: self.tick(service, done=on))
        row.taken_off.connect(lambda: self.take_off(service))
        return row

    def _say(self) -> None:
        done = moving.progress(self._services)
        writable = not self._context.session.read_only
        for widget in (self.card, self.bar):
            widget.setVisible(bool(self._services))
        self.field.setEnabled(writable)
        if not self._services:
            self.said.setText(tr("The list is kept in your vault, encrypted like everything in it."))
        elif done.done == done.total:
            self.said.setText(
                tr_n(done.total, "It has moved. Authy can go.", "All {n} have moved. Authy can go.")
            )
        else:
            self.said.setText(tr("{done} of {total} moved", done=done.done, total=done.total))
        self.bar.show_share(done.done / done.total if done.total else 0)

    def tick(self, service: Service, *, done: bool) -> None:
        """Note that a service is done, or not."""
        self._act(lambda store: moving.tick(store, service.id, done=done, now=self._context.clock.now()))

    def take_off(self, service: Service) -> None:
        """Take a service off the list, and offer to put it back."""
        place = next((n for n, row in enumerate(self.rows) if row.service.id == service.id), 0)
        if self._act(lambda store: moving.take_off(store, service.id)):
            words = tr("{name} is off the list", name=service.name)
            self._context.notify.say(words, tr("Undo"), lambda: self._put_back(service))
            if self.rows:
                self.rows[min(place, len(self.rows) - 1)].box.setFocus()
            else:
                self.field.setFocus()

    def _put_back(self, service: Service) -> None:
        self._act(lambda store: moving.put_back(store, service.id))

    def _take_typed(self) -> None:
        if self.field.text().strip():
            self.add_names(self.field.text())

    def add_names(self, untrusted_text: str) -> None:
        """Put what was typed or pasted on the list."""
        names, now = moving.names_in(untrusted_text), self._context.clock.now()
        before = len(self._services)
        if self._act(lambda store: moving.add(store, names, self._brand_of, now)):
            self.field.clear()
            if len(self._services) > before:
                self.grown.emit()
            elif names:
                self._context.notify.say(tr("That is on the list already."))
        self.field.setFocus()

    def _act(self, call: Callable[[Store], object]) -> bool:
        if self._store is None:
            return False
        try:
            call(self._store)
        except AppError as error:
            self._context.notify.error(error)
            return False
        return True

    def _brand_of(self, name: str) -> str:
        from warifu.icons.match import suggest

        return suggest(self._context.catalogue, name)

    def _here(self) -> frozenset[str]:
        """Brands and names of the accounts that are in the vault."""
        from warifu.icons.match import icon_for

        accounts = self._store.accounts() if self._store is not None else ()
        brands = {icon_for(self._context.catalogue, each).brand for each in accounts}
        return frozenset(brands | set(_keys(text for a in accounts for text in (a.title, a.issuer)))) - {""}

    def _marks(self, service: Service) -> frozenset[str]:
        return frozenset((service.brand, *_keys([service.name]))) - {""}


def _keys(texts: Iterable[str]) -> Iterable[str]:
    from warifu.icons.names import key

    return (f"={key(text)}" for text in texts if key(text))
