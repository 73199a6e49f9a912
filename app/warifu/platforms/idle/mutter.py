"""GNOME under Wayland: its compositor tells the idle time on the session bus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = "org.gnome.Mutter.IdleMonitor"
_PATH = "/org/gnome/Mutter/IdleMonitor/Core"
_QUICK = 1.0  # seconds; it is asked on the main thread, a few times in an hour


class MutterIdle:
    """Implements ``services.ports.Idle``."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    @classmethod
    def found(cls, environ: Mapping[str, str] = os.environ) -> MutterIdle | None:
        """The monitor, if it answers."""
        monitor = cls(environ)
        return monitor if monitor._ask() is not None else None

    def seconds(self) -> float:
        """Seconds since the last input; 0 when the compositor does not answer."""
        milliseconds = self._ask()
        return 0.0 if milliseconds is None else milliseconds / 1000

    def _ask(self) -> int | None:
        from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        call = new_method_call(DBusAddress(_PATH, bus_name=_NAME, interface=_NAME), "GetIdletime")
        call.header.flags |= MessageFlag.no_auto_start
        address = self._environ.get("DBUS_SESSION_BUS_ADDRESS") or "SESSION"
        try:
            with open_dbus_connection(bus=address) as bus:
                reply = bus.send_and_get_reply(call, timeout=_QUICK)
        except Exception:  # noqa: BLE001 - no bus, one that hangs up, answers out of the standard
            return None
        if reply.header.message_type is not MessageType.method_return:
            return None
        return int(reply.body[0])
