"""What this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from warifu import __version__
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets import Heading, Mark, Muted, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 300  # logical pixels


class About(QDialog):
    """Name, version and licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self.setWindowTitle(tr("About Warifu"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.space_xl, look.space_xl, look.space_xl, look.space_l)
        whole.setSpacing(look.space_s)
        whole.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        lines = (
            Heading(tr("Warifu {version}", version=__version__)),
            Muted(tr("Your two-factor codes, on your own computer.")),
            Muted(
                tr("Free software under the GNU General Public License, version 3 or later."), role="small"
            ),
        )
        for line in lines:
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            whole.addWidget(line)
        whole.addSpacing(look.space_s)
        close = PrimaryButton(tr("Close"))
        close.clicked.connect(self.accept)
        whole.addWidget(close)
        self.setFixedSize(_WIDTH, whole.totalHeightForWidth(_WIDTH))  # Qt would not count lines that wrap
