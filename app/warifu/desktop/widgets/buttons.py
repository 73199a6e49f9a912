"""Everything that is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.theme.shapes import paint_box, paint_focus
from warifu.desktop.widgets.held import is_held

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


_NOTHING = QColor(0, 0, 0, 0)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Button(QAbstractButton):
    """A rounded button; its children choose the colours."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = current()
        width = self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + 2 * (look.space_l - 2)
        return QSize(width, look.button_height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Enter presses the button that has the focus, as Space does; held down, it does so once."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:  # type: ignore[attr-defined]
            if not is_held(event):  # type: ignore[arg-type]
                self.click()
            return True
        return super().event(event)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Background, edge and text."""
        look = current()
        return look.hover if self.underMouse() or self.isDown() else look.surface, look.line, look.text

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        ground, edge, text = self.colours()
        paint_box(painter, QRectF(self.rect()), ground, edge, look.radius_m)
        self.paint_content(painter, text)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look.radius_m)

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        """Draw what stands on the button."""
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self.rect(), flags, self.text())


class QuietButton(_Button):
    """A button that is one of several."""


class PrimaryButton(_Button):
    """The one thing a page is for."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font("title"))

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Background, edge and text."""
        look = current()
        ground = look.primary
        if self.underMouse() or self.isDown():
            ground = ground.lighter(108) if look.dark else ground.darker(112)
        return ground, ground, look.on_primary


class IconButton(_Button):
    """A square button with a sign; ``name`` is what a screen reader and the tool tip say. A flat one may
    ``inherit`` the colour of what it stands on.
    """

    def __init__(
        self,
        glyph: Glyph,
        name: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
        flat: bool = False,
        inherit: bool = False,
    ) -> None:
        super().__init__("", parent)
        self._glyph = glyph
        self._primary = primary
        self._flat = flat
        self._inherit = inherit
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_glyph(self, glyph: Glyph, name: str) -> None:
        """Change the sign and what it is called."""
        self._glyph = glyph
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().button_height
        return QSize(side, side)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Background, edge and text."""
        look = current()
        if self._primary:
            return PrimaryButton.colours(self)  # type: ignore[arg-type]
        if self._flat and not (self.underMouse() or self.isDown()):
            ink = self.palette().color(self.foregroundRole()) if self._inherit else look.muted
            return _NOTHING, _NOTHING, ink
        return super().colours()

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        """Draw the sign."""
        side = 16.0
        middle = QRectF(self.rect()).center()
        paint_glyph(
            painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), self._glyph, colour
        )


class LinkButton(_Button):
    """A press that reads like text. Quiet ones are muted until the mouse is over them; ``inherit`` takes the
    colour of what it stands on.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, quiet: bool = False, inherit: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._quiet = quiet
        self._inherit = inherit
        if inherit:
            self.setFont(font("title"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text().replace("&", "")) + 2 * current().space_xs
        return QSize(width, max(metrics.height() + 2 * current().space_xs, 24))

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Background, edge and text."""
        look = current()
        text = look.primary
        if self._inherit:
            text = self.palette().color(self.foregroundRole())
        elif self._quiet:
            text = look.text if self.underMouse() else look.muted
        return _NOTHING, _NOTHING, text

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        drawn = self.font()
        drawn.setUnderline(self.underMouse() and not self._quiet)
        painter.setFont(drawn)
        self.paint_content(painter, self.colours()[2])
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), current().radius_s)


class Chip(_Button):
    """One choice of a row of choices; ink when it is chosen."""

    def __init__(self, text: str, parent: QWidget | None = None, glyph: Glyph | None = None) -> None:
        super().__init__(text, parent)
        self._glyph = glyph
        self.setFont(font("label"))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        sign = 17 if self._glyph else 0
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * current().space_m + sign, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        chosen = self.isChecked()
        ground = look.text if chosen else look.hover if self.underMouse() else look.window
        ink = look.window if chosen else look.muted
        paint_box(painter, QRectF(self.rect()), ground, look.text if chosen else look.line, 13)
        box = self.rect().adjusted(look.space_m, 0, -look.space_m, 0)
        if self._glyph:
            paint_glyph(painter, QRectF(box.left(), box.center().y() - 6, 13, 13), self._glyph, ink)
            box.adjust(17, 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 13)


class Switch(_Button):
    """On or off, with its sentence on the left."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        track = QRectF(self.width() - 38, self.height() / 2 - 10, 36, 20)
        on = self.isChecked()
        paint_box(painter, track, look.primary if on else look.track, look.primary if on else look.muted, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.on_primary if on else look.surface)
        painter.drawEllipse(
            QPointF(track.right() - 10 if on else track.left() + 10, track.center().y()), 7, 7
        )
        painter.setPen(look.text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self.rect().adjusted(0, 0, -46, 0), flags, self.text())
        if self.hasFocus():
            paint_focus(painter, track.adjusted(-2, -2, 2, 2), 12)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 46, current().button_height)
