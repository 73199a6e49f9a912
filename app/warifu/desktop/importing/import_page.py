"""Where accounts come from: a file of any app, or the app first and then its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.i18n import tr
from warifu.desktop.importing.app_list import AppList
from warifu.desktop.importing.apps import AUTHY, App, any_app, apps
from warifu.desktop.importing.choosing import ask_for_files
from warifu.desktop.theme import current
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import Caption, Muted, PrimaryButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from warifu.desktop.compose import Context


class ImportPage(TitledPage):
    """Files are recognised by what is in them; the list tells how to get them out of each app."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Import accounts"))
        self.choose = PrimaryButton(tr("Choose files…"))
        self.list = AppList(apps(context.catalogue))
        words = tr(
            "Drop the file that another app wrote on this window, or choose it. Warifu finds out what it is "
            "and shows what is in it; nothing is stored before you say so."
        )
        self.body.addWidget(Muted(words))
        self.body.addWidget(self.choose)
        self.body.addSpacing(current().space_s)
        self.body.addWidget(Caption(tr("Or say where they come from")))
        self.body.addWidget(self.list, 1)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.choose.clicked.connect(lambda: ask_for_files(self, self.take_files))
        self.list.chosen.connect(self._open)
        self.list.escaped.connect(self.leave)

    def shown(self) -> None:
        """Put the keyboard where an app can be named."""
        self.list.setFocus()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files that were chosen or dropped."""
        self._context.nav.open_import(paths)

    def _open(self, app: App) -> None:
        from warifu.desktop.importing.leaving_page import LeavingPage
        from warifu.desktop.importing.steps_page import StepsPage

        if app.id == AUTHY:
            self._context.nav.open_page(LeavingPage)
        else:
            self._context.nav.open_page(lambda context: StepsPage(context, app))


class ChooseAppPage(TitledPage):
    """Which app wrote a file that is there already; ``chosen`` hears the id, empty for its content."""

    def __init__(self, context: Context, chosen: Callable[[str], None]) -> None:
        super().__init__(context, tr("Which app wrote it?"))
        self._chosen = chosen
        self.list = AppList((any_app(), *apps(context.catalogue)))
        self.body.addWidget(self.list, 1)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.list.chosen.connect(self._take)
        self.list.escaped.connect(self.leave)

    def shown(self) -> None:
        """Put the keyboard where an app can be named."""
        self.list.setFocus()

    def _take(self, app: App) -> None:
        chosen = self._chosen
        self._context.nav.back()
        chosen(app.id)
