"""The frozen screens, dimmed, on which the user draws a rectangle around a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.theme.shapes import paint_box
from warifu.desktop.widgets import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent

    from warifu.desktop.strategies.qt_grab import Grab

_SMALLEST = 12  # logical pixels of a rectangle that is meant
_DIM = QColor(0, 0, 0, 120)
_STEP, _FINE = 24, 1  # logical pixels that an arrow key moves; the second with Ctrl
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Region(QObject):
    """Asks once: ``chosen`` carries the number of the grab and a place in its pixels, or ``cancelled``."""

    chosen = Signal(int, QRect)
    cancelled = Signal()

    def __init__(self, grabs: Sequence[Grab]) -> None:
        super().__init__()
        self.overlays = [RegionOverlay(grab) for grab in grabs]
        for number, overlay in enumerate(self.overlays):
            overlay.drawn.connect(lambda place, number=number: self._drawn(number, place))
            overlay.left.connect(self._leave)
            overlay.next_wanted.connect(self._next)

    def ask(self) -> None:
        """Cover every screen; the keyboard begins on the one with the mouse."""
        for overlay in self.overlays:
            overlay.cover()
        under = [overlay for overlay in self.overlays if overlay.underMouse()]
        _take_keyboard((under or self.overlays)[0])

    def end(self) -> None:
        """Uncover the screens and forget the pictures."""
        overlays, self.overlays = self.overlays, []
        for overlay in overlays:
            overlay.blockSignals(True)
            overlay.close()
            overlay.deleteLater()

    def _drawn(self, number: int, place: QRect) -> None:
        self.end()
        self.chosen.emit(number, place)

    def _leave(self) -> None:
        self.end()
        self.cancelled.emit()

    def _next(self) -> None:
        with_keyboard = [at for at, overlay in enumerate(self.overlays) if overlay.isActiveWindow()]
        following = (with_keyboard[0] + 1 if with_keyboard else 0) % len(self.overlays)
        _take_keyboard(self.overlays[following])


class RegionOverlay(QWidget):
    """One screen. The mouse draws; arrows move the rectangle, with Shift they size it, Enter reads it."""

    drawn = Signal(QRect)  # in pixels of the picture
    left = Signal()
    next_wanted = Signal()

    def __init__(self, grab: Grab) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._image = grab.image
        self._screen = grab.screen
        self._from: QPoint | None = None
        self.place = QRect()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(tr("Draw around the QR code"))
        self.setAccessibleName(tr("Draw around the QR code"))
        self.setAccessibleDescription(self._explanation())

    def cover(self) -> None:
        """Lie over the whole screen."""
        if self._screen is not None:
            self.setScreen(self._screen)
            self.setGeometry(self._screen.geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER:
            self._take()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.next_wanted.emit()
        elif key in _ARROWS:
            step = _FINE if held & Qt.KeyboardModifier.ControlModifier else _STEP
            self._nudge(_ARROWS[Qt.Key(key)] * step, sized=bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _following: bool) -> bool:
        """Leave Tab to ``keyPressEvent``."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.left.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self._show(QRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._show(_between(self._from, event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._from is not None:
            self._from = None
            self._take()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager may close it as well."""
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.drawImage(whole, self._image, QRectF(self._image.rect()))
        painter.fillRect(whole, _DIM)
        if not self.place.isEmpty():
            painter.drawImage(QRectF(self.place), self._image, QRectF(self._pixels(self.place)))
            painter.setPen(QPen(QColor("white"), 3))
            painter.drawRect(self.place)
            painter.setPen(QPen(current().primary if not current().dark else QColor("#2A4D7C"), 1.5))
            painter.drawRect(self.place)
        self._paint_sign(painter)

    def _paint_sign(self, painter: QPainter) -> None:
        """Say what to do, where the rectangle leaves room."""
        look = current()
        lines = [(font("title"), look.text, tr("No QR code was found by itself.")),
                 (font("label"), look.muted, self._explanation())]  # fmt: skip
        most = min(620, self.width() - 80)
        boxes = []
        for face, _colour, text in lines:
            painter.setFont(face)
            boxes.append(painter.boundingRect(QRect(0, 0, most, 400), _WRAPPED, text))
        size = QSize(max(box.width() for box in boxes) + 48, sum(box.height() for box in boxes) + 38)
        sign = QRect(QPoint((self.width() - size.width()) // 2, 32), size)
        if sign.intersects(self.place):
            sign.moveBottom(self.height() - 32)
        paint_box(painter, QRectF(sign), look.surface, look.line, look.radius_l)
        top = sign.top() + 16
        for (face, colour, text), box in zip(lines, boxes, strict=True):
            painter.setFont(face)
            painter.setPen(colour)
            painter.drawText(QRect(sign.left() + 24, top, sign.width() - 48, box.height()), _WRAPPED, text)
            top += box.height() + 6

    def _explanation(self) -> str:
        return tr(
            "Draw a rectangle around it, with the mouse or with arrows, Shift and Enter. Esc goes back."
        )

    def _nudge(self, step: QPoint, *, sized: bool) -> None:
        if self.place.isEmpty():
            side = min(self.width(), self.height()) // 3
            middle = self.rect().center() - QPoint(side // 2, side // 2)
            self._show(QRect(middle, QSize(side, side)))
        elif sized:
            wider = QSize(self.place.width() + step.x(), self.place.height() + step.y())
            self._show(QRect(self.place.topLeft(), wider.expandedTo(QSize(_SMALLEST, _SMALLEST))))
        else:
            moved = self.place.translated(step)
            if self.rect().contains(moved):
                self._show(moved)

    def _show(self, place: QRect) -> None:
        self.place = place.intersected(self.rect())
        self.update()

    def _take(self) -> None:
        if min(self.place.width(), self.place.height()) < _SMALLEST:
            announce(self, self._explanation())
            return
        self.drawn.emit(self._pixels(self.place).toAlignedRect().intersected(self._image.rect()))

    def _pixels(self, place: QRect) -> QRectF:
        """The same place in pixels of the picture."""
        across = self._image.width() / max(self.width(), 1)
        down = self._image.height() / max(self.height(), 1)
        return QRectF(place.x() * across, place.y() * down, place.width() * across, place.height() * down)


_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)


def _between(one: QPoint, other: QPoint) -> QRect:
    """The rectangle with two opposite corners; ``QRect.normalized`` takes a pixel off each side."""
    xs, ys = sorted((one.x(), other.x())), sorted((one.y(), other.y()))
    return QRect(QPoint(xs[0], ys[0]), QPoint(xs[1], ys[1]))


def _take_keyboard(overlay: RegionOverlay) -> None:
    overlay.raise_()
    overlay.activateWindow()
    overlay.setFocus()
