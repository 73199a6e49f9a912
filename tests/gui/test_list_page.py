"""The list as a user works with it: searching, copying, deleting, sorting, by mouse and by keyboard."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from warifu.core.account import Account, Otp, OtpType
from warifu.core.otp import code_at, codes_around
from warifu.core.secret import Secret
from warifu.desktop.accounts.list_page import ListPage
from warifu.settings import schema

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def account(title: str, **fields) -> Account:
    kind = fields.pop("type", OtpType.TOTP)
    return Account(Otp(Secret(hashlib.sha1(title.encode()).digest()), type=kind), title=title, **fields)


@pytest.fixture
def desk(desk):
    return desk.with_vault()


def listed(desk, *accounts: Account) -> ListPage:
    if accounts:
        desk.store.add(*accounts)
    return desk.open(ListPage(desk.context))


def three(desk, **fields) -> ListPage:
    return listed(desk, account("GitHub", account="ada", **fields), account("Google"), account("AWS"))


def titles(page: ListPage) -> list[str]:
    return [each.title for each in page.view.accounts.rows]


def code(desk, row: int, page: ListPage) -> str:
    return code_at(page.view.accounts.rows[row], desk.clock.now()).value


def middle(page: ListPage, row: int) -> QPoint:
    return page.view.visualRect(page.view.accounts.index(row)).center()


def click(desk, page: ListPage, row: int) -> None:
    desk.qtbot.mouseClick(page.view.viewport(), LEFT, pos=middle(page, row))


# -- searching


def test_letters_go_to_the_search_wherever_the_keyboard_is(desk) -> None:
    page = three(desk)
    assert page.view.hasFocus()
    desk.qtbot.keyClick(page.view, "g")
    assert page.search.hasFocus()
    desk.qtbot.keyClicks(page.search, "oo")
    assert titles(page) == ["Google"]
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert titles(page) == ["GitHub", "Google", "AWS"]
    assert page.view.hasFocus()


@pytest.mark.parametrize("keys", [(Qt.Key.Key_F, CTRL), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)])
def test_keys_that_search(desk, keys) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, keys[0], keys[1])
    assert page.search.hasFocus()
    assert page.search.text() == ""


def test_the_list_is_steered_from_the_search_field(desk) -> None:
    page = three(desk)
    page.search.setFocus()
    desk.qtbot.keyClicks(page.search, "g")
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Down)
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert titles(page) == ["GitHub", "Google"]
    assert desk.clipboard.text == code(desk, 1, page)


def test_a_search_without_success_says_so(desk) -> None:
    page = three(desk)
    page.search.setText("<b>nothing")
    assert not page.view.isVisible()
    assert page.nothing.isVisible()
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert desk.clipboard.text == ""


def test_the_search_field_counts(desk) -> None:
    page = listed(desk, account("One"))
    assert page.search.placeholderText() == "Search 1 account"
    desk.store.add(account("Two"))
    assert page.search.placeholderText() == "Search 2 accounts"


def test_chips(desk) -> None:
    page = listed(
        desk,
        account("GitHub", tags=("Work",), pinned=True),
        account("Google", tags=("Home",)),
        account("AWS"),
    )
    chips = {chip.text(): chip for chip in page.chips._group.buttons()}
    assert list(chips) == ["All", "Pinned", "Home", "Work"]
    desk.qtbot.mouseClick(chips["Home"], LEFT)
    assert titles(page) == ["Google"]
    desk.qtbot.mouseClick(chips["Pinned"], LEFT)
    assert titles(page) == ["GitHub"]
    desk.qtbot.keyClick(page.chips, Qt.Key.Key_Escape)
    assert titles(page) == ["GitHub", "Google", "AWS"]
    desk.store.edit(page.view.accounts.rows[1].id, tags=())
    assert [chip.text() for chip in page.chips._group.buttons()] == ["All", "Pinned", "Work"]


def test_tab_goes_as_the_eye_does(desk) -> None:
    page = listed(desk, account("GitHub", tags=("Work",), pinned=True), account("Google"))
    page.search.setFocus()
    names = []
    for _ in range(8):
        names.append(desk.host.focusWidget().accessibleName() or desk.host.focusWidget().text())
        desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Tab)
    reminder = ["Make one", "Remind me in a week"]
    assert names == ["Search accounts", "Add account", "Menu", "All", "Accounts", *reminder, "Lock"]
    assert page.search.hasFocus()


def test_arrows_choose_a_chip(desk) -> None:
    page = listed(desk, account("GitHub", tags=("Work",), pinned=True), account("Google"))
    page.chips.chips[0].setFocus()
    for _ in range(3):  # once more than there are
        desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Right)
    assert desk.host.focusWidget() is page.chips.chips[2]
    assert (page.chips.tag, titles(page)) == ("Work", ["GitHub"])
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Left)
    assert page.chips.pinned_only


def test_keys_are_heard_after_the_chosen_tag_has_gone(desk) -> None:
    page = listed(desk, account("GitHub", tags=("Work",)), account("Google", tags=("Home",)))
    desk.qtbot.mouseClick(page.chips.chips[2], LEFT)
    assert titles(page) == ["GitHub"]
    desk.store.edit(page.view.accounts.rows[0].id, tags=())
    assert titles(page) == ["GitHub", "Google"]
    assert desk.host.focusWidget() is page.chips.chips[0]
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()


def test_no_chips_without_tags_and_pins(desk) -> None:
    assert not three(desk).chips.isVisible()


# -- copying


def test_a_click_copies_and_says_for_how_long(desk) -> None:
    page = three(desk)
    click(desk, page, 1)
    assert desk.clipboard.text == code(desk, 1, page)
    assert desk.notify.text == "Copied Google · clears in 20 s"
    assert desk.store.accounts()[1].uses == 1
    desk.advance(20)
    assert desk.clipboard.text == ""


def test_enter_copies_the_code_and_alt_enter_the_next(desk) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Down)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Return)
    codes = codes_around(page.view.accounts.rows[1], desk.clock.now())
    assert desk.clipboard.text == codes.current.value
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Return, ALT)
    assert desk.clipboard.text == codes.next.value


@pytest.mark.parametrize("where", ["view", "search"])
def test_control_and_a_digit_copy_the_nth_row(desk, where) -> None:
    page = three(desk)
    getattr(page, where).setFocus()
    desk.qtbot.keyClick(getattr(page, where), Qt.Key.Key_3, CTRL)
    assert desk.clipboard.text == code(desk, 2, page)
    desk.qtbot.keyClick(getattr(page, where), Qt.Key.Key_9, CTRL)
    assert desk.clipboard.text == code(desk, 2, page)


def test_digits_count_from_the_top_of_the_screen(desk) -> None:
    page = listed(desk, *(account(f"Service {n}") for n in range(40)))
    page.view.verticalScrollBar().setValue(72 * 20)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_1, CTRL)
    assert desk.clipboard.text == code(desk, 20, page)


def test_copying_a_counter_based_code_moves_to_the_next(desk) -> None:
    page = listed(desk, account("Bank", type=OtpType.HOTP))
    first = code(desk, 0, page)
    click(desk, page, 0)
    assert desk.clipboard.text == first
    assert code(desk, 0, page) != first


def test_the_window_goes_out_of_the_way_if_asked(desk) -> None:
    page = three(desk)
    desk.settings.set(schema.MINIMISE_AFTER_COPY, True)
    click(desk, page, 0)
    assert desk.host.isMinimized()


def test_most_used_does_not_jump_under_the_mouse(desk) -> None:
    desk.settings.set(schema.SORT, "used")
    page = three(desk)
    click(desk, page, 2)
    assert titles(page) == ["GitHub", "Google", "AWS"]
    page.shown()
    assert titles(page) == ["AWS", "GitHub", "Google"]


# -- hidden codes


def spoken(page: ListPage, row: int) -> str:
    return page.view.accounts.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.safety(34)
def test_hidden_codes_show_for_a_while_after_a_click_and_one_at_a_time(desk) -> None:
    desk.settings.set(schema.HIDE_CODES, True)
    page = three(desk)
    assert all("code hidden" in spoken(page, row) for row in range(3))
    click(desk, page, 0)
    assert "code hidden" not in spoken(page, 0)
    click(desk, page, 1)
    assert "code hidden" in spoken(page, 0)
    assert "code hidden" not in spoken(page, 1)
    desk.advance(30)
    page.view._tick(desk.clock.now())
    assert "code hidden" in spoken(page, 1)


def press(widget: QWidget, key: Qt.Key, *, again: bool) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, "\r", again))


@pytest.mark.parametrize("where", ["view", "search"])
def test_enter_that_is_held_down_uses_up_one_code(desk, where: str) -> None:
    page = listed(desk, account("Bank", type=OtpType.HOTP))
    for again in (False, True, True):
        press(getattr(page, where), Qt.Key.Key_Return, again=again)
    assert desk.store.accounts()[0].counter == 1


def test_enter_that_is_still_held_down_from_unlocking_copies_nothing(desk) -> None:
    page = three(desk)
    press(page.view, Qt.Key.Key_Return, again=True)
    assert desk.clipboard.text == ""


def test_keys_that_copy_do_not_repeat(desk) -> None:
    repeated = {each.key().toString() for each in three(desk).findChildren(QShortcut) if each.autoRepeat()}
    assert repeated == {"Ctrl+Z", "Alt+Up", "Alt+Down"}


@pytest.mark.safety(34)
def test_a_code_that_was_clicked_is_hidden_after_a_sleep(desk) -> None:
    desk.settings.set(schema.HIDE_CODES, True)
    page = three(desk)
    click(desk, page, 0)
    desk.clock.set(desk.clock.now() + 8 * 3600)  # the clock of durations stands still meanwhile
    page.view._tick(desk.clock.now())
    assert "code hidden" in spoken(page, 0)


@pytest.mark.safety(34)
def test_hidden_codes_hide_when_another_page_covers_the_list(desk) -> None:
    desk.settings.set(schema.HIDE_CODES, True)
    page = three(desk)
    click(desk, page, 0)
    page.hidden()
    assert "code hidden" in spoken(page, 0)


# -- changing


def test_delete_can_be_undone_through_the_toast(desk) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert titles(page) == ["Google", "AWS"]
    assert page.view.current_account.title == "Google"
    assert desk.notify.text == "Moved GitHub to the trash"
    button = desk.notify.toast.findChild(object, "toast_action")
    desk.qtbot.mouseClick(button, LEFT)
    assert titles(page) == ["GitHub", "Google", "AWS"]
    assert desk.store.trashed() == ()


@pytest.mark.safety(47)
def test_undo_of_the_toast_takes_back_what_the_toast_says(desk) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    google = page.view.current_account
    desk.store.edit(google.id, title="Mail")
    desk.qtbot.mouseClick(desk.notify.toast.findChild(object, "toast_action"), LEFT)
    assert titles(page) == ["GitHub", "Mail", "AWS"]


def test_control_z_takes_back_step_by_step(desk) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["Google", "AWS"]
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["GitHub", "Google", "AWS"]


def test_delete_in_the_search_field_deletes_letters_alone(desk) -> None:
    page = three(desk)
    page.search.setFocus()
    page.search.setText("g")
    page.search.setCursorPosition(0)
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Delete)
    assert page.search.text() == ""
    assert len(desk.store.accounts()) == 3


def test_own_order_by_drag(desk) -> None:
    page = three(desk)
    model = page.view.accounts
    dragged: QMimeData = model.mimeData([model.index(2)])
    assert dragged.formats() == ["application/x-warifu-account"]  # nothing for other programs to take
    assert not model.moveRow(QModelIndex(), 2, QModelIndex(), 0)  # which Qt tries first
    assert not model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    desk.qtbot.waitUntil(lambda: titles(page) == ["AWS", "GitHub", "Google"])
    assert [each.title for each in desk.store.accounts()] == ["AWS", "GitHub", "Google"]
    model.dropMimeData(model.mimeData([model.index(0)]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    desk.qtbot.waitUntil(lambda: titles(page) == ["GitHub", "Google", "AWS"])


def test_own_order_by_keyboard(desk) -> None:
    page = three(desk)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Down, ALT)
    assert titles(page) == ["Google", "GitHub", "AWS"]
    assert page.view.current_account.title == "GitHub"
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Down, ALT)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Down, ALT)
    assert titles(page) == ["Google", "AWS", "GitHub"]
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Up, ALT)
    assert titles(page) == ["Google", "GitHub", "AWS"]


def test_nothing_is_dragged_in_another_order(desk) -> None:
    page = three(desk)
    desk.settings.set(schema.SORT, "name")
    assert titles(page) == ["AWS", "GitHub", "Google"]
    assert not page.view.accounts.flags(page.view.accounts.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    page.search.setText("g")
    desk.settings.set(schema.SORT, "own")
    assert not page.view.accounts.movable


def test_an_added_account_is_the_row_in_use(desk) -> None:
    page = three(desk)
    desk.store.add(account("New"))
    assert page.view.current_account.title == "New"


def test_where_keys_and_icon_lead(desk) -> None:
    page = three(desk)
    first = page.view.accounts.rows[0].id
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Right)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_F2)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_E, CTRL)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_N, CTRL)
    desk.qtbot.mouseClick(page.add_button, LEFT)
    desk.qtbot.mouseClick(page.view.viewport(), LEFT, pos=QPoint(30, middle(page, 0).y()))
    assert desk.nav.went == [
        ("open_account", first),
        ("open_edit", first),
        ("open_edit", first),
        ("open_add",),
        ("open_add",),
        ("open_account", first),
    ]
    assert desk.clipboard.text == ""


# -- menus


def menu_of(page: ListPage) -> dict[str, object]:
    menu = [each for each in page.findChildren(QMenu) if each.isVisible()][-1]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_an_account(desk) -> None:
    page = three(desk)
    page.view.menu_wished.emit(page.view.accounts.rows[1].id, QPoint(0, 0))
    entries = menu_of(page)
    assert list(entries) == [
        "Copy code",
        "Copy next code",
        "Open",
        "Two codes in a row",
        "Edit",
        "Show QR code…",
        "Pin",
        "Move",
        "Select",
        "Move to trash",
    ]
    entries["Copy next code"].trigger()
    assert desk.clipboard.text == codes_around(page.view.accounts.rows[1], desk.clock.now()).next.value
    entries["Pin"].trigger()
    assert titles(page) == ["Google", "GitHub", "AWS"]


def test_the_window_menu_changes_the_list(desk) -> None:
    page = three(desk)
    desk.qtbot.mouseClick(page.menu_button, LEFT)
    entries = menu_of(page)
    assert list(entries) == [
        "Sort by",
        "Rows",
        "Hide codes",
        "Always on top",
        "Select accounts",
        "Import accounts…",
        "Trash",
        "Backups",
        "Export…",
        "Preferences",
        "Lock",
        "About Warifu",
        "Quit",
    ]
    sorts = {action.text(): action for action in entries["Sort by"].menu().actions()}
    assert sorts["Own order"].isChecked()
    sorts["Name"].trigger()
    assert titles(page) == ["AWS", "GitHub", "Google"]
    rows = {action.text(): action for action in entries["Rows"].menu().actions()}
    before = page.view.visualRect(page.view.accounts.index(0)).height()
    rows["Compact"].trigger()
    desk.qtbot.waitUntil(lambda: page.view.visualRect(page.view.accounts.index(0)).height() < before)
    entries["Hide codes"].trigger()
    assert desk.settings.get(schema.HIDE_CODES)
    entries["Trash"].trigger()
    entries["Preferences"].trigger()
    entries["Quit"].trigger()
    assert desk.nav.went == [("open_trash",), ("open_preferences",), ("quit",)]


# -- the edges


def test_the_first_account_is_invited(desk) -> None:
    page = listed(desk)
    assert page.empty.isVisible()
    assert not page.search.isEnabled()
    desk.qtbot.keyClick(page.empty.add_button, Qt.Key.Key_Return)
    assert desk.nav.went == [("open_add",)]
    desk.store.add(account("First"))
    assert page.view.isVisible()
    assert page.search.isEnabled()


@pytest.mark.safety(43)
def test_a_save_that_fails_is_said_and_can_be_tried_again(desk) -> None:
    page = three(desk)
    assert page.footer.status == "Saved on this PC"
    folder = desk.profile.root
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    desk.store.add(account("Kept in memory"))
    assert page.footer.status.startswith("Not saved: ")
    assert page.footer._retry.isVisible()
    folder.unlink()
    folder.with_name("away").rename(folder)
    desk.qtbot.mouseClick(page.footer._retry, LEFT)
    assert page.footer.status == "Saved on this PC"
    assert not desk.session.unsaved


def test_the_footer_locks(desk) -> None:
    page = three(desk)
    desk.qtbot.mouseClick(page.footer._lock, LEFT)
    assert desk.store is None


def test_a_page_that_was_left_hears_nothing(desk) -> None:
    page = three(desk)
    page.closed()
    desk.store.add(account("Later"))
    desk.settings.set(schema.SORT, "name")
    assert titles(page) == ["GitHub", "Google", "AWS"]


def test_digits_are_shown_while_control_is_held(desk) -> None:
    page = three(desk)
    desk.qtbot.keyPress(page.view, Qt.Key.Key_Control)
    assert page.view._delegate.numbers == {0: 1, 1: 2, 2: 3}
    desk.qtbot.keyRelease(page.view, Qt.Key.Key_Control)
    assert page.view._delegate.numbers == {}
    desk.qtbot.keyPress(page.view, Qt.Key.Key_Control)
    page.hidden()  # Ctrl+N: another page hears that the key is let go
    assert page.view._delegate.numbers == {}


def test_the_menu_key_opens_the_menu_of_the_row_in_use(desk) -> None:

    page = three(desk)
    page.view.use_row(2)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), page.view.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(page.view.viewport(), event)
    entries = menu_of(page)
    entries["Copy code"].trigger()
    assert desk.clipboard.text == code(desk, 2, page)


@pytest.mark.safety(34)
def test_a_window_in_the_background_shows_neither_digits_nor_revealed_codes(desk) -> None:
    desk.settings.set(schema.HIDE_CODES, True)
    page = three(desk)
    click(desk, page, 0)
    page.view.show_numbers(True)
    other = QWidget()
    desk.qtbot.addWidget(other)
    with desk.qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert page.view._delegate.numbers == {}
    assert "code hidden" in spoken(page, 0)
