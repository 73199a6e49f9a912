"""Linux: logind on the system bus, screen savers on the session bus, each heard by a thread of its own.

logind is asked to hold up sleep for the moment that locking takes (it waits 5 s at most), because memory that
is written to the disk for hibernation would hold the keys for good.
https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from warifu.platforms.bus_listener import QUICK, BusListener, match, named
from warifu.services.ports import Absence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jeepney import Message
    from jeepney.fds import FileDescriptor
    from jeepney.io.blocking import DBusConnection

    from warifu.platforms.session_watch.base import Tell

_LOGIND, _MANAGER_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver", "org.xfce.ScreenSaver",
)  # fmt: skip


class LinuxWatch:
    """Both buses; where one is missing, the other one is heard."""

    def __init__(self, tell: Tell, environ: Mapping[str, str] = os.environ) -> None:
        self._login = _Login(tell, environ)
        self._listeners: tuple[BusListener, ...] = (self._login, _ScreenSavers(tell, environ))

    def begin(self) -> None:
        """Begin to listen; neither bus is waited for."""
        for listener in self._listeners:
            listener.start()

    def let_sleep(self) -> None:
        """Give up what holds up sleep."""
        self._login.let_sleep()

    def end(self) -> None:
        """Hang up."""
        for listener in self._listeners:
            listener.end()


class _ScreenSavers(BusListener):
    """``ActiveChanged`` of whatever saves the screen."""

    bus_name = "SESSION"

    def __init__(self, tell: Tell, environ: Mapping[str, str]) -> None:
        super().__init__(environ)
        self._tell = tell

    def prepare(self, bus: DBusConnection) -> None:
        for interface in _SCREEN_SAVERS:
            match(bus, interface=interface, member="ActiveChanged")

    def hear(self, bus: DBusConnection, signal: Message) -> None:  # noqa: ARG002
        interface, member, _path = named(signal)
        if interface in _SCREEN_SAVERS and member == "ActiveChanged" and signal.body == (True,):
            self._tell(Absence.SCREEN_LOCKED)


class _Login(BusListener):
    """logind: sleep for everybody; locking and switching of our own session."""

    bus_name = "SYSTEM"

    def __init__(self, tell: Tell, environ: Mapping[str, str]) -> None:
        super().__init__(environ)
        self._tell = tell
        self._inhibitor: FileDescriptor | None = None
        self._session_path = ""

    def hung_up(self) -> None:
        self.let_sleep()

    def let_sleep(self) -> None:
        with self.guard:
            inhibitor, self._inhibitor = self._inhibitor, None
        if inhibitor is not None:
            inhibitor.close()

    def prepare(self, bus: DBusConnection) -> None:
        match(bus, sender=_LOGIND, interface=_MANAGER, member="PrepareForSleep", path=_MANAGER_PATH)
        self._hold_up_sleep(bus)
        self._session_path = self._own_session(bus)
        if self._session_path:
            match(bus, sender=_LOGIND, interface=_SESSION, member="Lock", path=self._session_path)
            match(
                bus,
                sender=_LOGIND,
                interface=_PROPERTIES,
                member="PropertiesChanged",
                path=self._session_path,
            )

    def hear(self, bus: DBusConnection, signal: Message) -> None:
        interface, member, path = named(signal)
        if (interface, member) == (_MANAGER, "PrepareForSleep"):
            if signal.body == (True,):
                self._tell(Absence.SLEEPING)
            else:
                self._hold_up_sleep(bus)
        elif path != self._session_path:
            return
        elif (interface, member) == (_SESSION, "Lock"):
            self._tell(Absence.SCREEN_LOCKED)
        elif (interface, member) == (_PROPERTIES, "PropertiesChanged"):
            self._hear_properties(signal.body)

    def _hear_properties(self, body: tuple[Any, ...]) -> None:
        untrusted_interface, untrusted_changed = body[0], body[1]
        if untrusted_interface != _SESSION:
            return
        if untrusted_changed.get("LockedHint") == ("b", True):
            self._tell(Absence.SCREEN_LOCKED)
        if untrusted_changed.get("Active") == ("b", False):
            self._tell(Absence.USER_SWITCHED)

    def _hold_up_sleep(self, bus: DBusConnection) -> None:
        self.let_sleep()
        body = ("sleep", "Warifu", "Locks the vault", "delay")
        answer = self._ask(bus, "Inhibit", "ssss", body)
        if answer:
            with self.guard:
                self._inhibitor = answer[0]

    def _own_session(self, bus: DBusConnection) -> str:
        """The object of the session that this process belongs to; of the user's display where it is started
        by a service of the user; empty where there is none.
        """
        named = self._environ.get("XDG_SESSION_ID", "")
        ways: tuple[Callable[[], tuple[Any, ...]], ...] = (
            lambda: self._ask(bus, "GetSessionByPID", "u", (os.getpid(),)),
            lambda: self._ask(bus, "GetSession", "s", (named,)) if named else (),
            lambda: self._display(bus),
        )
        return next((str(answer[0]) for way in ways if (answer := way())), "")

    def _display(self, bus: DBusConnection) -> tuple[Any, ...]:
        from jeepney import DBusAddress, MessageType, Properties

        user = self._ask(bus, "GetUser", "u", (os.getuid(),))
        if not user:
            return ()
        address = DBusAddress(user[0], bus_name=_LOGIND, interface="org.freedesktop.login1.User")
        reply = bus.send_and_get_reply(Properties(address).get("Display"), timeout=QUICK)
        if reply.header.message_type is not MessageType.method_return:
            return ()
        _name, path = reply.body[0][1]
        return (path,) if path != "/" else ()

    def _ask(
        self, bus: DBusConnection, method: str, signature: str, body: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        from jeepney import DBusAddress, MessageType, new_method_call

        manager = DBusAddress(_MANAGER_PATH, bus_name=_LOGIND, interface=_MANAGER)
        reply = bus.send_and_get_reply(new_method_call(manager, method, signature, body), timeout=QUICK)
        return tuple(reply.body) if reply.header.message_type is MessageType.method_return else ()
