"""logind and a screen saver on a private bus, as far as Warifu asks them: ``fake_session.py ADDRESS``.

Each line on standard input makes one signal; what Warifu does to hold up sleep is printed.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
OURS, OTHER = "/org/freedesktop/login1/session/_31", "/org/freedesktop/login1/session/_32"


def signal(path: str, interface: str, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
    return new_signal(DBusAddress(path, interface=interface), member, signature or None, body)


def changed(path: str, name: str, value: bool) -> Any:
    body = (SESSION, {name: ("b", value)}, [])
    return signal(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", body)


def saver(interface: str, active: bool) -> Any:
    return signal("/org/freedesktop/ScreenSaver", interface, "ActiveChanged", "b", (active,))


SIGNALS = {
    "sleep": signal("/org/freedesktop/login1", MANAGER, "PrepareForSleep", "b", (True,)),
    "wake": signal("/org/freedesktop/login1", MANAGER, "PrepareForSleep", "b", (False,)),
    "lock": signal(OURS, SESSION, "Lock"),
    "lock other": signal(OTHER, SESSION, "Lock"),
    "unlock": signal(OURS, SESSION, "Unlock"),
    "hint": changed(OURS, "LockedHint", True),
    "unhint": changed(OURS, "LockedHint", False),
    "inactive": changed(OURS, "Active", False),
    "active": changed(OURS, "Active", True),
    "inactive other": changed(OTHER, "Active", False),
    "idle": changed(OURS, "IdleHint", True),
    "saver": saver("org.freedesktop.ScreenSaver", True),
    "gnome": saver("org.gnome.ScreenSaver", True),
    "unsaver": saver("org.freedesktop.ScreenSaver", False),
    "foreign": saver("com.example.ScreenSaver", True),
}


def serve(address: str, knows_processes: bool) -> None:
    bus = open_dbus_connection(bus=address, enable_fds=True)
    for name in ("org.freedesktop.login1", "org.freedesktop.ScreenSaver"):
        bus.send_and_get_reply(message_bus.RequestName(name))
    threading.Thread(target=_follow, args=(bus,), daemon=True).start()
    _tell("ready")
    while True:
        call = bus.receive()
        if call.header.message_type is MessageType.method_call:
            _answer(bus, call, knows_processes)


def _answer(bus: Any, call: Any, knows_processes: bool) -> None:
    member = call.header.fields[HeaderFields.member]
    if member == "Inhibit":
        read, write = os.pipe()
        bus.send(new_method_return(call, "h", (write,)))
        os.close(write)
        _tell("held")
        threading.Thread(target=_released, args=(read,), daemon=True).start()
    elif member == "GetSessionByPID" and knows_processes:
        bus.send(new_method_return(call, "o", (OURS,)))
    elif member == "GetUser":
        bus.send(new_method_return(call, "o", ("/org/freedesktop/login1/user/_1000",)))
    elif member == "Get":
        bus.send(new_method_return(call, "v", (("(so)", ("1", OURS)),)))
    else:
        bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))


def _tell(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def _released(read: int) -> None:
    os.read(read, 1)
    os.close(read)
    _tell("released")


def _follow(bus: Any) -> None:
    for line in sys.stdin:
        bus.send(SIGNALS[line.strip()])


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:] != ["service"])
