"""Codes on their way to the clipboard and off it again."""

from __future__ import annotations

import pytest

from warifu.core.account import Account, Otp, OtpType
from warifu.core.errors import AccountNotFound, NotPossible
from warifu.core.otp import code_at
from warifu.core.secret import Secret
from warifu.services.copying import Copied, Copying, Which
from warifu.services.immediate import ImmediateTasks
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.settings.schema import CLIPBOARD_SECONDS
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
START = 1_800_000_000.0  # a multiple of 30


class Clipboard:
    """A clipboard that other programs may write to as well."""

    def __init__(self):
        self.text = "from another program"
        self.busy = False  # as Windows has it while another program keeps the clipboard open

    def put(self, text):
        self._require_free()
        self.text = text

    def holds(self, text):
        self._require_free()
        return self.text == text

    def clear(self):
        self._require_free()
        self.text = ""

    def _require_free(self):
        if self.busy:
            raise NotPossible("Another program is using the clipboard.")

    def read_text(self):
        return self.text


class Scheduler:
    """Timers that fire when the fake clock has come so far, in order."""

    def __init__(self, clock):
        self.clock = clock
        self.calls = []

    def after(self, seconds, call):
        entry = [self.clock.monotonic() + seconds, call]
        self.calls.append(entry)

        class Timer:
            def cancel(timer):  # noqa: N805 - self is the scheduler
                if entry in self.calls:
                    self.calls.remove(entry)

        return Timer()

    def pass_time(self, seconds):
        """Let the time pass in steps of a tenth of a second."""
        for _step in range(round(seconds * 10)):
            self.clock.advance(0.1)
            due = [entry for entry in self.calls if entry[0] <= self.clock.monotonic() + 1e-6]
            for entry in due:
                if entry in self.calls:
                    self.calls.remove(entry)
                    entry[1]()


class World:
    """An unlocked vault with three accounts, and the things around it."""

    def __init__(self, profile, clock):
        clock.set(START + 3)
        self.clock = clock
        self.scheduler = Scheduler(clock)
        self.clipboard = Clipboard()
        self.settings = Settings(profile / "settings.json")
        self.session = Session(Profile.at(profile), ImmediateTasks(), clock, self.settings)
        self.session.create(PASSWORD, lambda: None, pytest.fail)
        self.totp, self.hotp, self.other = self.session.store.add(
            Account(Otp(Secret(b"12345678901234567890")), title="totp"),
            Account(Otp(Secret(b"12345678901234567890"), OtpType.HOTP), title="hotp", counter=4),
            Account(Otp(Secret(b"another secret of 20")), title="other"),
        )
        self.copying = Copying(self.session, self.clipboard, self.scheduler, clock, self.settings)
        self.heard = []
        self.copying.subscribe(self.heard.append)

    def code(self, account_id, time):
        return code_at(self.session.store.get(account_id), time).value


@pytest.fixture
def world(profile, fake_clock, cheap_kdf):
    return World(profile, fake_clock)


def test_copying_puts_the_current_code_there_says_so_and_counts(world):
    copied = world.copying.copy(world.totp)

    assert world.clipboard.text == world.code(world.totp, START)
    assert copied == Copied(world.totp, "totp", 20)
    assert world.heard == [copied]
    assert world.session.store.get(world.totp).uses == 1
    assert world.session.store.get(world.totp).last_used == START + 3


def test_the_next_code_can_be_copied_before_its_time(world):
    world.copying.copy(world.totp, Which.NEXT)

    assert world.clipboard.text == world.code(world.totp, START + 30)


@pytest.mark.safety(29)
def test_the_code_leaves_the_clipboard_in_time(world):
    world.copying.copy(world.totp)

    world.scheduler.pass_time(19.8)
    assert world.clipboard.text == world.code(world.totp, START)
    world.scheduler.pass_time(0.3)
    assert world.clipboard.text == ""


@pytest.mark.safety(29)
def test_what_another_program_put_there_since_is_left_alone(world):
    world.copying.copy(world.totp)
    world.clipboard.text = "a letter"

    world.scheduler.pass_time(60)
    world.session.lock()
    world.copying.clear_now()

    assert world.clipboard.text == "a letter"


def test_the_time_until_clearing_is_a_setting(world):
    world.settings.set(CLIPBOARD_SECONDS, 45)

    assert world.copying.copy(world.totp).clears_in == 45
    world.scheduler.pass_time(44)
    assert world.clipboard.text != ""
    world.scheduler.pass_time(2)
    assert world.clipboard.text == ""


def test_a_second_copy_gets_its_whole_time(world):
    world.copying.copy(world.totp)
    world.scheduler.pass_time(15)
    world.copying.copy(world.other)

    world.scheduler.pass_time(15)
    assert world.clipboard.text == world.code(world.other, START + 15)
    world.scheduler.pass_time(6)
    assert world.clipboard.text == ""


@pytest.mark.safety(29)
@pytest.mark.parametrize("end", ["lock", "quit"])
def test_locking_and_quitting_clear_it_at_once(world, end):
    world.copying.copy(world.totp)

    if end == "lock":
        world.session.lock()
    else:
        world.copying.clear_now()

    assert world.clipboard.text == ""
    assert world.scheduler.calls == []


@pytest.mark.parametrize(("which", "counter", "after"), [(Which.CURRENT, 4, 5), (Which.NEXT, 5, 6)])
def test_a_counter_moves_past_the_code_that_was_given_out_and_that_is_saved(world, which, counter, after):
    expected = ("755224", "287082", "359152", "969429", "338314", "254676", "287922")[counter]  # RFC 4226, D

    world.copying.copy(world.hotp, which)

    assert world.clipboard.text == expected
    saved = open_vault(world.session.vault_path, PASSWORD).document.get(world.hotp)
    assert saved.counter == after


def test_nothing_is_copied_while_locked_or_from_the_trash(world):
    world.session.store.trash(world.totp)
    with pytest.raises(AccountNotFound):
        world.copying.copy(world.totp)
    with pytest.raises(AccountNotFound):
        world.copying.copy("no such id")
    world.session.lock()
    with pytest.raises(NotPossible):
        world.copying.copy(world.other)

    assert world.clipboard.text == "from another program"


class TestTheMomentItBecomesValid:
    def test_code_two_arrives_in_its_first_second(self, world):
        world.copying.copy(world.totp)
        waiting = world.copying.copy_when_valid(world.totp)
        first = world.clipboard.text

        world.scheduler.pass_time(26.8)
        assert (waiting.valid_from, world.clipboard.text) == (START + 30, "")
        world.scheduler.pass_time(0.4)

        assert world.clipboard.text == world.code(world.totp, START + 30) != first
        assert world.heard[-1] == Copied(world.totp, "totp", 20, Which.NEXT)
        assert world.copying.waiting is None

    def test_it_is_cleared_like_any_other(self, world):
        world.copying.copy_when_valid(world.totp)

        world.scheduler.pass_time(28)
        assert world.clipboard.text == world.code(world.totp, START + 30)
        world.scheduler.pass_time(20)

        assert world.clipboard.text == ""

    @pytest.mark.parametrize("stop", ["copy", "lock", "cancel", "trash"])
    def test_it_is_given_up(self, world, stop):
        world.copying.copy_when_valid(world.totp)
        match stop:
            case "copy":
                world.copying.copy(world.other)
            case "lock":
                world.session.lock()
            case "cancel":
                world.copying.cancel_waiting()
            case "trash":
                world.session.store.trash(world.totp)
        heard = len(world.heard)

        world.scheduler.pass_time(70)

        assert len(world.heard) == heard
        assert world.copying.waiting is None

    def test_asking_again_moves_the_wait_to_the_other_account(self, world):
        world.copying.copy_when_valid(world.totp)
        world.copying.copy_when_valid(world.other)

        world.scheduler.pass_time(28)

        assert [copied.account_id for copied in world.heard] == [world.other]

    @pytest.mark.safety(68)
    def test_a_clock_that_was_set_back_makes_it_wait_longer(self, world):
        world.copying.copy_when_valid(world.totp)
        world.clock.set(START - 20)

        world.scheduler.pass_time(40)
        assert world.heard == []
        world.scheduler.pass_time(11)

        assert world.clipboard.text == world.code(world.totp, START + 30)

    def test_after_a_sleep_an_outdated_code_is_not_copied(self, world):
        world.copying.copy_when_valid(world.totp)
        world.clock.set(START + 4000)

        world.scheduler.pass_time(60)

        assert world.heard == []
        assert world.copying.waiting is None

    @pytest.mark.safety(68)
    def test_after_a_sleep_past_the_moment_it_arrives_at_once(self, world):
        world.copying.copy_when_valid(world.totp)
        world.scheduler.pass_time(5)
        world.clock.set(START + 32)  # as after a sleep, through which timers stand still

        world.scheduler.pass_time(1.1)

        assert world.clipboard.text == world.code(world.totp, START + 30)
        assert world.copying.waiting is None

    def test_codes_without_time_have_no_moment(self, world):
        with pytest.raises(NotPossible):
            world.copying.copy_when_valid(world.hotp)


def test_what_is_told_of_a_copy_shows_no_label_in_a_log(world):
    assert "totp" not in repr(world.copying.copy(world.totp)).replace(world.totp, "")
    assert "totp" not in repr(world.copying.copy_when_valid(world.totp)).replace(world.totp, "")


def test_nothing_is_called_copied_while_another_program_has_the_clipboard(world):
    world.copying.copy_when_valid(world.totp)
    world.clipboard.busy = True

    with pytest.raises(NotPossible):
        world.copying.copy(world.hotp)

    assert world.heard == []
    assert world.session.store.get(world.hotp).counter == 4
    assert world.session.store.get(world.hotp).uses == 0
    assert world.copying.waiting is not None, "what was to be copied later still is"


@pytest.mark.safety(29)
def test_a_code_is_cleared_as_soon_as_another_program_lets_go_of_the_clipboard(world):
    world.copying.copy(world.totp)
    world.scheduler.pass_time(19)
    world.clipboard.busy = True
    world.scheduler.pass_time(5)
    assert world.clipboard.text == world.code(world.totp, START)

    world.clipboard.busy = False
    world.scheduler.pass_time(1)

    assert world.clipboard.text == ""
    assert world.scheduler.calls == []


@pytest.mark.safety(29)
def test_locking_clears_late_rather_than_never(world):
    world.copying.copy(world.totp)
    world.clipboard.busy = True
    world.session.lock()
    assert not world.copying.clear_now()

    world.clipboard.busy = False
    assert world.copying.clear_now()

    assert world.clipboard.text == ""
    assert world.copying.clear_now(), "nothing is left to clear"


def test_code_2_comes_late_rather_than_never(world):
    world.copying.copy_when_valid(world.totp)
    world.clipboard.busy = True
    world.scheduler.pass_time(29)
    assert world.heard == []

    world.clipboard.busy = False
    world.scheduler.pass_time(1)

    assert world.clipboard.text == world.code(world.totp, START + 30)
    assert [copied.which for copied in world.heard] == [Which.NEXT]
    assert world.copying.waiting is None
