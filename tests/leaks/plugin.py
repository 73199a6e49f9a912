"""Makes every test a canary test, as docs/reliability.md says.

What was heard of as a secret (``sources``) is searched for, after each test, in its folder, those of the user
and of temporary files, also in what is removed there, in log records, standard error, and what processes that
Warifu started were given; at the end of the session in every file that it left. Standard output may hold
secrets of accounts and recovery codes, which commands are asked for, but no password and no key.

Not searched: files that the tests wrote themselves, exports and kits for what they are there to hold
(``origins.ASKED``), files that a test names with ``writes_secrets``, what a picture shows, and what is the
tools' own: packages that pip installs, and, in the checkout, Hypothesis's database and pytest's cache.
"""

from __future__ import annotations

import fnmatch
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from leaks import children, origins, sources, starts
from leaks.watch import ANSWER, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

_WATCH = pytest.StashKey[Watch]()
_LEAKS = "Leaks"


@pytest.fixture(scope="session")
def leak_watch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """Hears of secrets from here on. When it goes, all is searched again, which may fail the last test."""
    base = tmp_path_factory.getbasetemp()
    temporary = Path(tempfile.mkdtemp(prefix="warifu-"))  # a short name, for sockets are made there
    temporary.chmod(0o1777)  # as the system's, for tests that become another user
    watch = request.config.stash[_WATCH] = Watch(base, temporary)
    origins.project_below(request.config.rootpath)
    sources.listen(watch.hear)
    origins.follow(watch.folders, watch.written)
    starts.follow_starts(watch.folders, watch.begun, watch.ended)
    _hear_captured(watch)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(temporary))
        patch.setattr(tempfile, "tempdir", str(temporary))
        patch.setenv(children.FOLDERS, os.pathsep.join(watch.folders))
        yield watch
    watch.last = True


def _hear_captured(watch: Watch) -> None:
    """What tests take out of the captured streams is missing in the report."""
    inner = pytest.CaptureFixture.readouterr

    def readouterr(self: Any) -> Any:
        taken = inner(self)
        watch.said("standard output", taken.out, ANSWER)
        watch.said("standard error", taken.err)
        return taken

    pytest.CaptureFixture.readouterr = readouterr  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _watched(leak_watch: Watch, request: pytest.FixtureRequest) -> None:
    leak_watch.begin(request.node.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Search after everything of the test was taken down."""
    report: Any = yield
    watch = item.config.stash.get(_WATCH, None)
    if watch is None or report.when != "teardown":
        return report
    for name, text in report.sections:
        if name.startswith(("Captured stderr", "Captured log", "Captured stdout")):
            watch.said(name, text, ANSWER if "stdout" in name else sources.Kind.NONE)
    folders = _folders(item, watch)
    found = watch.all_leaks() if watch.last else watch.leaks(folders)
    if found:
        report.sections = [(name, text) for name, text in report.sections if not name.startswith("Captured")]
        if report.outcome == "failed":
            report.sections.append((_LEAKS, _told(found)))
        else:
            report.outcome, report.longrepr = "failed", _told(found)
    return report


def _folders(item: pytest.Item, watch: Watch) -> list[Path]:
    """Where a test writes. Files that it says somebody asked for are left to it."""
    own = getattr(item, "funcargs", {}).get("tmp_path")
    homes = {Path(os.environ[name]) for name in ("HOME", "XDG_RUNTIME_DIR") if name in os.environ}
    folders = [*([own] if own else []), *sorted(homes), watch.temporary]
    for mark in item.iter_markers("writes_secrets"):
        allowed = sources.Kind[mark.kwargs["kind"].upper()] if "kind" in mark.kwargs else ANSWER
        for path in (path for folder in folders for path in folder.rglob("*")):
            if any(fnmatch.fnmatch(path.name, pattern) for pattern in mark.args):
                watch.allow(path, allowed)
    return [folder for folder in folders if str(folder).startswith(tuple(watch.folders))]


def _told(found: list[str]) -> str:
    return "secrets in the clear:\n" + "\n".join(found)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the counts of a worker to the process that tells them, and leave no list of secrets."""
    watch = session.config.stash.get(_WATCH, None)
    if watch is not None:
        for folder in (watch.heard, watch.temporary):
            shutil.rmtree(folder, ignore_errors=True)
        counts = getattr(session.config, "workeroutput", None)
        _add(session.config if counts is None else counts, dict(watch.counts))


class _Counts(dict[str, int]):
    """What was searched, of all workers."""


_COUNTS = pytest.StashKey[_Counts]()


def _add(to: Any, counts: dict[str, int]) -> None:
    if isinstance(to, dict):
        to["leaks"] = counts
        return
    known = to.stash.setdefault(_COUNTS, _Counts())
    for name, count in counts.items():
        known[name] = known.get(name, 0) + count


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker has ended."""
    _add(node.config, getattr(node, "workeroutput", {}).get("leaks", {}))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say how much was searched for how much."""
    counts = config.stash.get(_COUNTS, None)
    if counts:
        told = ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items()))
        terminalreporter.write_line(f"leak watch: {told}")
