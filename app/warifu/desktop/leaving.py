"""The way out: whatever is not saved is saved first, and a save that fails is not passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from warifu.desktop.i18n import shown, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from warifu.core.errors import AppError
    from warifu.desktop.compose import Context


def end_loop() -> None:
    """End the event loop. Qt's ``quit`` would first ask every window to close, and closing asks to quit."""
    QCoreApplication.exit(0)


def leave(window: QWidget, context: Context) -> None:
    """End the event loop once all is saved, or when the user accepts to lose what cannot be."""

    def refused(error: AppError) -> None:
        if not context.session.unsaved:
            end_loop()
        elif _try_again(window, error):
            leave(window, context)

    context.session.flush(end_loop, refused)


def _try_again(window: QWidget, error: AppError) -> bool:
    """Ask what to do about a failed save; false to stay. Quitting all the same ends the event loop here."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Not saved"))
    box.setText(shown(error.title))
    parts = [shown(part) for part in (error.detail, error.hint) if part]
    box.setInformativeText(" ".join([*parts, tr("If you quit now, your last changes are lost.")]))
    again = box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
    lose = box.addButton(tr("Quit and lose them"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is lose:
        end_loop()
    return box.clickedButton() is again
