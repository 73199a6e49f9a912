"""A thread that listens to a D-Bus of Linux for signals.

https://dbus.freedesktop.org/doc/dbus-specification.html
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

QUICK = 5.0  # seconds for an answer


class BusListener(threading.Thread):
    """One bus, until it or we hang up. It never fails: without a bus it ends at once."""

    bus_name = ""  # SYSTEM or SESSION

    def __init__(self, environ: Mapping[str, str]) -> None:
        super().__init__(name=f"warifu-{type(self).__name__.strip('_').lower()}", daemon=True)
        self._environ = environ
        self._bus: DBusConnection | None = None
        self._ended = False
        self.listening = threading.Event()
        self.guard = threading.Lock()

    def run(self) -> None:
        """Listen until ``end``."""
        try:
            self._listen()
        except Exception:  # noqa: BLE001 - no bus, one that hangs up, answers out of the standard
            return
        finally:
            self.hung_up()
            self.end()

    def end(self) -> None:
        """Hang up; from any thread."""
        with self.guard:
            self._ended = True
            if self._bus is not None:
                with contextlib.suppress(OSError):
                    self._bus.sock.shutdown(socket.SHUT_RDWR)  # which wakes the thread

    def hung_up(self) -> None:
        """Let go of what was had through the bus."""

    def prepare(self, bus: DBusConnection) -> None:
        """Say what is wanted."""
        raise NotImplementedError

    def hear(self, bus: DBusConnection, signal: Message) -> None:
        """Take one signal."""
        raise NotImplementedError

    def _listen(self) -> None:
        from jeepney import MessageType
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus=self._address(), enable_fds=True) as bus:
            try:
                with self.guard:
                    self._bus = bus
                    if self._ended:
                        return
                self.prepare(bus)
                self.listening.set()
                while True:
                    message = bus.receive()
                    if message.header.message_type is MessageType.signal:
                        self.hear(bus, message)
            finally:
                with self.guard:
                    self._bus = None

    def _address(self) -> str:
        variable = f"DBUS_{self.bus_name}_BUS_ADDRESS"
        return self._environ.get(variable) or self.bus_name


def match(bus: DBusConnection, first: str = "", **rule: str) -> None:
    """Ask to hear the signals of this rule; where ``first`` is given, with that first argument alone."""
    from jeepney import MatchRule, message_bus

    wanted = MatchRule(type="signal", **rule)
    if first:
        wanted.add_arg_condition(0, first)
    bus.send_and_get_reply(message_bus.AddMatch(wanted), timeout=QUICK)


def named(signal: Message) -> tuple[str, str, str]:
    """Interface, member and path of a signal."""
    from jeepney import HeaderFields

    fields = signal.header.fields
    keys = (HeaderFields.interface, HeaderFields.member, HeaderFields.path)
    interface, member, path = (str(fields.get(key, "")) for key in keys)
    return interface, member, path
