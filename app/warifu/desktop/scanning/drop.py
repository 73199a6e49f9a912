"""Pictures, texts and files of other apps dropped on the window, on whatever page of an unlocked vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.scanning.brought import brought_by, carries_pictures
from warifu.desktop.scanning.scanner import Scanner
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.services.look import SessionState

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from warifu.desktop.compose import Context

_SIGN = 44  # logical pixels


class DropZone(QObject):
    """Makes a window take drops, and shows on it that it will."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._scanner = Scanner(context)
        self.sign: DropSign | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what no page has taken for itself, as fields take texts."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            self._welcome(event)
            return True
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._take(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self._show_sign(False)
        return False

    def _welcome(self, event: QDragMoveEvent) -> None:
        welcome = self._is_welcome(event)
        if welcome:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        if welcome and event.type() == QEvent.Type.DragEnter:
            self._scanner.warm()
        self._show_sign(welcome)

    def _is_welcome(self, event: QDropEvent) -> bool:
        """Not where rows of the list are moved, and never on a locked vault."""
        if event.source() is not None or self._context.session.state is not SessionState.UNLOCKED:
            return False
        if not event.possibleActions() & Qt.DropAction.CopyAction:
            return False
        return carries_pictures(event.mimeData()) or event.mimeData().hasText()

    def _take(self, event: QDropEvent) -> None:
        self._show_sign(False)
        if not self._is_welcome(event):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._window.activateWindow()
        brought = brought_by(event.mimeData())
        take_files = getattr(getattr(self._window, "page", None), "take_files", None)
        if brought.files and callable(take_files):
            take_files(brought.files)
        else:
            self._scanner.take(brought)

    def _show_sign(self, wanted: bool) -> None:
        if wanted and self.sign is None:
            self.sign = DropSign(self._window)
        elif not wanted and self.sign is not None:
            self.sign.hide()
            self.sign.deleteLater()
            self.sign = None


class DropSign(QWidget):
    """Lies over the window while something is held above it, and lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Drop it here"))
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.window)
        frame = QRectF(self.rect()).adjusted(14, 14, -14, -14)
        painter.setPen(QPen(look.primary, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, look.radius_l, look.radius_l)
        middle = frame.center()
        sign = QRectF(middle.x() - _SIGN / 2, middle.y() - _SIGN - 14, _SIGN, _SIGN)
        paint_glyph(painter, sign, Glyph.IMAGE, look.primary, 1.0)
        self._paint_words(painter, frame, middle.y())

    def _paint_words(self, painter: QPainter, frame: QRectF, top: float) -> None:
        look = current()
        wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)
        box = QRectF(frame.left() + 24, top + 6, frame.width() - 48, 60)
        for role, colour, text in (
            ("heading", look.text, tr("Drop it here")),
            ("label", look.muted, tr("Warifu reads what is in it. Nothing is stored before you say so.")),
        ):
            painter.setFont(font(role))
            painter.setPen(colour)
            taken = painter.boundingRect(box, wrapped, text)
            painter.drawText(box, wrapped, text)
            box.translate(0, taken.height() + look.space_xs)
