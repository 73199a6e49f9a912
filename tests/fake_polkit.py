"""A polkit for the bus of a test: fake_polkit.py ANSWER: yes, no, ask, error, silent or odd."""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.PolicyKit1"


def serve(answer: str) -> None:
    """Answer for ever, and tell what was asked."""
    bus = open_dbus_connection()
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    _say("ready")
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "Get":
            bus.send(new_method_return(message, "v", (("s", "test"),)))
        elif fields.get(HeaderFields.member) == "CheckAuthorization":
            (kind, details), action, _more, flags, _cancel = message.body
            same = details["name"] == ("s", fields[HeaderFields.sender])
            _say(f"{kind} {same} {action} {flags}")
            if answer == "error":
                bus.send(new_error(message, f"{NAME}.Error.Failed"))
            elif answer == "odd":
                bus.send(new_method_return(message, "s", ("yes",)))
            elif answer != "silent":
                verdict = (answer == "yes", answer == "ask", {})
                bus.send(new_method_return(message, "(bba{ss})", (verdict,)))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
