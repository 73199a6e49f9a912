"""Unlocks a vault in the real window and locks it, stopping so that its memory can be searched from outside.

``look(PROFILE)`` makes the vault in one process, starts this file as another, and gives how often master key,
header key, password and secrets lie in that one's memory while unlocked and after locking. The keys come out
masked, so that telling them puts no copy into the memory that is searched.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "app"))

_MASK = 0x5A
ACCOUNTS = 20


def masked(plain: bytes | bytearray) -> bytes:
    return bytes(byte ^ _MASK for byte in plain)


def password() -> str:
    """Not in the source as it is typed."""
    return hashlib.sha256(b"row 23").hexdigest()[:24]


def masked_password() -> bytes:
    return masked(password().encode())


def secret(number: int) -> bytes:
    return hashlib.sha1(b"secret %d" % number).digest()


def make(profile: str) -> None:
    """The vault, in a process that ends."""
    import warifu.vault.slots as slots
    from warifu.core.account import Account, Otp
    from warifu.core.clock import SystemClock
    from warifu.core.secret import Secret
    from warifu.services.paths import Profile
    from warifu.vault.document import Document
    from warifu.vault.file import create_vault
    from warifu.vault.stamp import StampClock, new_device

    slots.calibrated = lambda *_: slots.FLOOR  # type: ignore[assignment]
    stamps = StampClock(new_device(), SystemClock())
    accounts = [Account(Otp(Secret(secret(n))), title=f"account {n}") for n in range(ACCOUNTS)]
    path = Profile.at(profile).vault
    path.parent.mkdir(mode=0o700, parents=True)
    create_vault(path, password(), Document.empty().add_all(accounts, stamps.next())).forget()


def look(profile: Path) -> dict[str, dict[str, int]]:
    """Counts by phase (``unlocked``, ``locked``) and thing."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, str(profile)]
    subprocess.run([*command, "make"], env=environment, check=True, timeout=120)
    counts = {}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        keys = [masked(bytes.fromhex(each)) for each in program.stdout.readline().split()]
        wanted = {
            "master key": [_end(keys[0])],
            "header key": [_end(keys[1])],
            "password": [_end(password().encode()), _end(password().encode("utf-16-le"))],
            "secrets": [secret(number) for number in range(ACCOUNTS)],
            "secrets as text": [base64.b32encode(secret(number)) for number in range(ACCOUNTS)],
        }
        for phase in ("unlocked", "locked"):
            counts[phase] = _found(program.pid, wanted)
            program.stdin.write("go on\n")
            program.stdin.flush()
            program.stdout.readline()
    return counts


def _end(thing: bytes) -> bytes:
    """What is looked for: whoever frees memory writes over its first 16 bytes and leaves the others."""
    return thing[16:] if len(thing) >= 32 else thing[-8:]


def _found(pid: int, wanted: dict[str, list[bytes]]) -> dict[str, int]:
    counts = dict.fromkeys(wanted, 0)
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in lines:
            place, rights, *_rest = line.split()
            if not rights.startswith("r") or "[v" in line:
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(start)
                piece = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            for name, needles in wanted.items():
                counts[name] += sum(piece.count(needle) for needle in needles)
    return counts


def main(profile: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from warifu.desktop.app import application
    from warifu.desktop.compose import build
    from warifu.desktop.main_window import MainWindow
    from warifu.services.paths import Profile
    from warifu.settings.file import Settings

    settings = Settings(Profile.at(profile).settings)
    app = application(settings)
    window = MainWindow()
    context = build(Profile.at(profile), window, window.notify, settings=settings)
    window.start(context)
    window.show()

    def until(true) -> None:
        end = time.monotonic() + 60
        while not true():
            QApplication.processEvents()
            if time.monotonic() > end:
                raise TimeoutError

    page: Any = window.page
    for key in masked_password():
        QTest.keyClick(page.field, chr(key ^ _MASK))
    page.accept()
    until(lambda: context.session.store is not None)
    del page
    until(lambda: type(window.page).__name__ == "ListPage")
    keys = context.session._saver._opened.keys
    sys.stdout.write(" ".join(masked(key).hex() for key in (keys.master, keys.header)) + "\n")
    sys.stdout.flush()
    del keys
    gc.collect()
    sys.stdin.readline()
    context.session.lock()
    flushed: list[int] = []
    context.session.flush(lambda: flushed.append(1), lambda _problem: flushed.append(1))
    until(lambda: bool(flushed) and type(window.page).__name__ == "LockedPage")
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.01)
    gc.collect()
    sys.stdout.write("locked\n")
    sys.stdout.flush()
    sys.stdin.readline()
    window.stop()
    window.hide()
    context.tasks.close()
    del app


if __name__ == "__main__":
    if sys.argv[2:] == ["make"]:
        make(sys.argv[1])
    else:
        main(sys.argv[1])
