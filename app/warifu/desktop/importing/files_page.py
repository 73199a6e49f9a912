"""Files on their way in: reading, passwords, and the preview; nothing is stored before a button says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR, Rows
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.importing.file_row import FileRow
from warifu.desktop.importing.found_list import FoundList
from warifu.desktop.importing.found_rows import FoundRows
from warifu.desktop.importing.note_closed import NoteClosed
from warifu.desktop.importing.take_back import TakeBack
from warifu.desktop.importing.waiting import Waiting
from warifu.desktop.importing.wording import imported
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import Card, ErrorLine, LinkButton, Muted, PrimaryButton, QuietButton
from warifu.services.import_batch import Batch, Source, Stage
from warifu.services.importing import Preview, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from warifu.core.account import Account, Icon
    from warifu.desktop.compose import Context
    from warifu.services.importing import Taken
    from warifu.services.source_files import Trace

_MOST_ROWS = 3  # of files before those that need nothing are only counted


class FilesPage(TitledPage):
    """Reads in a process of its own, which ``cancel`` ends at once."""

    footer_height = BAR

    def __init__(self, context: Context, paths: Sequence[Path], format_id: str = "") -> None:
        super().__init__(context, tr("Import accounts"))
        self.batch = Batch(context.importing, lambda: context.pictures, self._changed, format_id)
        self.rows: list[FileRow] = []
        self.files = Rows()
        self.others = LinkButton(quiet=True)  # shows them
        self.transfer = Muted(role="small")
        self.add = LinkButton(tr("Add files…"))
        self.note_closed = NoteClosed(context)
        self.error = ErrorLine()
        self.waiting = Waiting(context.scheduler, context.clock)
        self.found = FoundRows(self)
        self.list = FoundList(self.found, self._icon_of)
        self.nothing = Muted(tr("There are no accounts in it."))
        self.cancel = QuietButton(tr("Cancel"))
        self.take = PrimaryButton()
        self._preview: Preview | None = None
        self._taking = False
        self._all_files = False
        self._icons: dict[str, Icon] = {}
        self._lay_out()
        self._connect()
        self.batch.add(paths)

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout

        from warifu.desktop.frame import flush_left
        from warifu.desktop.theme import current

        self.card = Card()
        inner = QVBoxLayout(self.card)
        edge = current().space_xs
        inner.setContentsMargins(edge, edge, edge, edge)
        inner.addWidget(self.list)
        for widget in (self.files, self.transfer):
            self.body.addWidget(widget)
        self.body.addLayout(flush_left(self.others, self.add, self.note_closed))
        for below in (self.error, self.waiting, self.nothing):
            self.body.addWidget(below)
        self.body.addWidget(self.card, 1)
        self.body.addStretch(0)
        self.foot(self.cancel, self.take)

    def _connect(self) -> None:
        from warifu.desktop.importing.choosing import ask_for_files

        self.cancel.clicked.connect(self.leave)
        self.take.clicked.connect(self.accept)
        self.add.clicked.connect(lambda: ask_for_files(self, self.take_files))
        self.found.dataChanged.connect(lambda *_where: self._count())
        self.others.clicked.connect(self._show_all_files)
        self.waiting.cancelled.connect(self.leave)

    def shown(self) -> None:
        """Put the keyboard where something is to be done."""
        self._focus()

    def closed(self) -> None:
        """End the reading, and hold nothing of the files."""
        super().closed()
        self.batch.forget()
        self._preview = None
        self.found.clear()
        self._icons.clear()
        self.waiting.rest()
        for row in self.rows:
            row.form.rest()

    @property
    def undisturbed(self) -> bool:
        """A password or a choice would be lost when another page covers this one."""
        return True

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read more files: the other pictures of a transfer, or another app's."""
        if not self._taking:
            self.batch.add(paths)

    def accept(self) -> None:
        """Take the ticked accounts in."""
        chosen = self.found.chosen()
        if not chosen or self._taking or not self.take.isEnabled():
            return
        self._taking = True
        self._show_buttons()
        self.error.show_error("")
        self.waiting.work(tr("Making a backup, then importing…"), can_cancel=False)
        traces, locked = self.batch.traces, self._needed_passwords()

        def done(taken: Taken) -> None:
            self._taken(taken, traces, locked)

        self._context.importing.take(chosen, done, self._not_taken)

    def leave(self) -> None:
        """Go back; what is being read is ended."""
        if not self._taking:
            self._context.nav.back()

    def _taken(self, taken: Taken, traces: tuple[Trace, ...], locked: bool) -> None:
        context = self._context
        undo = TakeBack(context)
        others = self._preview is not None and self._preview.passwords
        if isValid(self) and not self.over:
            context.nav.open_list()
            if traces:
                from warifu.desktop.importing.delete_page import DeletePage

                context.nav.open_page(
                    lambda inner: DeletePage(inner, taken, traces, undo, locked=locked, passwords=others)
                )
        context.notify.say(imported(taken), tr("Undo"), undo)

    def _not_taken(self, error: AppError) -> None:
        if not isValid(self) or self.over:
            self._context.notify.error(error)
            return
        self._taking = False
        self.waiting.rest()
        self.error.show_error(tr("Nothing was imported: {reason}", reason=said(error)))
        self._show_buttons()

    def _needed_passwords(self) -> bool:
        read = [each for each in self.batch.sources if each.stage is Stage.READ]
        return all(each.keys.passwords or each.keys.key_file for each in read)

    def _changed(self) -> None:
        """The batch has come on."""
        if self.over or not isValid(self):
            return
        self._show_rows()
        self._show_transfers()
        reading = self.batch.reading
        if reading is not None:
            self.waiting.work(self._reading_words(reading), can_cancel=True)
        else:
            self.waiting.rest()
        settled = self.batch.settled and bool(self.batch.read)
        self._show_preview(self.batch) if settled else self._hide_preview()
        self._show_buttons()
        self._focus()

    def _reading_words(self, source: Source) -> str:
        from warifu.services.source_files import shown_name

        return tr("Reading {name}…", name=shown_name(source.path))

    def _show_rows(self) -> None:
        sources = self.batch.sources
        few = self._all_files or len(sources) <= _MOST_ROWS
        wanted = [each for each in sources if few or each.stage in (Stage.CLOSED, Stage.REFUSED)]
        if [row.source for row in self.rows] != wanted:
            self.files.clear()
            self.rows = [self._row(source) for source in wanted]
            for row in self.rows:
                self.files.add(row)
        for row in self.rows:
            row.refresh()
            row.remove.setVisible(len(sources) > 1)
        self.files.setVisible(bool(wanted))
        rest = len(sources) - len(wanted)
        self.others.setVisible(rest > 0)
        self.others.updateGeometry()
        others = tr_n(rest, "{n} other file", "{n} other files")
        self.others.setText(others if wanted else tr_n(rest, "{n} file", "{n} files"))

    def _show_all_files(self) -> None:
        self._all_files = True
        self._show_rows()
        self.rows[0].other.setFocus()

    def _row(self, source: Source) -> FileRow:
        row = FileRow(source)
        row.given.connect(lambda password, key: self.batch.give(source, password, key))
        row.left_out.connect(lambda: self._leave_out(source))
        row.format_wanted.connect(lambda: self._choose_format(source))
        row.columns_wanted.connect(lambda: self._name_columns(source))
        return row

    def _leave_out(self, source: Source) -> None:
        self.batch.leave_out(source)

    def _choose_format(self, source: Source) -> None:
        from warifu.desktop.importing.import_page import ChooseAppPage

        chosen = while_there(self, lambda app_id: self.batch.treat_as(source, app_id))
        self._context.nav.open_page(lambda context: ChooseAppPage(context, chosen))

    def _name_columns(self, source: Source) -> None:
        from warifu.desktop.importing.columns_page import ColumnsPage

        taken = while_there(self, lambda read: self.batch.take_read(source, read))
        self._context.nav.open_page(lambda context: ColumnsPage(context, source.path, taken))

    def _show_transfers(self) -> None:
        lines = [
            tr("{read} of {size} read", read=each.read, size=each.size)
            for each in self.batch.transfers
            if each.size > 1
        ]
        lacking = any(each.read < each.size for each in self.batch.transfers)
        if lacking:
            lines.append(tr("Add the other QR codes too, or import these now."))
        self.transfer.setText(" · ".join(lines))
        self.transfer.setVisible(bool(lines))

    def _show_preview(self, batch: Batch) -> None:
        try:
            self._preview = self._context.importing.preview(batch.read)
        except AppError as problem:
            self.error.show_error(said(problem))
            return
        self.found.show_preview(self._preview)
        if self._context.session.read_only:
            self.error.show_error(tr("This vault is open for reading only: nothing can be imported."))
        anything = bool(self._preview.found or self._preview.problems)
        self.card.setVisible(anything)
        self.nothing.setVisible(not anything)
        self._count()

    def _hide_preview(self) -> None:
        self._preview = None
        self.found.clear()
        self.card.hide()
        self.nothing.hide()

    def _count(self) -> None:
        count = len(self.found.chosen())
        self.take.setText(tr_n(count, "Import {n} account", "Import {n} accounts"))
        self.take.updateGeometry()
        self._show_buttons()

    def _show_buttons(self) -> None:
        ready = self._preview is not None
        writable = not self._context.session.read_only
        self.take.setVisible(ready and writable)
        self.take.setEnabled(ready and not self._taking and bool(self.found.chosen()))
        self.cancel.setVisible(self.batch.reading is None and not self._taking)
        self.add.setVisible(self.batch.reading is None and not self._taking)
        self.note_closed.offer(self.batch.read if ready and writable and not self._taking else ())
        self.back.setEnabled(not self._taking)
        self.list.setEnabled(not self._taking)

    def _focus(self) -> None:
        """The first password that is asked for, or the list, or the way out."""
        if not self.isVisible():
            return
        asking = next((row for row in self.rows if row.source.stage is Stage.CLOSED), None)
        if asking is not None:
            asking.form.field.setFocus()
        elif self.batch.reading is not None:
            self.waiting.cancel.setFocus()
        elif self.found.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.found.index(0))
        else:
            self.cancel.setFocus()

    def _icon_of(self, account: Account) -> Icon:
        """The icon that the account will have."""
        from warifu.icons.match import icon_for

        if account.id not in self._icons:
            self._icons[account.id] = icon_for(self._context.catalogue, account)
        return self._icons[account.id]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many accounts stand how."""
        preview = self._preview
        return {each: preview.count(each) for each in Standing} if preview is not None else {}
