"""Linux: systemd-timedated, and where that is missing the kernel, which it would ask itself.

https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.timedate1.html
https://man7.org/linux/man-pages/man2/adjtimex.2.html
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

from warifu.services.ports import Sync

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME, _PATH = "org.freedesktop.timedate1", "/org/freedesktop/timedate1"
_QUICK = 3.0  # seconds for an answer
_WORST = 16_000_000  # microseconds: from there on systemd calls the clock not synchronised


class _Timex(ctypes.Structure):
    """The beginning of ``struct timex``, and room for the rest of it."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("rest", ctypes.c_byte * 256),
    )


class LinuxTime:
    """The property NTPSynchronized, or what it is made of."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ

    def read(self) -> Sync:
        """Ask the service, then the kernel."""
        told = self._of_service()
        return told if told is not Sync.UNKNOWN else of_kernel()

    def _of_service(self) -> Sync:
        from jeepney import DBusAddress, MessageType, Properties
        from jeepney.io.blocking import open_dbus_connection

        call = Properties(DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)).get("NTPSynchronized")
        address = self._environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "SYSTEM"
        try:
            with open_dbus_connection(bus=address) as bus:
                reply = bus.send_and_get_reply(call, timeout=_QUICK)
            if reply.header.message_type is not MessageType.method_return:
                return Sync.UNKNOWN
            kind, value = reply.body[0]
        except Exception:  # noqa: BLE001 - no bus, one that hangs up, answers out of the standard
            return Sync.UNKNOWN
        if kind != "b":
            return Sync.UNKNOWN
        return Sync.KEPT if value else Sync.NOT_KEPT


def of_kernel() -> Sync:
    """Whether somebody disciplines the kernel's clock; asked without changing it."""
    told = _Timex(modes=0)
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(told))
    except (OSError, AttributeError):
        return Sync.UNKNOWN
    if state < 0:
        return Sync.UNKNOWN
    return Sync.KEPT if told.maxerror < _WORST else Sync.NOT_KEPT
