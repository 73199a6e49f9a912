"""Ways to unlock as a session offers them, on real files."""

from __future__ import annotations

import shutil

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import (
    AppError,
    NotPossible,
    PasswordTooWeak,
    TypingSlip,
    VaultRekeyed,
    WrongKey,
    WrongPassword,
)
from warifu.core.secret import Secret
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.services.unlock_ways import DAY, Reminder, reminder
from warifu.settings.file import Settings
from warifu.vault import recovery_code
from warifu.vault.kek import Kek
from warifu.vault.ways import Way

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class Told:
    def __init__(self):
        self.done = 0
        self.problem = None

    def __call__(self):
        self.done += 1

    def failed(self, problem):
        self.problem = problem


@pytest.fixture
def make(profile, fake_clock, cheap_kdf):
    """Sessions of one profile, or of another one."""

    def new(root=profile, vault=None):
        settings = Settings(root / "settings.json")
        return Session(Profile.at(root), ImmediateTasks(), fake_clock, settings, vault)

    return new


def well(start, *arguments):
    told = Told()
    start(*arguments, told, told.failed)
    assert (told.done, told.problem) == (1, None)


def refused(start, *arguments):
    told = Told()
    start(*arguments, told, told.failed)
    assert told.done == 0
    return told.problem


@pytest.fixture
def session(make):
    made = make()
    well(made.create, PASSWORD)
    made.store.add(Account(Otp(Secret(b"12345678901234567890")), title="AWS"))
    return made


@pytest.fixture
def code(session):
    """The text of a recovery code that the session's vault has, confirmed."""
    fresh = recovery_code.new()
    text = fresh.text()
    well(session.ways.add_code, fresh)
    well(session.ways.confirm_code, text)
    return text


class TestRecovery:
    @pytest.mark.safety(21)
    def test_from_a_blank_profile_with_a_copy_of_the_file_and_the_code_alone(
        self, make, session, code, tmp_path
    ):
        """The disk died; there is a copy of the vault and the kit, and nobody remembers the password."""
        blank = tmp_path / "new computer"
        blank.mkdir(mode=0o700)
        shutil.copy(session.vault_path, blank / "vault.warifu")
        session.lock()
        there = make(blank)
        assert there.state is SessionState.LOCKED
        assert there.ways.has_code

        well(there.ways.unlock_with_code, code.lower().replace("-", " "))
        assert [account.title for account in there.store.accounts()] == ["AWS"]
        assert there.ways.opened_by_code
        well(there.ways.set_password, OTHER)
        assert not there.ways.opened_by_code
        there.lock()

        assert isinstance(refused(make(blank).unlock, PASSWORD), WrongPassword)
        well(make(blank).unlock, OTHER)
        well(make(blank).ways.unlock_with_code, code)

    @pytest.mark.safety(21)
    def test_slips_and_wrong_codes_are_told_apart_and_change_nothing(self, make, session, code):
        session.lock()
        before = session.vault_path.read_bytes()
        slip = code[:-1] + ("2" if code[-1] != "2" else "3")
        assert isinstance(refused(session.ways.unlock_with_code, slip), TypingSlip)
        assert isinstance(refused(session.ways.unlock_with_code, recovery_code.new().text()), WrongKey)
        assert session.state is SessionState.LOCKED
        assert session.vault_path.read_bytes() == before

    def test_the_use_is_noted(self, session, code, fake_clock):
        session.lock()
        fake_clock.advance(5 * DAY)
        well(session.ways.unlock_with_code, code)
        session.ways.look()
        (way,) = [way for way in session.ways.known if way.kind == "recovery"]
        assert way.used == int(fake_clock.now())

    def test_a_weak_new_password_is_refused(self, session, code):
        session.lock()
        well(session.ways.unlock_with_code, code)
        assert isinstance(refused(session.ways.set_password, "password"), PasswordTooWeak)
        assert session.ways.opened_by_code

    def test_locked_there_is_nothing_to_change(self, session):
        session.lock()
        for start, *arguments in (
            (session.ways.add_code, recovery_code.new()),
            (session.ways.set_password, OTHER),
            (session.ways.rotate, PASSWORD, OTHER),
            (session.ways.remove, "x"),
        ):
            assert isinstance(refused(start, *arguments), NotPossible)


class TestKeys:
    @pytest.mark.safety(16)
    def test_a_key_of_this_computer_opens_until_it_is_removed(self, session):
        key = Kek.random()
        well(session.ways.add_key, "keystore", key, "This PC")
        (way,) = [way for way in session.ways.known if way.kind == "keystore"]
        assert way.name == "This PC"
        session.lock()
        well(session.ways.unlock_with_key, "keystore", key)
        well(session.ways.remove, way.id)
        session.lock()
        assert isinstance(refused(session.ways.unlock_with_key, "keystore", key), WrongKey)
        well(session.unlock, PASSWORD)

    def test_the_password_cannot_be_removed(self, session):
        session.ways.look()
        assert isinstance(refused(session.ways.remove, session.ways.known[0].id), NotPossible)


class TestRotation:
    @pytest.mark.safety(6)
    def test_only_the_new_password_opens_and_work_goes_on(self, make, session, code):
        well(session.ways.rotate, PASSWORD, OTHER)
        session.store.add(Account(Otp(Secret(b"another secret")), title="Later"))
        assert session.save_problem is None
        session.lock()
        assert isinstance(refused(make().unlock, PASSWORD), WrongPassword)
        assert isinstance(refused(make().ways.unlock_with_code, code), WrongKey)
        again = make()
        well(again.unlock, OTHER)
        assert [account.title for account in again.store.accounts()] == ["AWS", "Later"]
        again.ways.look()
        assert again.ways.reminder(90) is Reminder.NO_CODE

    @pytest.mark.safety(48)
    def test_a_change_made_meanwhile_elsewhere_with_the_old_key_is_not_lost(self, make, session):
        elsewhere = make()
        well(elsewhere.unlock, PASSWORD)
        well(session.ways.rotate, PASSWORD, OTHER)
        elsewhere.store.add(Account(Otp(Secret(b"another secret")), title="Late"))
        assert isinstance(elsewhere.save_problem, VaultRekeyed)
        elsewhere.lock()
        well(elsewhere.unlock, OTHER)
        assert [account.title for account in elsewhere.store.accounts()] == ["AWS", "Late"]
        elsewhere.lock()
        session.join_disk()
        assert [account.title for account in session.store.accounts()] == ["AWS", "Late"]

    def test_coming_back_to_the_window_tells_of_it(self, make, session):
        elsewhere, told = make(), []
        well(elsewhere.unlock, PASSWORD)
        elsewhere.on_save_problem(told.append)
        well(session.ways.rotate, PASSWORD, OTHER)
        elsewhere.join_disk()
        assert isinstance(told[-1], VaultRekeyed)


NOW = 1_800_000_000


@pytest.mark.safety(21)
@pytest.mark.parametrize(
    ("ways", "days", "expected"),
    [
        ([], 90, Reminder.NO_CODE),
        ([Way("r", "recovery", made=NOW)], 90, Reminder.UNCONFIRMED),
        ([Way("r", "recovery", confirmed=NOW, checked=NOW)], 90, Reminder.NONE),
        ([Way("r", "recovery", confirmed=1, checked=NOW - 90 * DAY + 1)], 90, Reminder.NONE),
        ([Way("r", "recovery", confirmed=1, checked=NOW - 90 * DAY)], 90, Reminder.DRILL),
        ([Way("r", "recovery", confirmed=1, checked=NOW - 90 * DAY)], 0, Reminder.NONE),
        ([Way("r", "recovery", confirmed=1, checked=1, used=NOW - DAY)], 90, Reminder.NONE),
        ([Way("r", "recovery", confirmed=1, checked=NOW + DAY)], 90, Reminder.DRILL),  # the clock went back
        ([Way("r", "recovery", confirmed=1, checked=1), Way("s", "recovery")], 90, Reminder.UNCONFIRMED),
        ([Way("r", "recovery", used=NOW - 1)], 90, Reminder.NONE),
        ([Way("r", "recovery", used=NOW - 91 * DAY)], 90, Reminder.DRILL),
        ([Way("r", "recovery", used=NOW), Way("s", "recovery", confirmed=1)], 90, Reminder.UNCONFIRMED),
    ],
)
def test_what_is_reminded_of(ways, days, expected):
    assert reminder([Way("p", "password"), *ways], NOW, days) is expected


def test_a_reminder_put_off_comes_back(session, fake_clock):
    session.ways.look()
    now = int(fake_clock.now())
    assert session.ways.reminder(90) is Reminder.NO_CODE
    assert session.ways.reminder(90, now + 7 * DAY) is Reminder.NONE
    assert session.ways.reminder(90, now) is Reminder.NO_CODE
    assert session.ways.reminder(90, now + 400 * DAY) is Reminder.NO_CODE


class TestOwner:
    """Who takes accounts out types again what opens the vault."""

    def test_the_password_and_the_recovery_code_confirm(self, session, code):
        well(session.ways.confirm_owner, PASSWORD)
        well(session.ways.confirm_owner, code.lower())

    def test_nothing_else_does_and_nothing_is_changed(self, session, code):
        before = session.vault_path.read_bytes()
        assert type(refused(session.ways.confirm_owner, "something else")) is WrongPassword
        assert isinstance(refused(session.ways.confirm_owner, ""), WrongPassword)
        slip = code[:-1] + ("2" if code[-1] != "2" else "3")
        assert isinstance(refused(session.ways.confirm_owner, slip), AppError)
        assert session.vault_path.read_bytes() == before
        assert session.store is not None

    def test_locked_there_is_nobody_to_ask(self, session):
        session.lock()
        assert isinstance(refused(session.ways.confirm_owner, PASSWORD), AppError)
