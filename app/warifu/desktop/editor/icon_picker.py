"""The field that shows an account's icon and opens the choice of another."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from shiboken6 import isValid

from warifu.core.account import Icon
from warifu.core.errors import AppError
from warifu.desktop.i18n import tr
from warifu.desktop.icon_painter import paint_icon
from warifu.desktop.theme import current, font
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.widgets.fields import paint_frame
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from warifu.desktop.compose import Context
    from warifu.desktop.editor.icon_popup import IconPopup

_SIDE = 20  # logical pixels of the icon
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4)


class IconPicker(QAbstractButton):
    """``icon_chosen`` carries an icon that the person has picked, never one that was only shown."""

    icon_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._icon = Icon()
        self._title = ""
        self._popup: IconPopup | None = None
        self._asked = 0  # pictures asked for: only the last one counts
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_popup)
        self._tell_name()

    @property
    def icon_shown(self) -> Icon:
        """The icon that the account has now."""
        return self._icon

    @property
    def popup(self) -> IconPopup | None:
        """The choice, once it has been opened."""
        return self._popup

    def set_icon(self, icon: Icon, title: str) -> None:
        """Show an icon; the title gives the letter, and the brand that is proposed first."""
        if (icon, title) != (self._icon, self._title):
            self._icon, self._title = icon, title
            self._tell_name()
            self.update()

    def name(self) -> str:
        """What the icon is called."""
        if self._icon.image:
            return tr("Own image")
        brand = self._context.catalogue.get(self._icon.brand) if self._icon.brand else None
        return brand.title if brand is not None else tr("Letter")

    def open_popup(self) -> None:
        """Open the choice under the field."""
        from warifu.desktop.editor.icon_popup import IconPopup

        if self._popup is None:
            self._popup = IconPopup(self._context.catalogue, self)
            self._popup.icon_chosen.connect(self._choose)
            self._popup.image_wanted.connect(self.ask_for_image)
        self._popup.open_for(self, self._icon, self._title)

    def ask_for_image(self) -> None:
        """Ask for a picture file, without holding up the rest of the program."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.window(), tr("Choose an image"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Images") + " (*.png *.jpg *.jpeg *.svg *.PNG *.JPG *.JPEG *.SVG)", tr("All files") + " (*)"]
        )
        dialog.fileSelected.connect(partial(self._take_selected, dialog))
        self.destroyed.connect(dialog.close)  # locking takes the page away, and the question with it
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Make the icon of a picture file, away from the main thread."""
        from warifu.desktop.strategies.own_image import read_image

        self._asked += 1
        number = self._asked
        self._context.tasks.run(
            partial(read_image, path), partial(self._made, number), partial(self._refused, number), Lane.POOL
        )

    def _take_selected(self, _dialog: QFileDialog, name: str) -> None:
        self.take_file(Path(name))

    def _made(self, number: int, image: bytes) -> None:
        if isValid(self) and number == self._asked:
            self._choose(Icon(image=image))

    def _refused(self, number: int, problem: Exception) -> None:
        if not isinstance(problem, AppError):
            raise problem
        if isValid(self) and number == self._asked:
            self._context.notify.error(problem)

    def _choose(self, icon: Icon) -> None:
        self._asked += 1
        self.set_icon(icon, self._title)
        self.icon_chosen.emit(icon)

    def _tell_name(self) -> None:
        self.setAccessibleDescription(self.name())
        self.setToolTip(self.name())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F4 and the down arrow open the choice, as Space does."""
        if event.key() in _OPENING:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(150, current().field_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, current().field_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint_frame(self, painter)
        middle = self.height() / 2
        paint_icon(painter, QRectF(12, middle - _SIDE / 2, _SIDE, _SIDE), self._icon, self._title, look.dark)
        painter.setPen(look.text)
        box = self.rect().adjusted(_SIDE + 20, 0, -30, 0)
        text = self.fontMetrics().elidedText(self.name(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        paint_glyph(painter, QRectF(self.width() - 26, middle - 6, 12, 12), Glyph.DOWN, look.muted)
