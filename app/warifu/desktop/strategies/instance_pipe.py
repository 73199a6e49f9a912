"""Windows: connections through a named pipe that only this user may open."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtNetwork import QLocalServer, QLocalSocket

from warifu.platforms.single_instance.base import MAX_MESSAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.strategies.single_instance import Line
    from warifu.platforms.single_instance.base import Instance
    from warifu.platforms.single_instance.windows import WindowsInstance


class PipeListener:
    """Admits programs of the same user. Raises OSError when the pipe cannot be made."""

    def __init__(self, instance: Instance, admit: Callable[[Line], None]) -> None:
        self._instance = cast("WindowsInstance", instance)
        self._admit = admit
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(self._instance.pipe_name):
            raise OSError(self._server.errorString())

    def close(self) -> None:
        """Take no more connections."""
        self._server.close()
        self._instance.release()

    def _accept(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            self._admit(_PipeLine(connection))


class _PipeLine:
    def __init__(self, connection: QLocalSocket) -> None:
        self._connection = connection
        connection.setReadBufferSize(MAX_MESSAGE + 1)

    def on_readable(self, call: Callable[[], None]) -> None:
        self._connection.readyRead.connect(call)
        self._connection.disconnected.connect(call)

    def read(self) -> bytes | None:
        if self._connection.bytesAvailable():
            return bytes(self._connection.read(MAX_MESSAGE + 1).data())
        return None if self._connection.state() == QLocalSocket.LocalSocketState.ConnectedState else b""

    def write(self, reply: bytes) -> None:
        self._connection.write(reply)
        self._connection.flush()

    def close(self) -> None:
        self._connection.disconnectFromServer()
        self._connection.deleteLater()
