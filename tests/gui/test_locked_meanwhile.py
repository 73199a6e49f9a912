"""Locked while the password is being changed: whoever comes back is told which one opens the vault."""

from __future__ import annotations

import pytest

from conftest import PASSWORD
from warifu.desktop.unlock.broken_page import BrokenPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.rotate_page import RotatePage
from warifu.desktop.unlock.set_password_page import SetPasswordPage
from warifu.desktop.unlock.ways_page import WaysPage

pytestmark = pytest.mark.safety(22)
NEW = "five quiet lanterns over water"


def change_form(home):
    home.window.open_page(WaysPage)
    home.page._ask_password()
    return home.page.form


def rotate_form(home):
    home.window.open_page(RotatePage)
    return home.page


@pytest.mark.parametrize(
    ("opened", "typed", "opens", "told"),
    [
        (change_form, PASSWORD, NEW, "The password is changed."),
        (change_form, "another one", PASSWORD, "The password was not changed."),
        (rotate_form, PASSWORD, NEW, "The vault has a new key, which only the new password opens."),
        (rotate_form, "another one", PASSWORD, "The password was not changed."),
    ],
    ids=["changed", "not changed", "new key", "no new key"],
)
def test_it_is_told_which_password_opens_the_vault(home, opened, typed, opens, told) -> None:
    form = opened(home)
    home.qtbot.keyClicks(form.old, typed)
    home.type_password(form.new, NEW)
    form.accept()
    home.window.lock()
    home.wait_for(LockedPage)
    home.qtbot.waitUntil(lambda: home.window.notify.text == told, timeout=20_000)
    home.waited(home.session.unlock, opens)


def test_it_is_told_after_the_recovery_code_as_well(home) -> None:
    code = home.with_code()
    home.window.lock()
    home.waited(home.session.ways.unlock_with_code, code)
    home.window.open_page(SetPasswordPage)
    home.type_password(home.page.password, NEW)
    home.page.accept()
    home.window.lock()
    home.qtbot.waitUntil(lambda: home.window.notify.text == "The new password is set.", timeout=20_000)
    home.waited(home.session.unlock, NEW)


def test_a_pin_or_a_way_that_is_set_or_removed_meanwhile_troubles_nobody(home) -> None:
    home.with_code()
    home.window.open_page(WaysPage)
    home.qtbot.waitUntil(lambda: len(home.session.ways.known) == 2, timeout=20_000)
    quick = home.page.quick
    quick._ask_pin()
    for field in (quick.form.first, quick.form.again):
        home.qtbot.keyClicks(field, "294718")
    quick.form.accept()
    home.window.lock()
    home.waited(home.session.unlock, PASSWORD)

    home.window.open_page(WaysPage)
    home.qtbot.waitUntil(lambda: len(home.session.ways.known) == 2, timeout=20_000)
    home.page._remove(next(way.id for way in home.session.ways.known if way.kind == "password"))
    home.window.lock()
    home.waited(home.session.unlock, PASSWORD)


def test_saving_again_from_the_list_is_answered_to_nobody(home) -> None:
    home.session.store.edit(home.session.store.accounts()[0].id, title="Again")
    home.page._save_again()
    home.window.lock()
    home.wait_for(LockedPage)
    home.waited(home.session.unlock, PASSWORD)
    assert home.session.store.accounts()[0].title == "Again"


@pytest.mark.safety(40)
def test_a_vault_that_turns_out_damaged_leaves_the_keyboard_on_restoring(home) -> None:
    home.window.lock()
    home.wait_for(LockedPage)
    path = home.session.vault_path
    path.write_bytes(path.read_bytes()[:9000])
    page = home.page
    home.qtbot.keyClicks(page.field, PASSWORD)
    page.accept()
    home.wait_for(BrokenPage)
    home.qtbot.waitUntil(lambda: not home.session._opening)
    assert home.window.focusWidget() is home.page.restore
