"""The clock in the preferences and beside codes: no packet before the click, no correction before consent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt

from time_server import answer, odd_answers, time_server
from warifu.core.account import Account, Otp
from warifu.core.otp import codes_around
from warifu.core.secret import Secret
from warifu.desktop.accounts.account_page import AccountPage
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.preferences.preferences_page import PreferencesPage
from warifu.desktop.quick_panel import QuickPanel
from warifu.platforms import clock as platform_clock
from warifu.platforms.clock.udp import UdpTimeServer
from warifu.services.ports import Sync
from warifu.services.time_check import TimeCheck
from warifu.settings import schema
from warifu.settings.file import Settings

pytestmark = pytest.mark.safety(70)
LEFT = Qt.MouseButton.LeftButton
ACCOUNT = Account(Otp(Secret(b"12345678901234567890")), title="Example")


@pytest.fixture(autouse=True)
def system_says(monkeypatch):
    """The system's word, for the test to choose."""
    said = [Sync.NOT_KEPT]
    monkeypatch.setattr(platform_clock, "system_sync", lambda: said[0])
    return said


def server_off_by(desk, seconds: float):
    return time_server(lambda question: [answer(question, desk.clock.now() + seconds)])


@pytest.fixture
def page(desk) -> PreferencesPage:
    desk.with_vault()
    return desk.open(PreferencesPage(desk.context))


def ask(desk, group, server) -> None:
    desk.qtbot.mouseClick(group.check, LEFT)
    group.form.server.setText(server.name)
    desk.qtbot.mouseClick(group.form.ask, LEFT)


@pytest.mark.parametrize(
    ("sync", "words"),
    [(Sync.KEPT, "keeps it right"), (Sync.NOT_KEPT, "does not keep"), (Sync.UNKNOWN, "does not tell")],
)
def test_what_the_system_says_is_shown(desk, system_says, sync, words) -> None:
    system_says[0] = sync
    page = desk.open(PreferencesPage(desk.with_vault().context))
    assert words in page.clock.status.detail.text()


def test_nothing_is_sent_before_the_button_that_names_the_server(desk, page) -> None:
    group = page.clock
    with server_off_by(desk, 90) as server:
        desk.settings.set(schema.CLOCK_SERVER, server.name)
        page = desk.open(PreferencesPage(desk.context))
        group = page.clock
        desk.qtbot.mouseClick(group.check, LEFT)
        assert group.form.isVisible()
        assert group.form.server.text() == server.name
        desk.advance(3_600)
        assert server.asked == []
        desk.qtbot.mouseClick(group.form.cancel, LEFT)
        assert server.asked == []
        ask(desk, group, server)
        assert len(server.asked) == 1
    assert group.result.words.text() == "The clock is 1 min 30 s slow."
    assert desk.settings.get(schema.CLOCK_CORRECTION) == 0


def test_a_correction_is_taken_by_a_click_shown_and_removed(desk, page) -> None:
    group = page.clock
    with server_off_by(desk, -90) as server:
        ask(desk, group, server)
    assert not group.corrected.isVisible()
    desk.qtbot.mouseClick(group.result.correct, LEFT)
    assert Settings(desk.profile.settings).get(schema.CLOCK_CORRECTION) == pytest.approx(-90_000, abs=300)
    assert group.corrected.isVisible()
    assert "1 min 30 s earlier" in group.corrected.detail.text()
    desk.qtbot.mouseClick(group.reset, LEFT)
    assert Settings(desk.profile.settings).get(schema.CLOCK_CORRECTION) == 0
    assert not group.corrected.isVisible()


def test_leaving_it_corrects_nothing(desk, page) -> None:
    with server_off_by(desk, 90) as server:
        ask(desk, page.clock, server)
    desk.qtbot.mouseClick(page.clock.result.leave, LEFT)
    assert not page.clock.result.isVisible()
    assert desk.settings.get(schema.CLOCK_CORRECTION) == 0


@pytest.mark.parametrize(("off", "offers"), [(0, False), (2, True), (-2, True), (90_000, False)])
def test_what_is_right_or_a_day_off_offers_nothing_to_correct(desk, page, off, offers) -> None:
    with server_off_by(desk, off) as server:
        ask(desk, page.clock, server)
    assert page.clock.result.isVisible()
    assert page.clock.result.correct.isVisible() is offers


@pytest.mark.parametrize("odd", ["kiss of death", "other question", "short"])
def test_an_odd_answer_is_one_sentence_and_can_be_tried_again(desk, page, monkeypatch, odd) -> None:
    short = TimeCheck(desk.settings, desk.tasks, desk.clock, UdpTimeServer(0.3), lambda: Sync.UNKNOWN)
    monkeypatch.setattr(page.clock, "_checking", short)
    with time_server(odd_answers(desk.clock.now())[odd]) as server:
        ask(desk, page.clock, server)
    assert page.clock.form.error.text().startswith("The time server ")
    assert page.clock.form.ask.isEnabled()
    assert not page.clock.result.isVisible()


def test_escape_leaves_the_form_and_then_the_page(desk, page) -> None:
    desk.qtbot.mouseClick(page.clock.check, LEFT)
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == []
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


@pytest.mark.parametrize("kind", ["list", "account", "panel"])
def test_where_codes_are_wrong_one_sentence_says_so(desk, kind) -> None:
    desk.with_vault()
    (account_id,) = desk.store.add(ACCOUNT)
    made = {"list": ListPage, "account": lambda c: AccountPage(c, account_id), "panel": QuickPanel}[kind]
    if kind == "panel":
        page = QuickPanel(desk.context)
        desk.qtbot.addWidget(page)
        page.open_at(QRect(700, 0, 20, 20))
    else:
        page = desk.open(made(desk.context))
    assert page.clock.isHidden()
    with server_off_by(desk, 90) as server:
        desk.context.time_check.ask(server.name, lambda _found: None, pytest.fail)
    assert page.clock.says.text() == "The clock is 1 min 30 s slow: sites may refuse codes."
    assert page.clock.isVisible()
    desk.context.time_check.apply()
    assert page.clock.isHidden()
    if kind == "list":
        page.closed()


def heard(text: str) -> str:
    """A code as a screen reader gets it, without what stands between its digits."""
    return text.replace(" ", "").replace(",", "")


def test_every_screen_uses_the_corrected_time(home) -> None:
    """List, account page, quick panel and what is copied (as by the tray's menu), without a restart."""
    context, clock = home.context, home.context.clock
    (account,) = context.session.store.accounts()
    computer = clock.base.now()
    wrong, true = (codes_around(account, computer + shift).current.value for shift in (0, 90))
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    first = home.page.view.accounts.index(0, 0)
    assert wrong in heard(first.data(spoken))
    with time_server(lambda question: [answer(question, computer + 90)]) as server:
        found: list[object] = []
        context.time_check.ask(server.name, found.append, found.append)
        home.qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    context.time_check.apply()
    assert true in heard(first.data(spoken))
    context.copying.copy(account.id)
    assert context.clipboard.holds(true)
    context.copying.clear_now()
    panel = QuickPanel(context)
    home.qtbot.addWidget(panel)
    panel.open_at(QRect(700, 0, 20, 20))
    assert true in heard(panel.view.accounts.index(0, 0).data(spoken))
    panel.close()
    home.window.open_account(account.id)
    assert heard(home.page.code.accessibleName()) == true


def test_a_correction_of_another_process_is_taken_over_when_the_user_comes_back(desk) -> None:
    desk.settings.get(schema.CLOCK_CORRECTION)
    Settings(desk.profile.settings).set(schema.CLOCK_CORRECTION, 90_000)
    heard: list[object] = []
    desk.settings.subscribe(heard.append)
    desk.settings.reread(schema.CLOCK_CORRECTION)
    assert desk.settings.get(schema.CLOCK_CORRECTION) == 90_000
    assert heard == [schema.CLOCK_CORRECTION]
    desk.settings.reread(schema.CLOCK_CORRECTION)
    assert len(heard) == 1
