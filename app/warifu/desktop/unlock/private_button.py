"""The way out where other users of the computer may look into the vault's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.errors import AppError, VaultExposed
from warifu.desktop.i18n import tr
from warifu.desktop.widgets import QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context


class PrivateButton(QuietButton):
    """Hidden until that is what is wrong; a press mends it and has ``again`` try anew."""

    def __init__(self, context: Context, again: Callable[[], None]) -> None:
        super().__init__(tr("Make the folder private"))
        self._context = context
        self._again = again
        self.setToolTip(tr("Only you can look into it then. Nothing in it is changed."))
        self.clicked.connect(self._mend)
        self.hide()

    def offer(self, error: AppError) -> None:
        """Be there if it helps against the error."""
        self.setVisible(isinstance(error, VaultExposed))

    def _mend(self) -> None:
        try:
            self._context.session.make_folder_private()
        except AppError as problem:
            self._context.notify.error(problem)
            return
        self.hide()
        self._again()
