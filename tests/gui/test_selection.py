"""Selecting several accounts: by mouse, by keyboard, and what happens to them."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.accounts.list_page import ListPage

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


@pytest.fixture
def desk(desk):
    return desk.with_vault()


@pytest.fixture
def page(desk) -> ListPage:
    """Six accounts: A to F."""
    desk.store.add(
        *(Account(Otp(Secret(hashlib.sha1(title.encode()).digest())), title=title) for title in "ABCDEF")
    )
    return desk.open(ListPage(desk.context))


def click(desk, page: ListPage, row: int, held=NONE, x: int = 200) -> None:
    place = QPoint(x, page.view.visualRect(page.view.accounts.index(row)).center().y())
    desk.qtbot.mouseClick(page.view.viewport(), LEFT, held, place)


def press(desk, page: ListPage, key: Qt.Key, held=NONE) -> None:
    desk.qtbot.keyClick(page.view, key, held)


def chosen(page: ListPage) -> str:
    return "".join(account.title for account in page.selecting.accounts())


def titles(page: ListPage) -> str:
    return "".join(account.title for account in page.view.accounts.rows)


def menu_of(page: ListPage) -> dict[str, object]:
    menu = [each for each in page.findChildren(QMenu) if each.isVisible()][-1]
    return {action.text(): action for action in menu.actions() if action.text()}


# -- by mouse


def test_a_click_copies_until_something_is_selected(desk, page) -> None:
    click(desk, page, 0)
    assert desk.clipboard.text != ""
    desk.clipboard.clear()
    click(desk, page, 1, CTRL)
    assert (chosen(page), desk.clipboard.text) == ("B", "")
    click(desk, page, 3)
    click(desk, page, 4, x=30)  # on the icon, which opens the page otherwise
    assert (chosen(page), desk.clipboard.text, desk.nav.went) == ("BDE", "", [])
    click(desk, page, 3)
    assert chosen(page) == "BE"
    desk.qtbot.keyClick(page.view, Key.Key_Escape)
    assert (chosen(page), page.selecting.active) == ("", False)
    click(desk, page, 2)
    assert desk.clipboard.text != ""


def test_taking_the_last_one_out_ends_it(desk, page) -> None:
    click(desk, page, 1, CTRL)
    assert page.selecting.bar.isVisible()
    click(desk, page, 1, CTRL)
    assert not page.selecting.active
    assert not page.selecting.bar.isVisible()


def test_shift_selects_a_range_that_grows_and_shrinks(desk, page) -> None:
    click(desk, page, 1, CTRL)
    click(desk, page, 4, SHIFT)
    assert chosen(page) == "BCDE"
    click(desk, page, 2, SHIFT)
    assert chosen(page) == "BC"
    click(desk, page, 0, SHIFT)
    assert chosen(page) == "AB"
    click(desk, page, 5, CTRL)
    click(desk, page, 4, SHIFT)
    assert chosen(page) == "ABEF"


def test_shift_alone_begins_at_the_row_in_use(desk, page) -> None:
    page.view.use_row(2)
    click(desk, page, 4, SHIFT)
    assert (chosen(page), desk.clipboard.text) == ("CDE", "")


def test_selecting_begins_from_the_menus_too(desk, page) -> None:
    page.view.menu_wished.emit(page.view.accounts.rows[2].id, QPoint(0, 0))
    menu_of(page)["Select"].trigger()
    assert chosen(page) == "C"
    page.selecting.end()
    desk.qtbot.mouseClick(page.menu_button, LEFT)
    menu_of(page)["Select accounts"].trigger()
    assert page.selecting.active
    assert page.selecting.bar.count.text() == "0 selected"
    assert not page.selecting.bar.transfer.isEnabled()
    click(desk, page, 5)
    assert chosen(page) == "F"


def test_nothing_is_dragged_while_selecting(desk, page) -> None:
    assert page.view.accounts.movable
    click(desk, page, 0, CTRL)
    assert not page.view.accounts.movable
    page.selecting.end()
    assert page.view.accounts.movable


# -- by keyboard


def test_shift_and_arrows(desk, page) -> None:
    press(desk, page, Key.Key_Down)
    press(desk, page, Key.Key_Down, SHIFT)
    press(desk, page, Key.Key_Down, SHIFT)
    assert chosen(page) == "BCD"
    press(desk, page, Key.Key_Up, SHIFT)
    assert chosen(page) == "BC"
    press(desk, page, Key.Key_End, SHIFT)
    assert chosen(page) == "BCDEF"
    press(desk, page, Key.Key_Home, SHIFT)
    assert chosen(page) == "AB"


def test_space_toggles_while_selecting_and_control_space_begins(desk, page) -> None:
    press(desk, page, Key.Key_Space)
    assert not page.selecting.active
    press(desk, page, Key.Key_Space, CTRL)
    press(desk, page, Key.Key_Down)
    press(desk, page, Key.Key_Down)
    press(desk, page, Key.Key_Space)
    press(desk, page, Key.Key_Down)
    press(desk, page, Key.Key_Return)
    assert (chosen(page), desk.clipboard.text) == ("ACD", "")
    press(desk, page, Key.Key_Space)
    assert chosen(page) == "AC"


def test_control_a_selects_what_is_listed_and_letters_in_the_field(desk, page) -> None:
    press(desk, page, Key.Key_A, CTRL)
    assert chosen(page) == "ABCDEF"
    page.selecting.end()
    page.search.setFocus()
    page.search.setText("b")
    desk.qtbot.keyClick(page.search, Key.Key_A, CTRL)
    assert page.search.selectedText() == "b"
    assert not page.selecting.active
    page.selecting.select_all()
    assert chosen(page) == "B"


def test_escape_first_clears_a_search_and_then_the_selection(desk, page) -> None:
    click(desk, page, 0, CTRL)
    desk.qtbot.keyClick(page.view, "f")
    assert page.search.hasFocus()
    desk.qtbot.keyClick(page.search, Key.Key_Escape)
    assert (page.search.text(), chosen(page)) == ("", "A")
    press(desk, page, Key.Key_Escape)
    assert not page.selecting.active


def test_tab_reaches_the_bar_and_every_part_has_a_name(desk, page) -> None:
    press(desk, page, Key.Key_Space, CTRL)
    bar, seen = page.selecting.bar, []
    for _ in range(8):
        seen.append(desk.host.focusWidget())
        desk.qtbot.keyClick(desk.host.focusWidget(), Key.Key_Tab)
    acting = [bar.transfer, bar.export, bar.tag, bar.pin, bar.trash]
    assert seen == [page.view, bar.all, bar.close_button, *acting]
    assert all(part.accessibleName() or part.text() for part in seen)


# -- what is selected outlives the list


def test_a_search_in_between_keeps_what_is_selected(desk, page) -> None:
    click(desk, page, 0, CTRL)
    page.search.setText("c")
    click(desk, page, 0)
    assert chosen(page) == "AC"
    assert page.selecting.bar.unlisted.text() == "1 not in sight"
    page.search.clear()
    assert not page.selecting.bar.unlisted.isVisible()


def test_accounts_that_go_elsewhere_leave_the_selection(desk, page) -> None:
    click(desk, page, 0, CTRL)
    click(desk, page, 1)
    desk.store.trash(page.view.accounts.rows[0].id)
    assert chosen(page) == "B"
    assert page.selecting.bar.count.text() == "1 selected"
    desk.store.trash(page.view.accounts.rows[0].id)
    assert not page.selecting.active


# -- what can be done


def test_a_transfer_takes_them_in_the_users_order_and_keeps_them(desk, page) -> None:
    click(desk, page, 4, CTRL)
    click(desk, page, 1)
    desk.qtbot.mouseClick(page.selecting.bar.transfer, LEFT)
    ids = [account.id for account in page.selecting.accounts()]
    assert desk.nav.went == [("open_transfer", ids)]
    assert chosen(page) == "BE"


@pytest.mark.parametrize("by", ["key", "button", "menu"])
def test_deleting_is_one_step_that_can_be_undone(desk, page, by) -> None:
    click(desk, page, 1, CTRL)
    click(desk, page, 3)
    if by == "key":
        press(desk, page, Key.Key_Delete)
    elif by == "button":
        desk.qtbot.mouseClick(page.selecting.bar.trash, LEFT)
    else:
        page.view.menu_wished.emit(page.view.accounts.rows[3].id, QPoint(0, 0))
        menu_of(page)["Move to the trash"].trigger()
    assert (titles(page), page.selecting.active) == ("ACEF", False)
    assert desk.notify.text == "Moved 2 accounts to the trash"
    desk.qtbot.mouseClick(desk.notify.toast.findChild(object, "toast_action"), LEFT)
    assert titles(page) == "ABCDEF"


def test_delete_still_means_the_row_in_use_without_a_selection(desk, page) -> None:
    press(desk, page, Key.Key_Delete)
    assert titles(page) == "BCDEF"


def test_pins_go_on_together_and_off_together(desk, page) -> None:
    click(desk, page, 4, CTRL)
    click(desk, page, 5)
    desk.qtbot.mouseClick(page.selecting.bar.pin, LEFT)
    assert titles(page) == "EFABCD"
    click(desk, page, 0, CTRL)
    click(desk, page, 1)
    assert page.selecting.bar.pin.accessibleName() == "Unpin"
    desk.qtbot.mouseClick(page.selecting.bar.pin, LEFT)
    assert titles(page) == "ABCDEF"
    desk.store.undo()
    assert titles(page) == "EFABCD"


def test_a_new_tag_is_typed_and_a_known_one_ticked(desk, page) -> None:
    click(desk, page, 0, CTRL)
    click(desk, page, 1)
    desk.qtbot.mouseClick(page.selecting.bar.tag, LEFT)
    menu_of(page)["New tag…"].trigger()
    assert page.selecting.bar.field.hasFocus()
    page.selecting.bar.field.setText(" Work\u202e ")
    desk.qtbot.keyClick(page.selecting.bar.field, Key.Key_Return)
    assert [account.tags for account in desk.store.accounts()][:3] == [("Work",), ("Work",), ()]
    assert not page.selecting.active
    click(desk, page, 1, CTRL)
    click(desk, page, 2)
    desk.qtbot.mouseClick(page.selecting.bar.tag, LEFT)
    entry = menu_of(page)["Work"]
    assert not entry.isChecked()
    entry.trigger()
    assert [account.tags for account in desk.store.accounts()][:3] == [("Work",)] * 3
    page.selecting.select_all()
    click(desk, page, 3)
    click(desk, page, 4)
    click(desk, page, 5)
    desk.qtbot.mouseClick(page.selecting.bar.tag, LEFT)
    entry = menu_of(page)["Work"]
    assert entry.isChecked()
    entry.trigger()
    assert [account.tags for account in desk.store.accounts()] == [()] * 6
    desk.store.undo()
    assert [account.tags for account in desk.store.accounts()][:3] == [("Work",)] * 3


def test_escape_in_the_field_for_a_tag_keeps_the_selection(desk, page) -> None:
    click(desk, page, 0, CTRL)
    page.selecting.bar.ask_for_tag()
    desk.qtbot.keyClick(page.selecting.bar.field, Key.Key_Escape)
    assert not page.selecting.bar.field.isVisible()
    assert chosen(page) == "A"


def test_a_row_that_is_not_selected_keeps_its_own_menu(desk, page) -> None:
    click(desk, page, 0, CTRL)
    page.view.menu_wished.emit(page.view.accounts.rows[1].id, QPoint(0, 0))
    assert "Copy code" in menu_of(page)
    page.view.menu_wished.emit(page.view.accounts.rows[0].id, QPoint(0, 0))
    assert list(menu_of(page)) == [
        "Transfer to a phone…",
        "Export…",
        "Tag…",
        "Pin",
        "Select all",
        "End selecting",
        "Move to the trash",
    ]


# -- what is seen and heard


def test_a_screen_reader_hears_what_is_selected(desk, page) -> None:
    def heard(row: int) -> str:
        return QAccessible.queryAccessibleInterface(page.view).child(row).text(QAccessible.Text.Name)

    assert heard(0).startswith("A, ")
    click(desk, page, 1, CTRL)
    assert heard(0).startswith("not selected, A, ")
    assert heard(1).startswith("selected, B, ")
    rows = QAccessible.queryAccessibleInterface(page.view)
    assert [rows.child(row).state().checked for row in (0, 1)] == [0, 1]
    page.selecting.end()
    assert heard(1).startswith("B, ")


def test_a_second_that_paints_rings_alone_keeps_the_ground_of_selected_rows(desk, page) -> None:
    click(desk, page, 1, CTRL)
    desk.qtbot.wait(30)
    whole = page.view.viewport().grab().toImage()
    desk.clock.set(desk.clock.now())
    page.view._tick(desk.clock.now())
    desk.qtbot.wait(30)
    assert page.view.viewport().grab().toImage() == whole


def test_toasts_stay_above_the_bar(desk, page) -> None:
    before = desk.notify.lift
    click(desk, page, 1, CTRL)
    assert desk.notify.lift >= before + page.selecting.bar.height()
    page.selecting.end()
    assert desk.notify.lift == page.footer_height


def test_the_bar_fits_the_narrowest_window(desk, page) -> None:
    desk.host.resize(340, 480)
    page.resize(340, 480)
    click(desk, page, 1, CTRL)
    assert page.minimumSizeHint().width() <= 340
    assert page.selecting.bar.trash.geometry().right() < 340
