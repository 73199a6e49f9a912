"""Taking an import back, from wherever that is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.desktop.compose import Context


class TakeBack:
    """Takes back the import that was made just now, however often it is asked to."""

    def __init__(self, context: Context) -> None:
        from warifu.desktop.accounts.actions import Actions

        self._context = context
        self._undo = Actions(context).undoing()
        self._done = False

    def __call__(self) -> None:
        if not self._done:
            self._done = True
            self._context.nav.open_list()
            self._undo()
