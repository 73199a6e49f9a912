"""What a file of Authy keeps closed can be put on the list of services to set up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.desktop.i18n import tr
from warifu.desktop.importing.apps import AUTHY
from warifu.desktop.widgets import LinkButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.desktop.compose import Context
    from warifu.services.reading_files import ReadFile


class NoteClosed(LinkButton):
    """Is there only where something stayed closed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._names: tuple[str, ...] = ()
        self.clicked.connect(self._note)
        self.hide()

    def offer(self, read: Sequence[ReadFile]) -> None:
        """Offer it for what these files keep closed."""
        problems = [each for file in read if file.format_id == AUTHY for each in file.contents.problems]
        self._names = tuple(dict.fromkeys(problem.entry for problem in problems if problem.entry))
        self.setText(tr("Put {n} on the list to set up again", n=len(self._names)))
        self.updateGeometry()
        self.setVisible(bool(self._names))

    def _note(self) -> None:
        from warifu.icons.match import suggest
        from warifu.services import moving

        context, store = self._context, self._context.session.store
        if store is None:
            return
        try:
            moving.add(store, self._names, lambda name: suggest(context.catalogue, name), context.clock.now())
        except AppError as problem:
            context.notify.error(problem)
            return
        self.hide()
        context.notify.say(tr("They are on the list of “Leaving Authy”."))
