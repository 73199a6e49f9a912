"""Taking an import back, from wherever that is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class TakeBack:
    """Takes the import back, however often it is asked to."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._done = False

    def __call__(self) -> None:
        from warifu.desktop.accounts.actions import Actions

        if not self._done:
            self._done = True
            self._context.nav.open_list()
            Actions(self._context).undo()
