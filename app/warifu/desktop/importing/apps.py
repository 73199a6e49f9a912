"""The apps that accounts come from, as the list of them shows each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from warifu.core.account import Icon
from warifu.desktop.app_icon import icon_of_app
from warifu.desktop.i18n import tr
from warifu.icons.names import folded

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from warifu.formats.base import Format
    from warifu.icons.catalogue import Catalogue

AUTHY: Final = "authy"
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class App:
    """One of the list. An empty ``id`` is whatever the content says."""

    id: str
    name: str
    icon: Icon = field(default_factory=Icon)


def format_of(app_id: str) -> Format | None:
    """How the app's files are read; None where there is no such format."""
    from warifu.formats.registry import FORMATS

    return next((each for each in FORMATS if each.id == app_id), None)


def apps(catalogue: Catalogue) -> tuple[App, ...]:
    """All, by their names. Authy is always among them: its page tells what to do without a file."""
    from warifu.formats.registry import FORMATS

    names = {each.id: each.name for each in FORMATS}
    names.setdefault(AUTHY, "Authy")
    listed = sorted(names.items(), key=lambda each: (each[1].casefold(), each[0]))
    return tuple(App(app_id, name, icon_of_app(catalogue, app_id, name)) for app_id, name in listed)


def any_app() -> App:
    """What stands above the apps where one is chosen for a file that is there already."""
    return App("", tr("Find out from the content"))


class AppRows(QAbstractListModel):
    """Those that fit what is searched."""

    def __init__(self, listed: tuple[App, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = listed
        self._rows = listed

    def find(self, query: str) -> None:
        """List the apps whose names hold every word of ``query``."""
        words = folded(query).split()
        self.beginResetModel()
        self._rows = tuple(
            app for app in self._all if all(word in folded(f"{app.name} {app.id}") for word in words)
        )
        self.endResetModel()

    def app(self, row: int) -> App | None:
        """The app of a row, or None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        app = self.app(index.row()) if index.isValid() else None
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return app.name if app is not None and role in shown else None
