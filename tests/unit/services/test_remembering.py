"""“Remember on this computer”, with a keystore in the test's hands."""

from __future__ import annotations

import base64
import json

import pytest

from warifu.core.errors import AppError, KeystoreTrouble
from warifu.core.text import Text
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.remembering import Remembering
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault import container, slots

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class MemoryKeystore:
    """``services.ports.Keystore`` without a system."""

    def __init__(self):
        self.kept: dict[str, bytes] = {}
        self.fault = ""

    def _fail(self):
        if self.fault:
            raise KeystoreTrouble(self.fault)

    def reason(self):
        return Text(self.fault) if self.fault else None

    def store(self, vault_id, key):
        self._fail()
        self.kept[vault_id] = bytes(key)

    def load(self, vault_id):
        self._fail()
        if vault_id not in self.kept:
            raise KeystoreTrouble("It no longer has the key.")
        return bytearray(self.kept[vault_id])

    def delete(self, vault_id):
        self._fail()
        self.kept.pop(vault_id, None)

    def close(self):
        self.fault = "closed"


class LateTasks(ImmediateTasks):
    """Work on the POOL lane waits until the test lets it come."""

    def __init__(self):
        self.late = []

    def run(self, work, done, failed, lane=None):
        from warifu.services.ports import Lane

        if lane is Lane.POOL:
            self.late.append(lambda: ImmediateTasks.run(self, work, done, failed))
        else:
            super().run(work, done, failed)

    def come(self):
        for call in self.late:
            call()
        self.late.clear()


class Run:
    """One run of Warifu: everything but the keystore begins anew."""

    def __init__(self, root, clock, keystore, tasks=None):
        self.root = root
        self.settings = Settings(root / "settings.json")
        tasks = tasks or ImmediateTasks()
        self.session = Session(Profile.at(root), tasks, clock, self.settings)
        self.keystore = keystore
        self.remembering = Remembering(self.session, tasks, self.settings, lambda: keystore)
        self.opened = 0
        self.problems: list[AppError] = []

    def done(self):
        self.opened += 1

    def well(self, call, *arguments):
        before = self.opened
        call(*arguments, self.done, self.problems.append)
        assert (self.opened, self.problems) == (before + 1, [])

    def start(self):
        return self.remembering.start(self.done, self.problems.append)

    def kinds(self):
        header = container.parse((self.root / "vault.warifu").read_bytes()).header
        return [slot["kind"] for slot in header.slots]


@pytest.fixture
def begin(profile, fake_clock, cheap_kdf):
    keystore = MemoryKeystore()

    def new(root=profile, tasks=None, keystore=keystore):
        return Run(root, fake_clock, keystore, tasks)

    return new


@pytest.fixture
def remembered(begin):
    """A run that has just turned it on, and is over."""
    run = begin()
    run.well(run.session.create, PASSWORD)
    run.well(run.remembering.turn_on)
    run.session.lock()
    return run


@pytest.mark.safety(5, 16)
def test_next_start_opens_without_password_and_keystore_has_nothing_but_a_random_key(begin, remembered):
    [kept] = remembered.keystore.kept.values()
    assert len(kept) == 32
    file = (remembered.root / "vault.warifu").read_bytes()
    again = begin()
    assert again.session.state is SessionState.LOCKED
    assert again.start()
    assert again.session.state is SessionState.UNLOCKED
    master = bytes(again.session._saver._opened.keys.master)
    everything = b"".join(remembered.keystore.kept.values())
    for secret in (PASSWORD.encode(), master, base64.b64encode(master)):
        assert secret not in everything
    for form in (kept, base64.b64encode(kept), kept.hex().encode()):
        assert form not in file
        assert form not in (remembered.root / "settings.json").read_bytes()


def test_off_until_wanted(begin):
    run = begin()
    run.well(run.session.create, PASSWORD)
    assert not run.remembering.on
    run.session.lock()
    again = begin()
    assert not again.start()
    assert again.keystore.kept == {}
    assert again.kinds() == ["password"]


@pytest.mark.safety(16)
@pytest.mark.parametrize("broken", ["deleted", "changed", "short", "fault"])
def test_whatever_the_keystore_does_the_password_opens(begin, remembered, broken):
    keystore = remembered.keystore
    [vault_id] = keystore.kept
    if broken == "deleted":
        keystore.kept.clear()
    elif broken == "changed":
        keystore.kept[vault_id] = bytes(range(32))
    elif broken == "short":
        keystore.kept[vault_id] = b"123456"
    else:
        keystore.fault = "The keystore of this computer is locked."
    again = begin()
    assert again.start()
    assert len(again.problems) == 1
    assert again.session.state is SessionState.LOCKED
    again.problems.clear()
    again.well(again.session.unlock, PASSWORD)


@pytest.mark.safety(16)
def test_key_is_useless_without_this_vault(begin, remembered, tmp_path):
    other = begin(tmp_path / "other")
    other.well(other.session.create, OTHER)
    other.well(other.remembering.turn_on)
    other.session.lock()
    first, second = remembered.keystore.kept.values()
    assert first != second
    swapped = dict(zip(remembered.keystore.kept, (second, first), strict=True))
    remembered.keystore.kept = swapped
    again = begin()
    assert again.start()
    assert again.session.state is SessionState.LOCKED
    assert len(again.problems) == 1


def test_locking_in_a_run_is_not_undone_by_the_keystore(begin, remembered):
    again = begin()
    again.start()
    again.session.lock()
    assert not again.start()
    assert again.session.state is SessionState.LOCKED


def test_late_key_does_not_open_what_the_user_has_locked(begin, remembered):
    tasks = LateTasks()
    again = begin(tasks=tasks)
    assert again.start()
    again.session.unlock(PASSWORD, again.done, again.problems.append)
    again.session.lock()
    tasks.come()
    assert again.session.state is SessionState.LOCKED
    assert (again.opened, again.problems) == (1, [])


def test_late_trouble_is_not_told_to_whoever_is_in(begin, remembered):
    tasks = LateTasks()
    remembered.keystore.fault = "The keystore of this computer does not answer."
    again = begin(tasks=tasks)
    assert again.start()
    again.session.unlock(PASSWORD, again.done, again.problems.append)
    tasks.come()
    assert (again.opened, again.problems) == (1, [])


def test_keystore_that_cannot_store_adds_no_slot(begin):
    run = begin()
    run.well(run.session.create, PASSWORD)
    run.keystore.fault = "The keystore of this computer does not work."
    run.remembering.turn_on(run.done, run.problems.append)
    assert len(run.problems) == 1
    assert run.kinds() == ["password"]
    assert not run.remembering.on


def test_keystore_that_forgets_at_once_adds_no_slot(begin):
    class Forgetful(MemoryKeystore):
        def store(self, vault_id, key):
            self.kept[vault_id] = bytes(32)

    run = begin(keystore=Forgetful())
    run.well(run.session.create, PASSWORD)
    run.remembering.turn_on(run.done, run.problems.append)
    assert len(run.problems) == 1
    assert run.kinds() == ["password"]


@pytest.mark.safety(5)
@pytest.mark.parametrize("fault", ["", "The keystore of this computer is locked."])
def test_turning_off_takes_slot_and_key_away_and_an_old_key_opens_nothing(begin, remembered, fault):
    kept = dict(remembered.keystore.kept)
    run = begin()
    run.start()
    run.keystore.fault = fault
    run.well(run.remembering.turn_off)
    assert run.kinds() == ["password"]
    assert not run.remembering.on
    assert bool(run.keystore.kept) is bool(fault)
    run.session.lock()
    remembered.keystore.kept, remembered.keystore.fault = kept, ""
    again = begin()
    assert not again.start()


def test_slot_removed_elsewhere_takes_the_key_along(begin, remembered):
    run = begin()
    run.start()
    [way] = [way for way in _ways(run) if way.kind == slots.KEYSTORE]
    run.well(run.session.ways.remove, way.id)
    run.session.lock()
    assert run.keystore.kept
    again = begin()
    assert not again.start()
    again.well(again.session.unlock, PASSWORD)
    assert again.keystore.kept == {}
    assert json.loads((again.root / "settings.json").read_text())["remembered"] == ""


@pytest.mark.safety(6)
def test_new_master_key_is_not_opened_by_what_the_keystore_has(begin, remembered):
    run = begin()
    run.start()
    run.well(run.session.ways.rotate, PASSWORD, OTHER)
    run.session.lock()
    again = begin()
    assert not again.start()
    again.well(again.session.unlock, OTHER)
    assert not again.remembering.on


def test_settings_of_another_kind_are_no_trouble(begin, remembered):
    for odd in ("[1]", '{"a": 3}', "{", '{"a": {"slot": 5}}'):
        path = remembered.root / "settings.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "remembered": odd}))
        assert not begin().start()


def test_list_names_the_computer(begin, remembered):
    run = begin()
    run.start()
    [way] = [way for way in _ways(run) if way.kind == slots.KEYSTORE]
    assert way.name
    assert way.made


def _ways(run):
    run.session.ways.look()
    return run.session.ways.known
