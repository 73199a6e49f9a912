"""What another process writes to the vault is seen without a touch of the window."""

from __future__ import annotations

import pytest

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.strategies.vault_watch import SETTLED, VaultWatch
from warifu.services.immediate import ImmediateTasks
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.settings.schema import CLOCK_CORRECTION

PASSWORD = "correct horse battery staple"


def account(title: str) -> Account:
    return Account(otp=Otp(Secret(title.encode().ljust(20, b"."))), title=title)


@pytest.fixture
def watch(desk):
    desk.with_vault()
    made = VaultWatch(desk.session, desk.settings)
    yield made
    made.end()


@pytest.fixture
def elsewhere(desk, watch, tmp_path):
    """Another process with the same vault, unlocked."""
    other = Profile.at(tmp_path / "elsewhere")
    settings = Settings(other.settings)
    session = Session(other, ImmediateTasks(), desk.clock, settings, desk.session.vault_path)
    session.unlock(PASSWORD, lambda: None, pytest.fail)
    yield session
    session.lock()


def titles(desk) -> list[str]:
    return [each.title for each in desk.store.accounts()]


@pytest.mark.safety(48)
def test_each_save_of_another_process_is_taken_in(desk, elsewhere, qtbot) -> None:
    elsewhere.store.add(account("GitHub"))
    qtbot.waitUntil(lambda: titles(desk) == ["GitHub"])
    elsewhere.store.add(account("Google"))
    qtbot.waitUntil(lambda: titles(desk) == ["GitHub", "Google"])
    desk.store.add(account("AWS"))
    elsewhere.join_disk()
    assert [each.title for each in elsewhere.store.accounts()] == titles(desk) == ["GitHub", "Google", "AWS"]


def test_a_correction_of_the_clock_counts_at_once(desk, watch, qtbot) -> None:
    Settings(desk.profile.settings).set(CLOCK_CORRECTION, 90_000)
    qtbot.waitUntil(lambda: desk.settings.get(CLOCK_CORRECTION) == 90_000)


def test_a_locked_vault_is_left_alone_until_it_is_opened_again(desk, elsewhere, qtbot) -> None:
    desk.session.lock()
    elsewhere.store.add(account("GitHub"))
    qtbot.wait(2 * SETTLED)
    desk.session.unlock(PASSWORD, lambda: None, pytest.fail)
    assert titles(desk) == ["GitHub"]
    elsewhere.store.add(account("Google"))
    qtbot.waitUntil(lambda: titles(desk) == ["GitHub", "Google"])
