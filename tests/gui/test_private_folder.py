"""A vault in a folder that others may look into: refused with the reason, and mended by one press."""

from __future__ import annotations

import stat
import sys

import pytest
from PySide6.QtCore import Qt

from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.recovery_page import RecoveryPage
from warifu.services.look import SessionState
from warifu.vault import recovery_code

pytestmark = [
    pytest.mark.safety(49),
    pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX thing"),
]
LEFT = Qt.MouseButton.LeftButton
PASSWORD = "correct horse battery staple"


def mode(folder) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_the_locked_page_mends_it_and_opens_the_vault(desk) -> None:
    desk.with_vault()
    desk.session.lock()
    desk.profile.root.chmod(0o755)
    page = desk.open(LockedPage(desk.context))
    assert not page.private.isVisible()
    page.field.setText(PASSWORD)
    page.accept()
    assert "may look into the folder" in page.error.text()
    assert page.private.isVisible()
    assert desk.session.state is SessionState.LOCKED
    assert mode(desk.profile.root) == 0o755, "mended without being asked"
    desk.qtbot.mouseClick(page.private, LEFT)
    assert mode(desk.profile.root) == 0o700
    assert desk.session.state is SessionState.UNLOCKED


def test_the_first_page_mends_it_and_makes_the_vault(desk) -> None:
    desk.profile.root.mkdir()
    (desk.profile.root / "holiday.jpg").touch()
    desk.profile.root.chmod(0o755)
    page = desk.open(FirstRunPage(desk.context))
    for field in (page.password.first, page.password.again):
        field.setText(PASSWORD)
    desk.advance(1)
    desk.qtbot.mouseClick(page.button, LEFT)
    assert desk.session.state is SessionState.NO_VAULT
    desk.qtbot.mouseClick(page.private, LEFT)
    assert mode(desk.profile.root) == 0o700
    assert desk.session.state is SessionState.UNLOCKED
    assert (desk.profile.root / "holiday.jpg").exists()


def test_the_recovery_page_mends_it(desk) -> None:
    desk.with_vault()
    code = recovery_code.new()
    text = code.text()
    desk.session.ways.add_code(code, lambda: None, pytest.fail)
    desk.session.lock()
    desk.profile.root.chmod(0o705)
    page = desk.open(RecoveryPage(desk.context))
    page.entry.field.setText(text)
    page.accept()
    desk.qtbot.mouseClick(page.private, LEFT)
    assert desk.session.state is SessionState.UNLOCKED


def test_a_wrong_password_offers_nothing_of_the_kind(desk) -> None:
    desk.with_vault()
    desk.session.lock()
    page = desk.open(LockedPage(desk.context))
    page.field.setText("not the password")
    page.accept()
    assert not page.private.isVisible()


def test_a_folder_that_cannot_be_changed_is_told(desk, monkeypatch) -> None:
    from warifu.vault import places

    desk.with_vault()
    desk.session.lock()
    desk.profile.root.chmod(0o755)
    page = desk.open(LockedPage(desk.context))
    page.field.setText(PASSWORD)
    page.accept()

    def refuse(_folder) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(places, "make_private", refuse)
    desk.qtbot.mouseClick(page.private, LEFT)
    assert page.private.isVisible()
    assert desk.session.state is SessionState.LOCKED
