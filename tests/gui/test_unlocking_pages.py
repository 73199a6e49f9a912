"""The pages of ways to unlock: the code used, checked and asked for, ways removed, a new key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.unlock.check_code_page import CheckCodePage
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.recovery_page import RecoveryPage
from warifu.desktop.unlock.rotate_page import RotatePage
from warifu.desktop.unlock.set_password_page import SetPasswordPage
from warifu.desktop.unlock.ways_page import WaysPage
from warifu.desktop.widgets import LinkButton, QuietButton
from warifu.services.look import SessionState
from warifu.services.unlock_ways import DAY, Reminder
from warifu.settings import schema
from warifu.vault import recovery_code
from warifu.vault.file import open_vault
from warifu.vault.kek import Kek

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class TestRecovery:
    @pytest.mark.safety(21)
    def test_who_forgot_the_password_gets_in_by_the_code_and_sets_a_new_one(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.wait_for(LockedPage)
        assert home.page.forgot.text() == "Forgot it? Use your recovery code"
        home.press(home.page.forgot)
        assert type(home.page) is RecoveryPage
        home.qtbot.keyClicks(home.page.entry.field, text)
        home.qtbot.keyClick(home.page.entry.field, Qt.Key.Key_Return)
        home.wait_for(SetPasswordPage)
        assert home.session.state is SessionState.UNLOCKED
        home.type_password(home.page.password, OTHER)
        home.press(home.page.button)
        home.wait_for(ListPage)
        assert [account.title for account in open_vault(home.session.vault_path, OTHER).document.accounts()]
        assert home.session.store.accounts()[0].title == "AWS"

    @pytest.mark.safety(21, 25)
    def test_slips_and_wrong_codes_are_told_apart(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.press(home.page.forgot)
        page, before = home.page, home.session.vault_path.read_bytes()
        page.entry.field.setText(
            text[:8] + text[9] + text[8] + text[10:] if text[8] != text[9] else text[:-1]
        )
        home.press(page.button)
        assert "group 2" in page.entry.error.text() or "group 6" in page.entry.error.text()
        page.entry.field.setText(recovery_code.new().text())
        home.press(page.button)
        home.qtbot.waitUntil(lambda: "not the recovery code of this vault" in page.entry.error.text())
        assert home.session.vault_path.read_bytes() == before
        home.qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert type(home.page) is LockedPage
        assert page.entry.text() == ""

    def test_a_vault_without_a_code_offers_none(self, home) -> None:
        home.window.lock()
        assert type(home.page) is LockedPage
        assert not home.page.forgot.isVisible()

    def test_the_new_password_can_wait(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.press(home.page.forgot)
        home.page.entry.field.setText(text)
        home.press(home.page.button)
        home.wait_for(SetPasswordPage)
        home.press(home.page.later)
        assert type(home.page) is ListPage
        assert home.session.ways.opened_by_code


class TestReminders:
    @pytest.mark.safety(21)
    def test_after_90_days_it_is_asked_for_and_the_answer_told(self, home, fake_clock) -> None:
        text = home.with_code()
        page = home.page
        page.shown()
        home.qtbot.waitUntil(lambda: bool(home.session.ways.known) and not page.reminder.isVisible())
        fake_clock.advance(90 * DAY)
        page.reminder.refresh()
        assert page.reminder.isVisible()
        assert page.reminder.says.text() == "Still have your recovery code?"
        home.press(page.reminder.act)
        home.page.entry.field.setText(text.replace("-", ""))
        home.press(home.page.button)
        home.wait_for(ListPage)
        assert "opens the vault" in home.window.notify.text
        home.qtbot.waitUntil(lambda: not page.reminder.isVisible())

    def test_it_can_be_put_off_for_a_week_and_turned_off(self, home, fake_clock) -> None:
        page = home.page
        page.shown()
        home.qtbot.waitUntil(page.reminder.isVisible)
        home.press(page.reminder.later)
        assert not page.reminder.isVisible()
        fake_clock.advance(7 * DAY)
        page.reminder.refresh()
        assert page.reminder.isVisible()
        home.with_code()
        home.qtbot.waitUntil(lambda: home.session.ways.reminder(90) is Reminder.NONE)
        home.context.settings.set(schema.RECOVERY_DAYS, 0)
        fake_clock.advance(1000 * DAY)
        page.reminder.refresh()
        assert not page.reminder.isVisible()

    def test_who_has_it_no_more_makes_another(self, home) -> None:
        home.with_code()
        home.window.open_page(CheckCodePage)
        home.press(home.page.gone)
        assert type(home.page) is KitPage


class TestWays:
    def test_what_opens_the_vault_is_listed_and_can_be_removed(self, home) -> None:
        text = home.with_code()
        home.waited(home.session.ways.add_key, "keystore", Kek.random(), "DESKTOP-MIKO")
        home.window.open_preferences()
        home.press(home.page.unlocking)
        page = home.page
        assert type(page) is WaysPage
        home.qtbot.waitUntil(lambda: {"DESKTOP-MIKO", "Recovery code"} <= words_of(page))
        assert [row.detail.text()[:7] for row in page.codes] == ["Checked"]
        row = page.codes[0]
        (remove,) = row.findChildren(LinkButton)
        home.press(remove)
        home.press(row.findChild(QuietButton, "go"))
        home.qtbot.waitUntil(lambda: not page.codes)
        assert home.kinds() == ["password", "keystore"]
        assert text

    @pytest.mark.safety(6)
    def test_a_new_key_is_not_the_same_as_another_password_and_the_page_says_so(self, home) -> None:
        text = home.with_code()
        copy = home.session.vault_path.with_name("copy.warifu")
        copy.write_bytes(home.session.vault_path.read_bytes())
        home.window.open_page(WaysPage)
        home.press(home.page.rotate)
        page = home.page
        assert type(page) is RotatePage
        words = " ".join(label.text() for label in page.findChildren(QLabel))
        assert "Backups and copies made before keep the old password" in words
        assert "The recovery code" in words
        home.qtbot.keyClicks(page.old, PASSWORD)
        for field in (page.new.first, page.new.again):
            field.setText(PASSWORD)
        home.qtbot.waitUntil(lambda: "somebody may know" in page.why.text())
        assert not page.button.isEnabled()
        page.new.clear()
        home.type_password(page.new, OTHER)
        home.press(page.button)
        home.wait_for(WaysPage)
        assert "new key" in home.window.notify.text
        assert home.kinds() == ["password"]
        open_vault(copy, PASSWORD).forget()
        opened = open_vault(home.session.vault_path, OTHER)
        assert opened.header.epoch == 2
        assert text

    def test_the_password_is_changed_here_too(self, home) -> None:
        home.window.open_page(WaysPage)
        page = home.page
        home.press(page.change)
        home.qtbot.keyClicks(page.form.old, PASSWORD)
        home.type_password(page.form.new, OTHER)
        home.press(page.form.button)
        home.qtbot.waitUntil(lambda: page.form is None, timeout=20_000)
        open_vault(home.session.vault_path, OTHER).forget()

    def test_a_wrong_old_password_makes_no_key(self, home) -> None:
        before = home.session.vault_path.read_bytes()
        home.window.open_page(RotatePage)
        page = home.page
        home.qtbot.keyClicks(page.old, "not this one")
        home.type_password(page.new, OTHER)
        home.press(page.button)
        home.qtbot.waitUntil(lambda: "Nothing was changed" in page.error.text(), timeout=20_000)
        assert home.session.vault_path.read_bytes() == before


def words_of(page) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
