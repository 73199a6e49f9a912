"""Linux and macOS: connections through a Unix socket."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSocketNotifier

from warifu.platforms.single_instance.base import MAX_MESSAGE
from warifu.platforms.single_instance.posix import PosixInstance, peer_is_user

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from warifu.desktop.strategies.single_instance import Line
    from warifu.platforms.single_instance.base import Instance


class SocketListener:
    """Admits programs of the same user."""

    def __init__(self, instance: Instance, admit: Callable[[Line], None]) -> None:
        self._instance = cast("PosixInstance", instance)
        self._admit = admit
        self._door = self._instance.listen()
        self._notifier = _notifier(self._door, self._accept)

    def close(self) -> None:
        """Take no more connections."""
        self._notifier.setEnabled(False)
        self._instance.close(self._door)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # nobody waits any more
            while True:
                connection, _ = self._door.accept()
                connection.setblocking(False)
                if peer_is_user(connection):
                    self._admit(_SocketLine(connection))
                else:
                    connection.close()


class _SocketLine:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._notifier: QSocketNotifier | None = None

    def on_readable(self, call: Callable[[], None]) -> None:
        self._notifier = _notifier(self._connection, call)

    def read(self) -> bytes | None:
        try:
            return self._connection.recv(MAX_MESSAGE + 1)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def write(self, reply: bytes) -> None:
        with contextlib.suppress(OSError):
            self._connection.send(reply)

    def close(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._connection.close()


def _notifier(connection: socket.socket, call: Callable[[], None]) -> QSocketNotifier:
    notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(call)
    return notifier
