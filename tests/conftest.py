"""What every test stands on: nothing of the user's, no network, a clock that the test moves.

A test fails on what nobody expected of it: a log record or a Qt message (here, also while it is taken down),
a Python warning (``filterwarnings`` in pyproject.toml). What is expected is said by the test itself:
``caplog`` with ``expected_logs``, ``@pytest.mark.qt_log_ignore(...)``, ``pytest.warns``.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest_plugins = ["leaks.plugin"]  # which searches what each test wrote for the secrets that went through it

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # end-to-end tests give their programs a display of their own
os.environ["PYTHONPATH"] = str(
    Path(__file__).resolve().parent.parent / "app"
)  # for programs that tests start

settings.register_profile(
    "warifu", deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("warifu"), derandomize=False, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "warifu"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--full``: as often as docs/reliability.md tells; otherwise as often as there is time for."""
    parser.addoption("--full", action="store_true", help="1,000 kills, 500 edits of each process, and so on")


_LOOPBACK_NAMES = {"localhost", "", None}
_USERS_OWN = (
    "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID",
    "LANGUAGE", "LC_MESSAGES", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "GTK_MODULES",
)  # fmt: skip


class FakeClock:
    """A ``core.clock.Clock`` that stands still until the test moves it."""

    def __init__(self, now: float = 1_796_083_214.0) -> None:
        self._now = now
        self._monotonic = 1_000.0

    def now(self) -> float:
        """Unix time in seconds."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that never go backwards."""
        return self._monotonic

    def set(self, time: float) -> None:
        """Put the wall clock anywhere, also back; the other one stands still."""
        self._now = time

    def advance(self, seconds: float) -> None:
        """Let time go by."""
        self._now += seconds
        self._monotonic += seconds


@pytest.fixture
def fake_clock() -> FakeClock:
    """A clock that only this test moves."""
    return FakeClock()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The folder of a profile that nobody used yet; Warifu makes it itself."""
    return tmp_path / "profile"


@pytest.fixture
def cheap_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make new passwords cost nothing to derive from; production code refuses such parameters."""
    from warifu.vault import slots

    cheap = slots.KdfParams(memory_kib=64, passes=1, lanes=1)
    monkeypatch.setattr(slots, "FLOOR", cheap)
    monkeypatch.setattr(slots, "calibrated", lambda *_: cheap)


@pytest.fixture
def expected_logs(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Name a pattern that log records of this test may match."""
    patterns: list[str] = []
    request.node.stash[_EXPECTED] = patterns
    return patterns.append


_EXPECTED = pytest.StashKey[list[str]]()


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    patterns = request.node.stash.get(_EXPECTED, [])
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.get_records("teardown")]
    loud = [record for record in records if record.levelno >= logging.WARNING or _is_ours(record)]
    strange = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in loud
        if not any(re.search(pattern, record.getMessage()) for pattern in patterns)
    ]
    if strange:
        pytest.fail("unexpected log records:\n" + "\n".join(strange), pytrace=False)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == "warifu"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail on Qt messages while a test is taken down; pytest-qt listens until then only."""
    qt = sys.modules.get("PySide6.QtCore")
    if qt is None or item.get_closest_marker("no_qt_log"):
        return (yield)
    marker = item.get_closest_marker("qt_log_ignore")
    patterns: list[str] = [*item.config.getini("qt_log_ignore"), *(marker.args if marker else ())]
    heard: list[str] = []
    before = qt.qInstallMessageHandler(lambda _kind, _context, message: heard.append(message))
    try:
        result = yield
    finally:
        qt.qInstallMessageHandler(before)
    strange = [message for message in heard if not any(re.search(each, message) for each in patterns)]
    if strange:
        pytest.fail("Qt messages at the end of the test:\n" + "\n".join(strange), pytrace=False)
    return result


@pytest.fixture(autouse=True, scope="session")
def _nothing_of_the_users(leak_watch: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    run = tmp_path_factory.mktemp("run")
    run.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in _USERS_OWN:
            patch.delenv(name, raising=False)
        for name, folder in {
            "HOME": home, "USERPROFILE": home, "APPDATA": home / "AppData", "LOCALAPPDATA": home / "Local",
            "XDG_CONFIG_HOME": home / ".config", "XDG_DATA_HOME": home / ".local/share",
            "XDG_CACHE_HOME": home / ".cache", "XDG_STATE_HOME": home / ".local/state",
            "XDG_RUNTIME_DIR": run,
        }.items():  # fmt: skip
            patch.setenv(name, str(folder))
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # text is a socket file
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in _LOOPBACK_NAMES and not _is_loopback(host):
        raise PermissionError(f"a test wanted the network: {host}")


def _is_loopback(host: object) -> bool:
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


sys.addaudithook(_refuse_network)
