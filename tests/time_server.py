"""A time server on this computer, right or odd, that counts what it is asked."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TO_UNIX = 2_208_988_800


def stamp(unix: float) -> bytes:
    """An NTP time stamp."""
    seconds, part = divmod(unix + TO_UNIX, 1.0)
    return struct.pack("!II", int(seconds) & 0xFFFF_FFFF, int(part * 2**32))


def answer(asked: bytes, unix: float, *, first: int = 0x24, stratum: int = 2, **odd: bytes) -> bytes:
    """What a server with this time answers; ``odd`` replaces parts of it."""
    parts = {
        "root_delay": bytes(4), "dispersion": bytes(4), "reference": b"GPS\0", "set": stamp(unix - 60),
        "origin": asked[40:48], "arrived": stamp(unix), "left": stamp(unix),
    } | odd  # fmt: skip
    return struct.pack("!BBbb", first, stratum, 6, -20) + b"".join(parts.values())


class TimeServer:
    """``answers`` gives the packets for a question; ``asked`` holds the questions."""

    def __init__(self, answers: Callable[[bytes], list[bytes]]) -> None:
        self.asked: list[bytes] = []
        self._answers = answers
        self._line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._line.bind(("127.0.0.1", 0))
        self.port: int = self._line.getsockname()[1]
        self.name = f"127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            question, who = self._line.recvfrom(512)
            if question == b"end":
                return
            self.asked.append(question)
            for packet in self._answers(question):
                self._line.sendto(packet, who)

    def end(self) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"end", ("127.0.0.1", self.port))
        self._thread.join(10)
        self._line.close()


@contextlib.contextmanager
def time_server(answers: Callable[[bytes], list[bytes]]) -> Iterator[TimeServer]:
    server = TimeServer(answers)
    try:
        yield server
    finally:
        server.end()


def odd_answers(unix: float) -> dict[str, Callable[[bytes], list[bytes]]]:
    """Everything that no time may be taken from, by name."""
    return {
        "kiss of death": lambda q: [answer(q, unix, stratum=0, reference=b"RATE")],
        "other question": lambda q: [answer(q, unix, origin=stamp(unix))],
        "empty question": lambda q: [answer(q, unix, origin=bytes(8))],
        "short": lambda q: [answer(q, unix)[:47]],
        "nothing": lambda q: [b""],
        "noise": lambda q: [bytes(range(48))],
        "our own question": lambda q: [q],
        "a client": lambda q: [answer(q, unix, first=0x23)],
        "not synchronised": lambda q: [answer(q, unix, first=0xE4)],
        "stratum 16": lambda q: [answer(q, unix, stratum=16)],
        "far from its source": lambda q: [answer(q, unix, root_delay=struct.pack("!i", 1 << 16))],
        "unsure": lambda q: [answer(q, unix, dispersion=struct.pack("!I", 3 << 16))],
        "no time": lambda q: [answer(q, unix, left=bytes(8))],
        "left before it came": lambda q: [answer(q, unix, left=stamp(unix - 1))],
        "longer than the round trip": lambda q: [answer(q, unix, left=stamp(unix + 30))],
        "silent": lambda q: [],
    }
