"""polkit: a yes or no after the system's own dialog, by fingerprint where fprintd is set up, or password.

The action must be installed for all users by a package (``packaging/linux``); a program that was installed
by pip cannot do that, and is then not offered this.
https://polkit.pages.freedesktop.org/polkit/eggdbus-interface-org.freedesktop.PolicyKit1.Authority.html
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from warifu.core.text import Text
from warifu.platforms.quick_unlock.base import PERSON, QUICK, Asking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jeepney import DBusAddress
    from jeepney.io.blocking import DBusConnection

ACTION: Final = "org.warifu.unlock"
_FOLDERS: Final = (Path("/usr/share/polkit-1/actions"), Path("/usr/local/share/polkit-1/actions"))
_NAME, _PATH = "org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority"
_INTERFACE = "org.freedesktop.PolicyKit1.Authority"
_ASK_THE_USER = 1  # of CheckAuthorizationFlags


class Polkit:
    """``services.ports.QuickUnlock`` by CheckAuthorization for our own connection to the bus."""

    name = "polkit"
    releases_key = False

    def __init__(self, folders: tuple[Path, ...] = _FOLDERS, environ: Mapping[str, str] = os.environ) -> None:
        self._folders = folders
        self._environ = environ
        self._asking = Asking(self.name)

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""
        if not any((folder / f"{ACTION}.policy").is_file() for folder in self._folders):
            return Text("It needs Warifu to be installed by a package of the system.")
        try:
            there = self._asking.wait(self._is_there, QUICK)
        except Exception:  # noqa: BLE001 - no bus, or one that hangs up
            there = False
        return None if there else Text("polkit does not run on this computer.")

    def enrol(self) -> None:
        """There is nothing to prepare."""

    def ask(self, challenge: bytes) -> bytearray:  # noqa: ARG002 - a yes has nothing to sign
        """Nothing, when polkit has recognised the user. Raises NotConfirmed."""
        if not self._asking.wait(self._check, PERSON + QUICK):
            raise self._asking.refused()
        return bytearray()

    def close(self) -> None:
        """Give up asking; polkit takes its dialog away when our connection ends with the program."""
        self._asking.close()

    def _is_there(self) -> bool:
        from jeepney import Properties

        with self._bus() as bus:
            question = Properties(_authority()).get("BackendName")
            reply = bus.send_and_get_reply(question, timeout=QUICK)
        return bool(reply.header.message_type.name == "method_return")

    def _check(self) -> bool:
        from jeepney import new_method_call

        with self._bus() as bus:
            subject = ("system-bus-name", {"name": ("s", bus.unique_name)})
            question = new_method_call(
                _authority(),
                "CheckAuthorization",
                "(sa{sv})sa{ss}us",
                (subject, ACTION, {}, _ASK_THE_USER, ""),
            )
            reply = bus.send_and_get_reply(question, timeout=PERSON)
        if reply.header.message_type.name != "method_return":
            return False
        return _is_yes(reply.body)

    def _bus(self) -> DBusConnection:
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(bus=self._environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "SYSTEM")


def _authority() -> DBusAddress:
    from jeepney import DBusAddress

    return DBusAddress(_PATH, bus_name=_NAME, interface=_INTERFACE)


def _is_yes(untrusted: Any) -> bool:
    """Whether ``(bba{ss})`` says authorised."""
    try:
        return untrusted[0][0] is True
    except (IndexError, TypeError):
        return False
