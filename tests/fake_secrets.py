"""A Secret Service that never answers, for the bus of a test: it takes the name and then says nothing."""

from __future__ import annotations

import sys

from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection


def main() -> None:
    """Take every question and keep it."""
    bus = open_dbus_connection()
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        bus.receive()


if __name__ == "__main__":
    main()
