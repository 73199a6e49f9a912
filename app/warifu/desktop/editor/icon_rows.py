"""What the choice of an icon lists: the proposed brand, a letter, an own image, and all brands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from warifu.desktop.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from warifu.core.account import Icon
    from warifu.icons.catalogue import Catalogue

_MOST_FOUND = 300
_NOWHERE = QModelIndex()


class Kind(Enum):
    """What a row gives."""

    BRAND = auto()
    LETTER = auto()
    IMAGE = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: its name, and a remark as “suggested”."""

    kind: Kind
    name: str
    slug: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before its brand is looked up, which happens only when it is seen."""

    kind: Kind
    slug: str = ""


class IconRows(QAbstractListModel):
    """Rows for one account; brands are looked up in the catalogue as they come into sight."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._all = [_Row(Kind.BRAND, slug) for slug in catalogue.slugs()]
        self._rows: list[_Row] = []
        self._current: Icon | None = None
        self._suggested = ""
        self.title = ""  # of the account: its letter is shown

    @property
    def image(self) -> bytes:
        """The account's own image, if it has one."""
        return self._current.image if self._current is not None else b""

    def show_account(self, icon: Icon, title: str) -> None:
        """Everything there is to choose for an account: what it has and what fits its title come first."""
        from warifu.icons.match import suggest

        self.title, self._current = title, icon
        self._suggested = suggest(self._catalogue, title)
        self.find("")

    def find(self, query: str) -> None:
        """List the brands that ``query`` names, best first; an empty one lists all."""
        self.beginResetModel()
        always = [_Row(Kind.LETTER), _Row(Kind.IMAGE)]
        if query.strip():
            found = self._catalogue.find(query, _MOST_FOUND)
            self._rows = [_Row(Kind.BRAND, brand.slug) for brand in found] + always
        else:
            has = self._current.brand if self._current is not None else ""
            first = dict.fromkeys(slug for slug in (has, self._suggested) if slug)
            fitting = [_Row(Kind.BRAND, slug) for slug in first if self._catalogue.get(slug) is not None]
            self._rows = fitting + always + [row for row in self._all if row.slug not in first]
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """What a row gives, or None where there is no such row."""
        if not 0 <= row < len(self._rows):
            return None
        at = self._rows[row]
        icon = self._current
        if at.kind is Kind.LETTER:
            has = icon is not None and not icon.brand and not icon.image
            return Choice(at.kind, tr("Letter"), remark=tr("in use") if has else "")
        if at.kind is Kind.IMAGE:
            has = icon is not None and bool(icon.image)
            return Choice(at.kind, tr("Own image…"), remark=tr("in use") if has else "")
        brand = self._catalogue.get(at.slug)
        remark = tr("suggested") if at.slug == self._suggested else ""
        if icon is not None and at.slug == icon.brand:
            remark = tr("in use")
        return Choice(at.kind, brand.title if brand is not None else at.slug, at.slug, remark)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        choice = self.choice(index.row()) if index.isValid() else None
        if choice is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.name, choice.remark) if part)
        return None
