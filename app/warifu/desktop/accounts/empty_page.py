"""What stands in place of the list when there is nothing to list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from warifu.desktop.widgets.containers import Mark
from warifu.desktop.widgets.labels import Heading, Muted

if TYPE_CHECKING:
    from warifu.desktop.compose import Context

_WIDTH = 290  # logical pixels of the column


class EmptyPage(QWidget):
    """The first account's invitation. ``ways`` holds one button under another, the strongest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.space_xs)
        inner.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addSpacing(look.space_l)
        text = tr(
            "Open a site’s two-step settings, then paste its secret key here or scan its QR code. "
            "You can also drop a QR image on this window."
        )
        for label in (Heading(tr("Add your first account")), Muted(text)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inner.addWidget(label)
        inner.addSpacing(look.space_m)
        self.ways = QVBoxLayout()
        self.ways.setSpacing(look.space_s)
        inner.addLayout(self.ways)
        self.add_button = PrimaryButton(tr("Add account"))
        self.add_button.clicked.connect(lambda _checked: context.nav.open_add())
        self.ways.addWidget(self.add_button)
        self.import_button = QuietButton(tr("Import from another app…"))
        self.import_button.clicked.connect(lambda _checked: context.nav.open_import())
        self.ways.addWidget(self.import_button)
        self.restore_button = QuietButton(tr("Restore from a backup…"))
        self.restore_button.clicked.connect(lambda _checked: context.nav.open_backup_list())
        self.ways.addWidget(self.restore_button)
        self.authy_button = LinkButton(tr("Coming from Authy?"))
        self.authy_button.clicked.connect(lambda _checked: _open_authy(context))
        self.ways.addWidget(self.authy_button, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()  # not an aligned widget: that gets no height for text that wraps
        row.addStretch(1)
        row.addWidget(column)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)


def _open_authy(context: Context) -> None:
    from warifu.desktop.importing.leaving_page import LeavingPage

    context.nav.open_page(LeavingPage)


class NothingFound(QWidget):
    """No account fits what was searched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Muted()
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(current().space_xl, current().space_xl, current().space_xl, 0)
        whole.addWidget(self._label)
        whole.addStretch(1)

    def name(self, query: str) -> None:
        """Say what was searched."""
        text = tr("Nothing matches “{query}”.", query=query) if query else tr("Nothing here.")
        self._label.setText(text)
