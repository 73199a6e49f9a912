"""The small window at the tray icon, on real services."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from warifu.core.account import Account, Otp, OtpType
from warifu.core.secret import Secret
from warifu.desktop.accounts.face import title_of
from warifu.desktop.quick_panel import QuickPanel
from warifu.services.look import SessionState
from warifu.settings import schema

ICON = QRect(700, 560, 24, 24)


def account(title: str, **fields) -> Account:
    return Account(otp=Otp(Secret(title.encode().ljust(20, b"."))), title=title, **fields)


@pytest.fixture
def panel(desk, qtbot):
    desk.with_vault()
    desk.store.add(account("GitHub"), account("Google"), account("Cloudflare"), account("MIKOLABO-FIRST"))
    made = QuickPanel(desk.context)
    qtbot.addWidget(made)
    return made


def open_panel(panel, qtbot) -> None:
    with qtbot.waitActive(panel):
        panel.open_at(ICON)


def titles(panel) -> list[str]:
    return [title_of(row) for row in panel.view.accounts.rows]


def test_pinned_come_first_then_the_ones_used_last(panel, desk, qtbot) -> None:
    by_title = {each.title: each.id for each in desk.store.accounts()}
    desk.store.note_use(by_title["Google"])
    desk.clock.advance(60)
    desk.store.note_use(by_title["Cloudflare"])
    desk.store.edit(by_title["MIKOLABO-FIRST"], pinned=True)
    open_panel(panel, qtbot)
    assert titles(panel) == ["MIKOLABO-FIRST", "Cloudflare", "Google", "GitHub"]


def test_typing_searches_and_enter_copies_and_closes(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    QTest.keyClicks(panel.search, "mikola")
    assert titles(panel) == ["MIKOLABO-FIRST"]
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert not panel.isVisible()
    first = next(each for each in desk.store.accounts() if each.title == "MIKOLABO-FIRST")
    assert desk.clipboard.text == code_of(first, desk.clock.now())


def test_arrows_choose_and_alt_enter_takes_the_next_code(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    QTest.keyClick(panel.search, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    second = next(each for each in desk.store.accounts() if each.title == "Google")
    assert desk.clipboard.text == code_of(second, desk.clock.now() + 30)
    assert not panel.isVisible()


@pytest.mark.parametrize("x", [30, 150, 290], ids=["icon", "title", "code"])
def test_a_click_anywhere_on_a_row_copies_and_closes(x, panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    row = panel.view.visualRect(panel.view.accounts.index(2))
    QTest.mouseClick(
        panel.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        row.topLeft() + type(row.topLeft())(x, 30),
    )
    third = desk.store.accounts()[2]
    assert desk.clipboard.text == code_of(third, desk.clock.now())
    assert not panel.isVisible()


def test_escape_closes_and_copies_nothing(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    QTest.keyClicks(panel.search, "git")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.clipboard.text == ""
    open_panel(panel, qtbot)
    assert panel.search.text() == ""


def test_the_copied_code_outlives_the_panel_for_its_seconds(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    desk.advance(desk.settings.get(schema.CLIPBOARD_SECONDS) - 1)
    assert desk.clipboard.text
    desk.advance(1)
    assert desk.clipboard.text == ""


def test_hidden_it_runs_no_timer_and_holds_no_account(panel, desk, qtbot) -> None:
    assert not desk.ticker.running
    open_panel(panel, qtbot)
    assert desk.ticker.running
    panel.hide()
    assert not desk.ticker.running
    assert titles(panel) == []


def test_it_follows_the_vault_while_it_is_open(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    desk.store.add(account("Steam", pinned=True))
    assert titles(panel)[0] == "Steam"


def test_locking_takes_the_accounts_away_and_offers_to_unlock(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    desk.session.lock()
    assert desk.session.state is SessionState.LOCKED
    assert titles(panel) == []
    assert panel.unlock_button.isVisible()
    panel.unlock_button.click()
    assert desk.nav.went == [("raise_window",)]
    assert not panel.isVisible()


def test_without_a_vault_it_leads_to_the_window(desk, qtbot) -> None:
    panel = QuickPanel(desk.context)
    qtbot.addWidget(panel)
    open_panel(panel, qtbot)
    panel.unlock_button.click()
    assert desk.nav.went == [("raise_window",)]


def test_the_press_that_closed_it_does_not_open_it_again(panel, qtbot) -> None:
    open_panel(panel, qtbot)
    panel.toggle(ICON)
    assert not panel.isVisible()
    panel.toggle(ICON)
    assert not panel.isVisible()
    qtbot.wait(350)
    panel.toggle(ICON)
    assert panel.isVisible()


def test_a_refused_copy_leads_to_the_window_that_says_why(panel, desk, qtbot) -> None:
    open_panel(panel, qtbot)
    gone = desk.store.accounts()[0]
    panel.view.accounts.show_rows([dataclasses.replace(gone, id="gone")])
    panel.view.use_row(0)
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert desk.nav.went == [("raise_window",)]
    assert desk.notify.text


def test_hidden_codes_stay_hidden(panel, desk, qtbot) -> None:
    desk.settings.set(schema.HIDE_CODES, True)
    open_panel(panel, qtbot)
    index = panel.view.accounts.index(0)
    assert "code hidden" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def code_of(chosen: Account, now: float) -> str:
    from warifu.core.otp import code_at

    assert chosen.otp.type is OtpType.TOTP
    return code_at(chosen, now).value
