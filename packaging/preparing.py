"""Makes whatever a start misses: system packages, the environment, the generated resources.

Each step looks whether its result is there and makes it aside, so a set-up that was interrupted goes on from
where it was, and one that fails leaves what worked before.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import bootstrap
import environments
import generated
import system_packages
from telling import Refused, announce, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from bootstrap import Environment

_WORKERS = ("-n", "--numprocesses", "--pdb", "--trace", "-p", "--dist")


def prepare_app(environment: Environment, *, window: bool) -> bool:
    """Make what this start needs; a window needs more than the command line. False if that is impossible."""
    return _prepare(environment, window=window, name="Warifu")


def prepare_tests(environment: Environment) -> bool:
    """Make what the tests need, with the programs that they drive. False if that is impossible."""
    return _prepare_tests(environment, system_packages.for_tests())


def prepare_benchmarks(environment: Environment) -> bool:
    """Make what the tests need, and the peers that Warifu is measured beside. False if it is impossible."""
    return _prepare_tests(environment, system_packages.for_tests() + system_packages.for_benchmarks())


def _prepare_tests(environment: Environment, programs: Sequence[str]) -> bool:
    if environment.is_ready() and environment.is_ready_for_windows() and not programs:
        return True
    ready = _prepare(environment, window=True, name="Warifu's tests", programs=programs)
    if ready and programs:
        system_packages.make_locale("ja_JP.UTF-8")
    return ready


def pytest_defaults(arguments: Sequence[str]) -> list[str]:
    """One worker more than there are processors, unless the caller says something about them: tests with real
    windows mostly wait. Files are taken in the order of ``testpaths``, which begins with the slow ones.
    """
    if any(argument.startswith(_WORKERS) for argument in arguments):
        return []
    return ["-n", str(max(os.cpu_count() or 1, 2) + 1), "--dist", "loadfile", "--no-loadscope-reorder"]


def _prepare(environment: Environment, *, window: bool, name: str, programs: Sequence[str] = ()) -> bool:
    begin = time.monotonic()
    try:
        needed, welcome = _system_packages(environment, window=window, programs=programs)
        system_packages.require(needed)
        with _alone():
            if not environment.is_ready():
                announce(f"Setting up {name}, which is done once and takes a minute or two:")
            system_packages.install(needed, welcome)
            _make(environment, window=window)
    except Refused as problem:
        announce(str(problem))
    except OSError as problem:
        announce(f"{name} cannot be set up in {bootstrap.ROOT}: {problem.strerror or problem}")
    except KeyboardInterrupt:
        announce("Interrupted; the next start goes on from here.")
    else:
        if time.monotonic() - begin > 1:
            announce(f"Ready after {time.monotonic() - begin:.0f} s.")
        return True
    return False


def _system_packages(
    environment: Environment, *, window: bool, programs: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Packages of the system that are missing: those that are needed, and those that are welcome."""
    needed = [*system_packages.for_environment(), *programs]
    if not window or Path(environment.window_ready).exists():
        return needed, []
    return needed + system_packages.for_window(), system_packages.nice_to_have()


def _make(environment: Environment, *, window: bool) -> None:
    environments.make(environment)
    generated.make_icons(environment)
    if window:
        generated.make_translations(environment)
        Path(environment.window_ready).touch()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold the set-up for ourselves; a second one waits until the first is done."""
    with Path(bootstrap.ROOT, ".venv.lock").open("w", encoding="utf-8") as file:
        if not _try_lock(file):
            say("waiting for another set-up that is under way")
            while not _try_lock(file):
                time.sleep(0.2)
        yield


def _try_lock(file: TextIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
