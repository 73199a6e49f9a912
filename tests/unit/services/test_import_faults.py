"""An import that breaks anywhere leaves the vault as it was, or whole with everything."""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from warifu.core.account import Account, Otp
from warifu.core.errors import AppError
from warifu.core.secret import Secret
from warifu.formats.base import Contents, Imported
from warifu.services.backing_up import BackingUp
from warifu.services.importing import Importing
from warifu.services.paths import Profile
from warifu.services.reading_files import ReadFile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault import backups, disk
from warifu.vault.file import open_vault
from warifu.vault.restore import with_password

PASSWORD = "correct horse battery staple"
OLD, NEW = ("First", "Second"), ("Third", "Fourth", "Fifth")


@dataclass
class StepTasks:
    """``services.ports.Tasks`` that does nothing until the test lets it."""

    queue: list = field(default_factory=list)

    def run(self, work, done, failed, _lane=None) -> None:
        self.queue.append((work, done, failed))

    def step(self) -> None:
        work, done, failed = self.queue.pop(0)
        try:
            result = work()
        except Exception as problem:  # noqa: BLE001 - as the real ones
            failed(problem)
        else:
            done(result)

    def drain(self) -> int:
        steps = 0
        while self.queue:
            self.step()
            steps += 1
        return steps


class Desk:
    """A vault with two accounts, and a file with three others."""

    def __init__(self, root: Path, clock) -> None:
        self.profile = Profile.at(root)
        self.tasks = StepTasks()
        settings = Settings(self.profile.settings)
        self.session = Session(self.profile, self.tasks, clock, settings)
        self.backing_up = BackingUp(self.session, clock, settings)
        self.importing = Importing(self.session, self.backing_up, clock)
        self.taken: list = []
        self.problems: list[AppError] = []
        self.session.create(PASSWORD, lambda: None, self.problems.append)
        self.tasks.drain()
        self.session.store.add(*(self.account(title) for title in OLD))
        self.tasks.drain()
        self.before = self.session.vault_path.read_bytes()

    @staticmethod
    def account(title: str) -> Account:
        return Account(Otp(Secret(title.ljust(20).encode())), title=title)

    def take(self) -> None:
        entries = tuple(Imported(self.account(title)) for title in NEW)
        read = ReadFile(Path("x"), "otpauth", "otpauth", Contents(entries))
        preview = self.importing.preview([read])
        self.importing.take(preview.found, self.taken.append, self.problems.append)

    def titles(self) -> tuple[str, ...]:
        """What the file on the disk holds."""
        vault = open_vault(self.session.vault_path, PASSWORD)
        titles = tuple(account.title for account in vault.document.accounts())
        vault.forget()
        return titles

    def kept(self) -> list[tuple[str, ...]]:
        """What each backup from before an import holds."""
        from warifu.vault.restore import open_backup

        found = []
        for path in sorted(self.profile.backups.glob("*.warifu")):
            opened = open_backup(path, with_password(PASSWORD))
            if opened.kind is backups.Kind.BEFORE_IMPORT:
                found.append(tuple(account.title for account in opened.document.accounts()))
            opened.forget()
        return found


@pytest.fixture
def desk(profile, fake_clock, cheap_kdf):
    made = Desk(profile, fake_clock)
    yield made
    made.session.lock()
    made.tasks.drain()


@pytest.mark.safety(53)
def test_before_anything_is_taken_in_a_backup_of_today_is_made_and_kept(desk) -> None:
    desk.take()
    assert desk.session.store.accounts()[0].title == "First"
    assert len(desk.session.store.accounts()) == 2
    desk.tasks.drain()
    assert desk.problems == []
    assert desk.kept() == [OLD]
    assert desk.titles() == OLD + NEW
    assert len(desk.taken[0].added) == 3


@pytest.mark.safety(53)
def test_without_a_backup_nothing_is_taken_in(desk) -> None:
    shutil.rmtree(desk.profile.backups, ignore_errors=True)
    desk.profile.backups.write_text("a file where the folder should be")
    desk.take()
    desk.tasks.drain()
    assert len(desk.problems) == 1
    assert isinstance(desk.problems[0], AppError)
    assert desk.taken == []
    assert len(desk.session.store.accounts()) == 2
    assert desk.session.vault_path.read_bytes() == desk.before


@pytest.mark.safety(43, 53)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_save_that_fails_leaves_the_file_as_it_was_and_the_next_one_saves_all(
    desk, monkeypatch, code
) -> None:
    real = disk.write_aside

    def fails(path: Path, content: bytes) -> Path:
        if path == desk.session.vault_path:
            raise OSError(code, "refused")
        return real(path, content)

    desk.take()
    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_aside", fails)
        desk.tasks.drain()
        assert desk.kept() == [OLD]
        assert desk.session.save_problem is not None
        assert desk.session.vault_path.read_bytes() == desk.before
    desk.session.flush(lambda: None, desk.problems.append)
    desk.tasks.drain()
    assert desk.problems == []
    assert desk.titles() == OLD + NEW


@pytest.mark.safety(53)
def test_locked_after_any_step_the_vault_is_as_it_was_or_whole(profile, fake_clock, cheap_kdf) -> None:
    steps = 0
    while True:
        desk = Desk(profile.with_name(f"profile{steps}"), fake_clock)
        desk.take()
        done = 0
        while desk.tasks.queue and done < steps:
            desk.tasks.step()
            done += 1
        over = not desk.tasks.queue
        desk.session.lock()
        desk.tasks.drain()
        titles = desk.titles()
        assert titles in (OLD, OLD + NEW)
        if titles == OLD:
            assert desk.session.vault_path.read_bytes() == desk.before
            assert desk.taken == []
        else:
            assert desk.kept() == [OLD]
        if over:
            assert titles == OLD + NEW
            break
        steps += 1
    assert steps >= 2


@pytest.mark.safety(53)
def test_one_undo_takes_the_import_back_also_on_the_disk(desk) -> None:
    before = desk.session.store.accounts()
    desk.take()
    desk.tasks.drain()
    assert desk.session.store.undo()
    desk.tasks.drain()
    assert desk.session.store.accounts() == before
    assert desk.titles() == OLD


def test_nothing_is_previewed_or_taken_while_the_vault_is_locked(desk) -> None:
    desk.session.lock()
    desk.tasks.drain()
    with pytest.raises(AppError, match="The vault is locked"):
        desk.importing.preview([])
    desk.importing.take((), desk.taken.append, desk.problems.append)
    desk.tasks.drain()
    assert desk.taken == []
    assert len(desk.problems) == 1
