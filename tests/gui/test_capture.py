"""Who may see our windows: pictures of the screen, and other programs that have the keyboard."""

from __future__ import annotations

import types

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.accounts.account_page import AccountPage
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.accounts.menus import window_menu
from warifu.desktop.capture import Shield
from warifu.desktop.preferences.locking_group import PrivacyGroup
from warifu.platforms.capture_guard import capture_guard
from warifu.platforms.capture_guard.base import Support
from warifu.platforms.capture_guard.macos import MacGuard
from warifu.platforms.capture_guard.windows import WindowsGuard
from warifu.settings import schema

pytestmark = pytest.mark.safety(34)


class Guard:
    """``platforms.capture_guard.base.CaptureGuard``."""

    def __init__(self, support: Support = Support.YES) -> None:
        self.here = support
        self.windows: dict[int, bool] = {}

    def support(self) -> Support:
        return self.here

    def guard(self, window: int, *, on: bool) -> bool:
        self.windows[window] = on
        return True


@pytest.fixture
def guard(desk):
    made = Guard()
    desk.context.parts.shield = Shield(made, desk.settings, desk.scheduler, desk.clock)
    yield made
    desk.context.parts.shield.end()


@pytest.fixture
def page(desk, guard):
    desk.with_vault()
    desk.store.add(Account(Otp(Secret(b"0123456789")), title="GitHub"))
    made = desk.open(ListPage(desk.context))
    desk.context.parts.shield.begin()
    return made


def test_every_window_is_guarded_also_later_ones(desk, guard, page, qtbot) -> None:
    assert guard.windows == {int(desk.host.winId()): True}
    dialog = QWidget()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert guard.windows[int(dialog.winId())]


def test_pictures_can_be_allowed_for_five_minutes_in_plain_sight(desk, guard, page) -> None:
    shield, window = desk.context.parts.shield, int(desk.host.winId())
    notice = page.footer.notice
    assert not notice.isVisible()
    _entry(page, desk, "Allow screenshots for 5 minutes").trigger()
    assert not guard.windows[window]
    assert notice.isVisible()
    assert notice.text() == "Screenshots allowed 5:00"
    desk.advance(61)
    notice._tick()
    assert notice.text() == "Screenshots allowed 3:59"
    desk.advance(239)
    assert guard.windows[window]
    assert not notice.isVisible()
    shield.allow()
    _entry(page, desk, "Forbid screenshots again").trigger()
    assert guard.windows[window]
    shield.allow()
    notice.click()
    assert guard.windows[window]


def test_the_five_minutes_are_over_after_a_sleep(desk, guard, page) -> None:
    shield, window = desk.context.parts.shield, int(desk.host.winId())
    shield.allow()
    desk.clock.set(desk.clock.now() + 8 * 3600)  # timers and the clock of durations stood still
    page.footer.notice._tick()
    assert guard.windows[window]
    assert not page.footer.notice.isVisible()


def test_a_clock_that_is_set_back_gives_no_longer_leave(desk, guard, page) -> None:
    shield = desk.context.parts.shield
    shield.allow()
    desk.clock.set(desk.clock.now() - 8 * 3600)
    assert shield.seconds_left == 300


def test_the_guard_can_be_turned_off_for_good(desk, guard, page) -> None:
    desk.settings.set(schema.CAPTURE_GUARD, False)
    assert guard.windows == {int(desk.host.winId()): False}
    assert _entry(page, desk, "Allow screenshots for 5 minutes") is None
    desk.settings.set(schema.CAPTURE_GUARD, True)
    assert guard.windows == {int(desk.host.winId()): True}


@pytest.mark.parametrize(
    ("support", "told", "enabled"),
    [
        (Support.YES, "As far as the system can.", True),
        (Support.REMOTE, "Off in this remote session", True),
        (Support.NO, "This system lets no program", False),
    ],
)
def test_the_preferences_say_what_the_system_can(desk, guard, qtbot, support, told, enabled) -> None:
    guard.here = support
    group = PrivacyGroup(desk.context)
    qtbot.addWidget(group)
    assert group.note.text().startswith(told)
    assert group.capture.isEnabled() is enabled
    assert group.capture.field.isChecked() is enabled
    assert desk.settings.get(schema.CAPTURE_GUARD)


def test_a_remote_session_is_never_blackened(desk, guard, page) -> None:
    guard.here = Support.REMOTE
    desk.context.parts.shield.forbid()
    assert guard.windows == {int(desk.host.winId()): False}
    assert _entry(page, desk, "Allow screenshots for 5 minutes") is None


def _entry(page: QWidget, desk, name: str):
    menu: QMenu = window_menu(page, desk.context, lambda: None, None)
    return next((action for action in menu.actions() if action.text() == name), None)


def test_linux_knows_no_guard() -> None:
    assert capture_guard("linux").support() is Support.NO
    assert not capture_guard("linux").guard(1, on=True)


@pytest.mark.parametrize("knows", [(0x11, 0x01, 0), (0x01, 0)], ids=["Windows 11", "Windows 8"])
def test_windows_excludes_or_blackens(knows) -> None:
    asked: list[tuple[int, int]] = []

    def set_affinity(window: int, affinity: int) -> bool:
        asked.append((window, affinity))
        return affinity in knows

    remote = [0]
    user32 = types.SimpleNamespace(
        SetWindowDisplayAffinity=set_affinity,
        GetSystemMetrics=lambda what: remote[0] if what == 0x1000 else 0,
    )
    guard = WindowsGuard(user32)
    assert guard.guard(7, on=True)
    assert asked[-1] == (7, knows[0])
    assert guard.guard(7, on=False)
    assert asked[-1] == (7, 0)
    assert guard.support() is Support.YES
    remote[0] = 1
    assert guard.support() is Support.REMOTE


def test_macos_shares_no_window() -> None:
    types_set: list[int] = []
    window = types.SimpleNamespace(setSharingType_=types_set.append)
    views = {5: window, 6: None}
    objc = types.SimpleNamespace(
        objc_object=lambda c_void_p: types.SimpleNamespace(window=lambda: views[c_void_p])
    )
    guard = MacGuard(objc)
    assert guard.guard(5, on=True)
    assert guard.guard(5, on=False)
    assert types_set == [0, 1]
    assert not guard.guard(6, on=True)


@pytest.fixture
def elsewhere(monkeypatch):
    """Gives the keyboard to another program, and back."""
    state = [Qt.ApplicationState.ApplicationActive]
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: state[0]))

    def turn(active: bool) -> None:
        state[0] = (
            Qt.ApplicationState.ApplicationActive if active else Qt.ApplicationState.ApplicationInactive
        )
        QGuiApplication.instance().applicationStateChanged.emit(state[0])

    return turn


def test_codes_hide_while_another_program_has_the_keyboard(desk, page, elsewhere) -> None:
    elsewhere(False)
    assert not page.view.accounts.wishes.hide
    desk.settings.set(schema.HIDE_UNFOCUSED, True)
    assert page.view.accounts.wishes.hide
    elsewhere(True)
    assert not page.view.accounts.wishes.hide
    elsewhere(False)
    assert page.view.accounts.wishes.hide


def test_the_big_code_hides_too_and_comes_back(desk, page, elsewhere) -> None:
    desk.settings.set(schema.HIDE_UNFOCUSED, True)
    account = AccountPage(desk.context, desk.store.accounts()[0].id)
    desk.open(account)
    assert not account.code._hidden
    elsewhere(False)
    assert account.code._hidden
    elsewhere(True)
    assert not account.code._hidden


def test_a_page_that_is_gone_is_not_called(desk, page, elsewhere, qtbot) -> None:
    destroyed = []
    page.destroyed.connect(lambda: destroyed.append(1))
    page.closed()
    page.deleteLater()
    qtbot.waitUntil(lambda: destroyed == [1])
    elsewhere(False)
