"""No part of a page is shown before the page holds it. It would flash up as a window, and on Windows
take the keyboard with it.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from warifu.desktop.exporting.export_page import ExportPage
from warifu.desktop.exporting.write_page import WritePage
from warifu.desktop.importing.apps import apps
from warifu.desktop.importing.import_page import ImportPage
from warifu.desktop.importing.leaving_page import LeavingPage
from warifu.desktop.importing.steps_page import StepsPage
from warifu.desktop.quick_panel import QuickPanel
from warifu.desktop.scanning.show_code_page import ShowCodePage
from warifu.desktop.scanning.transfer_page import TransferPage
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.rotate_page import RotatePage
from warifu.desktop.unlock.ways_page import WaysPage
from warifu.services import exporting


class Watcher(QObject):
    """Notes windows that are shown while one of Warifu's own parts is being made."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            frame = sys._getframe(1)
            while frame is not None:
                code = frame.f_code
                if code.co_name == "__init__" and "desktop" in code.co_filename:
                    self.seen.append(f"{type(watched).__name__} in {code.co_filename}")
                frame = frame.f_back
        return False


@pytest.fixture
def watcher(home):
    made = Watcher()
    QApplication.instance().installEventFilter(made)
    yield made
    QApplication.instance().removeEventFilter(made)
    assert not made.seen


def test_the_watcher_sees_what_flashes_up(home, qtbot):
    class Flashing(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.part = QWidget()
            self.part.setVisible(True)

    Flashing.__init__.__code__ = Flashing.__init__.__code__.replace(co_filename="desktop/made_up.py")
    made = Watcher()
    QApplication.instance().installEventFilter(made)
    qtbot.addWidget(Flashing())
    QApplication.instance().removeEventFilter(made)
    assert made.seen


def test_pages_of_the_list(home, watcher):
    nav, account = home.context.nav, home.session.store.accounts()[0]
    home.context.parts.shield.allow()
    nav.open_list()
    for action in (
        lambda: nav.open_account(account.id),
        nav.open_add,
        lambda: nav.open_edit(account.id),
        nav.open_trash,
        nav.open_preferences,
        nav.open_backups,
        nav.open_backup_list,
        nav.open_import,
        lambda: nav.open_page(lambda context: ShowCodePage(context, account.id)),
        lambda: nav.open_page(lambda context: TransferPage(context, [account.id])),
    ):
        action()
        nav.open_list()


@pytest.mark.parametrize("page", [KitPage, WaysPage, RotatePage, ImportPage, LeavingPage, ExportPage])
def test_pages_of_their_own(home, watcher, page):
    home.context.nav.open_page(page)
    assert isinstance(home.page, page)


def test_pages_of_every_app(home, watcher):
    account = home.session.store.accounts()[0]
    for app in apps(home.context.parts.catalogue):
        home.context.nav.open_page(lambda context, app=app: StepsPage(context, app))
        home.context.nav.back()
    for target in exporting.targets():
        home.context.nav.open_page(lambda context, target=target: WritePage(context, target, [account.id]))
        home.context.nav.back()


def test_the_panel_of_the_tray(home, watcher, qtbot):
    panel = QuickPanel(home.context)
    qtbot.addWidget(panel)
