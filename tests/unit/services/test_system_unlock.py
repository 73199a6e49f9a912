"""Quick unlocking by the system's own question, through a fake of the port."""

from __future__ import annotations

import hashlib
import json
import threading

import pytest

from warifu.core.errors import AppError, NotConfirmed
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.patience import Patience, TooLong
from warifu.services.session import Session
from warifu.services.system_unlock import SystemUnlock
from warifu.settings.file import Settings
from warifu.vault import container

PASSWORD = "correct horse battery staple"


class FakeSystem:
    """``services.ports.QuickUnlock`` that answers what the test wants."""

    name = "Fake"

    def __init__(self, *, releases_key):
        self.releases_key = releases_key
        self.chip = b"what no program can read"
        self.problem = None
        self.asked = 0
        self.liar = None

    def reason(self):
        return None

    def enrol(self):
        if self.problem:
            raise self.problem

    def ask(self, challenge):
        self.asked += 1
        if self.problem:
            raise self.problem
        if self.liar is not None:
            return self.liar
        return bytearray(hashlib.sha512(self.chip + challenge).digest()) if self.releases_key else bytearray()

    def close(self):
        pass


class Run:
    def __init__(self, root, clock, system):
        self.root = root
        self.settings = Settings(root / "settings.json")
        tasks = ImmediateTasks()
        self.session = Session(Profile.at(root), tasks, clock, self.settings)
        self.system = system
        self.way = SystemUnlock(self.session, tasks, self.settings, lambda: system)
        self.opened = 0
        self.problems: list[AppError] = []

    def done(self):
        self.opened += 1

    def well(self, call, *arguments):
        before = self.opened
        call(*arguments, self.done, self.problems.append)
        assert (self.opened, self.problems) == (before + 1, [])

    def refused(self, call, *arguments):
        call(*arguments, self.done, self.problems.append)
        return self.problems.pop()

    def kinds(self):
        header = container.parse((self.root / "vault.warifu").read_bytes()).header
        return [slot["kind"] for slot in header.slots]


@pytest.fixture
def begin(profile, fake_clock, cheap_kdf):
    return lambda system: Run(profile, fake_clock, system)


@pytest.fixture
def yes(begin):
    run = begin(FakeSystem(releases_key=False))
    run.well(run.session.create, PASSWORD)
    run.well(run.way.turn_on)
    run.session.lock()
    return run


@pytest.fixture
def key(begin):
    run = begin(FakeSystem(releases_key=True))
    run.well(run.session.create, PASSWORD)
    run.well(run.way.turn_on)
    run.session.lock()
    return run


@pytest.mark.safety(19)
def test_yes_opens_what_this_run_has_locked(yes):
    assert yes.way.ready
    yes.well(yes.way.unlock)
    assert yes.session.state is SessionState.UNLOCKED
    assert yes.kinds() == ["password"]


@pytest.mark.safety(19)
def test_yes_does_not_open_a_fresh_start(yes, begin):
    again = begin(FakeSystem(releases_key=False))
    assert not again.way.ready
    again.refused(again.way.unlock)
    assert again.session.state is SessionState.LOCKED
    assert again.system.asked == 0
    again.well(again.session.unlock, PASSWORD)
    again.session.lock()
    assert again.way.ready
    again.well(again.way.unlock)


@pytest.mark.safety(19)
def test_key_opens_a_fresh_start(key, begin):
    again = begin(FakeSystem(releases_key=True))
    assert again.way.ready
    again.well(again.way.unlock)
    assert again.session.state is SessionState.UNLOCKED
    assert again.kinds() == ["password", "platform"]


@pytest.mark.safety(19)
@pytest.mark.parametrize(
    "liar", [True, None, bytearray(), bytearray(64), b"\1" * 64, "yes", bytearray(b"\1\2\3\4" * 16)]
)
def test_yes_without_a_key_opens_no_fresh_start(key, begin, liar):
    system = FakeSystem(releases_key=True)
    system.liar = liar if liar is not None else bytearray(b"123456")
    again = begin(system)
    assert isinstance(again.refused(again.way.unlock), AppError)
    assert again.session.state is SessionState.LOCKED


@pytest.mark.safety(19)
def test_yes_that_calls_itself_a_key_makes_no_slot(begin):
    system = FakeSystem(releases_key=True)
    run = begin(system)
    run.well(run.session.create, PASSWORD)
    system.liar = bytearray()
    assert isinstance(run.refused(run.way.turn_on), NotConfirmed)
    assert run.kinds() == ["password"]
    assert not run.way.on


@pytest.mark.safety(19)
@pytest.mark.parametrize("problem", [NotConfirmed("no"), RuntimeError("broken"), OSError("gone")])
@pytest.mark.parametrize("releases_key", [True, False])
def test_refusals_and_exceptions_leave_the_password(begin, problem, releases_key):
    run = begin(FakeSystem(releases_key=releases_key))
    run.well(run.session.create, PASSWORD)
    run.well(run.way.turn_on)
    run.session.lock()
    run.system.problem = problem
    assert isinstance(run.refused(run.way.unlock), AppError)
    assert run.session.state is SessionState.LOCKED
    run.well(run.session.unlock, PASSWORD)


def test_another_chip_opens_nothing(key, begin):
    system = FakeSystem(releases_key=True)
    system.chip = b"of another computer"
    again = begin(system)
    again.refused(again.way.unlock)
    assert again.session.state is SessionState.LOCKED


@pytest.mark.safety(5)
def test_turning_off_a_key(key, begin):
    key.well(key.session.unlock, PASSWORD)
    key.well(key.way.turn_off)
    assert key.kinds() == ["password"]
    key.session.lock()
    assert not key.way.ready


def test_turning_off_a_yes(yes):
    yes.well(yes.way.unlock)
    yes.well(yes.way.turn_off)
    yes.session.lock()
    assert not yes.way.ready


def test_changed_challenge_opens_nothing(key, begin):
    path = key.root / "settings.json"
    found = json.loads(path.read_text())
    entry = json.loads(found["system_slots"])
    for odd in ("AAAA", "not base64", ""):
        for each in entry.values():
            each["challenge"] = odd
        path.write_text(json.dumps({**found, "system_slots": json.dumps(entry)}))
        again = begin(FakeSystem(releases_key=True))
        again.refused(again.way.unlock)
        assert again.session.state is SessionState.LOCKED


@pytest.mark.safety(23)
def test_key_held_for_a_yes_is_gone_when_the_program_ends(yes):
    held, secret = yes.way._held
    yes.way.close()
    assert not any(held.pepper)
    assert not any(secret)


def test_patience_ends():
    patience = Patience()
    stuck = threading.Event()
    with pytest.raises(TooLong):
        patience.wait(stuck.wait, 0.05)
    failures = []

    def wait():
        try:
            patience.wait(stuck.wait, 60)
        except TooLong as problem:
            failures.append(problem)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not patience._waiting:
        pass
    patience.close()
    waiting.join(5)
    assert len(failures) == 1
    with pytest.raises(TooLong):
        patience.wait(lambda: None, 60)
    stuck.set()


def test_patience_gives_what_came_and_raises_what_was_raised():
    assert Patience().wait(lambda: 3, 5) == 3
    with pytest.raises(KeyError):
        Patience().wait(lambda: {}["x"], 5)


class TestConfirming:
    """The owner is asked again while the vault is open."""

    def test_a_yes_confirms_and_a_no_does_not(self, yes):
        yes.well(yes.way.unlock)
        asked = yes.system.asked
        yes.well(yes.way.confirm)
        assert yes.system.asked == asked + 1
        yes.system.problem = NotConfirmed("No.")
        assert str(yes.refused(yes.way.confirm)) == "No."
        assert yes.session.state is SessionState.UNLOCKED

    def test_a_released_key_must_be_the_one_of_the_vault(self, key):
        key.well(key.session.unlock, PASSWORD)
        key.well(key.way.confirm)
        for lie in (bytearray(), None, bytearray(range(64))):
            key.system.liar = lie if lie is not None else b"yes"
            assert isinstance(key.refused(key.way.confirm), AppError)

    def test_it_is_not_asked_where_it_was_never_turned_on(self, begin):
        run = begin(FakeSystem(releases_key=False))
        run.well(run.session.create, PASSWORD)
        assert isinstance(run.refused(run.way.confirm), NotConfirmed)
        assert run.system.asked == 0

    def test_nothing_is_confirmed_while_the_vault_is_locked(self, key):
        assert isinstance(key.refused(key.way.confirm), AppError)
