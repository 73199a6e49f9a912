"""The owner of StatusNotifierWatcher's name on the session bus.

https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from warifu.platforms.bus_listener import QUICK, BusListener, match, named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_WATCHER = "org.kde.StatusNotifierWatcher"
_BUS = "org.freedesktop.DBus"


class NotifierHosts(BusListener):
    """Tells whether there is a host, and again when one starts, ends or takes another one's place."""

    bus_name = "SESSION"

    def __init__(self, tell: Callable[[bool], None], environ: Mapping[str, str] = os.environ) -> None:
        super().__init__(environ)
        self._tell = tell

    def prepare(self, bus: DBusConnection) -> None:
        """Ask to hear of changes, then how things are now, so that no change falls in between."""
        from jeepney import message_bus

        match(bus, _WATCHER, sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        reply = bus.send_and_get_reply(message_bus.NameHasOwner(_WATCHER), timeout=QUICK)
        self._tell(bool(reply.body[0]))

    def hear(self, bus: DBusConnection, signal: Message) -> None:  # noqa: ARG002
        """Take one change of owner."""
        _interface, member, _path = named(signal)
        if member == "NameOwnerChanged" and signal.body[0] == _WATCHER:
            self._tell(bool(signal.body[2]))
