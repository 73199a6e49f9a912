"""Backups by themselves: when they are made, what a failure does, and the way back. Real files, real keys."""

from __future__ import annotations

import dataclasses
import errno
import os
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import BackupError, NotPossible, WrongPassword
from warifu.core.secret import Secret
from warifu.services import backup_record
from warifu.services.backing_up import DAILY, LONGEST_QUIET, QUIET, BackingUp
from warifu.services.backup_record import Fault, Record
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.paths import Profile, default_profile
from warifu.services.ports import Lane
from warifu.services.recovery import Standing
from warifu.services.restoring import Restoring, backups_in, unlock_with
from warifu.services.session import Session
from warifu.settings import schema
from warifu.settings.file import Settings
from warifu.vault import backup_files, container
from warifu.vault.backups import Kind
from warifu.vault.document import Document
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class Timer(NamedTuple):
    """A call that can be forgotten."""

    calls: list
    entry: list

    def cancel(self):
        if self.entry in self.calls:
            self.calls.remove(self.entry)


class Timers:
    """Calls when the test moves the clock."""

    def __init__(self, clock):
        self.clock = clock
        self.calls = []

    def pass_time(self, seconds):
        end = self.clock.now() + seconds
        while due := [entry for entry in self.calls if entry[0] <= end]:
            first = min(due, key=lambda entry: entry[0])
            self.calls.remove(first)
            self.clock.advance(max(0.0, first[0] - self.clock.now()))
            first[1]()
        self.clock.advance(end - self.clock.now())

    def after(self, seconds, call):
        entry = [self.clock.now() + seconds, call]
        self.calls.append(entry)

        return Timer(self.calls, entry)


class Home:
    """One user's Warifu: profile, session, backups."""

    def __init__(self, root: Path, clock, tasks=None):
        self.clock = clock
        self.profile = Profile.at(root)
        self.settings = Settings(self.profile.settings)
        self.timers = Timers(clock)
        self.session = Session(
            self.profile, tasks or ImmediateTasks(), clock, self.settings, scheduler=self.timers
        )
        self.backing_up = BackingUp(self.session, clock, self.settings, self.timers)
        self.restoring = Restoring(self.session, self.backing_up, clock)
        self.backing_up.begin()

    def create(self):
        problems = []
        self.session.create(PASSWORD, lambda: None, problems.append)
        assert not problems
        return self

    def unlock(self, password=PASSWORD):
        problems = []
        self.session.unlock(password, lambda: None, problems.append)
        assert not problems
        return self

    def add(self, *titles):
        return self.session.store.add(*(account(title) for title in titles))

    @property
    def files(self):
        folder = self.backing_up.folder
        return sorted(folder.glob("*.warifu")) if folder.is_dir() else []

    @property
    def titles(self):
        return [each.title for each in self.session.store.accounts()]


def account(title):
    return Account(Otp(Secret(title.encode().ljust(20, b"."))), title=title)


def asked(start):
    """The result of a use case that ends at once, or its error raised."""
    results, problems = [], []
    start(lambda *found: results.append(found[0] if len(found) == 1 else found), problems.append)
    if problems:
        raise problems[0]
    return results[0]


@pytest.fixture
def home(profile, fake_clock, cheap_kdf):
    made = Home(profile, fake_clock).create()
    yield made
    made.session.lock()


# when


@pytest.mark.safety(41)
def test_on_by_default_after_two_quiet_minutes_in_a_folder_of_its_own(home) -> None:
    home.add("GitHub")
    home.timers.pass_time(QUIET - 5)
    home.add("Google")
    home.timers.pass_time(QUIET - 5)
    assert home.files == []
    home.timers.pass_time(6)
    assert len(home.files) == 1
    assert home.files[0].parent != home.session.vault_path.parent
    assert home.files[0].parent.stat().st_mode & 0o777 == 0o700
    document = backup_files.read(home.files[0], open_vault(home.profile.vault, PASSWORD).keys)
    assert [each.title for each in document.accounts()] == ["GitHub", "Google"]
    record = home.backing_up.status.record
    assert (record.accounts, record.fault) == (2, Fault.NONE)
    assert home.clock.now() - record.succeeded < 2


def test_the_users_own_go_to_the_documents_and_not_beside_the_vault() -> None:
    profile = default_profile()
    assert profile.backup_folder.name == "Warifu"
    assert profile.root not in (profile.backup_folder, *profile.backup_folder.parents)


def test_changes_that_go_on_are_backed_up_all_the_same(home) -> None:
    for number in range(int(LONGEST_QUIET // 60) + 2):
        home.add(f"Site {number}")
        home.timers.pass_time(60)
    assert len(home.files) == 1


def test_a_code_that_is_used_is_no_change(home) -> None:
    (github,) = home.add("GitHub")
    home.timers.pass_time(QUIET)
    home.session.store.note_use(github)
    home.timers.pass_time(3600)
    home.session.lock()
    assert len(home.files) == 1


@pytest.mark.safety(41)
def test_daily_while_nothing_changes(home) -> None:
    home.add("GitHub")
    home.timers.pass_time(QUIET)
    home.timers.pass_time(5 * DAILY)
    assert 5 <= len(home.files) <= 7


@pytest.mark.safety(41)
def test_what_waits_is_backed_up_at_locking(home) -> None:
    home.add("GitHub")
    home.session.lock()
    assert len(home.files) == 1
    home.unlock()
    home.session.lock()
    assert len(home.files) == 1


@pytest.mark.safety(41)
def test_a_day_old_one_is_renewed_at_unlocking_and_so_is_one_of_the_future(home) -> None:
    home.add("GitHub")
    home.session.lock()
    home.clock.advance(DAILY + 1)
    home.unlock()
    home.timers.pass_time(60)
    assert len(home.files) == 2
    home.session.lock()
    home.clock.set(home.clock.now() - 400 * DAILY)
    home.unlock()
    home.timers.pass_time(60)
    assert len(home.files) == 3


def test_an_empty_vault_and_one_turned_off_make_none(home) -> None:
    home.timers.pass_time(2 * DAILY)
    assert home.files == []
    home.backing_up.turn(on=False)
    home.add("GitHub")
    home.timers.pass_time(2 * DAILY)
    home.session.lock()
    assert home.files == []


def test_a_chosen_folder_is_used_at_once_and_never_made_up(home, tmp_path) -> None:
    home.add("GitHub")
    stick = tmp_path / "stick"
    home.backing_up.choose(stick)
    assert home.backing_up.status.record.fault is Fault.MISSING
    assert not stick.exists()
    stick.mkdir()
    home.timers.pass_time(3700)
    assert len(home.files) == 1
    assert home.files[0].parent == stick
    assert home.backing_up.status.problem is None


# failures


@pytest.mark.safety(45)
@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (errno.ENOSPC, Fault.FULL),
        (errno.EACCES, Fault.FORBIDDEN),
        (errno.EROFS, Fault.FORBIDDEN),
        (errno.ENOENT, Fault.MISSING),
        (errno.ESTALE, Fault.SILENT),
        (errno.EIO, Fault.OTHER),
    ],
)
def test_a_failure_is_told_with_its_cause_and_ends_by_itself(home, monkeypatch, error, fault) -> None:
    told = []
    home.backing_up.subscribe(lambda: told.append(home.backing_up.status.problem))
    home.add("GitHub")

    def refuse(*_arguments):
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as patch:
        patch.setattr(backup_files, "write", refuse)
        home.timers.pass_time(QUIET)
        status = home.backing_up.status
        assert status.record.fault is fault
        assert isinstance(told[-1], BackupError)
        assert str(home.backing_up.folder) in str(told[-1])
        failing_since = status.record.failed
        home.timers.pass_time(3 * 3600)
        assert home.backing_up.status.record.failed == failing_since
        assert home.session.save_problem is None
    home.timers.pass_time(3700)
    assert home.backing_up.status.problem is None
    assert told[-1] is None
    assert home.files


@pytest.mark.safety(45)
def test_what_is_known_of_failures_outlives_the_run(home, fake_clock, monkeypatch) -> None:
    home.add("GitHub")
    with monkeypatch.context() as patch:
        patch.setattr(backup_files, "write", lambda *_a: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        home.session.lock()
    again = Home(home.profile.root, fake_clock)
    assert again.backing_up.status.record.fault is Fault.FULL


@pytest.mark.safety(43, 45)
def test_a_folder_that_does_not_answer_keeps_nothing_waiting(
    profile, fake_clock, cheap_kdf, monkeypatch
) -> None:
    answers, threads = threading.Event(), []

    class OwnThreads(ImmediateTasks):
        """The POOL lane as threads, whose answers the test delivers."""

        def run(self, work, done, failed, lane=Lane.VAULT):
            if lane is Lane.VAULT:
                super().run(work, done, failed, lane)
                return
            box = []

            def job():
                try:
                    box.append((done, work()))
                except Exception as problem:  # noqa: BLE001 - as the real ones do
                    box.append((failed, problem))

            thread = threading.Thread(target=job)
            thread.start()
            threads.append((thread, box))

    home = Home(profile, fake_clock, OwnThreads()).create()
    real = backup_files.write
    monkeypatch.setattr(backup_files, "write", lambda *a: (answers.wait(20), real(*a))[1])
    home.add("GitHub")
    home.timers.pass_time(QUIET)
    assert home.backing_up.status.busy
    home.add("Google")
    assert home.session.save_problem is None
    assert len(open_vault(home.profile.vault, PASSWORD).document.accounts()) == 2
    home.timers.pass_time(70)
    assert home.backing_up.status.record.fault is Fault.SILENT
    with pytest.raises(BackupError, match="does not answer"):
        asked(lambda done, failed: home.backing_up.keep_before(Kind.BEFORE_IMPORT, done, failed))
    home.timers.pass_time(2 * 3600)
    assert len(threads) == 1
    answers.set()
    thread, box = threads[0]
    thread.join(20)
    box[0][0](box[0][1])
    assert home.backing_up.status.problem is None
    home.session.lock()
    for thread, _box in threads:
        thread.join(20)


def test_a_record_that_is_no_record_is_an_empty_one(tmp_path) -> None:
    path = tmp_path / "backups.json"
    for text in ("", "[]", "{", '{"succeeded": "x", "fault": "y", "lost": true}', "null", '{"a": 1}'):
        path.write_text(text)
        assert backup_record.read(path) == Record()
    path.write_text('{"began": -1, "succeeded": 99999999999999999999, "tested": 1e9, "accounts": 2}')
    assert backup_record.read(path) == Record(accounts=2)
    kept = Record(began=5, succeeded=7, fault=Fault.FULL, same_place=True)
    backup_record.write(path, kept)
    assert backup_record.read(path) == kept


@pytest.mark.safety(46)
def test_a_refused_save_leaves_a_copy_that_is_kept_for_ever(home) -> None:
    home.add(*(f"Site {n}" for n in range(30)))
    store = home.session.store
    store._document = Document.empty()  # a fault that nobody foresaw
    failed = []
    home.session.flush(lambda: None, failed.append)
    assert "vanish" in str(failed[0])
    (kept,) = home.files
    assert Kind.BEFORE_LOSS in kept.name
    assert len(open_vault(home.profile.vault, PASSWORD).document.accounts()) == 30


@pytest.mark.safety(46)
def test_what_vanishes_between_two_backups_stops_the_pruning(home, monkeypatch) -> None:
    home.add(*(f"Site {n}" for n in range(30)))
    for _hour in range(12):
        home.clock.advance(3600)
        asked(home.backing_up.now)
    earlier = home.profile.vault.read_bytes()
    home.add("Newer", "Newest")
    home.clock.advance(3600)
    asked(home.backing_up.now)
    before = len(home.files)
    home.session.lock()
    home.profile.vault.write_bytes(earlier)  # somebody put an old copy in its place
    home.unlock()
    for _hour in range(12):
        home.clock.advance(3600)
        asked(home.backing_up.now)
    assert home.backing_up.status.record.lost == 2
    assert len(home.files) == before + 12
    home.backing_up.note(lost=0)
    asked(home.backing_up.now)
    assert len(home.files) < before + 12


@pytest.mark.safety(46, 48)
def test_a_backup_has_what_another_process_saved_meanwhile(home, fake_clock) -> None:
    home.add("GitHub")
    other = Home(home.profile.root, fake_clock).unlock()
    other.add(*(f"Site {n}" for n in range(30)))
    asked(other.backing_up.now)
    asked(lambda d, f: other.session.change_password(PASSWORD, OTHER, lambda: d(None), f))
    other.session.lock()

    path = asked(home.backing_up.now).path

    assert home.backing_up.status.record.lost == 0  # none has vanished; the window has not seen them yet
    assert len(open_vault(path, OTHER).document.accounts()) == 31
    with pytest.raises(WrongPassword):
        open_vault(path, PASSWORD)


@pytest.mark.safety(53)
def test_a_copy_before_an_import_is_proved_before_the_import_goes_on(home, monkeypatch) -> None:
    home.add("GitHub")
    made = asked(lambda done, failed: home.backing_up.keep_before(Kind.BEFORE_IMPORT, done, failed))
    assert made.kind is Kind.BEFORE_IMPORT
    assert made.path.exists()
    monkeypatch.setattr(backup_files, "write", lambda *_a: (_ for _ in ()).throw(OSError(errno.EACCES, "no")))
    with pytest.raises(BackupError):
        asked(lambda done, failed: home.backing_up.keep_before(Kind.BEFORE_IMPORT, done, failed))


@pytest.mark.safety(42, 53)
def test_a_copy_before_something_goes_beside_the_vault_where_the_folder_fails(home, tmp_path) -> None:
    home.add("GitHub")
    home.settings.set(schema.BACKUP_FOLDER, str(tmp_path / "stick that is not there"))
    made = asked(lambda done, failed: home.backing_up.keep_before(Kind.BEFORE_IMPORT, done, failed))
    assert made.path.parent == home.profile.backups
    assert home.backing_up.status.record.fault is Fault.MISSING


@pytest.mark.safety(13)
def test_without_room_for_that_copy_the_vault_is_only_read(home, monkeypatch) -> None:
    home.add("GitHub")
    home.session.lock()
    monkeypatch.setattr(container, "VERSION", 2)
    monkeypatch.setattr(
        backup_files, "keep_original", lambda *_a: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full"))
    )
    home.unlock()
    assert home.titles == ["GitHub"]
    with pytest.raises(NotPossible):
        home.add("Google")


@pytest.mark.safety(13)
def test_the_file_of_an_older_format_is_put_away_before_it_is_opened(home, monkeypatch) -> None:
    home.add("GitHub")
    home.session.lock()
    before = home.profile.vault.read_bytes()
    monkeypatch.setattr(container, "VERSION", 2)
    home.unlock()
    home.add("Google")
    kept = list(home.profile.backups.glob(f"*{Kind.BEFORE_UPDATE}*"))
    assert [path.read_bytes() for path in kept] == [before]


# the way back


def old_and_new(home):
    """A backup with three accounts, and a vault that has changed since."""
    _kept, gone, changed = home.add("Kept", "Gone", "Changed")
    made = asked(home.backing_up.now)
    store = home.session.store
    store.trash(gone)
    store.edit(changed, title="Changed!", otp=dataclasses.replace(store.get(changed).otp, digits=8))
    home.add("Newer")
    return made.path


@pytest.mark.safety(41)
def test_the_list_says_how_each_differs_from_today(home) -> None:
    path = old_and_new(home)
    (home.backing_up.folder / "other.warifu").write_bytes(b"no vault")
    (held,) = asked(home.restoring.held)
    assert held.backup.path == path
    assert (held.accounts, held.missing, held.changed, held.newer) == (3, 1, 1, 1)


def test_a_backup_is_looked_into_without_changing_anything(home) -> None:
    path = old_and_new(home)
    before = home.profile.vault.read_bytes(), path.read_bytes()
    contents = asked(lambda done, failed: home.restoring.open_own(path, done, failed))
    found = home.restoring.compare(contents)
    standings = {each.title: standing for each, standing in found.standings}
    assert standings == {
        "Kept": Standing.SAME,
        "Gone": Standing.TRASHED,
        "Changed": Standing.SECRET_CHANGED,
    }
    assert [each.title for each in found.newer] == ["Newer"]
    assert before == (home.profile.vault.read_bytes(), path.read_bytes())


@pytest.mark.safety(41, 42)
def test_some_accounts_come_back_as_one_step_after_a_copy(home) -> None:
    path = old_and_new(home)
    contents = asked(lambda done, failed: home.restoring.open_own(path, done, failed))
    wanted = [each for each in contents.accounts if each.title in {"Gone", "Changed"}]
    changed = asked(lambda done, failed: home.restoring.restore(wanted, done, failed))
    assert len(changed) == 2
    assert home.titles == ["Kept", "Gone", "Changed", "Newer"]
    by_title = {each.title: each for each in home.session.store.accounts()}
    assert by_title["Changed"].otp.digits == 6
    assert home.session.store.document.history(by_title["Changed"].id)[0].digits == 8
    assert any(Kind.BEFORE_RESTORE in each.name for each in home.files)
    assert home.session.store.undo()
    assert home.titles == ["Kept", "Changed!", "Newer"]
    assert [each.title for each in home.session.store.trashed()] == ["Gone"]


@pytest.mark.safety(42)
def test_everything_as_it_was_puts_newer_ones_into_the_trash(home) -> None:
    path = old_and_new(home)
    contents = asked(lambda done, failed: home.restoring.open_own(path, done, failed))
    asked(lambda d, f: home.restoring.restore(contents.accounts, d, f, others_to_trash=True))
    assert home.titles == ["Kept", "Gone", "Changed"]
    assert [each.title for each in home.session.store.trashed()] == ["Newer"]
    assert home.session.store.undo()
    assert home.titles == ["Kept", "Changed!", "Newer"]
    assert [each.title for each in home.session.store.trashed()] == ["Gone"]


@pytest.mark.safety(42)
def test_without_a_copy_of_today_nothing_is_restored(home, monkeypatch) -> None:
    path = old_and_new(home)
    contents = asked(lambda done, failed: home.restoring.open_own(path, done, failed))
    before = home.session.store.document
    monkeypatch.setattr(backup_files, "write", lambda *_a: (_ for _ in ()).throw(OSError(errno.EROFS, "no")))
    with pytest.raises(BackupError):
        asked(lambda d, f: home.restoring.restore(contents.accounts, d, f, others_to_trash=True))
    assert home.session.store.document is before


def test_purged_accounts_come_back_too(home) -> None:
    ids = home.add("GitHub", "Google")
    path = asked(home.backing_up.now).path
    home.session.store.trash(*ids)
    home.session.store.purge(*ids)
    contents = asked(lambda done, failed: home.restoring.open_own(path, done, failed))
    asked(lambda done, failed: home.restoring.restore(contents.accounts, done, failed))
    assert sorted(home.titles) == ["GitHub", "Google"]
    home.session.lock()
    home.unlock()
    assert sorted(home.titles) == ["GitHub", "Google"]


@pytest.mark.safety(41)
def test_the_test_opens_the_newest_with_the_real_password_and_says_how_many(home) -> None:
    home.add(*(f"Site {n}" for n in range(24)))
    asked(home.backing_up.now)
    before = home.profile.vault.read_bytes(), [each.read_bytes() for each in home.files]
    tested = asked(lambda d, f: home.restoring.test(unlock_with(PASSWORD), d, f))
    assert (tested.opened, tested.total) == (24, 24)
    assert before == (home.profile.vault.read_bytes(), [each.read_bytes() for each in home.files])
    home.add("Newer")
    tested = asked(lambda d, f: home.restoring.test(unlock_with(PASSWORD), d, f))
    assert (tested.opened, tested.total) == (24, 25)
    with pytest.raises(WrongPassword):
        asked(lambda d, f: home.restoring.test(unlock_with("wrong"), d, f))
    record = home.backing_up.status.record
    assert (record.opened, record.tested_of) == (24, 25)


@pytest.mark.safety(41)
def test_the_test_takes_the_vaults_own_and_none_of_a_clock_that_was_ahead(home, tmp_path, fake_clock) -> None:
    home.add("GitHub")
    fake_clock.advance(400 * DAILY)
    asked(home.backing_up.now)
    fake_clock.advance(-400 * DAILY)
    home.add("Google")
    newest = asked(home.backing_up.now).path
    other = Home(tmp_path / "other", fake_clock).create()
    other.backing_up.choose(home.backing_up.folder)
    fake_clock.advance(60)
    other.add("Hers")
    asked(other.backing_up.now)
    other.session.lock()
    tested = asked(lambda d, f: home.restoring.test(unlock_with(PASSWORD), d, f))
    assert (tested.backup, tested.opened, tested.total) == (newest, 2, 2)


def test_a_damaged_backup_fails_the_test(home) -> None:
    home.add("GitHub")
    path = asked(home.backing_up.now).path
    raw = bytearray(path.read_bytes())
    raw[-100] ^= 1
    path.write_bytes(raw)
    with pytest.raises(BackupError, match="damaged"):
        asked(lambda d, f: home.restoring.test(unlock_with(PASSWORD), d, f))


def test_a_test_without_backups_says_so(home) -> None:
    with pytest.raises(BackupError, match="no backup"):
        asked(lambda d, f: home.restoring.test(unlock_with(PASSWORD), d, f))


@pytest.mark.safety(21, 41)
def test_a_bare_pc_and_the_folder_are_enough(home, tmp_path, fake_clock) -> None:
    home.add("GitHub", "Google")
    path = asked(home.backing_up.now).path
    fresh = Home(tmp_path / "new pc", fake_clock)
    assert fresh.session.state is SessionState.NO_VAULT
    asked(lambda d, f: fresh.restoring.begin_from(path, unlock_with(PASSWORD), lambda: d(None), f))
    assert fresh.session.state is SessionState.UNLOCKED
    assert fresh.titles == ["GitHub", "Google"]
    fresh.session.lock()
    fresh.unlock()
    assert fresh.titles == ["GitHub", "Google"]
    fresh.session.lock()


@pytest.mark.safety(26, 40, 42)
def test_beside_a_damaged_vault_the_newest_that_opens_is_found(home, fake_clock) -> None:
    home.add("GitHub")
    first = asked(home.backing_up.now).path
    fake_clock.advance(60)
    home.add("Google")
    second = asked(home.backing_up.now).path
    home.session.lock()
    second.write_bytes(second.read_bytes()[:-200] + b"\0" * 200)
    garbage = home.profile.vault.read_bytes()[:-300] + b"\0" * 300
    home.profile.vault.write_bytes(garbage)
    home.session.unlock(PASSWORD, lambda: None, lambda _problem: None)
    assert home.session.state is SessionState.BROKEN
    paths = [each.path for each in backups_in(home.backing_up.folder)]
    contents, damaged = asked(lambda d, f: home.restoring.open(paths, unlock_with(PASSWORD), d, f))
    assert (contents.path, damaged) == (first, 1)
    asked(lambda d, f: home.restoring.begin_from(first, unlock_with(PASSWORD), lambda: d(None), f))
    assert home.titles == ["GitHub"]
    (aside,) = home.profile.root.glob("vault-unreadable-*")
    assert aside.read_bytes() == garbage


@pytest.mark.safety(41)
def test_of_a_folder_that_two_computers_share_the_password_finds_its_own(home, tmp_path, fake_clock) -> None:
    home.add("GitHub")
    mine = asked(home.backing_up.now).path
    fake_clock.advance(60)
    other = Home(tmp_path / "other", fake_clock)
    asked(lambda d, f: other.session.create(OTHER, lambda: d(None), f))
    other.backing_up.choose(home.backing_up.folder)
    for title in ("Hers", "Hers too"):
        other.add(title)
        hers = asked(other.backing_up.now).path
        fake_clock.advance(60)
    other.session.lock()
    paths = [each.path for each in backups_in(home.backing_up.folder)]

    for password, path in ((PASSWORD, mine), (OTHER, hers)):
        contents, damaged = asked(
            lambda d, f, password=password: home.restoring.open(paths, unlock_with(password), d, f)
        )
        assert (contents.path, damaged) == (path, 0)
    with pytest.raises(WrongPassword):
        asked(lambda d, f: home.restoring.open(paths, unlock_with("wrong"), d, f))


def test_a_wrong_password_or_a_bad_file_leaves_the_new_pc_as_it_was(home, tmp_path, fake_clock) -> None:
    home.add("GitHub")
    path = asked(home.backing_up.now).path
    fresh = Home(tmp_path / "new pc", fake_clock)
    for source, password, error in (
        (path, "wrong", WrongPassword),
        (tmp_path / "nowhere", PASSWORD, BackupError),
        (home.profile.settings, PASSWORD, BackupError),
    ):
        with pytest.raises(error):
            asked(
                lambda d, f, source=source, password=password: fresh.restoring.begin_from(
                    source, unlock_with(password), lambda: d(None), f
                )
            )
        assert fresh.session.state is SessionState.NO_VAULT
        assert not fresh.profile.vault.exists()


@pytest.mark.safety(6)
def test_old_backups_keep_the_old_password(home) -> None:
    home.add("GitHub")
    old = asked(home.backing_up.now).path
    asked(lambda d, f: home.session.change_password(PASSWORD, OTHER, lambda: d(None), f))
    home.clock.advance(60)
    new = asked(home.backing_up.now).path
    for path, opens, refuses in ((old, PASSWORD, OTHER), (new, OTHER, PASSWORD)):
        asked(lambda d, f, path=path, opens=opens: home.restoring.open([path], unlock_with(opens), d, f))
        with pytest.raises(WrongPassword):
            asked(lambda d, f, p=path, r=refuses: home.restoring.open([p], unlock_with(r), d, f))


def test_a_locked_vault_refuses(home) -> None:
    home.session.lock()
    for start in (home.backing_up.now, home.restoring.held):
        with pytest.raises(NotPossible):
            asked(start)
