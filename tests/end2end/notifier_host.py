"""The other side of StatusNotifier: a watcher and host on a private bus, that speaks the protocol itself.

https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and the dbusmenu of libdbusmenu.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_KNOWN: dict[str, tuple[str, Any]] = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu."""

    id: int
    label: str
    separator: bool
    entries: tuple[Entry, ...]


class NotifierHost:
    """Takes icons as a panel does."""

    def __init__(self, address: str) -> None:
        self._registered: list[str] = []
        self._serving = open_dbus_connection(address)
        self._asking = open_dbus_connection(address)
        self._serving.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Leave the bus, as a panel that ends or crashes."""
        self._open = False
        self._thread.join()
        self._serving.close()
        self._asking.close()

    @property
    def items(self) -> list[str]:
        """The bus names of icons that registered and are still there."""
        return [name for name in self._registered if self._ask(message_bus.NameHasOwner(name))[0]]

    def property(self, name: str) -> Any:
        """One property of the icon."""
        address = self._address("/StatusNotifierItem", _PROPERTIES)
        return self._ask(new_method_call(address, "Get", "ss", (_ITEM, name)))[0][1]

    def activate(self, x: int = 1200, y: int = 880) -> None:
        """Click the icon with the left button."""
        self._ask(new_method_call(self._address("/StatusNotifierItem", _ITEM), "Activate", "ii", (x, y)))

    def menu(self) -> tuple[Entry, ...]:
        """Open the menu, as a panel does, and read it."""
        self._ask(new_method_call(self._menu(), "AboutToShow", "i", (0,)))
        return self.peek_at_menu()

    def peek_at_menu(self) -> tuple[Entry, ...]:
        """Read the menu without opening it, as any program of the session can."""
        _revision, root = self._ask(new_method_call(self._menu(), "GetLayout", "iias", (0, -1, [])))
        return _entry(root).entries

    def choose(self, entry: Entry) -> None:
        """Click an entry."""
        call = new_method_call(self._menu(), "Event", "isvu", (entry.id, "clicked", ("s", ""), 0))
        self._ask(call)

    def _menu(self) -> DBusAddress:
        return self._address(str(self.property("Menu")), _MENU)

    def _address(self, path: str, interface: str) -> DBusAddress:
        return DBusAddress(path, bus_name=self.items[-1], interface=interface)

    def _ask(self, message: Any) -> tuple[Any, ...]:
        reply = self._asking.send_and_get_reply(message, timeout=10)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return tuple(reply.body)

    def _serve(self) -> None:
        while self._open:
            try:
                message = self._serving.receive(timeout=0.1)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(self._serving, message)

    def _answer(self, connection: DBusConnection, message: Any) -> None:
        member = message.header.fields.get(HeaderFields.member)
        if member == "RegisterStatusNotifierItem":
            self._registered.append(message.header.fields[HeaderFields.sender])
            connection.send(new_method_return(message))
        elif member == "Get":
            connection.send(new_method_return(message, "v", (_KNOWN[message.body[1]],)))
        elif member == "GetAll":
            connection.send(new_method_return(message, "a{sv}", (_KNOWN,)))
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


def _entry(layout: tuple[int, dict[str, tuple[str, Any]], list[tuple[str, Any]]]) -> Entry:
    number, properties, children = layout
    return Entry(
        number,
        str(properties.get("label", ("s", ""))[1]),
        properties.get("type", ("s", ""))[1] == "separator",
        tuple(_entry(child) for _signature, child in children),
    )
