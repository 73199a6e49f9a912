"""The line below the list: how safe the accounts are, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.accounts.menus import LOCK_KEYS, native_keys
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current, font
from warifu.desktop.widgets.buttons import LinkButton
from warifu.desktop.widgets.labels import OneLine, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from warifu.core.errors import AppError

HEIGHT = 38  # logical pixels


class Footer(QWidget):
    """``lock_pressed`` and ``retry_pressed`` are its two buttons; the second is there when saving failed."""

    lock_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._urgent = False
        self._status = OneLine("label", QPalette.ColorRole.PlaceholderText)
        self._retry = LinkButton(tr("Try again"))
        self._retry.clicked.connect(self.retry_pressed)
        self._lock = LinkButton(tr("Lock {keys}", keys=native_keys(LOCK_KEYS)), quiet=True)
        self._lock.setAccessibleName(tr("Lock"))
        self._lock.clicked.connect(self.lock_pressed)
        for link in (self._retry, self._lock):
            link.setFont(font("label"))
        look = current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.page_margin + 14, 0, look.page_margin - look.space_xs, 0)
        row.addWidget(self._status, 1)
        row.addWidget(self._retry)
        row.addWidget(self._lock)
        self.show_status(None, read_only=False)

    @property
    def links(self) -> Sequence[QWidget]:
        """Its buttons from left to right."""
        return self._retry, self._lock

    @property
    def status(self) -> str:
        """What the line says."""
        return self._status.text()

    def show_status(self, problem: AppError | None, *, read_only: bool) -> None:
        """Say whether the accounts are saved, and if not, why."""
        news = problem is not None and not self._urgent
        self._urgent = problem is not None
        if problem is not None:
            text = tr("Not saved: {reason}", reason=shown(problem.title))
        elif read_only:
            text = tr("Open for reading only")
        else:
            text = tr("Saved on this PC")
        self._status.setText(text)
        self._status.setToolTip(
            " ".join(shown(part) for part in (problem.title, problem.detail, problem.hint) if part)
            if problem
            else ""
        )
        role = QPalette.ColorRole.BrightText if self._urgent else QPalette.ColorRole.PlaceholderText
        self._status.setForegroundRole(role)
        self._retry.setVisible(self._urgent)
        if news:
            announce(self, text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), look.border, look.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.urgent if self._urgent else look.good)
        painter.setBrush(look.urgent if self._urgent else look.good)
        painter.drawEllipse(QPointF(look.page_margin + 3, self.height() / 2), 3, 3)
