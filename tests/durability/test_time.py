"""A clock that is set back, or was far ahead, costs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.services.immediate import ImmediateTasks
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings

PASSWORD = "quartz lantern umbrella five"  # of test vaults only
DAY = 86_400


def unexpected(problem: Exception) -> None:
    raise problem


def unlocked(profile: Path, clock: Any, device: str) -> Session:
    settings = Settings(Profile.at(profile).settings.with_name(f"{device}.json"))
    session = Session(Profile.at(profile), ImmediateTasks(), clock, settings)
    act = session.unlock if session.vault_path.exists() else session.create
    act(PASSWORD, lambda: None, unexpected)
    return session


@pytest.mark.safety(48)
@pytest.mark.parametrize("days", [1, 400, 20_000])
def test_an_edit_made_after_the_clock_was_set_back_is_the_one_that_stays(
    profile: Path, fake_clock: Any, cheap_kdf: None, days: int
) -> None:
    """On this computer, and on another one whose clock is right while this one's is ahead."""
    first = unlocked(profile, fake_clock, "first")
    kept = Account(Otp(Secret(b"k" * 20)), title="Before")
    first.store.add(kept)
    first.store.edit(kept.id, title="Ahead")
    fake_clock.set(fake_clock.now() - days * DAY)
    first.store.edit(kept.id, title="Set back")
    assert not first.unsaved
    second = unlocked(profile, fake_clock, "second")
    assert [account.title for account in second.store.accounts()] == ["Set back"]
    second.store.edit(kept.id, title="Last")
    second.lock()
    first.join_disk()
    assert [account.title for account in first.store.accounts()] == ["Last"]
    first.lock()
    again = unlocked(profile, fake_clock, "third")
    assert [account.title for account in again.store.accounts()] == ["Last"]
    again.lock()


@pytest.mark.safety(47)
def test_a_clock_set_back_empties_no_trash(profile: Path, fake_clock: Any, cheap_kdf: None) -> None:
    """What is in the trash stays for its days, also when they seem to lie in the future."""
    session = unlocked(profile, fake_clock, "first")
    thrown = Account(Otp(Secret(b"k" * 20)), title="Thrown away")
    session.store.add(thrown)
    session.store.trash(thrown.id)
    session.lock()
    for days in (-400, 380, 29):
        fake_clock.set(fake_clock.now() + days * DAY)
        session = unlocked(profile, fake_clock, "first")
        assert [account.title for account in session.store.document.trashed()] == ["Thrown away"]
        session.lock()
