"""Everything about an account but its secret: title, icon, names, tags, note, and how the code is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from warifu.core.account import MAX_NOTE, MAX_TITLE
from warifu.desktop.editor.advanced import Advanced, summary
from warifu.desktop.editor.disclosure import Disclosure
from warifu.desktop.editor.draft import tags_from
from warifu.desktop.editor.icon_picker import IconPicker
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import FieldLabel, NoteField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.account import Icon
    from warifu.desktop.compose import Context
    from warifu.desktop.editor.draft import Draft


class Form(QWidget):
    """The fields; ``edited`` carries those that the person has changed, and their values."""

    edited = Signal(object)

    def __init__(self, context: Context, known_tags: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextField()
        self.icon = IconPicker(context)
        self.account = TextField()
        self.issuer = TextField()
        self.tags = TextField()
        self.note = NoteField()
        self.advanced = Advanced()
        self.more = QWidget()
        self.more_line = Disclosure(tr("Tags, note, issuer"), self.more)
        self.advanced_line = Disclosure(tr("Advanced"), self.advanced)
        for field in (self.title, self.account, self.issuer):
            field.setMaxLength(MAX_TITLE)
        self.tags.setPlaceholderText(tr("Work, Personal"))
        self.tags.setCompleter(_LastTag(known_tags, self.tags))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.title)

    def _lay_out(self) -> None:
        look = current()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_xs)
        top = QGridLayout()
        top.setHorizontalSpacing(look.space_s)
        top.setVerticalSpacing(look.space_xs)
        top.addWidget(FieldLabel(tr("Title"), self.title), 0, 0)
        top.addWidget(FieldLabel(tr("Icon"), self.icon), 0, 1)
        top.addWidget(self.title, 1, 0)
        top.addWidget(self.icon, 1, 1)
        top.setColumnStretch(0, 3)
        top.setColumnStretch(1, 2)
        rows.addLayout(top)
        rows.addSpacing(look.space_s)
        _add(rows, tr("Account (optional)"), self.account)
        rows.addSpacing(look.space_xs)
        rows.addWidget(self.more_line)
        rows.addWidget(self.more)
        rows.addWidget(self.advanced_line)
        rows.addWidget(self.advanced)
        inside = QVBoxLayout(self.more)
        inside.setContentsMargins(0, 0, 0, look.space_s)
        inside.setSpacing(look.space_xs)
        _add(inside, tr("Tags, separated by commas"), self.tags)
        _add(inside, tr("Note"), self.note)
        _add(inside, tr("Issuer, as the site calls itself"), self.issuer)

    def _connect(self) -> None:
        for field, name in ((self.title, "title"), (self.account, "account"), (self.issuer, "issuer")):
            field.textEdited.connect(lambda text, name=name: self.edited.emit({name: text}))
        self.tags.textChanged.connect(lambda text: self.edited.emit({"tags": tags_from(text)}))
        self.note.textChanged.connect(lambda: self.edited.emit({"note": self.note.toPlainText()[:MAX_NOTE]}))
        self.icon.icon_chosen.connect(lambda icon: self.edited.emit({"icon": icon}))
        self.advanced.edited.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the field that is being typed into already holds its value."""
        for field, text in (
            (self.title, draft.title),
            (self.account, draft.account),
            (self.issuer, draft.issuer),
        ):
            if field.text() != text:
                field.setText(text)
        blocked = (QSignalBlocker(self.tags), QSignalBlocker(self.note))
        if tags_from(self.tags.text()) != draft.tags:
            self.tags.setText(", ".join(draft.tags))
        if self.note.toPlainText() != draft.note:
            self.note.setPlainText(draft.note)
        del blocked
        self.advanced.show_draft(draft)
        self.advanced_line.set_summary(summary(draft))
        self.more_line.set_summary(", ".join(draft.tags))

    def show_icon(self, icon: Icon, title: str) -> None:
        """Show the icon that the account has now."""
        self.icon.set_icon(icon, title)


class _LastTag(QCompleter):
    """Completes the tag that is being typed, the last one of the line."""

    def __init__(self, tags: Iterable[str], field: TextField) -> None:
        super().__init__(sorted(set(tags)), field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field = field

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        before, comma, _last = self._field.text().rpartition(",")
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type]
        return f"{before}{comma} {chosen}" if comma else chosen


def _add(rows: QVBoxLayout, name: str, field: QWidget) -> None:
    rows.addWidget(FieldLabel(name, field))
    rows.addWidget(field)
