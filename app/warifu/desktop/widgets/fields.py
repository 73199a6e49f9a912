"""One line that is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QColor, QDragEnterEvent, QPaintEvent, QResizeEvent

    from warifu.desktop.widgets.buttons import IconButton

_SIGN = 16  # width of a sign inside a field


def paint_frame(widget: QWidget, painter: QPainter, *, wrong: bool = False) -> None:
    """The frame of a field around the whole of ``widget``, with a halo where the keyboard is."""
    look = current()
    focused = widget.hasFocus()
    edge: QColor = look.urgent if wrong else look.primary if focused else look.line
    box = QRectF(widget.rect())
    painter.setOpacity(1.0 if widget.isEnabled() else 0.6)
    if focused:
        halo = type(edge)(edge)
        halo.setAlphaF(0.3 if not look.contrast else 1.0)
        paint_box(painter, box, halo, halo, look.radius_m)
        box.adjust(2, 2, -2, -2)
    paint_box(painter, box, look.surface, edge, look.radius_m - (2 if focused else 0))


def is_for_the_window(mime: QMimeData) -> bool:
    """Whether the window takes what is dragged here, since it holds pictures."""
    from warifu.desktop.scanning.brought import carries_pictures

    return carries_pictures(mime)


class TextField(QLineEdit):
    """One line of text in a rounded frame, perhaps with a sign in front."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, glyph: Glyph | None = None) -> None:
        super().__init__(text, parent)
        self._glyph = glyph
        self._wrong = False
        self.setFrame(False)
        self.setFont(font("body"))
        left = 11 + (_SIGN + 8 if glyph else 0)
        self.setTextMargins(left, 0, 11, 0)
        self._clear_ground()

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge in the urgent colour, or no longer."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, current().field_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, current().field_height)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave pictures to the window."""
        if is_for_the_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(self, painter, wrong=self._wrong)
        if self._glyph:
            rect = QRectF(12, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            paint_glyph(painter, rect.adjusted(1, 1, -1, -1), self._glyph, current().muted)
        painter.end()
        super().paintEvent(event)

    def _clear_ground(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)


class PasswordField(TextField):
    """A password that shows itself while its eye is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        from warifu.desktop.widgets.buttons import IconButton

        super().__init__("", parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.setTextMargins(11, 0, 40, 0)
        self.eye: IconButton = IconButton(Glyph.EYE, tr("Show password"), self, flat=True)
        self.eye.setCheckable(True)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._reveal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 8
        self.eye.setGeometry(self.width() - side - 4, 4, side, side)

    def reveal(self) -> None:
        """Open the eye."""
        self.eye.setChecked(True)

    def conceal(self) -> None:
        """Empty the field and close the eye."""
        self.clear()
        self.eye.setChecked(False)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if shown:
            self.eye.set_glyph(Glyph.EYE_OFF, tr("Hide password"))
        else:
            self.eye.set_glyph(Glyph.EYE, tr("Show password"))
