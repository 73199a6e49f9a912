"""A desktop portal that takes screenshots, for the bus of a test: fake_portal.py MODE FOLDER [PICTURE].

MODE is ``take`` (a picture is written into FOLDER: PICTURE, or else what is on the X screen; with
``interactive`` the upper left quarter of it), ``deny``, ``fail``, ``elsewhere`` (no address of a file) or
``foreign`` (the address of a file that is no picture). It tells when it can be asked, and of each request.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

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

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
STATUS = {"deny": 1, "fail": 2}


def picture(folder: Path, source: str, *, part: bool) -> str:
    """Write the file that a desktop would write, and give its address."""
    path = folder / f"Screenshot {len(list(folder.iterdir()))}.png"
    if source:
        shutil.copy(source, path)
    else:
        crop = ["-crop", "640x450+0+0", "+repage"] if part else []
        subprocess.run(["import", "-window", "root", *crop, str(path)], check=True)
    return path.as_uri()


def results(mode: str, folder: Path, source: str, *, part: bool) -> dict:
    """What the signal carries."""
    if mode in STATUS:
        return {}
    if mode == "elsewhere":
        return {"uri": ("s", "http://127.0.0.1:9/picture.png")}
    if mode == "foreign":
        return {"uri": ("s", (folder / "precious.txt").as_uri())}
    return {"uri": ("s", picture(folder, source, part=part))}


def say(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def serve(mode: str, folder: Path, source: str) -> None:
    """Answer for ever."""
    bus = open_dbus_connection()
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    say("ready")
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        fields = message.header.fields
        member, sender = fields.get(HeaderFields.member), fields[HeaderFields.sender]
        if member == "Get" and message.body == ("org.freedesktop.portal.Screenshot", "version"):
            bus.send(new_method_return(message, "v", (("u", 2),)))
        elif member == "Screenshot":
            _parent, options = message.body
            part = options["interactive"][1]
            say("asked part" if part else "asked whole")
            handle = f"{PATH}/request/{sender.lstrip(':').replace('.', '_')}/{options['handle_token'][1]}"
            bus.send(new_method_return(message, "o", (handle,)))
            body = (STATUS.get(mode, 0), results(mode, folder, source, part=part))
            request = DBusAddress(handle, bus_name=sender, interface="org.freedesktop.portal.Request")
            signal = new_signal(request, "Response", "ua{sv}", body)
            signal.header.fields[HeaderFields.destination] = sender
            bus.send(signal)
        else:
            bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
