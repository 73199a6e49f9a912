"""What the line below the list says about backups: nothing while all is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.desktop.i18n import said, tr, tr_n
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context

WEEK = 7 * 86_400  # seconds until a missing second place is worth a remark


@dataclass(frozen=True, slots=True)
class Remark:
    """A few words for the line, and all of it for the tool tip."""

    text: str = ""
    detail: str = ""
    urgent: bool = False


SILENCE = Remark()


class BackupWatch:
    """Knows what to say; ``changed`` is called when that may be something else. Costs nothing while idle."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        self._context = context
        self._changed = changed
        self._second_place: bool | None = None  # None until the disk has been asked
        self._asked = ""
        self._unsubscribe = context.backing_up.subscribe(self._heard)

    def end(self) -> None:
        """Listen no more."""
        self._unsubscribe()
        self._changed = lambda: None

    @property
    def remark(self) -> Remark:
        """What is to be said now."""
        from warifu.desktop.backups.wording import cause

        status = self._context.backing_up.status
        record = status.record
        if status.problem is not None:
            return Remark(cause(record.fault), said(status.problem), urgent=True)
        if record.lost:
            text = tr_n(record.lost, "{n} account has vanished", "{n} accounts have vanished")
            return Remark(text, tr("The backup before has them still."), urgent=True)
        if self._second_place is False and self._overdue() and not record.same_place:
            return Remark(
                tr("Backups are on this disk only"),
                tr("If the disk breaks, the vault and its backups are gone together."),
            )
        return SILENCE

    def look(self) -> None:
        """Ask once for each folder whether it would survive the disk, when it is time to say so."""
        backing_up = self._context.backing_up
        folder = backing_up.folder
        if not backing_up.status.on or not self._overdue() or self._asked == str(folder):
            return
        self._asked = str(folder)
        vault = self._context.session.vault_path

        def ask() -> bool:
            from warifu.platforms.second_place import is_second_place, second_places

            return is_second_place(folder, vault, second_places())

        self._context.tasks.run(ask, self._told, lambda _problem: None, Lane.POOL)

    def _overdue(self) -> bool:
        began = self._context.backing_up.status.record.began
        return 0 < began <= self._context.clock.now() - WEEK

    def _told(self, second: bool) -> None:
        self._second_place = second
        self._changed()

    def _heard(self) -> None:
        if self._asked != str(self._context.backing_up.folder):
            self._second_place = None
            self.look()
        self._changed()
