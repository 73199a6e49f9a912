"""The pages about backups, on real files."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.backups.backups_page import BackupsPage
from warifu.desktop.backups.list_page import BackupListPage
from warifu.desktop.backups.preview_page import PreviewPage
from warifu.desktop.backups.remark import WEEK
from warifu.desktop.backups.restore_page import RestorePage
from warifu.desktop.backups.wording import ago, moment
from warifu.desktop.unlock.broken_page import BrokenPage
from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.services.look import SessionState
from warifu.settings import schema
from warifu.vault import backup_files
from warifu.vault.backups import Kind

PASSWORD = "correct horse battery staple"
LEFT = Qt.MouseButton.LeftButton
DAY = 86_400


def account(title: str) -> Account:
    return Account(Otp(Secret(title.encode().ljust(20, b"."))), title=title)


def back_up(desk) -> Path:
    made, problems = [], []
    desk.context.backing_up.now(made.append, problems.append)
    assert not problems, problems
    return made[0].path


@pytest.fixture
def desk(desk):
    """A vault with two accounts; the backups act by themselves as in the running window."""
    desk.with_vault().store.add(account("GitHub"), account("Google"))
    desk.context.backing_up.begin()
    return desk


def press(desk, button) -> None:
    desk.qtbot.mouseClick(button, LEFT)


def titles(desk) -> list[str]:
    return [each.title for each in desk.store.accounts()]


def fails(monkeypatch, error: int) -> None:
    def refuse(*_arguments):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(backup_files, "write", refuse)


# how they stand


def test_never_now_and_later(desk) -> None:
    page = desk.open(BackupsPage(desk.context))
    assert page.last.said.text() == "There is no backup yet."
    press(desk, page.last.button)
    assert page.last.said.text() == "just now: 2 accounts"
    assert "2 accounts" in desk.notify.text
    desk.advance(3 * 3600)
    page.refresh()
    assert page.last.said.text() == "3 hours ago: 2 accounts"


@pytest.mark.safety(41)
def test_the_test_asks_for_the_password_and_tells_when_it_was(desk) -> None:
    back_up(desk)
    before = desk.profile.vault.read_bytes()
    page = desk.open(BackupsPage(desk.context))
    assert "Never" in page.tested.said.text()
    press(desk, page.tested.button)
    desk.qtbot.keyClicks(page.trial_form.field, "wrong")
    desk.qtbot.keyClick(page.trial_form.field, Qt.Key.Key_Return)
    assert "not the password" in page.trial_form.error.text()
    page.trial_form.field.clear()
    desk.qtbot.keyClicks(page.trial_form.field, PASSWORD)
    desk.qtbot.keyClick(page.trial_form.field, Qt.Key.Key_Return)
    assert page.trial_form is None
    assert "2 of 2 accounts opened" in desk.notify.text
    assert page.tested.said.text() == "just now: 2 of 2 accounts opened"
    assert desk.profile.vault.read_bytes() == before


def test_escape_closes_the_test_and_forgets_what_was_typed(desk) -> None:
    page = desk.open(BackupsPage(desk.context))
    press(desk, page.tested.button)
    form = page.trial_form
    desk.qtbot.keyClicks(form.field, PASSWORD)
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert form.field.text() == ""
    assert desk.nav.went == []
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


@pytest.mark.safety(45)
def test_a_failure_is_shown_with_its_cause_here_and_below_the_list(desk, monkeypatch) -> None:
    back_up(desk)
    below = desk.open(ListPage(desk.context))
    assert below.footer.status == "Saved on this PC"
    with monkeypatch.context() as patch:
        fails(patch, errno.EROFS)
        desk.store.add(account("Slack"))
        desk.advance(121)
        assert below.footer.status == "No backup: the folder is read-only"
        assert below.footer.links[-2].isVisible()
        press(desk, below.footer.links[-2])
        assert desk.nav.went == [("open_backups",)]
        page = desk.open(BackupsPage(desk.context))
        assert "cannot be written to" in page.last.said.text()
        assert "The last good one: 2 minutes ago." in page.last.said.text()
        press(desk, page.last.button)
        assert "cannot be written to" in desk.notify.text
    press(desk, page.last.button)
    assert page.last.said.text() == "just now: 3 accounts"
    assert below.footer.status == "Saved on this PC"


def test_turned_off_is_said(desk) -> None:
    page = desk.open(BackupsPage(desk.context))
    press(desk, page.automatic.button)
    press(desk, page.place_form.switch.field)
    assert not desk.settings.get(schema.BACKUP_ON)
    assert "Off" in page.automatic.said.text()
    press(desk, page.place_form.switch.field)
    assert "Daily" in page.automatic.said.text()
    assert "just now" in page.last.said.text()


def test_a_cloud_is_offered_and_used(desk, monkeypatch, tmp_path) -> None:
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    monkeypatch.setenv("OneDrive", str(cloud))
    page = desk.open(BackupsPage(desk.context))
    assert page.hint.isVisible()
    press(desk, page.choose_place)
    (button,) = page.place_form.places
    assert button.text() == "Use OneDrive"
    press(desk, button)
    assert len(list((cloud / "Warifu").glob("*.warifu"))) == 1
    assert not page.hint.isVisible()
    press(desk, page.place_form.usual)
    assert desk.settings.get(schema.BACKUP_FOLDER) == ""


def test_a_folder_is_chosen_by_its_dialog(desk, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "stick"))
    (tmp_path / "stick").mkdir()
    page = desk.open(BackupsPage(desk.context))
    press(desk, page.automatic.button)
    press(desk, page.place_form.choose)
    assert len(list((tmp_path / "stick").glob("*.warifu"))) == 1


def test_no_second_place_is_hinted_after_a_week_until_it_is_declined(desk) -> None:
    back_up(desk)
    below = desk.open(ListPage(desk.context))
    assert below.footer.status == "Saved on this PC"
    desk.clock.advance(WEEK + 1)
    below.shown()
    assert below.footer.status == "Backups are on this disk only"
    page = desk.open(BackupsPage(desk.context))
    press(desk, page.keep_here)
    assert not page.hint.isVisible()
    assert below.footer.status == "Saved on this PC"


@pytest.mark.safety(46)
def test_vanished_accounts_are_told_until_the_user_decides(desk) -> None:
    below = desk.open(ListPage(desk.context))
    desk.context.backing_up.note(lost=3)
    assert below.footer.status == "3 accounts have vanished"
    page = desk.open(BackupsPage(desk.context))
    assert page.lost.isVisible()
    press(desk, page.lost_is_right)
    assert not page.lost.isVisible()
    assert below.footer.status == "Saved on this PC"


# the way back


def test_the_list_shows_dates_and_differences_and_opens_one(desk) -> None:
    path = back_up(desk)
    desk.store.trash(desk.store.accounts()[0].id)
    desk.advance(60)
    newer = back_up(desk)
    page = desk.open(BackupListPage(desk.context))
    assert [row.button.toolTip() for row in page.rows] == [newer.name, path.name]
    assert page.rows[0].said.text() == "1 account\u00a0· as today"
    assert page.rows[1].said.text() == "2 accounts\u00a0· 1 missing today"
    press(desk, page.rows[1].button)
    assert desk.nav.went[-1] == ("open_backup", path)


def test_an_empty_or_missing_folder_is_said(desk) -> None:
    page = desk.open(BackupListPage(desk.context))
    assert "no backup" in page.said.text()
    assert not page.card.isVisible()


def test_another_file_is_asked_for(desk, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "x.warifu"), ""))
    page = desk.open(BackupListPage(desk.context))
    press(desk, page.other)
    assert desk.nav.went[-1] == ("open_other_backup", tmp_path / "x.warifu")


def preview(desk, path: Path, *, own_key: bool = True) -> PreviewPage:
    return desk.open(PreviewPage(desk.context, path, own_key=own_key))


@pytest.mark.safety(42)
def test_what_is_missing_is_ticked_and_comes_back_and_can_be_undone(desk) -> None:
    path = back_up(desk)
    desk.store.trash(desk.store.accounts()[0].id)
    page = preview(desk, path)
    assert page.restore.text() == "Restore 1 account"
    assert "GitHub" in page.ticks.list.item(0).text()
    assert "in the trash today" in page.ticks.list.item(0).text()
    press(desk, page.restore)
    assert titles(desk) == ["GitHub", "Google"]
    assert desk.nav.went[-1] == ("open_list",)
    assert any(Kind.BEFORE_RESTORE in each.name for each in path.parent.iterdir())
    desk.notify.toast.findChild(type(desk.notify.toast._buttons[0]), "toast_action").click()
    assert titles(desk) == ["Google"]


def test_all_as_it_was_is_asked_once_more(desk) -> None:
    path = back_up(desk)
    desk.store.add(account("Slack"))
    page = preview(desk, path)
    assert not page.restore.isEnabled()
    press(desk, page.replace)
    assert "1 account that is newer goes to the trash" in page.question.sentence.text()
    press(desk, page.keep)
    assert titles(desk) == ["GitHub", "Google", "Slack"]
    press(desk, page.replace)
    press(desk, page.really)
    assert titles(desk) == ["GitHub", "Google"]
    assert [each.title for each in desk.store.trashed()] == ["Slack"]


@pytest.mark.safety(42)
def test_without_a_copy_nothing_is_restored_and_the_reason_is_said(desk, monkeypatch) -> None:
    path = back_up(desk)
    desk.store.trash(desk.store.accounts()[0].id)
    page = preview(desk, path)
    fails(monkeypatch, errno.ENOSPC)
    press(desk, page.restore)
    assert "Nothing was restored: The disk of the backups is full." in page.error.text()
    assert titles(desk) == ["Google"]
    assert page.restore.isEnabled()


def test_a_backup_of_another_vault_opens_with_its_own_password(desk, tmp_path) -> None:
    path = back_up(desk)
    desk.session.lock()
    desk.profile.vault.unlink()
    desk.session.refresh()
    desk.with_vault()
    page = preview(desk, path, own_key=False)
    assert page.field.hasFocus()
    desk.qtbot.keyClicks(page.field, "wrong")
    desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert "not the password" in page.error.text()
    page.field.setText(PASSWORD)
    press(desk, page.open)
    assert page.field.text() == ""
    assert page.restore.text() == "Restore 2 accounts"
    desk.store.add(account("New"))  # so that there is something to copy
    press(desk, page.restore)
    assert sorted(titles(desk)) == ["GitHub", "Google", "New"]


# where there is no vault


def bare(desk) -> None:
    desk.session.lock()
    desk.profile.vault.unlink()
    desk.session.refresh()
    assert desk.session.state is SessionState.NO_VAULT


@pytest.mark.safety(41)
def test_a_bare_pc_gets_its_accounts_back(desk) -> None:
    back_up(desk)
    bare(desk)
    first = desk.open(FirstRunPage(desk.context))
    press(desk, first.restore)
    assert desk.nav.went[-1] == ("open_restore",)
    page = desk.open(RestorePage(desk.context))
    assert page.field.hasFocus()
    desk.qtbot.keyClicks(page.field, "wrong")
    desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert "not the password" in page.error.text()
    page.field.clear()
    desk.qtbot.keyClicks(page.field, PASSWORD)
    desk.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.count.text().startswith("2 accounts, of ")
    assert page.titles.text() == "GitHub · Google"
    assert desk.session.state is SessionState.NO_VAULT
    assert page.button.hasFocus()
    press(desk, page.button)
    assert desk.session.state is SessionState.UNLOCKED
    assert titles(desk) == ["GitHub", "Google"]
    assert "2 accounts are back" in desk.notify.text


def test_another_password_or_choice_asks_anew(desk) -> None:
    back_up(desk)
    bare(desk)
    page = desk.open(RestorePage(desk.context))
    page.field.setText(PASSWORD)
    page.accept()
    assert page.found.isVisible()
    desk.qtbot.keyClicks(page.field, "x")
    assert not page.found.isVisible()
    assert page.button.text() == "Open the backup"


def test_without_a_backup_here_its_file_is_asked_for(desk, monkeypatch, tmp_path) -> None:
    path = back_up(desk)
    bare(desk)
    moved = tmp_path / "from the stick.warifu"
    path.rename(moved)
    page = desk.open(RestorePage(desk.context))
    assert "choose its file" in page.note.text()
    page.field.setText(PASSWORD)
    assert not page.button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(moved), ""))
    press(desk, page.file)
    page.accept()
    page.accept()
    assert titles(desk) == ["GitHub", "Google"]


@pytest.mark.safety(26, 40)
def test_a_damaged_vault_offers_the_newest_backup_that_opens(desk) -> None:
    older = back_up(desk)
    desk.advance(60)
    newer = back_up(desk)
    desk.session.lock()
    newer.write_bytes(newer.read_bytes()[:-100] + b"\0" * 100)
    garbage = desk.profile.vault.read_bytes()[:200]
    desk.profile.vault.write_bytes(garbage)
    desk.session.refresh()
    broken = desk.open(BrokenPage(desk.context))
    assert broken.restore.hasFocus()
    assert "The newest is of" in broken.newest.text()
    press(desk, broken.restore)
    page = desk.open(RestorePage(desk.context))
    page.field.setText(PASSWORD)
    page.accept()
    assert "this is the newest that opens" in page.note.text()
    assert page.count.text() == f"2 accounts, of {moment(backup_time(older))}"
    assert desk.profile.vault.read_bytes() == garbage
    page.accept()
    assert titles(desk) == ["GitHub", "Google"]
    assert [each.read_bytes() for each in desk.profile.root.glob("vault-unreadable-*")] == [garbage]


def backup_time(path: Path) -> int:
    from warifu.vault.backups import from_name

    return from_name(path.name)[1]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7200, "2 hours ago"),
        (DAY, "1 day ago"),
        (29 * DAY, "29 days ago"),
    ],
)
def test_how_long_ago(desk, seconds, said) -> None:
    now = desk.clock.now()
    assert ago(int(now) - seconds, now) == said


def test_what_is_long_ago_or_not_yet_has_a_date(desk) -> None:
    now = int(desk.clock.now())
    assert "2026" in ago(now - 31 * DAY, now)
    assert "2026" in ago(now + 3600, now)


@pytest.mark.parametrize("page", [BackupsPage, BackupListPage, RestorePage, BrokenPage])
def test_what_comes_back_when_the_page_is_gone_comes_too_late(threaded_desk, page) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    desk = threaded_desk
    with desk.qtbot.waitCallback() as made:
        desk.session.create(PASSWORD, made, lambda problem: pytest.fail(str(problem)))
    desk.store.add(account("GitHub"))
    with desk.qtbot.waitCallback() as backed_up:
        desk.context.backing_up.now(backed_up, lambda problem: pytest.fail(str(problem)))
    shown = desk.open(page(desk.context))
    shown.hide()
    shown.setParent(None)
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.tasks.close()
    QCoreApplication.processEvents()
