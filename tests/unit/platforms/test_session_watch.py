"""What the system tells of its user: a real bus on Linux, messages and notifications elsewhere."""

from __future__ import annotations

import queue
import sys
import types

import pytest

from private_bus import fake_session, private_bus
from warifu.platforms.session_watch.linux import LinuxWatch
from warifu.platforms.session_watch.macos import MacWatch
from warifu.platforms.session_watch.windows import WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, absence_of
from warifu.services.ports import Absence

pytestmark = pytest.mark.safety(22)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus")


@pytest.fixture(params=["a process of the session", "a service of the user"])
def watched(request):
    """The fake session, and the news that the watch brings."""
    with fake_session(*(["service"] if "service of" in request.param else [])) as session:
        told: queue.Queue[Absence] = queue.Queue()
        watch = LinuxWatch(told.put, session.environ)
        watch.begin()
        assert session.heard() == "held"
        for listener in watch._listeners:
            assert listener.listening.wait(10)
        yield session, told, watch
        watch.end()


@linux
def test_linux_tells(watched) -> None:
    session, told, _watch = watched
    quiet = ("unlock", "unhint", "active", "idle", "unsaver", "foreign", "lock other", "inactive other")
    for word, absence in (
        ("lock", Absence.SCREEN_LOCKED),
        ("hint", Absence.SCREEN_LOCKED),
        ("saver", Absence.SCREEN_LOCKED),
        ("gnome", Absence.SCREEN_LOCKED),
        ("inactive", Absence.USER_SWITCHED),
        ("sleep", Absence.SLEEPING),
    ):
        for nothing in quiet:
            session.say(nothing)
        session.say(word)
        assert told.get(timeout=10) is absence, word
    assert told.empty()


@linux
def test_sleep_is_held_up_until_all_is_done(watched) -> None:
    session, told, watch = watched
    session.say("sleep")
    assert told.get(timeout=10) is Absence.SLEEPING
    watch.let_sleep()
    assert session.heard() == "released"
    session.say("wake")
    assert session.heard() == "held"


@linux
def test_without_a_bus_or_a_login_manager_nothing_happens() -> None:
    nowhere = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/no"}
    watch = LinuxWatch(pytest.fail, nowhere)
    watch.begin()
    for listener in watch._listeners:
        listener.join(10)
        assert not listener.is_alive()
    watch.end()
    with private_bus() as address:
        empty = LinuxWatch(pytest.fail, dict.fromkeys(nowhere, address))
        empty.begin()
    for listener in empty._listeners:  # the bus is gone, too
        listener.join(10)
        assert not listener.is_alive()


@linux
def test_the_end_stops_the_threads_and_lets_the_computer_sleep(watched) -> None:
    session, _told, watch = watched
    watch.end()
    for listener in watch._listeners:
        listener.join(10)
        assert not listener.is_alive()
    assert session.heard() == "released"


@pytest.mark.parametrize(
    ("message", "parameter", "absence"),
    [
        (WM_WTSSESSION_CHANGE, 7, Absence.SCREEN_LOCKED),
        (WM_WTSSESSION_CHANGE, 8, None),  # unlocked
        (WM_WTSSESSION_CHANGE, 2, Absence.USER_SWITCHED),
        (WM_WTSSESSION_CHANGE, 4, Absence.USER_SWITCHED),
        (WM_WTSSESSION_CHANGE, 1, None),  # connected
        (WM_POWERBROADCAST, 4, Absence.SLEEPING),
        (WM_POWERBROADCAST, 10, None),  # the battery
        (0x0010, 4, None),
    ],
)
def test_what_messages_of_windows_mean(message, parameter, absence) -> None:
    assert absence_of(message, parameter) is absence


class Centre:
    """A notification centre of macOS."""

    def __init__(self) -> None:
        self.observers: dict[str, object] = {}

    def addObserverForName_object_queue_usingBlock_(self, name, _object, _queue, block):
        self.observers[name] = block
        return name

    def removeObserver_(self, token) -> None:
        del self.observers[token]


def test_macos_tells(monkeypatch) -> None:
    workspace, everybody = Centre(), Centre()
    shared = types.SimpleNamespace(notificationCenter=lambda: workspace)
    appkit, foundation = types.ModuleType("AppKit"), types.ModuleType("Foundation")
    appkit.NSWorkspace = types.SimpleNamespace(sharedWorkspace=lambda: shared)
    foundation.NSDistributedNotificationCenter = types.SimpleNamespace(defaultCenter=lambda: everybody)
    monkeypatch.setitem(sys.modules, "AppKit", appkit)
    monkeypatch.setitem(sys.modules, "Foundation", foundation)
    told: list[Absence] = []
    watch = MacWatch(told.append)
    watch.begin()
    workspace.observers["NSWorkspaceWillSleepNotification"](None)
    workspace.observers["NSWorkspaceSessionDidResignActiveNotification"](None)
    everybody.observers["com.apple.screenIsLocked"](None)
    assert told == [Absence.SLEEPING, Absence.USER_SWITCHED, Absence.SCREEN_LOCKED]
    watch.end()
    assert workspace.observers == everybody.observers == {}
