"""Panels that come to the session bus and leave it, on a real bus."""

from __future__ import annotations

import queue
import sys

import pytest

pytest.importorskip("jeepney")

from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection

from private_bus import private_bus
from warifu.platforms.tray_host import tray_hosts
from warifu.platforms.tray_host.linux import NotifierHosts

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus")
WATCHER = "org.kde.StatusNotifierWatcher"


def test_each_panel_that_comes_or_goes_is_told_and_no_other_name() -> None:
    told: queue.Queue[bool] = queue.Queue()
    with private_bus() as address:
        hosts = NotifierHosts(told.put, {"DBUS_SESSION_BUS_ADDRESS": address})
        hosts.start()
        assert told.get(timeout=10) is False
        with open_dbus_connection(address) as panel:
            panel.send_and_get_reply(message_bus.RequestName("org.example.Other"))
            panel.send_and_get_reply(message_bus.RequestName(WATCHER))
            assert told.get(timeout=10) is True
        assert told.get(timeout=10) is False
        hosts.end()
        hosts.join(10)
    assert told.empty()


def test_a_panel_that_is_there_already_is_told_first() -> None:
    told: queue.Queue[bool] = queue.Queue()
    with private_bus() as address, open_dbus_connection(address) as panel:
        panel.send_and_get_reply(message_bus.RequestName(WATCHER))
        hosts = NotifierHosts(told.put, {"DBUS_SESSION_BUS_ADDRESS": address})
        hosts.start()
        assert told.get(timeout=10) is True
        hosts.end()
        hosts.join(10)


def test_without_a_bus_nothing_is_told() -> None:
    told: queue.Queue[bool] = queue.Queue()
    hosts = NotifierHosts(told.put, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"})
    hosts.start()
    hosts.join(10)
    assert not hosts.is_alive()
    assert told.empty()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_a_tray_is_always_there_nobody_listens(platform: str) -> None:
    assert tray_hosts(lambda _present: None, platform) is None
