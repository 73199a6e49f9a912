"""A D-Bus of a test's own, and the fake session on it."""

from __future__ import annotations

import contextlib
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAKE = Path(__file__).with_name("fake_session.py")


class FakeSession:
    """logind and screen saver; ``say`` makes a signal, ``heard`` waits for what Warifu did."""

    def __init__(self, address: str, *options: str) -> None:
        self.address = address
        self.environ = {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        self.process = subprocess.Popen(
            [sys.executable, str(_FAKE), address, *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self.heard() == "ready"

    def say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def heard(self, seconds: float = 10.0) -> str:
        return self._lines.get(timeout=seconds)

    def has_news(self) -> bool:
        return not self._lines.empty()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())

    def end(self) -> None:
        self.process.kill()
        self.process.wait(10)
        self._reader.join(10)
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]


@contextlib.contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that ends with the block."""
    if not shutil.which("dbus-daemon"):
        pytest.fail("`python3 tests` installs what is missing here: dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().decode().strip()
        finally:
            daemon.terminate()


@contextlib.contextmanager
def fake_session(*options: str) -> Iterator[FakeSession]:
    """A session on a bus of its own."""
    with private_bus() as address:
        session = FakeSession(address, *options)
        try:
            yield session
        finally:
            session.end()
