"""systemd-timedated on a private bus: fake_timedate.py ADDRESS ANSWER: yes, no, error, odd or silent."""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection


def serve(address: str, answer: str) -> None:
    bus = open_dbus_connection(bus=address)
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.timedate1"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        call = bus.receive()
        if call.header.message_type is not MessageType.method_call:
            continue
        assert call.header.fields[HeaderFields.member] == "Get"
        assert call.body == ("org.freedesktop.timedate1", "NTPSynchronized")
        if answer in {"yes", "no"}:
            bus.send(new_method_return(call, "v", (("b", answer == "yes"),)))
        elif answer == "odd":
            bus.send(new_method_return(call, "v", (("s", "yes"),)))
        elif answer == "error":
            bus.send(new_error(call, "org.freedesktop.DBus.Error.AccessDenied"))


if __name__ == "__main__":
    serve(*sys.argv[1:])
