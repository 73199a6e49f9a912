"""A QR code that is on the screen for a minute at a time, and only because somebody asked for it."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.core.clock import Deadline
from warifu.core.errors import AppError, NotPossible
from warifu.desktop.accounts.unfocused import away, on_turn
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import CountdownRing, Muted, PrimaryButton, QuietButton, announce
from warifu.desktop.widgets.qr import MARGIN, QrView
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.desktop.frame import Page
    from warifu.services.ports import Timer
    from warifu.services.showing import QrCode

SHOWN_FOR = 60  # seconds


class ShownCode(QWidget):
    """Concealed at first. ``changed`` tells that the code came or went; ``text_of`` gives what the code holds
    and is asked only when it is to be shown.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text_of: Callable[[], str] | None = None
        self._name = ""
        self._timer: Timer | None = None
        self._until: Deadline | None = None
        self._turn = 0
        self._wanted = False  # shown, or soon
        self.view = QrView()
        self.show_button = PrimaryButton(tr("Show QR code"))
        self.ring = CountdownRing(42, number=True)
        self.left = Muted(tr("seconds, then it is hidden again"))
        self.hide_button = QuietButton(tr("Hide"))
        self._lay_out()
        self.show_button.clicked.connect(self.reveal)
        self.hide_button.clicked.connect(self._put_away)
        context.ticker.watch(self.ring, lambda _now: self._tick())
        on_turn(self, self._hide_when_away)
        self._dress()

    @property
    def shows_code(self) -> bool:
        """Whether there is something to scan."""
        return self.view.shows_code

    def hold(self, text_of: Callable[[], str], name: str) -> None:
        """Be about another text, called ``name``; a code that is shown gives way to the new one."""
        wanted, had_focus = self._wanted, self.hide_button.hasFocus()
        self.conceal()
        self._text_of, self._name = text_of, name
        self.show_button.setText(tr("Show QR code"))
        self._dress()
        if had_focus:
            self.show_button.setFocus()
        if wanted:
            self.reveal()

    def reveal(self) -> None:
        """Show the code, for a minute from now."""
        if self._text_of is None or self._wanted:
            return
        try:
            text = self._text_of()
        except AppError as error:
            self._context.notify.error(error)
            return
        self._wanted = True
        drawn = partial(self._drawn, self._turn)
        self._context.tasks.run(lambda: _drawn(text), drawn, self._refused, Lane.POOL)

    def conceal(self) -> None:
        """Take the code off the screen and forget it."""
        self._turn += 1
        self._wanted = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self.shows_code:
            self.view.show_code(None)
            self.view.repaint()  # now, whatever else the event loop has to do
            self._dress()
            self.changed.emit()

    def forget(self) -> None:
        """Hold nothing that could be shown."""
        self.conceal()
        self._text_of = None

    def _lay_out(self) -> None:
        look = current()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.show_button)
        middle.addStretch(1)
        inside = QVBoxLayout(self.view)
        inside.addStretch(1)
        inside.addSpacing(2 * look.button_height)
        inside.addLayout(middle)
        inside.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(look.page_margin - MARGIN, 0, look.page_margin - MARGIN, 0)
        below.setSpacing(look.space_m)
        below.addWidget(self.ring)
        below.addWidget(self.left, 1)
        below.addWidget(self.hide_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.space_m)
        whole.addWidget(self.view, 1)
        whole.addLayout(below)

    def _drawn(self, turn: int, code: QrCode) -> None:
        if turn != self._turn:
            return  # hidden or left meanwhile
        self._until = Deadline.after(SHOWN_FOR, self._context.clock)
        self._timer = self._context.scheduler.after(SHOWN_FOR, self._time_is_up)
        self.view.show_code(code)
        had_focus = self.show_button.hasFocus()
        self._dress()
        if had_focus:
            self.hide_button.setFocus()
        self._tick()
        announce(self.view, self.view.accessibleName())
        self.changed.emit()

    def _refused(self, problem: Exception) -> None:
        self._wanted = False
        unforeseen = NotPossible("The QR code could not be drawn.", type(problem).__name__)
        self._context.notify.error(problem if isinstance(problem, AppError) else unforeseen)

    def _tick(self) -> None:
        if not self.shows_code:
            return
        left = self._left()
        if left <= 0:  # as after a sleep, through which timers don't run
            self._time_is_up()
        else:
            self.ring.set_time(math.ceil(left), SHOWN_FOR)

    def _left(self) -> float:
        return self._until.left(self._context.clock) if self._until is not None else 0.0

    def _time_is_up(self) -> None:
        self._put_away()
        announce(self.view, self.view.accessibleName())

    def _hide_when_away(self) -> None:
        if away(self._context.settings):
            self.conceal()

    def _put_away(self) -> None:
        had_focus = self.hide_button.hasFocus()
        self.show_button.setText(tr("Show again"))
        self.conceal()
        if had_focus:
            self.show_button.setFocus()

    def _dress(self) -> None:
        shown = self.shows_code
        self.show_button.setVisible(not shown)
        for part in (self.ring, self.hide_button):
            part.setVisible(shown)
        hint = tr_n(
            SHOWN_FOR, "It is hidden again after {n} second.", "It is hidden again after {n} seconds."
        )
        self.left.setText(tr("seconds, then it is hidden again") if shown else hint)
        self.view.setAccessibleName(
            tr("QR code of {name}, on the screen now", name=self._name)
            if shown
            else tr("QR code of {name}, hidden", name=self._name)
        )


def _drawn(text: str) -> QrCode:
    from warifu.services.showing import qr_code

    return qr_code(text)


def said_above(page: Page) -> QVBoxLayout:
    """The column for what a page says above the code, which itself gets smaller margins."""
    look = current()
    around = page.body.contentsMargins()
    page.body.setContentsMargins(MARGIN, around.top(), MARGIN, around.bottom())
    said = QVBoxLayout()
    said.setContentsMargins(look.page_margin - MARGIN, 0, look.page_margin - MARGIN, look.space_xs)
    said.setSpacing(look.space_s)
    page.body.addLayout(said)
    return said


def bring_into_sight(page: Page, code: ShownCode) -> None:
    """Scroll to a code that has just come, when the page has found room for it."""
    if code.shows_code:
        QTimer.singleShot(0, code, lambda: page.scroller.ensureWidgetVisible(code, 0, current().page_margin))
