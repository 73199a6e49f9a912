"""A table that nobody knows: the user says which column holds what, and sees at once what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR
from warifu.desktop.editor.disclosure import Disclosure
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.importing.wording import code_of, name_of, problem_name, problem_reason
from warifu.desktop.preferences.rows import SettingRow
from warifu.desktop.theme import current
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import (
    Caption,
    Card,
    ChoiceField,
    ErrorLine,
    FieldLabel,
    Muted,
    PrimaryButton,
    QuietButton,
    Switch,
)
from warifu.services.ports import Lane
from warifu.services.reading_files import ReadFile, read_columns, table_of
from warifu.services.source_files import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.desktop.compose import Context
    from warifu.formats.csv_table import Mapping, Table

_SHOWN = 5  # accounts of the preview
_NOTHING = -1


class ColumnsPage(TitledPage):
    """``taken`` hears what the table holds once the user agrees. Secrets are never shown."""

    footer_height = BAR

    def __init__(self, context: Context, path: Path, taken: Callable[[ReadFile], None]) -> None:
        super().__init__(context, tr("Name the columns"))
        self._path = path
        self._hear = taken
        self._table: Table | None = None
        self._read: ReadFile | None = None
        self._asked = 0
        self.fields = {name: ChoiceField() for name in (*_FIRST, *_MORE)}
        self.headed = Switch()
        self.error = ErrorLine()
        self.head, self.preview = Caption(), Muted(role="small")
        self.cancel = QuietButton(tr("Cancel"))
        self.use = PrimaryButton(tr("Use these columns"))
        self._lay_out()
        self.cancel.clicked.connect(self.leave)
        self.use.clicked.connect(self.accept)
        self.use.setEnabled(False)
        for field in self.fields.values():
            field.currentIndexChanged.connect(lambda _place: self._look())

    def _lay_out(self) -> None:
        look = current()
        words = tr(
            "{name} is a table. Say which column holds what; below you see what comes of it.",
            name=shown_name(self._path),
        )
        self.body.addWidget(Muted(words))
        names = _names()
        self.body.addLayout(_form({names[name]: self.fields[name] for name in _FIRST}))
        rest = QWidget()
        rest.setLayout(_form({names[name]: self.fields[name] for name in _MORE}))
        self.more = Disclosure(tr("More columns"), rest)
        self.body.addWidget(self.more)
        self.body.addWidget(rest)
        self.headed.setFixedWidth(44)
        self.headed.clicked.connect(lambda _on: self._look())
        self.body.addWidget(SettingRow(tr("The first line names the columns"), self.headed))
        card = Card()
        rows = QVBoxLayout(card)
        rows.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        rows.addWidget(self.head)
        rows.addWidget(self.preview)
        self.body.addWidget(card)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.foot(self.cancel, self.use)

    def shown(self) -> None:
        """Look at the table."""
        self.fields["secret"].setFocus()
        if self._table is None:
            path = self._path
            self._context.tasks.run(
                lambda: table_of(path),
                while_there(self, self._came),
                while_there(self, self._failed),
                Lane.POOL,
            )

    def closed(self) -> None:
        """Hold nothing of it."""
        super().closed()
        self._table, self._read = None, None

    @property
    def undisturbed(self) -> bool:
        """The choice of columns would be lost."""
        return True

    def accept(self) -> None:
        """Hand over what was read."""
        if self.use.isEnabled() and self._read is not None:
            read, hear = self._read, self._hear
            self._context.nav.back()
            hear(read)

    @property
    def mapping(self) -> Mapping | None:
        """What the user has said so far."""
        if self._table is None:
            return None
        places = {name: field.currentData() for name, field in self.fields.items()}
        named = {name: None if place == _NOTHING else place for name, place in places.items()}
        return replace(self._table.guess, **named, headed=self.headed.isChecked())

    def _came(self, table: Table) -> None:
        self._table = table
        self.headed.setChecked(table.guess.headed)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.addItem(tr("None"), _NOTHING)
            for place, column in enumerate(table.columns):
                field.addItem(_column(table, place, column), place)
            guess = getattr(table.guess, name)
            field.setCurrentIndex(0 if guess is None else guess + 1)
            field.blockSignals(False)
        self._look()

    def _look(self) -> None:
        """Read the table with what is said now; only the last answer counts."""
        mapping, path = self.mapping, self._path
        if mapping is None:
            return
        self._asked += 1
        number = self._asked

        def come(read: ReadFile) -> None:
            if number == self._asked:
                self._show(read)

        self._context.tasks.run(
            lambda: read_columns(path, mapping),
            while_there(self, come),
            while_there(self, self._failed),
            Lane.POOL,
        )

    def _show(self, read: ReadFile) -> None:
        self._read = read
        entries, problems = read.contents.entries, read.contents.problems
        self.error.show_error("")
        head = tr_n(len(entries), "{n} account", "{n} accounts")
        if problems:
            head += " · " + tr("{n} not readable", n=len(problems))
        self.head.setText(head)
        lines = [
            tr("{account}: {code}", account=name_of(each.account), code=code_of(each.account.otp))
            for each in entries[:_SHOWN]
        ]
        lines += [
            tr("{account}: {code}", account=problem_name(each), code=problem_reason(each))
            for each in problems[: _SHOWN - len(lines)]
        ]
        self.preview.setText("\n".join(lines) or tr("No row holds a secret in this column."))
        self.use.setEnabled(bool(entries))

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, AppError):
            raise problem
        self._read = None
        self.use.setEnabled(False)
        self.error.show_error(said(problem))


_FIRST = ("secret", "issuer", "account", "note", "tags")
_MORE = ("digits", "period", "algorithm", "type", "counter")


def _names() -> dict[str, str]:
    return {
        "secret": tr("Secret key or link"),
        "issuer": tr("Issuer"),
        "account": tr("Account name"),
        "note": tr("Note"),
        "tags": tr("Tags"),
        "digits": tr("Digits"),
        "period": tr("Period"),
        "algorithm": tr("Algorithm"),
        "type": tr("Type"),
        "counter": tr("Counter"),
    }


def _form(fields: dict[str, ChoiceField]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(current().space_m)
    for name, field in fields.items():
        field.setMinimumContentsLength(8)
        field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        label = FieldLabel(name, field)
        label.setMinimumHeight(current().field_height)
        form.addRow(label, field)
    return form


def _column(table: Table, place: int, name: str) -> str:
    """The name of a column and what stands in it first."""
    sample = next((row[place] for row in table.rows if place < len(row) and row[place]), "")
    named = name or tr("Column {n}", n=place + 1)
    return f"{named} — {sample}" if sample else named
