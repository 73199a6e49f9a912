"""When Warifu locks by itself, on a clock that the test moves."""

from __future__ import annotations

import pytest

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.services.auto_lock import AutoLock
from warifu.services.copying import Copying
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.ports import Absence
from warifu.services.session import Session
from warifu.settings import schema
from warifu.settings.file import Settings

PASSWORD = "correct horse battery staple"
pytestmark = pytest.mark.safety(22)


class Scheduler:
    """Timers that fire when the fake clock has come so far."""

    def __init__(self, clock):
        self.clock = clock
        self.calls = []
        self.fired = 0

    def after(self, seconds, call):
        entry = [self.clock.monotonic() + seconds, call]
        self.calls.append(entry)
        return Timer(self.calls, entry)

    def advance(self, seconds):
        end = self.clock.monotonic() + seconds
        while due := [entry for entry in self.calls if entry[0] <= end]:
            first = min(due, key=lambda entry: entry[0])
            self.clock.advance(max(0.0, first[0] - self.clock.monotonic()))
            self.calls.remove(first)
            self.fired += 1
            first[1]()
        self.clock.advance(end - self.clock.monotonic())


class Timer:
    def __init__(self, calls, entry):
        self.calls, self.entry = calls, entry

    def cancel(self):
        if self.entry in self.calls:
            self.calls.remove(self.entry)


class Hands:
    """``services.ports.Idle``: the test touches the keyboard."""

    def __init__(self, clock):
        self.clock = clock
        self.last = clock.monotonic()

    def seconds(self):
        return self.clock.monotonic() - self.last

    def touch(self):
        self.last = self.clock.monotonic()


class Clipboard:
    def __init__(self):
        self.text = ""

    def put(self, text):
        self.text = text

    def holds(self, text):
        return self.text == text

    def clear(self):
        self.text = ""


class Room:
    """An open vault, somebody at the keyboard, and the lock."""

    def __init__(self, profile, clock):
        self.clock = clock
        self.scheduler = Scheduler(clock)
        self.settings = Settings(Profile.at(profile).settings)
        self.session = Session(Profile.at(profile), ImmediateTasks(), clock, self.settings)
        self.hands = Hands(clock)
        self.clipboard = Clipboard()
        self.copying = Copying(self.session, self.clipboard, self.scheduler, clock, self.settings)
        failures = []
        self.session.create(PASSWORD, lambda: None, failures.append)
        assert not failures
        self.session.store.add(Account(Otp(Secret(b"0123456789")), title="GitHub"))
        self.lock = AutoLock(self.session, self.settings, self.scheduler, self.hands)

    @property
    def locked(self):
        return self.session.state is SessionState.LOCKED

    def unlock(self):
        self.hands.touch()
        self.session.unlock(PASSWORD, lambda: None, pytest.fail)


@pytest.fixture
def room(profile, fake_clock, cheap_kdf):
    made = Room(profile, fake_clock)
    yield made
    made.lock.end()
    made.session.lock()


def test_ten_idle_minutes_lock(room) -> None:
    room.scheduler.advance(599)
    assert not room.locked
    room.scheduler.advance(2)
    assert room.locked


def test_a_touch_begins_the_minutes_anew(room) -> None:
    for _ in range(10):
        room.scheduler.advance(300)
        room.hands.touch()
    assert not room.locked
    room.scheduler.advance(599)
    assert not room.locked
    room.scheduler.advance(1)
    assert room.locked


def test_time_is_looked_at_seldom(room) -> None:
    for _ in range(3600):
        room.hands.touch()
        room.scheduler.advance(1)
    assert room.scheduler.fired <= 10  # two of them save
    assert not room.locked


def test_nothing_waits_while_locked_or_turned_off(room) -> None:
    room.session.lock()
    assert not [call for call in room.scheduler.calls if "AutoLock" in repr(call[1])]
    room.unlock()
    assert [call for call in room.scheduler.calls if "AutoLock" in repr(call[1])]
    room.settings.set(schema.LOCK_IDLE_MINUTES, 0)
    assert not [call for call in room.scheduler.calls if "AutoLock" in repr(call[1])]
    room.scheduler.advance(100_000)
    assert not room.locked


def test_a_shorter_time_holds_at_once(room) -> None:
    room.scheduler.advance(200)
    room.settings.set(schema.LOCK_IDLE_MINUTES, 1)
    room.scheduler.advance(1)
    assert room.locked


def test_unlocking_aims_anew(room) -> None:
    room.scheduler.advance(600)
    assert room.locked
    room.scheduler.advance(5000)
    room.unlock()
    room.scheduler.advance(599)
    assert not room.locked
    room.scheduler.advance(1)
    assert room.locked


@pytest.mark.parametrize(
    ("absence", "setting"),
    [
        (Absence.SCREEN_LOCKED, schema.LOCK_ON_SCREEN_LOCK),
        (Absence.SLEEPING, schema.LOCK_ON_SLEEP),
        (Absence.USER_SWITCHED, schema.LOCK_ON_USER_SWITCH),
    ],
)
def test_what_the_system_tells_locks_unless_turned_off(room, absence, setting) -> None:
    assert room.settings.get(setting)
    room.settings.set(setting, False)
    room.lock.user_left(absence)
    assert not room.locked
    room.settings.set(setting, True)
    room.copying.copy(room.session.store.accounts()[0].id)
    assert room.clipboard.text
    room.lock.user_left(absence)
    assert room.locked
    assert room.session.store is None
    assert room.clipboard.text == ""


def test_minimising_locks_where_it_is_wanted(room) -> None:
    room.lock.minimised()
    assert not room.locked
    room.settings.set(schema.LOCK_ON_MINIMISE, True)
    room.lock.minimised()
    assert room.locked


def test_a_copied_code_may_be_pasted_before_minimising_locks(room) -> None:
    room.settings.set(schema.LOCK_ON_MINIMISE, True)
    room.lock.minimised(20)
    room.scheduler.advance(19)
    assert not room.locked
    room.lock.restored()
    room.scheduler.advance(19)
    assert not room.locked
    room.lock.minimised(20)
    room.scheduler.advance(20)
    assert room.locked


def test_after_the_end_nothing_locks(room) -> None:
    room.lock.end()
    room.scheduler.advance(100_000)
    assert not room.locked
