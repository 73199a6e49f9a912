"""Facts for somebody who helps, shown in full before they are saved anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QSystemTrayIcon, QVBoxLayout

from warifu.core.errors import AppError
from warifu.desktop.backups.late import while_there
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font
from warifu.desktop.unlock.busy import BusyLine
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import Card, Muted, PrimaryButton, QuietButton
from warifu.services import diagnostics
from warifu.services.ports import Lane
from warifu.services.problems import as_app_error
from warifu.settings import schema

if TYPE_CHECKING:
    from warifu.desktop.compose import Context

FILE = "warifu-diagnostics.txt"


class DiagnosticsPage(TitledPage):
    """Saves the text that it shows, and nothing else."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Diagnostics"))
        self.text = ""
        self.body.addWidget(
            Muted(
                tr(
                    "For somebody who helps you. This is all that is saved, and nothing is sent: no names of "
                    "accounts, no paths, no secrets."
                )
            )
        )
        self.busy = BusyLine()
        self.body.addWidget(self.busy)
        self.card = Card()
        inside = QVBoxLayout(self.card)
        look = current()
        inside.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_m)
        self.shown_text = QLabel()
        self.shown_text.setTextFormat(Qt.TextFormat.PlainText)
        self.shown_text.setWordWrap(True)
        self.shown_text.setMinimumWidth(1)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(font("small").pixelSize())
        self.shown_text.setFont(fixed)
        self.shown_text.setAccessibleName(tr("What will be saved"))
        inside.addWidget(self.shown_text)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.card.hide()
        self.cancel, self.save = QuietButton(tr("Cancel")), PrimaryButton(tr("Save…"))
        self.save.setEnabled(False)
        self.foot(self.cancel, self.save)
        self.cancel.clicked.connect(self.leave)
        self.save.clicked.connect(self._ask_where)

    def shown(self) -> None:
        """Look at the computer, once."""
        if self.text:
            return
        self.busy.work(tr("Looking at this computer…"))
        context, store = self._context, self._context.session.store
        subject = diagnostics.Subject(
            context.profile,
            context.session.vault_path,
            context.session.state,
            len(store.accounts()) if store is not None else None,
        )
        window, now = _window(context), context.clock.now()

        def work() -> dict[str, str]:
            from warifu.platforms.features import features

            return diagnostics.collect(subject, context.settings, now) | features() | window

        context.tasks.run(work, while_there(self, self._found), while_there(self, self._failed), Lane.POOL)

    def accept(self) -> None:
        """Ask where to save it."""
        if self.save.isEnabled():
            self._ask_where()

    def save_to(self, path: Path) -> None:
        """Write what is on the screen."""
        try:
            diagnostics.save(path, self.text)
        except AppError as problem:
            self._context.notify.error(problem)
            return
        self._context.nav.back()
        self._context.notify.say(tr("Saved as {name}.", name=path.name))

    def _found(self, facts: dict[str, str]) -> None:
        self.busy.rest()
        self.text = diagnostics.as_text(facts)
        self.shown_text.setText(self.text.rstrip("\n"))
        self.busy.hide()
        self.card.show()
        self.save.setEnabled(True)
        self.save.setFocus()

    def _failed(self, problem: Exception) -> None:
        self.busy.rest()
        self._context.notify.error(as_app_error(problem))

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        before = str(Path(documents) / FILE)
        chosen, _filter = QFileDialog.getSaveFileName(
            self, tr("Save the diagnostics"), before, tr("Texts (*.txt)")
        )
        if chosen:
            self.save_to(Path(chosen))


def _window(context: Context) -> dict[str, str]:
    """What Qt tells; on the main thread."""
    from PySide6.QtCore import qVersion

    from warifu.desktop.i18n import chosen_language

    screens = QGuiApplication.screens()
    scales = sorted({f"{round(screen.devicePixelRatio() * 100)}%" for screen in screens})
    dark = current().window.lightness() < 128
    return {
        "qt": diagnostics.number_of(qVersion()),
        "qt platform": diagnostics.one_of(
            QGuiApplication.platformName(), ("xcb", "wayland", "windows", "cocoa", "offscreen", "minimal")
        ),
        "screens": str(len(screens)),
        "scale": ", ".join(scales),
        "tray": "yes" if QSystemTrayIcon.isSystemTrayAvailable() else "no",
        "language shown": chosen_language(context.settings.get(schema.LANGUAGE)),
        "colours shown": "dark" if dark else "light",
    }
