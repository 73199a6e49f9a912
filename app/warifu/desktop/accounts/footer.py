"""The line below the list: how safe the accounts are, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warifu.desktop.accounts.capture_notice import CaptureNotice
from warifu.desktop.accounts.menus import LOCK_KEYS, native_keys
from warifu.desktop.backups.remark import SILENCE, Remark
from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current, font
from warifu.desktop.widgets.buttons import LinkButton
from warifu.desktop.widgets.labels import OneLine, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context

HEIGHT = 38  # logical pixels


class Footer(QWidget):
    """``lock_pressed``, ``retry_pressed`` and ``backups_pressed`` are its buttons; the second is there when
    saving failed, the third when something is to be said about backups.
    """

    lock_pressed = Signal()
    retry_pressed = Signal()
    backups_pressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._urgent = False
        self._status = OneLine("label", QPalette.ColorRole.PlaceholderText)
        self.notice = CaptureNotice(context, self)
        self._retry = LinkButton(tr("Try again"))
        self._retry.clicked.connect(self.retry_pressed)
        self._backups = LinkButton(tr("Backups"))
        self._backups.clicked.connect(self.backups_pressed)
        self._lock = LinkButton(tr("Lock {keys}", keys=native_keys(LOCK_KEYS)), quiet=True)
        self._lock.setAccessibleName(tr("Lock"))
        self._lock.clicked.connect(self.lock_pressed)
        for link in (self._retry, self._backups, self._lock):
            link.setFont(font("label"))
        look = current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.page_margin + 14, 0, look.page_margin - look.space_xs, 0)
        row.addWidget(self._status, 1)
        row.addWidget(self.notice)
        row.addWidget(self._retry)
        row.addWidget(self._backups)
        row.addWidget(self._lock)
        self.show_status(None, read_only=False)

    @property
    def links(self) -> Sequence[QWidget]:
        """Its buttons from left to right."""
        return self.notice, self._retry, self._backups, self._lock

    @property
    def status(self) -> str:
        """What the line says."""
        return self._status.text()

    def show_status(self, problem: AppError | None, *, read_only: bool, remark: Remark = SILENCE) -> None:
        """Say whether the accounts are saved, and if not, why; else the remark about backups, if there is."""
        was_urgent, saves = self._urgent, problem is None
        self._urgent = not saves or remark.urgent
        news = self._urgent and not was_urgent
        if problem is not None:
            text = tr("Not saved: {reason}", reason=shown(problem.title))
        elif read_only:
            text = tr("Open for reading only")
        elif remark.text:
            text = remark.text
        else:
            text = tr("Saved on this PC")
        self._status.setText(text)
        self._status.setToolTip(
            " ".join(shown(part) for part in (problem.title, problem.detail, problem.hint) if part)
            if problem
            else remark.detail
        )
        role = QPalette.ColorRole.BrightText if self._urgent else QPalette.ColorRole.PlaceholderText
        self._status.setForegroundRole(role)
        self._retry.setVisible(not saves)
        self._backups.setVisible(saves and bool(remark.text))
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
