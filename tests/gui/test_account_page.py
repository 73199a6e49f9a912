"""The page of one account."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from warifu.core.account import Account, Otp, OtpType
from warifu.core.otp import code_at, grouped
from warifu.core.secret import Secret
from warifu.desktop.accounts.account_page import AccountPage
from warifu.desktop.accounts.code_pair import Half
from warifu.settings.schema import HIDE_CODES

START = 1_800_000_000  # a boundary of 30 seconds
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(desk):
    desk.clock.set(START + 12)
    return desk.with_vault()


def page_of(desk, **fields):
    account = Account(Otp(Secret(b"a secret of twenty by"), **fields), title="MIKOLABO-FIRST", account="root")
    (account_id,) = desk.store.add(account)
    page = desk.open(AccountPage(desk.context, account_id))
    return page, desk.store.get(account_id)


def later(desk, page, seconds: float) -> None:
    desk.advance(seconds)
    page.refresh()


def shown(page, half: Half) -> str:
    return page.two_codes.rows[half].code.accessibleName().replace(" ", "").replace(",", "")


def button(page, half: Half):
    return page.two_codes.rows[half].button


def test_it_shows_the_code_and_the_seconds(desk) -> None:
    page, account = page_of(desk)
    assert page.code.accessibleName().replace(" ", "").replace(",", "") == code_at(account, START).value
    assert page.ring.accessibleName() == "18 seconds left"
    later(desk, page, 18)
    assert page.code.accessibleName().replace(" ", "").replace(",", "") == code_at(account, START + 30).value


def test_it_rolls_by_itself_while_it_is_on_the_screen(desk) -> None:
    page, account = page_of(desk)
    desk.clock.advance(18)
    second = code_at(account, START + 30).value
    spelled = page.code.accessibleName
    desk.qtbot.waitUntil(lambda: spelled().replace(" ", "").replace(",", "") == second, timeout=5000)


def test_a_locked_vault_leaves_nothing_to_show_or_copy(desk) -> None:
    page, _account = page_of(desk)
    desk.qtbot.mouseClick(page.two_codes.wait_button, LEFT)
    desk.session.lock()
    later(desk, page, 20)
    desk.qtbot.keyClick(page, Qt.Key.Key_Return)
    assert desk.clipboard.text == ""


def test_enter_copies_the_code(desk) -> None:
    page, account = page_of(desk)
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Return)
    assert desk.clipboard.text == code_at(account, START).value
    assert button(page, Half.FIRST).text() == "Copied ✓"


def test_two_codes_in_a_row_across_the_boundary(desk) -> None:
    page, account = page_of(desk)
    first, second = code_at(account, START).value, code_at(account, START + 30).value
    desk.qtbot.mouseClick(button(page, Half.FIRST), LEFT)
    assert desk.clipboard.text == first
    later(desk, page, 20)
    assert (shown(page, Half.FIRST), shown(page, Half.SECOND)) == (first, second)
    assert button(page, Half.FIRST).text() == "Copied ✓"
    desk.qtbot.mouseClick(button(page, Half.SECOND), LEFT)
    assert desk.clipboard.text == second
    later(desk, page, 28)
    assert shown(page, Half.FIRST) == code_at(account, START + 60).value
    assert button(page, Half.FIRST).text() == "Copy"


def test_code_2_can_be_copied_early(desk) -> None:
    page, account = page_of(desk)
    assert "18" in page.two_codes.rows[Half.SECOND].when.text()
    desk.qtbot.mouseClick(button(page, Half.SECOND), LEFT)
    assert desk.clipboard.text == code_at(account, START + 30).value


def test_code_2_arrives_the_moment_it_becomes_valid(desk) -> None:
    page, account = page_of(desk)
    desk.qtbot.mouseClick(button(page, Half.FIRST), LEFT)
    desk.qtbot.mouseClick(page.two_codes.wait_button, LEFT)
    assert "18" in page.two_codes.wait_line.text()
    later(desk, page, 17)
    assert desk.clipboard.text == code_at(account, START).value
    assert "1 s" in page.two_codes.wait_line.text()
    later(desk, page, 1)
    assert desk.clipboard.text == code_at(account, START + 30).value
    assert button(page, Half.SECOND).text() == "Copied ✓"
    assert not page.two_codes.cancel_button.isVisible()
    assert desk.host.focusWidget() is button(page, Half.SECOND)


def test_copying_code_1_takes_nothing_from_a_code_2_that_waits(desk) -> None:
    page, account = page_of(desk)
    desk.qtbot.mouseClick(page.two_codes.wait_button, LEFT)
    desk.qtbot.mouseClick(button(page, Half.FIRST), LEFT)
    assert desk.clipboard.text == code_at(account, START).value
    later(desk, page, 18)
    assert desk.clipboard.text == code_at(account, START + 30).value


def test_waiting_can_be_cancelled(desk) -> None:
    page, _account = page_of(desk)
    desk.qtbot.mouseClick(page.two_codes.wait_button, LEFT)
    desk.qtbot.mouseClick(page.two_codes.cancel_button, LEFT)
    later(desk, page, 20)
    assert desk.clipboard.text == ""
    assert page.two_codes.wait_button.isVisible()


def test_counted_codes_come_in_pairs_and_one_by_one(desk) -> None:
    page, account = page_of(desk, type=OtpType.HOTP)
    codes = [code_at(type(account)(account.otp, counter=n), 0).value for n in range(4)]
    assert not page.ring.isVisible()
    desk.qtbot.mouseClick(button(page, Half.FIRST), LEFT)
    assert desk.clipboard.text == codes[0]
    assert [shown(page, half) for half in Half] == codes[:2]
    desk.qtbot.mouseClick(button(page, Half.SECOND), LEFT)
    assert desk.clipboard.text == codes[1]
    desk.qtbot.mouseClick(page.next_code, LEFT)
    assert shown(page, Half.FIRST) == codes[3]


def test_hidden_codes_are_shown_by_space_and_never_spoken_before(desk) -> None:
    desk.settings.set(HIDE_CODES, True)
    page, account = page_of(desk)
    value = code_at(account, START).value
    spoken = [page.code.accessibleName(), *(shown(page, half) for half in Half)]
    assert not any(character.isdigit() for text in spoken for character in text)
    page.code.setFocus()
    desk.qtbot.keyClick(page.code, Qt.Key.Key_Space)
    assert shown(page, Half.FIRST) == value
    assert page.code.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_hidden_codes_can_still_be_copied(desk) -> None:
    desk.settings.set(HIDE_CODES, True)
    page, account = page_of(desk)
    desk.qtbot.mouseClick(page.copy, LEFT)
    assert desk.clipboard.text == code_at(account, START).value


def test_deleting_offers_to_undo(desk) -> None:
    page, account = page_of(desk)
    next(action for action in page.menu.actions() if "trash" in action.text()).trigger()
    assert desk.nav.went == [("open_list",)]
    desk.notify.toast.findChild(object, "toast_action").click()
    assert desk.store.get(account.id).trashed == 0


def test_an_account_deleted_elsewhere_has_no_page(desk) -> None:
    _page, account = page_of(desk)
    desk.store.trash(account.id)
    assert desk.nav.went == [("open_list",)]


def test_pinning_from_the_menu(desk) -> None:
    page, account = page_of(desk)
    page.pin.trigger()
    assert desk.store.get(account.id).pinned
    assert page.pin.text() == "Unpin"


def test_note_and_tags_are_shown_as_plain_text(desk) -> None:
    page, account = page_of(desk)
    desk.store.edit(account.id, note="<b>spare</b> codes", tags=("Work", "AWS"))
    assert page.note.text() == "<b>spare</b> codes"
    assert page.note.textFormat() is Qt.TextFormat.PlainText
    assert page.tags.text() == "Work · AWS"


def test_the_keyboard_reaches_everything_from_top_to_bottom(desk) -> None:
    page, _account = page_of(desk)
    page.back.setFocus()
    seen = []
    while (focused := desk.host.focusWidget()) not in seen:
        seen.append(focused)
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    cards = [button(page, Half.FIRST), button(page, Half.SECOND), page.two_codes.wait_button]
    assert seen == [page.back, page.edit, page.more, page.copy, *cards]
    assert all(widget.accessibleName() or widget.text() for widget in seen)


def test_escape_goes_back(desk) -> None:
    page, _account = page_of(desk)
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


def test_long_codes_are_shown_in_groups(desk) -> None:
    page, account = page_of(desk, digits=8)
    assert grouped(code_at(account, START).value).count(" ") == 2
    assert page.code.accessibleName().count(",") == 2


def test_enter_that_is_held_down_uses_up_one_code_of_a_counter(desk) -> None:
    page, account = page_of(desk, type=OtpType.HOTP)
    for target in (page.next_code, page):
        for again in (False, True, True):
            enter = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
            )
            QApplication.sendEvent(target, enter)
    assert desk.store.get(account.id).counter == 2
