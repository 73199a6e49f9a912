"""The desktop portal's screenshot, https://flatpak.github.io/xdg-desktop-portal/ (interface Screenshot).

The desktop writes a file and tells its place; it is opened, deleted at once, and then read.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from warifu.core.errors import AppError
from warifu.platforms.screenshot import is_wayland
from warifu.platforms.screenshot.base import Packed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jeepney.io.blocking import DBusConnection

    from warifu.platforms.screenshot.base import Shot

HELPER = "--portal-screenshot"  # the argument that makes Warifu the process that asks
_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Screenshot"
_QUICK = 5.0  # seconds for an answer of the bus, where a service may have to be started
_PATIENCE = 30.0  # seconds for a picture, where the desktop may ask the user first
_CHOOSING = 180.0  # seconds for a person who chooses a part
_DONE, _CANCELLED = 0, 1  # of the response
_MOST = 64 * 1024 * 1024  # bytes of the file
_PNG = b"\x89PNG\r\n\x1a\n"


class Portal:
    """``org.freedesktop.portal.Screenshot`` over the session bus."""

    lets_choose = True

    def __init__(self, platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> None:
        self._platform = platform
        self._environ = environ

    def compatible(self) -> bool:
        """Whether this is a Wayland session."""
        return is_wayland(self._platform, self._environ)

    def available(self) -> bool:
        """Whether a portal answers that can take screenshots."""
        from jeepney import DBusAddress, Properties

        address = DBusAddress(_PATH, bus_name=_NAME, interface=_INTERFACE)
        try:
            with self._bus() as bus:
                reply = bus.send_and_get_reply(Properties(address).get("version"), timeout=_QUICK)
        except Exception:  # noqa: BLE001 - no bus, one that hangs up, an answer out of the standard
            return False
        return bool(reply.header.message_type.name == "method_return")

    def take(self, screens: Sequence[str]) -> tuple[Shot, ...]:  # noqa: ARG002
        """The whole desktop as one picture, whatever its screens are called."""
        return self._ask(interactive=False, seconds=_PATIENCE)

    def take_part(self) -> tuple[Shot, ...]:
        """What the user chooses in the desktop's own dialog."""
        return self._ask(interactive=True, seconds=_CHOOSING)

    def _bus(self) -> DBusConnection:
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(bus=self._environ.get("DBUS_SESSION_BUS_ADDRESS") or "SESSION")

    def _ask(self, *, interactive: bool, seconds: float) -> tuple[Shot, ...]:
        try:
            status, uri = self._through_helper(interactive=interactive, seconds=seconds)
            if status == _CANCELLED:
                return ()
            if status != _DONE:
                raise _refused()
            return (_taken_away(_local_path(uri)),)
        except AppError:
            raise
        except Exception as error:  # the bus, time, or an answer out of the standard
            raise _refused() from error

    def _through_helper(self, *, interactive: bool, seconds: float) -> tuple[int, str]:
        """Ask by a process that holds no secrets: a portal serves only those that it may look into, and ours
        is closed (``platforms.hardening``). It ends with the answer, or is killed.
        """
        import json
        import subprocess

        from warifu.services.ourselves import command

        done = subprocess.run(
            command(HELPER, "part" if interactive else "whole"),
            env=dict(self._environ), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=seconds + _QUICK, check=True,
        )  # fmt: skip
        answer = json.loads(done.stdout)
        return int(answer["status"]), str(answer["uri"])


def help_out(wish: str) -> int:
    """Be that process: ask for ``whole`` or ``part`` of the screen, and print the answer. Gives the exit
    status.
    """
    import json

    portal = Portal()
    interactive = wish == "part"
    try:
        with portal._bus() as bus:
            seconds = _CHOOSING if interactive else _PATIENCE
            status, results = _answer(bus, interactive=interactive, seconds=seconds)
    except Exception:  # noqa: BLE001 - the bus, time, or an answer out of the standard
        return 1
    sys.stdout.write(json.dumps({"status": status, "uri": results.get("uri", "")}))
    return 0


def _answer(bus: DBusConnection, *, interactive: bool, seconds: float) -> tuple[int, dict[str, Any]]:
    """Ask for a screenshot, and wait for the signal that tells how it went."""
    from jeepney import DBusAddress, MatchRule, message_bus, new_method_call

    token = f"warifu_{secrets.token_hex(8)}"
    sender = bus.unique_name.lstrip(":").replace(".", "_")
    rule = MatchRule(
        type="signal",
        interface="org.freedesktop.portal.Request",
        member="Response",
        path=f"{_PATH}/request/{sender}/{token}",
    )
    bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_QUICK)
    options = {"handle_token": ("s", token), "interactive": ("b", interactive), "modal": ("b", False)}
    address = DBusAddress(_PATH, bus_name=_NAME, interface=_INTERFACE)
    with bus.filter(rule) as responses:
        reply = bus.send_and_get_reply(
            new_method_call(address, "Screenshot", "sa{sv}", ("", options)), timeout=seconds
        )
        if reply.header.message_type.name != "method_return":
            raise _refused()
        response = bus.recv_until_filtered(responses, timeout=seconds)
    status, results = response.body
    return status, {name: value for name, (_signature, value) in results.items()}


def _local_path(untrusted_uri: str) -> str:
    parts = urlsplit(untrusted_uri)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise _refused()
    return unquote(parts.path)


def _taken_away(path: str) -> Packed:
    """Delete the file and give what it held. Only what is a picture of this user's is touched."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST:
            raise _refused()
        head = file.read(len(_PNG))
        if head != _PNG:
            raise _refused()
        left = path
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108
            left = ""
        return Packed(head + file.read(_MOST), left)


def _refused() -> AppError:
    return AppError(
        "The desktop gave no picture of the screen.",
        hint="Take a screenshot yourself and choose “Open image”.",
    )
