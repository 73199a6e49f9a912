"""The page for those who leave Authy, and its list in the vault."""

from __future__ import annotations

import pytest
from import_files import account
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from warifu.desktop.importing.leaving_page import LeavingPage
from warifu.services import moving

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(desk):
    return desk.with_vault()


@pytest.fixture
def page(desk):
    return desk.open(LeavingPage(desk.context))


def add(desk, page, name: str) -> None:
    desk.qtbot.keyClicks(page.services.field, name)
    desk.qtbot.keyClick(page.services.field, Qt.Key.Key_Return)


def names(page) -> list[str]:
    return [row.box.text() for row in page.services.rows]


def text_of(page) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in page.findChildren(QLabel))


def test_it_says_what_is_gone_and_what_can_still_be_read(page) -> None:
    text = text_of(page)
    for part in ("March 2024", "July 2024", "com.authy.storage.tokens.authenticator.xml", "GDPR", "CSV"):
        assert part in text


def test_files_go_to_the_import_as_those_of_authy(desk, page, tmp_path) -> None:
    page.take_files([tmp_path / "tokens.json"])
    assert desk.nav.went == [("open_import", [tmp_path / "tokens.json"], "authy")]


def test_services_are_typed_ticked_and_counted(desk, page) -> None:
    for name in ("GitHub", "My bank", "Twitch"):
        add(desk, page, name)
    assert names(page) == ["GitHub", "My bank", "Twitch"]
    assert page.services.said.text() == "0 of 3 moved"
    desk.qtbot.mouseClick(page.services.rows[1].box, LEFT)
    assert page.services.said.text() == "1 of 3 moved"
    page.services.rows[0].box.setFocus()
    desk.qtbot.keyClick(page.services.rows[0].box, Qt.Key.Key_Space)
    assert page.services.said.text() == "2 of 3 moved"
    desk.qtbot.keyClick(page.services.rows[0].box, Qt.Key.Key_Space)
    assert page.services.said.text() == "1 of 3 moved"
    for row in page.services.rows:
        if not row.box.isChecked():
            desk.qtbot.mouseClick(row.box, LEFT)
    assert "All 3 have moved" in page.services.said.text()


def test_the_list_is_in_the_vault_and_nowhere_else(desk, page) -> None:
    add(desk, page, "Canary Savings Bank")
    done: list = []
    desk.session.flush(lambda: done.append(None), done.append)
    assert done == [None]
    for path in desk.profile.root.rglob("*"):
        if path.is_file():
            assert b"Canary Savings" not in path.read_bytes()
    desk.session.lock()
    desk.session.unlock("correct horse battery staple", lambda: None, done.append)
    assert [each.name for each in desk.store.document.services_to_move()] == ["Canary Savings Bank"]


def test_the_same_service_is_not_listed_twice(desk, page) -> None:
    add(desk, page, "GitHub")
    add(desk, page, "github")
    assert names(page) == ["GitHub"]
    assert desk.notify.text == "That is on the list already."


def test_a_pasted_list_becomes_lines(desk, page) -> None:
    data = QMimeData()
    data.setText("- GitHub\n2) Bank, the old one\n\n• Twitch\n")
    QGuiApplication.clipboard().setMimeData(data)
    page.services.field.setFocus()
    desk.qtbot.keyClick(page.services.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert names(page) == ["GitHub", "Bank, the old one", "Twitch"]


def test_brands_are_proposed_while_typing(desk, page) -> None:
    desk.qtbot.keyClicks(page.services.field, "gith")
    desk.qtbot.mouseClick(page.services.proposals[0], LEFT)
    assert names(page) == ["GitHub"]
    assert page.services.field.text() == ""
    assert all(link.isHidden() for link in page.services.proposals)


def test_one_taken_off_comes_back_by_undo(desk, page) -> None:
    add(desk, page, "GitHub")
    add(desk, page, "Twitch")
    desk.qtbot.mouseClick(page.services.rows[0].remove, LEFT)
    assert names(page) == ["Twitch"]
    assert page.services.rows[0].box.hasFocus()
    desk.qtbot.mouseClick(desk.notify.toast.findChild(object, "toast_action"), LEFT)
    assert names(page) == ["GitHub", "Twitch"]


def test_what_is_in_warifu_already_is_told_and_left_to_the_user(desk, page) -> None:
    desk.store.add(account("GitHub"))
    add(desk, page, "GitHub")
    add(desk, page, "Twitch")
    github, twitch = page.services.rows
    assert not github.here.isHidden()
    assert twitch.here.isHidden()
    assert not github.box.isChecked()


def test_addresses_are_shown_where_they_are_known_and_never_opened(desk, page, monkeypatch) -> None:
    from PySide6.QtGui import QDesktopServices

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: pytest.fail("opened an address"))
    add(desk, page, "GitHub")
    add(desk, page, "A club of our village")
    assert "github.com/settings/security" in text_of(page.services.rows[0])
    assert "http" not in text_of(page.services.rows[1])
    assert not any(label.openExternalLinks() for label in page.findChildren(QLabel))


def test_a_vault_that_is_read_only_shows_its_list_and_takes_nothing(desk, page) -> None:
    add(desk, page, "GitHub")
    desk.store.read_only = True
    desk.qtbot.mouseClick(page.services.rows[0].box, LEFT)
    assert "reading only" in desk.notify.text
    assert not desk.store.document.services_to_move()[0].done


@pytest.mark.safety(22)
def test_the_names_go_with_the_page(desk, page) -> None:
    add(desk, page, "GitHub")
    page.hidden()
    page.closed()
    assert page.services.rows == []
    assert page.services.field.text() == ""


def test_every_button_has_a_name_for_screen_readers(desk, page) -> None:
    add(desk, page, "GitHub")
    (row,) = page.services.rows
    assert row.remove.accessibleName() == "Take GitHub off the list"
    assert page.services.field.accessibleName() == "Name of a service, or a pasted list"


def test_known_addresses_belong_to_brands_with_a_sign(desk) -> None:
    for slug, address in moving.PAGES.items():
        assert desk.context.catalogue.get(slug) is not None, slug
        assert address.startswith("https://")
