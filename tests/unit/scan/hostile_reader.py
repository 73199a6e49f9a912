"""A process that reads pictures, whose decoders do what the picture says. Started by tests."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from warifu.scan import child, limits
from warifu.scan.pictures import Picture, picture_of

REAL_OUTPUT = os.dup(1)  # as code that took over the process would find it


def misbehave(untrusted: bytes) -> Picture:
    """Read an ordinary picture, or do harm."""
    if not untrusted.startswith(b"do "):
        return picture_of(untrusted)
    what, _, rest = untrusted[3:].decode().partition(" ")
    ACTS[what](rest)
    return picture_of(b"")


def crash(_rest: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def wild_pointer(_rest: str) -> None:
    ctypes.string_at(1)


def hang(_rest: str) -> None:
    while True:
        time.sleep(60)


def spin(_rest: str) -> None:
    while True:
        pass


def eat(_rest: str) -> None:
    """Until there is no more, then as decoders do: one raises, another ends the process."""
    held = []
    while True:
        held.append(bytearray(600 << 20))


def abort(_rest: str) -> None:
    os.abort()


def flood(_rest: str) -> None:
    while True:
        os.write(REAL_OUTPUT, b"\xff" * 65536)


def flood_after(_rest: str) -> None:
    """From now on answer, and say more than was asked."""
    server = child.Server.answer

    def answer(self, request):
        return server(self, request) + b"and more" * 1000

    child.Server.answer = answer


def forge(_rest: str) -> None:
    os.write(REAL_OUTPUT, bytes(8) + b"\x7f\xff\xff\xff\0")


def close(_rest: str) -> None:
    for number in range(3, 32):
        with contextlib.suppress(OSError):
            os.close(number)
    hang("")


def tell(rest: str) -> None:
    """Try something, and say how it went in place of an answer's picture."""
    try:
        said = str(TRIALS[rest]())
    except Exception as error:  # noqa: BLE001 - its name is what is asked for
        said = type(error).__name__
    raise Said(said)


class Said(BaseException):
    pass


def answer(server, request):
    """Answers of the real server, or a text that a trial gave."""
    try:
        picture = child._picture(request)
    except Said as said:
        from warifu.scan.frame import Found

        zero = (0.0, 0.0)
        found = Found(str(said), (zero, zero, zero, zero))
        return child.wire.answer_of(request.number, child.wire.Reading((found,), 1, 1))
    return child.wire.answer_of(request.number, picture)


def write_file() -> str:
    Path("/tmp/warifu-test-must-not-exist").write_bytes(b"x")
    return "written"


TRIALS = {
    "open": Path("/etc/hostname").read_bytes,
    "write": write_file,
    "socket": socket.socket,
    "start": lambda: subprocess.run(["/bin/true"], check=True),
    "environment": lambda: "\n".join(sorted(os.environ)),
    "core": lambda: __import__("resource").getrlimit(__import__("resource").RLIMIT_CORE),
    "dumpable": lambda: ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),
    "modules": lambda: " ".join(sorted(name for name in sys.modules if "PySide" in name or "vault" in name)),
}
ACTS = {
    "crash": crash, "wild-pointer": wild_pointer, "hang": hang, "spin": spin, "eat": eat, "abort": abort,
    "flood": flood, "flood-after": flood_after, "forge": forge, "close": close, "tell": tell,
}  # fmt: skip

if __name__ == "__main__":
    child.picture_of = misbehave
    real_answer = child.Server.answer

    def told(self, request):
        if bytes(request.data).startswith(b"do tell"):
            return answer(self, request)
        return real_answer(self, request)

    child.Server.answer = told
    if "quick" in sys.argv:
        limits.CPU = 2
    if "watched" in sys.argv:
        limits._limit_memory = limits._watch_memory
    if "dead" in sys.argv:
        sys.exit(3)
    sys.exit(child.run())
