"""After an import: the file that it came from holds the same secrets, and lies where it lay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.backups.rows import BAR
from warifu.desktop.frame import PathLabel
from warifu.desktop.i18n import said, tr, tr_n
from warifu.desktop.importing.wording import imported
from warifu.desktop.theme import current
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import ErrorLine, LinkButton, Muted, PrimaryButton, QuietButton
from warifu.services.ports import Lane
from warifu.services.source_files import delete

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.services.importing import Taken
    from warifu.services.source_files import Trace

_NAMED = 8  # files by their path


class DeletePage(TitledPage):
    """Delete it or keep it; leaving the page keeps it. ``locked``: all of it opens with passwords alone."""

    footer_height = BAR

    def __init__(
        self,
        context: Context,
        taken: Taken,
        traces: tuple[Trace, ...],
        undo: Callable[[], None],
        *,
        locked: bool,
        passwords: bool,
    ) -> None:
        super().__init__(context, imported(taken))
        self._traces = traces
        self.error = ErrorLine()
        self.keep = QuietButton(tr_n(len(traces), "Keep the file", "Keep the files"))
        self.delete = PrimaryButton(tr_n(len(traces), "Delete the file", "Delete the files"))
        self.undo = LinkButton(tr("Take the import back"))
        self._lay_out(_question(len(traces), locked=locked, passwords=passwords))
        self.keep.clicked.connect(self.leave)
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(lambda _on: undo())

    def _lay_out(self, question: str) -> None:
        from warifu.desktop.frame import flush_left

        self.body.addWidget(Muted(question))
        for trace in self._traces[:_NAMED]:
            self.body.addWidget(PathLabel(trace.path))
        if (more := len(self._traces) - _NAMED) > 0:
            self.body.addWidget(Muted(tr_n(more, "and {n} more", "and {n} more"), role="small"))
        self.body.addSpacing(current().space_s)
        honest = tr(
            "Deleting takes it away at once, not into the bin. What disks, backups and cloud folders keep of "
            "it is beyond Warifu’s reach: empty their bins as well."
        )
        self.body.addWidget(Muted(honest, role="small"))
        self.body.addWidget(self.error)
        self.body.addLayout(flush_left(self.undo))
        self.body.addStretch(1)
        self.foot(self.keep, self.delete)

    def shown(self) -> None:
        """Put the keyboard on what changes nothing."""
        self.keep.setFocus()

    def _delete(self) -> None:
        for button in (self.keep, self.delete):
            button.setEnabled(False)
        done, failed = while_there(self, self._deleted), while_there(self, self._not_deleted)
        traces = self._traces
        self._context.tasks.run(lambda: delete(traces), lambda _none: done(), failed, Lane.POOL)

    def _deleted(self) -> None:
        context, count = self._context, len(self._traces)
        context.nav.back()
        words = tr_n(count, "The file was deleted.", "{n} files were deleted.")
        context.notify.say(words)

    def _not_deleted(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.keep.setEnabled(True)
        self.delete.setEnabled(True)
        self.error.show_error(said(error))


def _question(count: int, *, locked: bool, passwords: bool) -> str:
    if passwords:
        words = tr_n(
            count,
            "The file holds the secrets of your accounts, and passwords as well.",
            "The files hold the secrets of your accounts, and passwords as well.",
        )
    else:
        words = tr_n(
            count,
            "The file still holds the secrets of your accounts.",
            "The files still hold the secrets of your accounts.",
        )
    if locked:
        guard = tr_n(
            count, "Its password is all that guards them.", "Their passwords are all that guards them."
        )
    else:
        guard = tr_n(
            count, "Whoever reads it can make your codes.", "Whoever reads them can make your codes."
        )
    return " ".join((words, guard, tr_n(count, "Delete it?", "Delete them?")))
