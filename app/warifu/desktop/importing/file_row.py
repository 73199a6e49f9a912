"""One file of an import: how far it is, its password where it has one, and what it is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import said, shown, tr, tr_n
from warifu.desktop.importing.choosing import ask_for_files
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.widgets import (
    Caption,
    ErrorLine,
    FieldLabel,
    IconButton,
    LinkButton,
    Muted,
    PasswordField,
    QuietButton,
)
from warifu.services.import_batch import Source, Stage
from warifu.services.source_files import shown_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class FileRow(QWidget):
    """``given`` carries a password and the bytes of a key file."""

    given = Signal(str, bytes)
    left_out = Signal()
    format_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        name = shown_name(source.path)
        self.name = Caption(name)
        self.name.setToolTip(str(source.path))
        self.state = Muted(role="small")
        self.remove = IconButton(Glyph.CLOSE, tr("Leave out {name}", name=name), flat=True)
        self.form = PasswordForm(name)
        self.error = ErrorLine()
        self.other = LinkButton(quiet=True)
        self.again = LinkButton(tr("Another password…"))
        self.columns = LinkButton(tr("Name its columns…"))
        self._lay_out()
        self.remove.clicked.connect(self.left_out)
        self.form.given.connect(self.given)
        self.other.clicked.connect(self.format_wanted)
        self.columns.clicked.connect(self.columns_wanted)
        self.again.clicked.connect(self._ask_again)
        self.refresh()

    def _lay_out(self) -> None:
        look = current()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.name, self.state):
            label.setMinimumWidth(1)
            words.addWidget(label)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_l, look.space_m, look.space_m, look.space_m)
        rows.setSpacing(look.space_xs)
        rows.addLayout(line)
        for widget in (self.error, self.form):
            rows.addWidget(widget)
        rows.addLayout(flush_left(self.other, self.columns, self.again))

    def refresh(self) -> None:
        """Show how far the file is now."""
        source, stage = self.source, self.source.stage
        self.state.setText(_state(source))
        self.state.setVisible(bool(self.state.text()))
        self.error.show_error(_error(source))
        asks = stage is Stage.CLOSED
        if asks and not self.form.isVisibleTo(self):
            self.form.ask(key_file=source.wants_key_file, again=False)
        elif stage is not Stage.CLOSED:
            self.form.rest()
        if asks and source.wrong:
            self.form.refuse()
        is_picture = source.read is not None and bool(source.read.texts)
        done = stage in (Stage.READ, Stage.REFUSED, Stage.CLOSED)
        self.other.setVisible(done and not is_picture)
        self.other.setText(_other(source))
        self.other.updateGeometry()
        self.columns.setVisible(source.has_columns)
        self.again.setVisible(stage is Stage.READ and source.closed_entries > 0)

    def _ask_again(self) -> None:
        self.again.hide()
        self.form.ask(key_file=False, again=True)
        self.form.field.setFocus()


class PasswordForm(QWidget):
    """A password, and a key file where there may be one."""

    given = Signal(str, bytes)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._key_file = b""
        self.label = FieldLabel("")
        self.field = PasswordField()
        self.open = QuietButton(tr("Open"))
        self.open.setAccessibleDescription(name)
        self.key_file = LinkButton(tr("Key file…"))
        self.key_name = Muted(role="small")
        self.key_name.hide()
        self.problem = ErrorLine()
        line = QHBoxLayout()
        line.setSpacing(current().space_s)
        line.addWidget(self.field, 1)
        line.addWidget(self.open)
        keys = flush_left(self.key_file)
        keys.insertWidget(1, self.key_name, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(self.label)
        rows.addLayout(line)
        rows.addWidget(self.problem)
        rows.addLayout(keys)
        self.field.setAccessibleName(tr("Password of {name}", name=name))
        self.field.textChanged.connect(lambda _text: self._typed())
        self.field.returnPressed.connect(self.give)
        self.open.clicked.connect(self.give)
        self.key_file.clicked.connect(
            lambda: ask_for_files(self, self._take_key_file, tr("Choose the key file"))
        )
        self.hide()

    def ask(self, *, key_file: bool, again: bool) -> None:
        """Stand there to be filled in; ``again``: a further password for what the first left closed."""
        self.label.setText(tr("An older password") if again else tr("The password that the file has"))
        self.key_file.setVisible(key_file)
        self.show()
        self._typed()

    def refuse(self) -> None:
        """Say that it did not open the file."""
        self.problem.show_error(
            tr("This password does not open the file. Check how it is written; it may also be damaged.")
        )
        self.field.selectAll()

    def give(self) -> None:
        """Hand over what was typed, and forget it."""
        if self.open.isEnabled():
            password = self.field.text()
            self.field.conceal()
            self.given.emit(password, self._key_file)

    def rest(self) -> None:
        """Be gone, with all that was typed."""
        self.field.conceal()
        self.problem.show_error("")
        self.hide()

    def _typed(self) -> None:
        if self.field.text():
            self.problem.show_error("")
        self.open.setEnabled(bool(self.field.text() or self._key_file))

    def _take_key_file(self, paths: Sequence[Path]) -> None:
        from warifu.services.export_reader import file_bytes

        try:
            self._key_file = file_bytes(paths[0])
        except AppError as problem:
            self.problem.show_error(said(problem))
            return
        self.key_name.setText(shown_name(paths[0]))
        self.key_name.show()
        self._typed()
        self.field.setFocus()


def _state(source: Source) -> str:
    match source.stage:
        case Stage.WAITING:
            return tr("Waiting")
        case Stage.READING:
            return tr("Being read…")
        case Stage.CLOSED:
            return "" if source.problem is None or source.wrong else shown(source.problem.title)
        case Stage.READ:
            return _found(source)
    return ""


def _found(source: Source) -> str:
    if source.read is None:
        return ""
    if source.read.texts:
        return tr_n(len(source.read.texts), "{n} QR code", "{n} QR codes")
    count = len(source.read.contents.entries)
    found = tr_n(count, "{n} account", "{n} accounts")
    closed = source.closed_entries
    parts = [source.read.name, found]
    if closed:
        parts.append(tr("{n} stayed closed", n=closed))
    return " · ".join(parts)


def _error(source: Source) -> str:
    return said(source.problem) if source.stage is Stage.REFUSED and source.problem is not None else ""


def _other(source: Source) -> str:
    """The way to say what the file really is."""
    if source.read is not None:
        return tr("Not from {app}? Choose", app=source.read.name)
    return tr("Choose the app that wrote it…")
