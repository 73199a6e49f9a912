"""Locking in the window: what the system tells, what is on the screen, and what is left of it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu
from test_main_window import PASSWORD, start, unlocked  # noqa: F401 - a fixture among them

from private_bus import fake_session
from warifu.desktop.about import About
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.accounts.menus import account_menu
from warifu.desktop.locking import Locking
from warifu.desktop.strategies.own_input import OwnInput
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.ports import Absence
from warifu.settings import schema

pytestmark = [
    pytest.mark.safety(22),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus"),
]


class Hands:
    """``services.ports.Idle``."""

    idle = 0.0

    def seconds(self) -> float:
        return self.idle


@pytest.fixture
def locking(start, qtbot, monkeypatch):  # noqa: F811
    """A window with an open vault, on a private bus."""
    with fake_session() as session:
        for name, address in session.environ.items():
            monkeypatch.setenv(name, address)
        window = unlocked(qtbot, start(), "GitHub")
        made = Locking(window.context, window, Hands())
        for listener in made._watch._listeners:
            assert listener.listening.wait(10)
        assert session.heard() == "held"
        yield window, session, made
        made.end()


@pytest.mark.parametrize("word", ["sleep", "lock", "hint", "saver", "inactive"])
def test_the_systems_news_lock_a_window_that_is_hidden(locking, qtbot, word) -> None:
    window, session, _made = locking
    window.hide()
    window.context.copying.copy(window.context.session.store.accounts()[0].id)
    session.say(word)
    qtbot.waitUntil(lambda: isinstance(window.page, LockedPage), timeout=10_000)
    assert window.context.session.store is None
    assert QApplication.clipboard().text() == ""
    if word == "sleep":
        qtbot.waitUntil(session.has_news)
        assert session.heard() == "released"


def test_sleep_waits_until_the_last_change_is_saved(locking, qtbot) -> None:
    window, session, _made = locking
    store = window.context.session.store
    keys = window.context.session._saver._opened.keys
    store.edit(store.accounts()[0].id, title="The last change")
    session.say("sleep")
    qtbot.waitUntil(lambda: isinstance(window.page, LockedPage), timeout=10_000)
    qtbot.waitUntil(session.has_news)
    assert session.heard() == "released"
    assert not any(keys.master)
    opened = []
    window.context.session.unlock(PASSWORD, lambda: opened.append(1), pytest.fail)
    qtbot.waitUntil(lambda: bool(opened))
    assert window.context.session.store.accounts()[0].title == "The last change"


def test_menus_and_dialogs_go_with_the_accounts(locking, qtbot) -> None:
    window, session, _made = locking
    page = window.page
    account = window.context.session.store.accounts()[0]
    menu = account_menu(page, account, [account], page._actions, lambda _id: None, movable=False)
    menu.popup(window.pos())
    about = About(page)
    about.open()
    gone: list[int] = []
    for each in (page, menu, about):
        each.destroyed.connect(lambda: gone.append(1))
    session.say("lock")
    qtbot.waitUntil(lambda: len(gone) == 3, timeout=10_000)
    assert QApplication.activePopupWidget() is None
    assert not [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMenu) and widget.isVisible()
    ]


def test_what_was_done_is_no_longer_told(locking, qtbot) -> None:
    window, session, _made = locking
    window.notify.say("“GitHub” is in the trash.", "Undo", lambda: None)
    session.say("lock")
    qtbot.waitUntil(lambda: isinstance(window.page, LockedPage), timeout=10_000)
    assert window.notify.text == ""


def test_idle_time_locks_in_the_tray(locking, qtbot) -> None:
    window, _session, made = locking
    window.hide()
    Hands.idle = 1e6
    made.auto_lock._look()
    assert isinstance(window.page, LockedPage)
    Hands.idle = 0.0


def test_minimising_locks_where_it_is_wanted(locking, qtbot) -> None:
    window, _session, _made = locking
    window.showMinimized()
    QApplication.processEvents()
    assert isinstance(window.page, ListPage)
    window.showNormal()
    window.context.settings.set(schema.LOCK_ON_MINIMISE, True)
    window.showMinimized()
    qtbot.waitUntil(lambda: isinstance(window.page, LockedPage))


def test_a_code_that_was_just_copied_outlives_minimising(locking, qtbot) -> None:
    window, _session, made = locking
    window.context.settings.set(schema.LOCK_ON_MINIMISE, True)
    window.context.copying.copy(window.context.session.store.accounts()[0].id)
    window.showMinimized()
    QApplication.processEvents()
    assert isinstance(window.page, ListPage)
    assert QApplication.clipboard().text()
    assert made.auto_lock._put_off is not None
    window.showNormal()
    qtbot.waitUntil(lambda: made.auto_lock._put_off is None)


def test_after_the_end_nothing_is_heard(locking, qtbot) -> None:
    window, _session, made = locking
    made.end()
    made._hear(Absence.SCREEN_LOCKED)
    QApplication.processEvents()
    assert isinstance(window.page, ListPage)


def test_own_keys_and_clicks_count_where_the_system_tells_nothing(start, qtbot, fake_clock) -> None:  # noqa: F811
    window = start()
    idle = OwnInput(fake_clock)
    fake_clock.advance(100)
    assert idle.seconds() == 100
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle.seconds() == 0
    fake_clock.advance(5)
    QApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    assert idle.seconds() == 5
    idle.touch()
    assert idle.seconds() == 0
