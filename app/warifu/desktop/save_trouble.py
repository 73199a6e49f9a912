"""A vault that cannot be saved is told on whatever page the user is; the list has it in its own footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.services.look import SessionState

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context
    from warifu.desktop.main_window import MainWindow
    from warifu.desktop.notify import Toast


class SaveTrouble:
    """Tells it until saving works again, also when the vault was locked with something left to save."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        self._notify = window.notify
        self._window = window
        self._toast: Toast | None = None
        self._ends = (
            context.session.on_save_problem(self._tell),
            context.session.subscribe(self._state_changed),
        )

    def end(self) -> None:
        """Tell no more."""
        for end in self._ends:
            end()

    def _tell(self, problem: AppError | None) -> None:
        from warifu.desktop.accounts.list_page import ListPage

        if problem is None:
            self._dismiss()
        elif not isinstance(self._window.page, ListPage):
            self._notify.error(problem)
            self._toast = self._notify.toast

    def _state_changed(self, state: SessionState) -> None:
        if state is SessionState.UNLOCKED:
            self._dismiss()

    def _dismiss(self) -> None:
        if self._toast is not None and self._toast is self._notify.toast:
            self._notify.dismiss()
        self._toast = None
