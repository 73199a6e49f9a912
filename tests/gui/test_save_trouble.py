"""A vault that cannot be saved says so on every page, and ends to say so when it is saved."""

from __future__ import annotations

import errno

import pytest
from test_main_window import PASSWORD, start, unlocked  # noqa: F401 - a fixture among them

from warifu.desktop.accounts.account_page import AccountPage
from warifu.desktop.save_trouble import SaveTrouble
from warifu.desktop.unlock.locked_page import LockedPage

pytestmark = pytest.mark.safety(43)


def full(*_anything):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def window(start, qtbot):  # noqa: F811
    """On the page of its one account."""
    made = unlocked(qtbot, start(), "GitHub")
    made.open_account(made.context.session.store.accounts()[0].id)
    trouble = SaveTrouble(made.context, made)
    yield made
    trouble.end()


@pytest.fixture
def full_disk(monkeypatch):
    """Ends with ``undo``."""
    with monkeypatch.context() as disk:
        disk.setattr("warifu.vault.disk.write_aside", full)
        yield disk


def rename(window, title):
    store = window.context.session.store
    store.edit(store.accounts()[0].id, title=title)


def test_it_is_told_on_the_page_of_an_account_until_it_is_saved(window, qtbot, full_disk) -> None:
    rename(window, "One")
    qtbot.waitUntil(lambda: "disk is full" in window.notify.text)
    assert isinstance(window.page, AccountPage)
    full_disk.undo()
    rename(window, "Two")
    qtbot.waitUntil(lambda: not window.notify.text)


def test_it_is_told_once_locked_and_gone_once_unlocked(window, qtbot, full_disk) -> None:
    rename(window, "One")
    window.lock()
    qtbot.waitUntil(lambda: "disk is full" in window.notify.text)
    assert isinstance(window.page, LockedPage)
    full_disk.undo()
    opened = []
    window.context.session.unlock(PASSWORD, lambda: opened.append(1), pytest.fail)
    qtbot.waitUntil(lambda: bool(opened))
    assert window.notify.text == ""
    assert window.context.session.store.accounts()[0].title == "One"


def test_the_list_has_it_in_its_footer_alone(window, qtbot, full_disk) -> None:
    window.open_list()
    rename(window, "One")
    qtbot.waitUntil(lambda: window.context.session.save_problem is not None)
    assert window.notify.text == ""
