"""How good a new password is, said while it is typed and without making the typing wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Muted
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from warifu.services.ports import Scheduler, Tasks, Timer
    from warifu.vault.password import Rating

_PAUSE = 0.2  # seconds without a keystroke before the password is rated
_STEPS = 4


class _Bar(QWidget):
    """Four steps, filled as far as the score goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rating: Rating | None = None
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - (_STEPS - 1) * look.space_xs) / _STEPS
        full = 0 if self.rating is None else max(self.rating.score, 1)
        ink = look.good if self.rating is not None and self.rating.enough else look.urgent
        for step in range(_STEPS):
            painter.setBrush(ink if step < full else look.track)
            painter.drawRoundedRect(QRectF(step * (width + look.space_xs), 1, width, 4), 2, 2)


class PasswordMeter(QWidget):
    """A bar and the reason. ``rated`` tells that ``rating`` belongs to the newest password."""

    rated = Signal()

    def __init__(self, tasks: Tasks, scheduler: Scheduler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._scheduler = scheduler
        self._timer: Timer | None = None
        self._newest = 0
        self._bar = _Bar()
        self._says = Muted(role="small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space_xs)
        rows.addWidget(self._bar)
        rows.addWidget(self._says)
        self.rating: Rating | None = None

    def ask(self, password: str) -> None:
        """Rate ``password`` once the typing pauses; what was asked before no longer counts."""
        self.stop()
        self._newest += 1
        self.rating = None
        if not password:
            self._show(None)
            return
        number = self._newest
        self._timer = self._scheduler.after(_PAUSE, lambda: self._rate(password, number))

    def stop(self) -> None:
        """Forget a rating that is still to come."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _rate(self, password: str, number: int) -> None:
        def work() -> Rating:
            from warifu.vault.password import rate

            return rate(password)

        def done(rating: Rating) -> None:
            if isValid(self) and number == self._newest:
                self.rating = rating
                self._show(rating)
                self.rated.emit()

        def failed(problem: Exception) -> None:
            raise problem

        self._timer = None
        self._tasks.run(work, done, failed, Lane.POOL)

    def _show(self, rating: Rating | None) -> None:
        self._bar.rating = rating
        self._bar.update()
        parts = () if rating is None else (shown(rating.reason), shown(rating.hint))
        self._says.setText(" ".join(part for part in parts if part))
        self.setAccessibleName(tr("Strength of the password"))
        self.setAccessibleDescription(self._says.text())
