"""A vault from the first look to locking: real files, real keys, and work that waits until told."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import os
from collections import deque

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import (
    NotPossible,
    PasswordTooWeak,
    VaultDamaged,
    VaultForeign,
    VaultMissing,
    VaultTooNew,
    VaultUnreadable,
    WrongPassword,
)
from warifu.core.secret import Secret
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault import container
from warifu.vault.file import open_vault
from warifu.vault.look import vault_info

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class WaitingTasks:
    """Tasks whose work and whose answers happen when the test says so, as threads may."""

    def __init__(self):
        self.jobs = deque()
        self.answers = deque()

    def run(self, work, done, failed, lane=None):
        self.jobs.append((work, done, failed))

    def work(self):
        """Do the oldest work; its answer still waits."""
        work, done, failed = self.jobs.popleft()
        try:
            result = work()
        except Exception as problem:  # noqa: BLE001 - as threads do
            self.answers.append(lambda problem=problem: failed(problem))
        else:
            self.answers.append(lambda: done(result))

    def settle(self):
        """Do everything that is to be done."""
        while self.jobs or self.answers:
            if self.answers:
                self.answers.popleft()()
            else:
                self.work()


class Told:
    """What came back: nothing yet, ``done``, or an error."""

    def __init__(self):
        self.done = 0
        self.problem = None

    def __call__(self):
        self.done += 1

    def failed(self, problem):
        self.problem = problem


def account(title):
    return Account(Otp(Secret(title.encode() * 4)), title=title)


def titles(store):
    return [a.title for a in store.accounts()]


@pytest.fixture
def make(profile, fake_clock, cheap_kdf):
    """Sessions of one profile, or of copies of it that run at the same time."""

    def new(tasks=None, root=profile, vault=None, scheduler=None):
        settings = Settings(root / "settings.json")
        return Session(Profile.at(root), tasks or ImmediateTasks(), fake_clock, settings, vault, scheduler)

    return new


@pytest.fixture
def unlocked(make):
    def new(**options):
        session, told = make(**options), Told()
        act = session.create if session.state is SessionState.NO_VAULT else session.unlock
        act(PASSWORD, told, told.failed)
        if options.get("tasks"):
            options["tasks"].settle()
        assert told.problem is None
        return session

    return new


def on_disk(session, password=PASSWORD):
    """The accounts that a stranger with the password finds in the file."""
    return [a.title for a in open_vault(session.vault_path, password).document.accounts()]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestOpening:
    def test_a_new_profile_has_no_vault_and_making_one_opens_it(self, make):
        session, told, heard = make(), Told(), []
        session.subscribe(heard.append)
        assert (session.state, session.problem) == (SessionState.NO_VAULT, None)

        session.create(PASSWORD, told, told.failed)

        assert (told.done, session.state, heard) == (1, SessionState.UNLOCKED, [SessionState.UNLOCKED])
        assert session.store.accounts() == ()
        assert make().state is SessionState.LOCKED

    @pytest.mark.safety(10)
    @pytest.mark.parametrize("weak", ["", "password", "12345678"])
    def test_a_weak_password_makes_no_vault(self, make, weak):
        session, told = make(), Told()

        session.create(weak, told, told.failed)

        assert isinstance(told.problem, PasswordTooWeak)
        assert session.state is SessionState.NO_VAULT
        assert not session.vault_path.exists()

    @pytest.mark.safety(25)
    def test_wrong_passwords_change_nothing_and_the_right_one_still_opens(self, make, unlocked):
        unlocked().lock()
        session = make()
        before = digest(session.vault_path)

        for number in range(20):
            told = Told()
            session.unlock(f"{OTHER} {number}", told, told.failed)
            assert isinstance(told.problem, WrongPassword)
            assert session.state is SessionState.LOCKED

        assert digest(session.vault_path) == before
        told = Told()
        session.unlock(PASSWORD, told, told.failed)
        assert session.state is SessionState.UNLOCKED

    @pytest.mark.safety(40)
    @pytest.mark.parametrize(
        ("spoil", "kind"),
        [
            (lambda path: path.write_bytes(b""), VaultDamaged),
            (lambda path: path.write_bytes(path.read_bytes()[:2000]), VaultDamaged),
            (lambda path: path.write_bytes(b"garbage" * 999), VaultForeign),
            (lambda path: path.write_bytes(b"\x00" * 20_000), VaultForeign),
            (lambda path: (path.unlink(), path.mkdir()), VaultForeign),
            (lambda path: (path.unlink(), path.symlink_to(path)), VaultUnreadable),
            (lambda path: (path.unlink(), path.symlink_to("nowhere")), VaultUnreadable),
        ],
        ids=["empty", "half", "garbage", "zeros", "directory", "loop", "dangling"],
    )
    def test_what_cannot_be_a_vault_is_told_before_any_password_and_never_touched(
        self, make, unlocked, spoil, kind
    ):
        first = unlocked()
        first.lock()
        spoil(first.vault_path)
        before = os.lstat(first.vault_path)

        session, told = make(), Told()
        assert session.state is SessionState.BROKEN
        assert isinstance(session.problem, kind)
        session.unlock(PASSWORD, told, told.failed)
        assert isinstance(told.problem, kind)
        told = Told()
        session.create(PASSWORD, told, told.failed)
        assert told.problem is not None
        session.lock()

        after = os.lstat(first.vault_path)
        assert (after.st_ino, after.st_size, after.st_mtime_ns) == (
            before.st_ino,
            before.st_size,
            before.st_mtime_ns,
        )

    @pytest.mark.safety(26)
    def test_a_flipped_byte_is_damage_and_not_a_wrong_password(self, make, unlocked):
        first = unlocked()
        first.lock()
        content = bytearray(first.vault_path.read_bytes())
        content[-100] ^= 1
        first.vault_path.write_bytes(content)

        session, told = make(), Told()
        session.unlock(PASSWORD, told, told.failed)

        assert isinstance(told.problem, VaultDamaged)
        assert session.state is SessionState.BROKEN
        assert session.problem is told.problem

    def test_a_vault_that_was_there_is_missed(self, make, unlocked):
        first = unlocked()
        first.lock()
        aside = first.vault_path.rename(first.vault_path.with_name("aside"))

        session, heard = make(), []
        session.subscribe(heard.append)
        assert session.state is SessionState.NO_VAULT
        assert isinstance(session.problem, VaultMissing)
        assert str(session.vault_path) in str(session.problem)

        session.refresh()
        assert heard == []
        aside.rename(session.vault_path)
        session.refresh()
        assert heard == [SessionState.LOCKED]

    def test_a_vault_that_vanishes_before_unlocking_is_said(self, make, unlocked):
        unlocked().lock()
        session, told = make(), Told()
        session.vault_path.unlink()

        session.unlock(PASSWORD, told, told.failed)

        assert isinstance(told.problem, VaultMissing)
        assert session.state is SessionState.NO_VAULT

    @pytest.mark.safety(13)
    def test_a_vault_of_a_newer_warifu_is_read_and_never_written(self, make, unlocked):
        first = unlocked()
        first.store.add(account("ada"))
        opened = open_vault(first.vault_path, PASSWORD)
        first.lock()
        header = dataclasses.replace(opened.header, version=container.VERSION + 1)
        first.vault_path.write_bytes(container.seal(header, opened.keys, opened.document.to_json()))
        before = digest(first.vault_path)

        session = unlocked()
        (ada,) = session.store.accounts()
        assert session.read_only
        with pytest.raises(NotPossible):
            session.store.edit(ada.id, title="x")
        session.store.note_use(ada.id)
        told = Told()
        session.flush(told, told.failed)
        assert (told.done, session.unsaved) == (1, False)
        session.lock()

        assert digest(first.vault_path) == before

    def test_a_vault_that_needs_a_newer_warifu_is_left_alone(self, make, unlocked):
        first = unlocked()
        opened = open_vault(first.vault_path, PASSWORD)
        first.lock()
        header = dataclasses.replace(opened.header, version=9, min_reader=9)
        first.vault_path.write_bytes(container.seal(header, opened.keys, opened.document.to_json()))

        session = make()

        assert session.state is SessionState.BROKEN
        assert isinstance(session.problem, VaultTooNew)

    def test_a_second_unlocking_at_the_same_time_is_refused(self, make, unlocked):
        unlocked().lock()
        tasks, first, second = WaitingTasks(), Told(), Told()
        session = make(tasks)

        session.unlock(PASSWORD, first, first.failed)
        session.unlock(PASSWORD, second, second.failed)
        tasks.settle()

        assert (first.done, second.done) == (1, 0)
        assert isinstance(second.problem, NotPossible)

    def test_locking_while_the_password_is_checked_leaves_it_locked(self, make, unlocked):
        unlocked().lock()
        tasks, told = WaitingTasks(), Told()
        session = make(tasks)

        session.unlock(PASSWORD, told, told.failed)
        tasks.work()
        session.lock()
        tasks.settle()

        assert session.state is SessionState.LOCKED
        assert session.store is None
        assert isinstance(told.problem, NotPossible)

    def test_a_device_keeps_its_id(self, make, unlocked):
        one = unlocked()
        one.store.add(account("ada"))
        one.lock()
        two = unlocked()
        two.store.add(account("bob"))

        stamps = {record.data["stamp"][18:] for record in two.store.document.records.values()}
        assert len(stamps) == 1

    def test_after_thirty_days_the_trash_is_emptied(self, make, unlocked, fake_clock):
        one = unlocked()
        old, new = one.store.add(account("old"), account("new"))
        one.store.trash(old)
        fake_clock.advance(29 * 86_400)
        one.store.trash(new)
        one.lock()

        fake_clock.advance(2 * 86_400)
        two = unlocked()
        assert two.store.get(old) is not None
        two.lock()

        fake_clock.advance(86_400)
        three = unlocked()
        assert three.store.get(old) is None
        assert [a.title for a in three.store.trashed()] == ["new"]

    @pytest.mark.safety(47)
    def test_a_clock_that_is_wrong_for_less_than_a_day_empties_no_trash(self, make, unlocked, fake_clock):
        one = unlocked()
        (deleted,) = one.store.add(account("ada"))
        one.store.trash(deleted)
        one.lock()

        for ahead in (40 * 86_400, 400 * 86_400):
            fake_clock.advance(ahead)
            unlocked().lock()
            fake_clock.advance(86_399)
            unlocked().lock()
            fake_clock.advance(-86_399 - ahead)
            unlocked().lock()
        fake_clock.advance(86_400)
        assert unlocked().store.trashed()

    def test_what_is_deleted_by_a_clock_that_is_behind_stays_as_long(self, make, unlocked, fake_clock):
        one = unlocked()
        (deleted, _) = one.store.add(account("ada"), account("bob"))
        fake_clock.advance(-3_000 * 86_400)
        one.store.trash(deleted)
        one.lock()
        fake_clock.advance(3_029 * 86_400)
        for _day in range(2):
            unlocked().lock()
            fake_clock.advance(86_400 - 10)
        assert [a.title for a in unlocked().store.trashed()] == ["ada"]


class TestSaving:
    def test_a_change_is_on_disk_when_its_work_is_done(self, unlocked):
        session = unlocked()

        session.store.add(account("ada"))

        assert on_disk(session) == ["ada"]
        assert not session.unsaved

    def test_changes_during_a_save_go_with_one_more(self, unlocked):
        tasks = WaitingTasks()
        session = unlocked(tasks=tasks)
        before = vault_info(session.vault_path).generation

        session.store.add(account("a"))
        tasks.work()
        for title in "bcdefgh":
            session.store.add(account(title))
        assert session.unsaved
        tasks.settle()

        assert on_disk(session) == list("abcdefgh")
        assert vault_info(session.vault_path).generation == before + 2
        assert not session.unsaved

    def test_locking_saves_what_is_left_and_forgets_the_keys(self, unlocked):
        tasks = WaitingTasks()
        session = unlocked(tasks=tasks)
        keys = session._saver._opened.keys
        session.store.add(account("a"))
        tasks.work()
        session.store.add(account("b"))

        session.lock()
        assert session.state is SessionState.LOCKED
        assert session.store is None
        tasks.settle()

        assert on_disk(session) == ["a", "b"]
        assert set(keys.master) == {0}
        assert set(keys.header) == {0}

    def test_flushing_after_locking_waits_for_the_last_save(self, unlocked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        session.store.add(account("a"))

        session.lock()
        session.flush(told, told.failed)
        assert told.done == 0
        tasks.settle()

        assert told.done == 1
        assert on_disk(session) == ["a"]

    def test_a_flush_that_locking_overtakes_is_answered_when_all_is_on_disk(self, unlocked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        session.store.add(account("a"))
        tasks.work()
        session.store.add(account("b"))

        session.flush(told, told.failed)
        session.lock()
        tasks.answers.popleft()()
        assert told.done == 0
        tasks.settle()

        assert (told.done, told.problem) == (1, None)
        assert on_disk(session) == ["a", "b"]
        assert session.save_problem is None

    def test_unlocking_at_once_after_locking_shows_what_was_being_saved(self, unlocked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        session.store.add(account("a"))

        session.lock()
        session.unlock(PASSWORD, told, told.failed)
        tasks.settle()

        assert titles(session.store) == ["a"]

    def test_flush_answers_once_everything_is_on_disk(self, unlocked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        session.store.add(account("a"))
        tasks.work()
        session.store.add(account("b"))

        session.flush(told, told.failed)
        assert told.done == 0
        tasks.settle()

        assert told.done == 1
        assert on_disk(session) == ["a", "b"]

    def test_counting_a_use_costs_no_save_of_its_own_but_is_not_lost(self, unlocked):
        session = unlocked()
        (ada,) = session.store.add(account("ada"))
        before = vault_info(session.vault_path).generation

        session.store.note_use(ada)
        session.store.note_use(ada)
        assert vault_info(session.vault_path).generation == before
        session.lock()

        assert open_vault(session.vault_path, PASSWORD).document.get(ada).uses == 2

    def test_a_counted_use_is_saved_after_a_while(self, unlocked):
        class Later:
            def __init__(self):
                self.calls = []

            def after(self, seconds, call):
                self.calls.append((seconds, call))
                return self

            def cancel(self):
                self.calls.clear()

        later = Later()
        session = unlocked(scheduler=later)
        (ada,) = session.store.add(account("ada"))
        session.store.note_use(ada)
        session.store.note_use(ada)
        ((seconds, call),) = later.calls

        call()

        assert seconds >= 10
        assert open_vault(session.vault_path, PASSWORD).document.get(ada).uses == 2

    def test_a_counter_that_moved_is_saved_at_once(self, unlocked):
        session = unlocked()
        (ada,) = session.store.add(account("ada"))

        session.store.advance_counter(ada)

        assert open_vault(session.vault_path, PASSWORD).document.get(ada).counter == 1

    def test_no_save_derives_a_key_from_the_password(self, unlocked, monkeypatch):
        from warifu.vault import aead

        session = unlocked()
        monkeypatch.setattr(aead, "argon2id", lambda *_a, **_k: pytest.fail("the KDF ran"))

        session.store.add(account("ada"))

        assert not session.unsaved


class TestTwoCopies:
    @pytest.mark.safety(48)
    def test_two_windows_on_one_vault_lose_nothing_of_either(self, unlocked, tmp_path):
        one = unlocked()
        two = unlocked(root=tmp_path / "other", vault=one.vault_path)

        one.store.add(account("from one"))
        two.store.add(account("from two"))
        one.store.add(account("again one"))

        assert sorted(on_disk(one)) == ["again one", "from one", "from two"]
        assert sorted(titles(one.store)) == ["again one", "from one", "from two"]

    def test_what_another_copy_wrote_is_taken_in_without_writing(self, unlocked, tmp_path):
        one = unlocked()
        two = unlocked(root=tmp_path / "other", vault=one.vault_path)
        two.store.add(account("from two"))
        before = digest(one.vault_path)

        one.join_disk()
        one.join_disk()

        assert titles(one.store) == ["from two"]
        assert not one.unsaved
        assert digest(one.vault_path) == before

    @pytest.mark.safety(56)
    @pytest.mark.parametrize("seen", ["by unlocking", "by joining"])
    def test_an_edit_after_seeing_another_copys_wins_though_that_ones_clock_is_ahead(
        self, unlocked, tmp_path, fake_clock, seen
    ):
        one = unlocked()
        (ada,) = one.store.add(account("ada"))
        now = fake_clock.now()
        fake_clock.set(now + 86_400)
        two = unlocked(root=tmp_path / "other", vault=one.vault_path)
        two.store.edit(ada, title="by the fast clock")
        fake_clock.set(now)
        if seen == "by unlocking":
            one.lock()
            one = unlocked()
        else:
            one.join_disk()

        one.store.edit(ada, title="later")
        two.join_disk()

        assert titles(one.store) == titles(two.store) == on_disk(one) == ["later"]

    def test_a_change_made_while_another_copys_is_joined_is_kept(self, unlocked, tmp_path):
        tasks = WaitingTasks()
        one = unlocked(tasks=tasks)
        two = unlocked(root=tmp_path / "other", vault=one.vault_path)
        two.store.add(account("from two"))

        one.join_disk()
        tasks.work()
        one.store.add(account("meanwhile"))
        tasks.settle()

        assert sorted(titles(one.store)) == ["from two", "meanwhile"]
        assert sorted(on_disk(one)) == ["from two", "meanwhile"]

    def test_joining_a_spoilt_file_keeps_what_is_in_memory(self, unlocked):
        session = unlocked()
        session.store.add(account("ada"))
        session.vault_path.write_bytes(b"garbage" * 999)

        session.join_disk()

        assert titles(session.store) == ["ada"]

    def test_a_vault_removed_while_it_is_open_is_written_again(self, unlocked):
        session = unlocked()
        session.store.add(account("ada"))
        session.vault_path.unlink()

        session.store.add(account("bob"))

        assert on_disk(session) == ["ada", "bob"]


class TestPassword:
    def test_the_new_password_opens_and_the_old_one_does_not(self, make, unlocked):
        session, told = unlocked(), Told()
        session.store.add(account("ada"))

        session.change_password(PASSWORD, OTHER, told, told.failed)

        assert told.done == 1
        assert on_disk(session, OTHER) == ["ada"]
        with pytest.raises(WrongPassword):
            open_vault(session.vault_path, PASSWORD)
        session.store.add(account("bob"))
        assert on_disk(session, OTHER) == ["ada", "bob"]

    @pytest.mark.parametrize(
        ("old", "new", "kind"), [(OTHER, OTHER, WrongPassword), (PASSWORD, "password", PasswordTooWeak)]
    )
    def test_a_wrong_old_or_a_weak_new_one_changes_nothing(self, unlocked, old, new, kind):
        session, told = unlocked(), Told()

        session.change_password(old, new, told, told.failed)

        assert isinstance(told.problem, kind)
        assert session.save_problem is None
        assert on_disk(session) == []

    def test_changes_made_meanwhile_are_saved_too(self, unlocked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        session.store.add(account("before"))

        session.change_password(PASSWORD, OTHER, told, told.failed)
        tasks.work()
        session.store.add(account("meanwhile"))
        tasks.settle()

        assert told.done == 1
        assert on_disk(session, OTHER) == ["before", "meanwhile"]

    @pytest.mark.safety(43)
    @pytest.mark.parametrize("worked", [False, True], ids=["before it is written", "after"])
    def test_nothing_done_while_the_password_is_being_changed_is_lost(self, unlocked, worked):
        tasks, told = WaitingTasks(), Told()
        session = unlocked(tasks=tasks)
        (ada,) = session.store.add(account("ada"))
        tasks.settle()

        session.change_password(PASSWORD, OTHER, told, told.failed)
        if worked:
            tasks.work()
        session.store.add(account("bob"))
        session.store.edit(ada, title="Ada")
        tasks.settle()

        assert told.done == 1
        assert titles(session.store) == on_disk(session, OTHER) == ["Ada", "bob"]

    def test_a_locked_vault_keeps_its_password(self, make, unlocked):
        unlocked().lock()
        session, told = make(), Told()

        session.change_password(PASSWORD, OTHER, told, told.failed)

        assert isinstance(told.problem, NotPossible)


class TestWhatLockingCouldNotSave:
    """It waits for the vault that it belongs to, and keeps no other one from opening."""

    @pytest.fixture
    def session(self, unlocked, monkeypatch):
        """A locked one, with the account "bob" that is nowhere else."""
        session = unlocked()
        session.store.add(account("ada"))
        with monkeypatch.context() as spoilt:
            spoilt.setattr("warifu.vault.disk.write_aside", full)
            session.store.add(account("bob"))
            session.lock()
        assert session.unsaved
        return session

    @pytest.mark.safety(43)
    def test_another_vault_in_its_place_opens_again_and_again(self, session):
        away = session.vault_path.read_bytes()
        session.vault_path.unlink()
        session.refresh()
        told = Told()
        session.create(OTHER, told, told.failed)
        session.store.add(account("new"))
        session.lock()
        session.unlock(OTHER, told, told.failed)
        assert (told.done, titles(session.store)) == (2, ["new"])
        session.lock()

        session.vault_path.write_bytes(away)
        session.unlock(PASSWORD, told, told.failed)
        assert (told.done, titles(session.store)) == (3, ["ada", "bob"])
        assert on_disk(session) == ["ada", "bob"]

    @pytest.mark.safety(43)
    def test_a_key_made_elsewhere_meanwhile_keeps_nobody_out(self, session, make, tmp_path):
        other, told = make(root=tmp_path / "other", vault=session.vault_path), Told()
        other.unlock(PASSWORD, told, told.failed)
        other.ways.rotate(PASSWORD, OTHER, told, told.failed)
        other.lock()

        session.unlock(OTHER, told, told.failed)

        assert (told.done, told.problem, titles(session.store)) == (3, None, ["ada"])
        session.lock()
        assert session.unsaved  # "bob" has not been dropped, and closing the window says so

    @pytest.mark.safety(43)
    def test_a_backup_in_its_place_gets_it_back_at_once(self, session):
        from warifu.vault.restore import make_vault, open_backup, with_password

        backup = session.vault_path.with_name("backup.warifu")
        session.vault_path.rename(backup)
        session.refresh()
        told = Told()

        def begin():
            return make_vault(open_backup(backup, with_password(PASSWORD)), session.vault_path, 0)

        session.begin_with(begin, told, told.failed)

        assert (told.done, titles(session.store)) == (1, ["ada", "bob"])
        assert not session.unsaved
        assert on_disk(session) == ["ada", "bob"]


def full(*_anything):
    raise OSError(errno.ENOSPC, "No space left on device")
