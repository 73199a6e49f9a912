"""The way of the Tab key through a new password."""

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
