"""Let every system call of an import fail in turn, by strace, and tell as JSON what came of each.

python tests/with_cheap_kdf.py tests/durability/fail_imports.py FOLDER ERROR...

ERROR is as in fail_calls.py; with a plus sign, as in EIO+, every later fsync fails with the first one, as on
a disk that has died. The import is the real one of a session: a backup of the vault that is never removed,
then two accounts in one save.
"""

from __future__ import annotations

import collections
import json
import re
import sys
from pathlib import Path
from typing import Any

from fail_calls import CALLS, PASSWORD, Owner, traced

from warifu.core.account import Account, Otp
from warifu.core.clock import SystemClock
from warifu.core.errors import AppError
from warifu.core.secret import Secret
from warifu.formats.base import Contents, Imported
from warifu.services.backing_up import BackingUp
from warifu.services.importing import Importing, Taken
from warifu.services.reading_files import ReadFile
from warifu.settings.file import Settings
from warifu.vault.backups import Kind
from warifu.vault.file import open_vault, save_vault
from warifu.vault.restore import open_backup, with_password

OLD, NEW = ["First"], ["First", "Second", "Third"]


class Newcomer(Owner):
    """Somebody with a vault of one account, who imports two while the system refuses something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        clock, settings = SystemClock(), Settings(self.session.profile.settings)
        self.backups = self.session.profile.backups
        self.importing = Importing(self.session, BackingUp(self.session, clock, settings), clock)
        entries = [Imported(Account(Otp(Secret(title.ljust(20).encode())), title=title)) for title in NEW[1:]]
        self.read = ReadFile(folder / "export", "otpauth", "otpauth", Contents(tuple(entries)))
        self.lasting = False
        self.import_all()  # once without failures, so that folders are there and nothing is loaded in between
        assert self.session.store is not None
        assert self.session.store.undo()
        self.session.store.purge(*(account.id for account in self.session.store.trashed()))
        self.start_anew()
        self.before = self.path.read_bytes()

    def import_all(self) -> tuple[list[Taken], list[AppError]]:
        taken: list[Taken] = []
        problems: list[AppError] = []
        self.importing.take(self.importing.preview([self.read]).found, taken.append, problems.append)
        return taken, problems

    def live(self) -> str:
        """Import, whatever fails; then look what that did. Runs in the traced process."""
        import os

        taken, problems = self.import_all()
        os.getppid()  # for who reads the trace: the import ends here
        assert len(taken) + len(problems) == 1, "not told, or told twice"
        for problem in problems:
            assert self.titles() == OLD, "accounts came without a backup"
            assert self.path.read_bytes() == self.before, "the old vault was touched"
            assert re.fullmatch(r"[A-Z][^.]+\.", str(problem.title)), f"no sentence: {problem.title}"
            return f"{type(problem).__name__}: {problem.title}"
        assert self.titles() == NEW, "half an import"
        outcome = "imported all the same"
        if self.session.unsaved:
            assert self.told, "not told"
            assert self.path.read_bytes() == self.before, "the old vault was touched"
            outcome = f"{type(self.told[-1]).__name__}: {self.told[-1].title}"  # type: ignore[union-attr]
        failures: list[AppError] = []
        self.session.flush(lambda: None, failures.append)
        assert bool(failures) is self.lasting, f"the next save: {failures}"
        return outcome

    def check(self) -> str:
        """What the file has, opened as at the next start; with accounts that came there is the backup."""
        vault = open_vault(self.path, PASSWORD)
        titles = [account.title for account in vault.document.accounts()]
        if vault.needs_save:
            save_vault(vault, vault.document)
        assert titles in (OLD, NEW), f"neither before nor after: {titles}"
        if titles == OLD:
            assert self.path.read_bytes() == self.before or vault.needs_save, "not byte-identical"
        else:
            assert OLD in self.kept(), "no backup of before"
        return " ".join(titles)

    def kept(self) -> list[list[str]]:
        """What the backups from before imports hold, each opened by the password."""
        found = []
        for path in self.backups.glob("*.warifu"):
            opened = open_backup(path, with_password(PASSWORD))
            if opened.kind is Kind.BEFORE_IMPORT:
                found.append([account.title for account in opened.document.accounts()])
            opened.forget()
        return found

    def start_anew(self) -> None:
        """No backup of before, so that each run has to make its own."""
        for path in self.backups.iterdir():
            path.unlink()


def calls_of_an_import(owner: Newcomer) -> list[str]:
    """The names of its system calls, in order."""
    outcome, lines = traced(owner, f"trace={CALLS},getppid")
    assert outcome == "imported all the same", outcome
    owner.check()
    owner.path.write_bytes(owner.before)
    owner.start_anew()
    names = re.findall(r"^(\w+)\(", lines, re.MULTILINE)
    return names[: names.index("getppid")]


def one(owner: Newcomer, name: str, nth: int, error: str) -> str:
    """Let the nth call of this name fail and tell what came of it."""
    what = "signal=KILL" if error == "KILL" else f"error={error.removesuffix('+')}"
    owner.lasting = error.endswith("+")
    when = f"{nth}+" if owner.lasting else nth
    outcome, _ = traced(owner, f"trace={CALLS}", f"inject={name}:{what}:when={when}")
    titles = owner.check()
    owner.path.write_bytes(owner.before)
    owner.start_anew()
    if error == "KILL":
        return f"killed: {titles}"
    assert not outcome.startswith("WRONG"), outcome
    return outcome


def main() -> None:
    """Each call with each error."""
    owner = Newcomer(Path(sys.argv[1]))
    names = calls_of_an_import(owner)
    outcomes: collections.Counter[str] = collections.Counter()
    wrong: list[str] = []
    for error in sys.argv[2:]:
        for number, name in enumerate(names, 1):
            if error.endswith("+") and name != "fsync":
                continue
            nth = names[:number].count(name)
            try:
                outcomes[one(owner, name, nth, error)] += 1
            except (AssertionError, AppError, OSError) as problem:
                wrong.append(f"{name} (call {number}) {error}: {type(problem).__name__} {problem}")
    result: dict[str, Any] = {"calls": names, "outcomes": outcomes, "wrong": wrong}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
