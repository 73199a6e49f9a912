"""The one place where the desktop tells what happened: toasts for what was done, and every ``AppError``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from warifu.desktop.i18n import shown, tr
from warifu.desktop.theme import current, font, watcher
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.theme.shapes import paint_box
from warifu.desktop.widgets.buttons import IconButton, LinkButton
from warifu.desktop.widgets.labels import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from warifu.core.errors import AppError

SAID_FOR = 4.0  # seconds
OFFERED_FOR = 8.0  # seconds, when there is something to press


class Notify(QObject):
    """Shows one toast at a time over the bottom of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        self._lift = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        window.installEventFilter(self)

    def say(self, text: str, action_label: str = "", action: Callable[[], object] | None = None) -> None:
        """Show ``text`` for some seconds, with one thing that can be done about it."""
        self._show(Toast(self._window, text, "", urgent=False), action_label, action)
        self._timer.start(int((OFFERED_FOR if action else SAID_FOR) * 1000))

    def error(self, error: AppError) -> None:
        """Show what was refused, why, and what to do, until it is dismissed or something else is said."""
        detail = " ".join(shown(part) for part in (error.detail, error.hint) if part)
        self._timer.stop()
        self._show(Toast(self._window, shown(error.title), detail, urgent=True), "", None)

    def forget(self) -> None:
        """Take away what was done and can be undone, which names accounts; what went wrong stays."""
        if self._toast is not None and not self._toast.urgent:
            self.dismiss()

    def dismiss(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    @property
    def text(self) -> str:
        """What the toast says, empty without one."""
        return self._toast.text if self._toast is not None else ""

    @property
    def lift(self) -> int:
        """Logical pixels that the toast keeps free at the bottom, for a footer."""
        return self._lift

    @lift.setter
    def lift(self, height: int) -> None:
        self._lift = height
        if self._toast is not None:
            self._toast.place(height)

    @property
    def toast(self) -> Toast | None:
        """The toast on the screen."""
        return self._toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast where it belongs when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self._toast is not None:
            self._toast.place(self.lift)
        return False

    def _show(self, toast: Toast, label: str, action: Callable[[], object] | None) -> None:
        self.dismiss()
        self._toast = toast
        toast.closed = self.dismiss
        if action is not None:
            toast.offer(label, action)
        toast.place(self.lift)
        toast.show()
        toast.raise_()
        announce(self._window, toast.text)


class Toast(QWidget):
    """A line of ink (or, for errors, of the urgent colour) over the page."""

    def __init__(self, window: QWidget, title: str, detail: str, *, urgent: bool) -> None:
        super().__init__(window)
        self.text = f"{title} {detail}".strip()
        self._window = window
        self.closed: Callable[[], None] = self.hide
        self.urgent = urgent
        self._buttons: list[QWidget] = []
        self._row = QHBoxLayout(self)
        look = current()
        self._row.setContentsMargins(look.space_l, 9, look.space_l, 9)
        self._row.setSpacing(look.space_m)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._lines = [_line(title, "title" if detail else "label")]
        if detail:
            self._lines.append(_line(detail, "small"))
        for line in self._lines:
            words.addWidget(line)
        self._row.addLayout(words, 1)
        if urgent:
            close = IconButton(Glyph.CLOSE, tr("Dismiss"), self, flat=True, inherit=True)
            close.clicked.connect(self._close)
            self._row.addWidget(close)
            self._buttons.append(close)
        self._dye()
        watcher().theme_changed.connect(self._dye)

    def offer(self, label: str, action: Callable[[], object]) -> None:
        """Put a button on the toast, which takes the toast away and then acts."""

        def act() -> None:
            self.closed()
            action()

        button = LinkButton(label, self, inherit=True)
        button.setObjectName("toast_action")
        button.clicked.connect(act)
        self._row.addWidget(button)
        self._buttons.append(button)

    def place(self, lift: int) -> None:
        """Stand in the middle above the bottom of the window, as wide as the text needs."""
        margin = current().space_l
        words = max(_width(label) for label in self._lines)
        others = sum(button.sizeHint().width() + self._row.spacing() for button in self._buttons)
        width = min(words + others + 2 * margin, self._window.width() - 2 * margin)
        self.resize(width, self._row.totalHeightForWidth(width))
        self.move((self._window.width() - width) // 2, self._window.height() - self.height() - lift - margin)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        ground = look.urgent if self.urgent else look.text
        paint_box(QPainter(self), QRectF(self.rect()), ground, ground, look.radius_m)

    def _close(self) -> None:
        self.closed()

    def _dye(self) -> None:
        look = current()
        palette = QPalette()
        ink = look.on_urgent if self.urgent else look.window
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
            palette.setColor(role, ink)
        self.setPalette(palette)


def _line(text: str, role: str) -> QLabel:
    from PySide6.QtCore import Qt

    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    return label


def _width(label: QLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.text()) + 2
