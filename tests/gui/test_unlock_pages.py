"""The pages before the accounts."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from warifu.desktop.frame import PathLabel
from warifu.desktop.unlock.broken_page import BrokenPage
from warifu.desktop.unlock.change_password import ChangePassword
from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.look import SessionState

PASSWORD = "correct horse battery staple"


def type_into(desk, page, first: str, again: str) -> None:
    desk.qtbot.keyClicks(page.password.first, first)
    desk.qtbot.keyClicks(page.password.again, again)
    desk.advance(0.3)


def locked(desk):
    desk.with_vault().session.lock()
    return desk.open(LockedPage(desk.context))


def test_the_first_run_makes_a_vault_that_only_the_password_opens(desk) -> None:
    page = desk.open(FirstRunPage(desk.context))
    assert page.password.first.hasFocus()
    type_into(desk, page, PASSWORD, PASSWORD)
    assert page.button.isEnabled()
    desk.qtbot.keyClick(page.password.again, Qt.Key.Key_Return)
    assert desk.session.state is SessionState.UNLOCKED
    assert desk.profile.vault.exists()
    assert PASSWORD not in (page.password.first.text(), page.password.again.text())


@pytest.mark.parametrize(
    ("first", "again", "words"),
    [
        ("", "", "Choose"),
        ("password", "password", "common"),
        (PASSWORD, "", "second time"),
        (PASSWORD, PASSWORD[:-1], "differ"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(desk, first, again, words) -> None:
    page = desk.open(FirstRunPage(desk.context))
    type_into(desk, page, first, again)
    assert words in page.why.text()
    assert not page.button.isEnabled()
    desk.qtbot.keyClick(page.password.again, Qt.Key.Key_Return)
    assert not desk.profile.vault.exists()


def test_the_window_lives_while_the_key_is_derived(threaded_desk) -> None:
    desk = threaded_desk
    page = desk.open(FirstRunPage(desk.context))
    type_into(desk, page, PASSWORD, PASSWORD)
    desk.qtbot.waitUntil(page.button.isEnabled)
    desk.qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert desk.session.state is SessionState.NO_VAULT
    assert not page.button.isEnabled()
    desk.qtbot.keyClick(page, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.session.state is SessionState.UNLOCKED, timeout=20_000)


def test_the_meter_waits_for_a_pause_and_then_says_why(desk) -> None:
    page = desk.open(FirstRunPage(desk.context))
    desk.qtbot.keyClicks(page.password.first, "aaaaaaaaaaaa")
    assert page.password.meter.rating is None
    desk.advance(0.3)
    assert page.password.meter.rating is not None
    assert not page.password.meter.rating.enough
    assert page.password.meter.accessibleDescription()


def test_a_generated_passphrase_is_shown_to_be_written_down_and_is_good_enough(desk) -> None:
    page = desk.open(FirstRunPage(desk.context))
    desk.qtbot.mouseClick(page.password.generate, Qt.MouseButton.LeftButton)
    desk.advance(0.3)
    assert len(page.password.first.text().split()) >= 5
    assert page.password.first.displayText() == page.password.first.text()
    assert page.button.isEnabled()


def test_a_vault_that_has_gone_is_looked_for_before_a_new_one_is_made(desk) -> None:
    desk.with_vault().session.lock()
    kept = desk.profile.vault.read_bytes()
    desk.profile.vault.unlink()
    desk.session.refresh()
    page = desk.open(FirstRunPage(desk.context))
    assert page.missing.isVisible()
    desk.profile.vault.write_bytes(kept)
    desk.qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert desk.session.state is SessionState.LOCKED


def test_unlocking_takes_the_password_and_enter(desk) -> None:
    page = locked(desk)
    assert page.field.hasFocus()
    desk.qtbot.keyClicks(page.field, PASSWORD)
    desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert desk.session.state is SessionState.UNLOCKED
    assert page.field.text() == ""


@pytest.mark.safety(25)
def test_wrong_passwords_change_nothing_and_only_slow_down(desk) -> None:
    page = locked(desk)
    before = desk.profile.vault.read_bytes()
    for attempt in range(6):
        page.field.setText(f"not it {attempt}")
        desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
        assert "try again" in page.error.text()
        desk.advance(8)
        assert page.button.isEnabled()
    assert desk.profile.vault.read_bytes() == before
    page.field.setText(PASSWORD)
    desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert desk.session.state is SessionState.UNLOCKED


def test_the_pause_after_many_tries_ends_by_itself(desk) -> None:
    page = locked(desk)
    for attempt in range(4):
        page.field.setText(f"not it {attempt}")
        desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
        if attempt < 3:
            desk.advance(8)
    assert not page.button.isEnabled()
    desk.advance(1)
    assert not page.button.isEnabled()
    desk.advance(1)
    assert page.button.isEnabled()


def test_caps_lock_is_noticed_by_what_the_keys_write(desk) -> None:
    page = locked(desk)
    desk.qtbot.keyClick(page.field, Qt.Key.Key_A)
    assert not page.caps.isVisible()
    desk.qtbot.keyClick(page.field, "A")
    assert page.caps.isVisible()
    desk.qtbot.keyClick(page.field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not page.caps.isVisible()


def test_what_was_typed_is_forgotten_when_the_page_goes(desk) -> None:
    page = locked(desk)
    desk.qtbot.keyClicks(page.field, "half a pass")
    page.hidden()
    assert page.field.text() == ""


@pytest.mark.safety(40)
@pytest.mark.parametrize(
    ("content", "words"),
    [(b"not a vault at all", "not a vault"), (b"", ""), (None, "")],
)
def test_a_broken_vault_is_named_and_left_alone(desk, content, words) -> None:
    desk.with_vault().session.lock()
    whole = desk.profile.vault.read_bytes()
    broken = whole[: len(whole) // 2] if content is None else content
    desk.profile.vault.write_bytes(broken)
    desk.session.refresh()
    if desk.session.state is SessionState.LOCKED:
        desk.session.unlock(PASSWORD, lambda: None, lambda _error: None)
    assert desk.session.state is SessionState.BROKEN
    page = desk.open(BrokenPage(desk.context))
    assert words in page.heading.text()
    assert page.heading.text()
    assert page.what_to_do.text()
    assert page.path.toolTip() == str(desk.profile.vault)
    desk.qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert desk.profile.vault.read_bytes() == broken
    desk.profile.vault.write_bytes(whole)
    desk.qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert desk.session.state is SessionState.LOCKED


def test_another_file_can_be_opened_instead(desk, tmp_path) -> None:
    desk.with_vault().session.lock()
    copy = tmp_path / "copy.warifu"
    copy.write_bytes(desk.profile.vault.read_bytes())
    desk.profile.vault.write_bytes(b"something else")
    desk.session.refresh()
    page = desk.open(BrokenPage(desk.context))
    page.open_file(copy)
    assert desk.session.state is SessionState.LOCKED
    assert [p.toolTip() for p in LockedPage(desk.context).findChildren(PathLabel)] == [str(copy)]
    assert desk.profile.vault.read_bytes() == b"something else"


def changing(desk, old: str, new: str) -> ChangePassword:
    form = ChangePassword(desk.context, desk.host)
    desk.host.show()
    form.show()
    desk.qtbot.keyClicks(form.old, old)
    desk.qtbot.keyClicks(form.new.first, new)
    desk.qtbot.keyClicks(form.new.again, new)
    desk.advance(0.3)
    desk.qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    return form


def test_a_changed_password_opens_the_vault_and_the_old_one_does_not(desk) -> None:
    desk.with_vault()
    changing(desk, PASSWORD, "a wholly different sentence")
    desk.session.lock()
    refused: list = []
    desk.session.unlock(PASSWORD, lambda: None, refused.append)
    assert refused
    desk.session.unlock("a wholly different sentence", lambda: None, refused.append)
    assert desk.session.state is SessionState.UNLOCKED


def test_a_wrong_old_password_changes_nothing(desk) -> None:
    desk.with_vault()
    before = desk.profile.vault.read_bytes()
    form = changing(desk, "not the old one", "a wholly different sentence")
    assert "Nothing was changed" in form.error.text()
    assert desk.profile.vault.read_bytes() == before


def test_the_locked_page_imports_nothing_heavy() -> None:
    heavy = ["cryptography", "zxcvbn", "pyotp", "warifu.core.uri", "warifu.vault", "warifu.desktop.editor"]
    code = f"import sys, warifu.desktop.unlock.locked_page; print([m for m in {heavy} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
