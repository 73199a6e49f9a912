"""The PIN that opens again what a run has locked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warifu.core.errors import NotPossible, PasswordTooWeak, WrongKey
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.quick_pin import TRIES, QuickPin, require_good
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault import container, held, key_slots, slots

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"
PIN = "294817"
TESTS = Path(__file__).parents[2]


class Run:
    def __init__(self, root, clock):
        self.root = root
        self.settings = Settings(root / "settings.json")
        self.session = Session(Profile.at(root), ImmediateTasks(), clock, self.settings)
        self.pin = QuickPin(self.session, self.settings)
        self.opened = 0
        self.problems = []

    def done(self):
        self.opened += 1

    def well(self, call, *arguments):
        before = self.opened
        call(*arguments, self.done, self.problems.append)
        assert (self.opened, self.problems) == (before + 1, [])

    def refused(self, call, *arguments):
        call(*arguments, self.done, self.problems.append)
        return self.problems.pop()


@pytest.fixture
def begin(profile, fake_clock, cheap_kdf):
    return lambda: Run(profile, fake_clock)


@pytest.fixture
def run(begin):
    made = begin()
    made.well(made.session.create, PASSWORD)
    made.well(made.pin.set, PIN)
    made.session.lock()
    return made


def test_opens_what_was_locked(run):
    assert run.pin.ready
    run.well(run.pin.unlock, PIN)
    assert run.session.state is SessionState.UNLOCKED


@pytest.mark.safety(20)
def test_fresh_start_knows_no_pin_until_the_password(run, begin):
    again = begin()
    assert not again.pin.ready
    assert isinstance(again.refused(again.pin.unlock, PIN), NotPossible)
    assert again.session.state is SessionState.LOCKED
    again.well(again.session.unlock, PASSWORD)
    again.session.lock()
    again.well(again.pin.unlock, PIN)


@pytest.mark.safety(20)
def test_five_tries_then_the_password_however_often_it_is_locked_between(run):
    for left in range(TRIES - 1, 0, -1):
        problem = run.refused(run.pin.unlock, "111222")
        assert isinstance(problem, WrongKey)
        assert str(left) in str(problem)
        run.session.lock()
        run.session.refresh()
    assert isinstance(run.refused(run.pin.unlock, "111222"), NotPossible)
    assert not run.pin.ready
    assert isinstance(run.refused(run.pin.unlock, PIN), NotPossible)
    run.well(run.session.unlock, PASSWORD)
    run.session.lock()
    run.well(run.pin.unlock, PIN)


@pytest.mark.safety(20)
def test_no_slot_is_made_and_no_slot_takes_a_pin(run):
    header = container.parse((run.root / "vault.warifu").read_bytes()).header
    assert [slot["kind"] for slot in header.slots] == [slots.PASSWORD]
    for secret in (PIN, PIN.encode(), bytearray(PIN.encode()), bytearray(PIN.encode().ljust(32, b"0"))):
        for kind in (slots.KEYSTORE, slots.PLATFORM):
            with pytest.raises((TypeError, ValueError)):
                key_slots.key_slot(kind, secret, bytearray(range(32)), header.vault_id)
        with pytest.raises(TypeError):
            key_slots.recovery_slot(secret, bytearray(range(32)), header.vault_id)
    assert not hasattr(held.HeldKey, "to_json")


def test_settings_hold_no_pin_that_can_be_read(run):
    text = (run.root / "settings.json").read_text()
    assert PIN not in text
    assert "quick_pin" in text


@pytest.mark.safety(23)
def test_held_key_is_not_the_master_key(run, begin):
    again = begin()
    again.well(again.session.unlock, PASSWORD)
    master = bytes(again.session._saver._opened.keys.master)
    again.session.lock()
    kept = again.pin._held
    assert master not in kept.wrapped
    assert bytes(kept.pepper) != master
    assert PIN not in repr(kept)
    pepper = kept.pepper
    again.pin.remove()
    assert not any(pepper)


@pytest.mark.safety(6)
def test_new_master_key_needs_the_new_password_and_a_new_pin(run):
    run.well(run.pin.unlock, PIN)
    run.well(run.session.ways.rotate, PASSWORD, OTHER)
    run.session.lock()
    assert isinstance(run.refused(run.pin.unlock, PIN), NotPossible)
    assert not run.pin.ready
    run.well(run.session.unlock, OTHER)
    assert not run.pin.on
    run.session.lock()
    assert not run.pin.ready


def test_damaged_file_is_left_to_the_password_to_tell(run):
    path = run.root / "vault.warifu"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert isinstance(run.refused(run.pin.unlock, PIN), NotPossible)
    assert run.session.state is SessionState.LOCKED
    run.refused(run.session.unlock, PASSWORD)
    assert run.session.state is SessionState.BROKEN


def test_what_is_not_a_wrong_pin_costs_no_try(run):
    path = run.root / "vault.warifu"
    path.rename(run.root / "elsewhere")
    run.refused(run.pin.unlock, PIN)
    (run.root / "elsewhere").rename(path)
    run.session.refresh()
    assert run.pin.tries_left == TRIES
    run.well(run.pin.unlock, PIN)


def test_removed_pin_is_gone(run, begin):
    run.well(run.pin.unlock, PIN)
    run.pin.remove()
    run.session.lock()
    assert not run.pin.ready
    again = begin()
    again.well(again.session.unlock, PASSWORD)
    again.session.lock()
    assert not again.pin.ready


def test_odd_setting_is_no_pin(run, begin):
    for odd in ("x", "x y", f"{'0' * 32} AAAA", " "):
        run.settings.set(_setting(), odd)
        again = begin()
        again.well(again.session.unlock, PASSWORD)
        again.session.lock()
        assert not again.pin.ready


@pytest.mark.parametrize(
    "pin", ["", "12345", "12345a", "１２３４５６", "123456", "654321", "000000", "121212", "890123", "1" * 40]
)
def test_weak_pins_are_refused(pin):
    with pytest.raises(PasswordTooWeak):
        require_good(pin)


@pytest.mark.parametrize("pin", [PIN, "00291847", "1234561"])
def test_others_are_taken(pin):
    require_good(pin)


def _setting():
    from warifu.settings.schema import QUICK_PIN

    return QUICK_PIN


@pytest.mark.safety(23)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
@pytest.mark.parametrize("pin", ["none", PIN])
def test_master_key_is_not_in_the_memory_of_a_locked_process(tmp_path, pin) -> None:
    script = Path(__file__).with_name("locked_process.py")
    command = [sys.executable, TESTS / "with_cheap_kdf.py", script, tmp_path, pin]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        turned = bytes.fromhex(process.stdout.readline().decode())
        master = bytes(byte ^ 255 for byte in turned)
        assert len(master) == 32
        memory = memory_of(process.pid)
        process.stdin.write(b"\n")
    assert turned in memory  # so it is the right memory
    assert memory.count(master) == 0


def memory_of(pid: int) -> bytes:
    parts = []
    with (Path("/proc") / str(pid) / "mem").open("rb") as memory:
        for line in (Path("/proc") / str(pid) / "maps").read_text().splitlines():
            region, rights, *_rest = line.split()
            begin, end = (int(each, 16) for each in region.split("-"))
            if rights.startswith("rw"):
                try:
                    memory.seek(begin)
                    parts.append(memory.read(end - begin))
                except (OSError, OverflowError):
                    continue
    return b"".join(parts)


class TestConfirming:
    """The owner is asked again while the vault is open."""

    def test_the_pin_confirms_and_gives_its_tries_back(self, run):
        run.well(run.pin.unlock, PIN)
        assert isinstance(run.refused(run.pin.confirm, "111222"), WrongKey)
        assert run.pin.tries_left == TRIES - 1
        run.well(run.pin.confirm, PIN)
        assert run.pin.tries_left == TRIES
        assert run.session.state is SessionState.UNLOCKED

    @pytest.mark.safety(20)
    def test_five_wrong_ones_leave_the_password_alone(self, run):
        run.well(run.pin.unlock, PIN)
        for _ in range(TRIES - 1):
            assert isinstance(run.refused(run.pin.confirm, "111222"), WrongKey)
        assert isinstance(run.refused(run.pin.confirm, "111222"), NotPossible)
        assert isinstance(run.refused(run.pin.confirm, PIN), NotPossible)
        run.session.lock()
        assert not run.pin.ready
        run.well(run.session.unlock, PASSWORD)

    def test_without_a_pin_nothing_confirms(self, begin):
        made = begin()
        made.well(made.session.create, PASSWORD)
        assert isinstance(made.refused(made.pin.confirm, PIN), NotPossible)
