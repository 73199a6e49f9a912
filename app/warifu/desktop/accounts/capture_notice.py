"""Says below the list that pictures of the window are allowed, and for how long; a press forbids them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.i18n import tr
from warifu.desktop.theme import font
from warifu.desktop.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from warifu.desktop.compose import Context


class CaptureNotice(LinkButton):
    """Shown only as long as it has something to say."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("", parent)
        self._shield = context.parts.shield
        self.setFont(font("label"))
        self.setToolTip(tr("Press to keep Warifu out of screenshots again."))
        self.clicked.connect(self._shield.forbid)
        self._shield.changed.connect(self._tell)
        context.ticker.watch(self, lambda _now: self._tick())
        self._tell()

    def _tick(self) -> None:
        self._shield.look()
        self._tell()

    def _tell(self) -> None:
        left = self._shield.seconds_left
        self.setText(tr("Screenshots allowed {time}", time=f"{left // 60}:{left % 60:02}"))
        self.setVisible(left > 0)
