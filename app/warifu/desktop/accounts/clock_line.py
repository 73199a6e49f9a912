"""Says below codes that they are wrong because the clock is, as far as that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.i18n import shown, tr
from warifu.desktop.quiet_line import QuietLine
from warifu.desktop.widgets import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class ClockLine(QuietLine):
    """``resized`` is called when it comes or goes."""

    def __init__(
        self, context: Context, resized: Callable[[], None] = lambda: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._resized = resized
        self.act.setText(tr("Clock…"))
        self.act.clicked.connect(self._open)
        self.destroyed.connect(context.time_check.subscribe(self.refresh))
        context.ticker.watch(self, lambda _now: self.refresh())  # what was known may lapse

    def look(self) -> None:
        """Ask the system whether a correction is still needed, and say what is to be said."""
        if self._context.time_check.correction:
            self._context.time_check.look()
        self.refresh()

    def refresh(self) -> None:
        """Say what is known now."""
        warning = self._context.time_check.warning()
        sentence = shown(warning) if warning is not None else ""
        if sentence == self.says.text() and bool(sentence) != self.isHidden():
            return
        self.say(sentence, tr("Clock…"))
        if sentence:
            announce(self, sentence)
        self._resized()

    def _open(self) -> None:
        self._context.nav.open_preferences()
        self._context.nav.raise_window()
