"""Keys in the fields of a new password: Tab to the repetition, Enter before the password is rated."""

from __future__ import annotations

from PySide6.QtCore import Qt

from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.new_password import NewPassword


def test_tab_leads_from_the_password_to_its_repetition(desk):
    page = desk.open(FirstRunPage(desk.context))
    fields = page.findChild(NewPassword)
    fields.first.setFocus()
    desk.qtbot.keyClicks(fields.first, "three small words")
    desk.qtbot.keyClick(fields.first, Qt.Key.Key_Tab)
    assert desk.host.focusWidget() is fields.again


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
