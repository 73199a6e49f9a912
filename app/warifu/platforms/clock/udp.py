"""A time server, asked once by UDP. This is the only module of Warifu that sends something by itself."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING, Any

from warifu.core import sntp
from warifu.core.errors import ClockTrouble
from warifu.core.text import Text
from warifu.services.ports import Measured

if TYPE_CHECKING:
    from warifu.core.clock import Clock
    from warifu.services.ports import ServerName

PATIENCE = 4.0  # seconds for an answer
_ADDRESSES = 2  # of a name with several, so many are tried
_LARGEST = 512  # bytes of an answer that are looked at

_WORDS = {
    sntp.Flaw.NOT_OURS: Text("What came back is no answer to the question."),
    sntp.Flaw.REFUSED: Text("The server wants to be asked no more."),
    sntp.Flaw.UNSURE: Text("The server does not know the time itself."),
    sntp.Flaw.IMPOSSIBLE: Text("The times that the server gives contradict each other."),
}
_OTHERWISE = Text("Try again later, or another server.")


class UdpTimeServer:
    """Implements ``services.ports.TimeServer``."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience

    def ask(self, server: ServerName, clock: Clock) -> Measured:
        """Send one question, and one more where the first address cannot be reached."""
        trouble = ClockTrouble("The time server cannot be reached.", hint=_OTHERWISE)
        for family, kind, protocol, _name, address in _addresses(server)[:_ADDRESSES]:
            with contextlib.suppress(OSError), socket.socket(family, kind, protocol) as line:
                line.connect(address)  # so that only its packets come in
                return self._measure(line, clock)
        raise trouble

    def _measure(self, line: socket.socket, clock: Clock) -> Measured:
        """Raises ClockTrouble, or OSError where nothing could be sent."""
        asked = sntp.question()
        sent, began = clock.now(), clock.monotonic()
        line.send(asked)
        deadline, flaw = began + self._patience, None
        while (left := deadline - clock.monotonic()) > 0:
            line.settimeout(left)
            try:
                untrusted_answer = line.recv(_LARGEST)
            except TimeoutError:
                break
            took = clock.monotonic() - began
            try:
                found = sntp.reading(asked, untrusted_answer, sent, sent + took)
            except sntp.Unusable as problem:
                flaw = problem.flaw
                if flaw is sntp.Flaw.NOT_OURS:
                    continue  # anybody can send anything; the true answer may still come
                break
            return Measured(found.offset, found.delay, sent + took, began + took)
        if flaw is None:
            raise ClockTrouble("The time server does not answer.", hint=_OTHERWISE)
        raise ClockTrouble("The time server tells no time.", _WORDS[flaw], _OTHERWISE)


def _addresses(server: ServerName) -> list[tuple[int, int, int, str, Any]]:
    try:
        return list(socket.getaddrinfo(server.host, server.port, type=socket.SOCK_DGRAM))
    except (OSError, UnicodeError):
        raise ClockTrouble(
            Text("There is no time server {server}, or no network.", server=server.host), hint=_OTHERWISE
        ) from None
