"""Let every system call of a save fail in turn, by strace, and tell as JSON what came of each.

python tests/with_cheap_kdf.py tests/durability/fail_calls.py FOLDER ERROR...

ERROR is a name such as ENOSPC, or KILL for a process that ends just before the call. The save is the real one
of a session; then what failed is tried again without any failure.
"""

from __future__ import annotations

import collections
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from warifu.core.account import Account, Otp
from warifu.core.clock import SystemClock
from warifu.core.errors import AppError, VaultError
from warifu.core.secret import Secret
from warifu.services.immediate import ImmediateTasks
from warifu.services.paths import Profile
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.vault.file import open_vault, save_vault

PASSWORD = "quartz lantern umbrella five"  # of test vaults only
CALLS = (
    "openat,read,write,pread64,pwrite64,close,fsync,fdatasync,lseek,ftruncate,rename,renameat,renameat2,link,"
    "linkat,unlink,unlinkat,mkdir,chmod,fchmod,fchmodat,flock,fcntl,stat,fstat,lstat,newfstatat,statx,"
    "getdents64,readlink,readlinkat,access,faccessat2"
)


class Owner:
    """Somebody with a vault of one account, who adds a second one while the system refuses something."""

    def __init__(self, folder: Path) -> None:
        profile = Profile.at(folder)
        self.session = Session(profile, ImmediateTasks(), SystemClock(), Settings(profile.settings))
        self.path = self.session.vault_path
        self.told: list[AppError | None] = []
        self.session.on_save_problem(self.told.append)
        self.session.create(PASSWORD, lambda: None, self._unexpected)
        self.add("First")
        self.before = self.path.read_bytes()

    @staticmethod
    def _unexpected(problem: AppError) -> None:
        raise problem

    def add(self, title: str) -> None:
        assert self.session.store is not None
        self.session.store.add(Account(Otp(Secret(os.urandom(20))), title=title))

    def titles(self) -> list[str]:
        assert self.session.store is not None
        return [account.title for account in self.session.store.accounts()]

    def live(self) -> str:
        """Add the account, whatever fails; then look what that did. Runs in the traced process."""
        self.add("Second")
        os.getppid()  # for who reads the trace: the save ends here
        assert self.titles() == ["First", "Second"], "the change was forgotten"
        outcome = "saved all the same"
        if self.session.unsaved:
            assert self.told, "not told"
            problem = self.told[-1]
            assert isinstance(problem, VaultError), repr(problem)
            assert re.fullmatch(r"[A-Z][^.]+\.", str(problem.title)), f"no sentence: {problem.title}"
            assert "Something went wrong" not in str(problem.title), "nobody foresaw it"
            assert self.path.read_bytes() == self.before, "the old vault was touched"
            outcome = f"{type(problem).__name__}: {problem.title}"
        failures: list[AppError] = []
        self.session.flush(lambda: None, failures.append)
        assert not failures, f"the next save failed: {failures}"
        return outcome

    def check(self) -> str:
        """Which accounts the file has, opened as at the next start, with nothing left beside it."""
        vault = open_vault(self.path, PASSWORD)
        titles = [account.title for account in vault.document.accounts()]
        if vault.needs_save:
            save_vault(vault, vault.document)
        left = [path.name for path in self.path.parent.glob(".*.tmp")]
        assert not left, f"not swept: {left}"
        return " ".join(titles)


def traced(owner: Owner, *expressions: str) -> tuple[str, str]:
    """What a copy of this process tells of its save, and what strace wrote of it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    answers, told = os.pipe()
    child = os.fork()
    if child == 0:
        outcome = ""
        try:
            signal.sigwait({signal.SIGUSR1})
            outcome = owner.live()
        except BaseException as problem:  # noqa: BLE001 - all of it is the result
            outcome = f"WRONG {type(problem).__name__}: {problem}"
        finally:
            os.write(told, outcome.encode())
            os._exit(0)
    os.close(told)
    trace = owner.path.with_name("trace.txt")
    command = ["strace", "-p", str(child), "-o", str(trace)]
    for expression in expressions:
        command += ["-e", expression]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        for line in tracer.stderr:
            if "attached" in line:
                break
            sys.stderr.write(line)
        os.kill(child, signal.SIGUSR1)
        with os.fdopen(answers) as pipe:
            outcome = pipe.read()
        os.waitpid(child, 0)
    lines = trace.read_text(errors="replace")
    trace.unlink()
    return outcome, lines


def calls_of_a_save(owner: Owner) -> list[str]:
    """The names of its system calls, in order."""
    outcome, lines = traced(owner, f"trace={CALLS},getppid")
    assert outcome == "saved all the same", outcome
    owner.path.write_bytes(owner.before)
    names = re.findall(r"^(\w+)\(", lines, re.MULTILINE)
    return names[: names.index("getppid")]


def one(owner: Owner, name: str, nth: int, error: str) -> str:
    """Let the nth call of this name fail and tell what came of it."""
    what = "signal=KILL" if error == "KILL" else f"error={error}"
    outcome, _ = traced(owner, f"trace={CALLS}", f"inject={name}:{what}:when={nth}")
    titles = owner.check()
    owner.path.write_bytes(owner.before)
    if error == "KILL":
        assert titles in {"First", "First Second"}, titles
        return f"killed: {titles}"
    assert not outcome.startswith("WRONG"), outcome
    assert titles == "First Second", titles
    return outcome


def main() -> None:
    """Each call with each error."""
    owner = Owner(Path(sys.argv[1]))
    names = calls_of_a_save(owner)
    outcomes: collections.Counter[str] = collections.Counter()
    wrong: list[str] = []
    for error in sys.argv[2:]:
        for number, name in enumerate(names, 1):
            nth = names[:number].count(name)
            try:
                outcomes[one(owner, name, nth, error)] += 1
            except (AssertionError, AppError, OSError) as problem:
                wrong.append(f"{name} (call {number}) {error}: {type(problem).__name__} {problem}")
    result: dict[str, Any] = {"calls": names, "outcomes": outcomes, "wrong": wrong}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
