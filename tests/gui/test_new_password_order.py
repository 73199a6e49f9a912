"""Keys in the fields of a new password: Tab to the repetition, Enter before the password is rated."""

from __future__ import annotations

from PySide6.QtCore import Qt

from warifu.desktop.exporting.write_page import WritePage
from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.new_password import NewPassword
from warifu.services.exporting import target_named


def test_tab_leads_from_the_password_to_its_repetition(desk):
    page = desk.open(FirstRunPage(desk.context))
    fields = page.findChild(NewPassword)
    fields.first.setFocus()
    desk.qtbot.keyClicks(fields.first, "three small words")
    desk.qtbot.keyClick(fields.first, Qt.Key.Key_Tab)
    assert desk.host.focusWidget() is fields.again
    desk.qtbot.keyClick(fields.again, Qt.Key.Key_Tab)
    assert desk.host.focusWidget() is page.restore  # the button is off as long as something is missing
    desk.qtbot.keyClick(page.restore, Qt.Key.Key_Backtab)
    desk.qtbot.keyClick(fields.again, Qt.Key.Key_Backtab)
    desk.qtbot.keyClick(fields.first, Qt.Key.Key_Backtab)
    assert desk.host.focusWidget() is fields.generate


def test_tab_leads_on_to_who_asks(home):
    account = home.session.store.accounts()[0]
    home.context.nav.open_page(lambda context: WritePage(context, target_named("aegis"), [account.id]))
    page = home.page
    fields = page.protection.password
    home.qtbot.keyClicks(fields.first, "a")
    home.qtbot.keyClick(fields.first, Qt.Key.Key_Tab)
    home.qtbot.keyClick(fields.again, Qt.Key.Key_Tab)
    assert home.window.focusWidget() is page.owner.field


def test_enter_right_after_the_last_character_is_not_lost(desk):
    page = desk.open(FirstRunPage(desk.context))
    typed_twice(desk, page.password, "quartz lantern umbrella five")
    assert page.password.meter.rating is None
    desk.qtbot.keyClick(page.password.again, Qt.Key.Key_Return)
    assert desk.context.session.store is None
    desk.advance(0.3)
    assert desk.context.session.store is not None


def test_enter_counts_no_more_once_something_else_is_typed(desk):
    page = desk.open(FirstRunPage(desk.context))
    typed_twice(desk, page.password, "quartz lantern umbrella five")
    desk.qtbot.keyClick(page.password.again, Qt.Key.Key_Return)
    for field in (page.password.first, page.password.again):
        desk.qtbot.keyClicks(field, "!")
    desk.advance(0.3)
    assert page.button.isEnabled()
    assert desk.context.session.store is None


def typed_twice(desk, fields, password):
    for field in (fields.first, fields.again):
        desk.qtbot.keyClicks(field, password)
