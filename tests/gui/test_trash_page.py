"""Deleted accounts: back with them, or away for ever."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.trash_page import TrashPage, days_left

LEFT = Qt.MouseButton.LeftButton
DAY = 86_400


@pytest.fixture
def desk(desk):
    return desk.with_vault()


def trash(desk, *titles: str) -> TrashPage:
    accounts = [Account(Otp(Secret(title.encode() * 4)), title=title) for title in titles]
    desk.store.add(*accounts)
    for account in accounts:
        desk.store.trash(account.id)
        desk.advance(1)
    return desk.open(TrashPage(desk.context))


def titles(desk) -> tuple[list[str], list[str]]:
    return [a.title for a in desk.store.accounts()], sorted(a.title for a in desk.store.trashed())


def test_what_was_deleted_last_comes_first_and_can_be_restored(desk) -> None:
    page = trash(desk, "GitHub", "Google")
    assert page.rows[0].restore.accessibleName() == "Restore Google"
    desk.qtbot.mouseClick(page.rows[0].restore, LEFT)
    assert titles(desk) == (["Google"], ["GitHub"])
    assert "Google" in desk.notify.text
    assert desk.host.focusWidget() is page.rows[0].restore


@pytest.mark.safety(47)
def test_deleting_for_ever_is_asked_once_more(desk) -> None:
    page = trash(desk, "GitHub", "Google")
    row = page.rows[0]
    desk.qtbot.mouseClick(row.delete, LEFT)
    assert desk.host.focusWidget() is row.question.keep
    desk.qtbot.keyClick(row.question.keep, Qt.Key.Key_Return)
    assert titles(desk) == ([], ["GitHub", "Google"])
    desk.qtbot.mouseClick(row.delete, LEFT)
    desk.qtbot.mouseClick(row.question.yes, LEFT)
    assert titles(desk) == ([], ["GitHub"])


def test_emptying_is_asked_once_more(desk) -> None:
    page = trash(desk, "GitHub", "Google")
    desk.qtbot.mouseClick(page.empty, LEFT)
    desk.qtbot.mouseClick(page.question.keep, LEFT)
    assert len(desk.store.trashed()) == 2
    desk.qtbot.mouseClick(page.empty, LEFT)
    desk.qtbot.mouseClick(page.question.yes, LEFT)
    assert titles(desk) == ([], [])
    assert page.said.text() == "The trash is empty."
    assert not page.empty.isVisible()
    assert not page.question.isVisible()


@pytest.mark.parametrize(
    ("age", "left"), [(0, 30), (1, 30), (DAY, 29), (29.5 * DAY, 1), (30 * DAY, 0), (99 * DAY, 0)]
)
def test_the_days_that_are_left(age: float, left: int) -> None:
    account = Account(Otp(Secret(b"x")), trashed=1_800_000_000)
    assert days_left(account, 1_800_000_000 + age) == left


def test_an_empty_trash_says_so_and_leaves_with_escape(desk) -> None:
    page = desk.open(TrashPage(desk.context))
    assert page.said.text() == "The trash is empty."
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]
