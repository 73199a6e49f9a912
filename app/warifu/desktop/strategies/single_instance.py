"""The open door of the first start: later ones may say ``show``, ``lock`` or ``add otpauth://…``, and nothing
else.

Whatever comes in is at most opened for the user to decide about. A talker that sends more than a line of
4 KiB, or no whole line for two seconds, is cut off, and nobody can keep more than a few lines open.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from warifu.platforms.single_instance.base import MAX_MESSAGE, PATIENCE, REPLY, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.platforms.single_instance.base import Instance, Message

_MOST_TALKERS = 8


class Line(Protocol):
    """One connection, whatever the system calls it."""

    def on_readable(self, call: Callable[[], None]) -> None:
        """Call whenever something may have arrived."""

    def read(self) -> bytes | None:
        """What has arrived; nothing when the other end is gone, None when there is only more to wait for."""

    def write(self, reply: bytes) -> None:
        """Answer, as far as anybody listens."""

    def close(self) -> None:
        """Hang up."""


class Listener(Protocol):
    """Whatever takes the connections."""

    def close(self) -> None:
        """Take no more, and give the lock back."""


class Door(QObject):
    """Hears later starts of the same profile. ``message_heard`` carries what was said."""

    message_heard = Signal(object)

    def __init__(self, instance: Instance, parent: QObject | None = None) -> None:
        """Open the door of an ``instance`` that holds its lock. Raises OSError where that is impossible."""
        super().__init__(parent)
        self._talkers: set[_Talker] = set()
        self._listener = _listen(instance, self._admit)

    def close(self) -> None:
        """Hear nothing more, and let the next start be the first."""
        for talker in tuple(self._talkers):
            talker.end()
        self._listener.close()

    def _admit(self, line: Line) -> None:
        if len(self._talkers) >= _MOST_TALKERS:
            line.close()
            return
        talker = _Talker(line, self._dismiss, self)
        self._talkers.add(talker)
        talker.listen()

    def _dismiss(self, talker: _Talker, message: Message | None) -> None:
        self._talkers.discard(talker)
        talker.deleteLater()
        if message is not None:
            self.message_heard.emit(message)


def _listen(instance: Instance, admit: Callable[[Line], None]) -> Listener:
    if sys.platform == "win32":
        from warifu.desktop.strategies.instance_pipe import PipeListener

        return PipeListener(instance, admit)
    from warifu.desktop.strategies.instance_socket import SocketListener

    return SocketListener(instance, admit)


class _Talker(QObject):
    """One connection, until its line feed."""

    def __init__(self, line: Line, done: Callable[[_Talker, Message | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._line: Line | None = line
        self._done = done
        self._heard = bytearray()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.end)
        self._patience.start(int(PATIENCE * 1000))
        line.on_readable(self.listen)

    def listen(self) -> None:
        """Take what has arrived, and finish when it is a whole line or can be none."""
        while self._line is not None and (piece := self._line.read()) is not None:
            self._heard += piece
            if not piece or b"\n" in piece or len(self._heard) > MAX_MESSAGE:
                self._finish(decode(bytes(self._heard)))

    def end(self) -> None:
        """Cut it off."""
        self._finish(None)

    def _finish(self, message: Message | None) -> None:
        line, self._line = self._line, None
        if line is not None:
            self._patience.stop()
            if message is not None:
                line.write(REPLY)
            line.close()
            self._done(self, message)
