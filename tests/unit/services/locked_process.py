"""A process that has a vault locked with a PIN ready, for whoever wants to look into its memory.

``locked_process.py PROFILE PIN|none`` makes the vault, tells the master key with every bit turned, and waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from warifu.core.clock import SystemClock
from warifu.services.immediate import ImmediateTasks
from warifu.services.paths import Profile
from warifu.services.quick_pin import QuickPin
from warifu.services.session import Session
from warifu.settings.file import Settings


def main(root: Path, pin: str) -> None:
    """Lock, tell, wait."""
    settings = Settings(root / "settings.json")
    session = Session(Profile.at(root), ImmediateTasks(), SystemClock(), settings)
    quick = QuickPin(session, settings)
    session.create("correct horse battery staple", _nothing, _fail)
    if pin != "none":
        quick.set(pin, _nothing, _fail)
    turned = []
    session.ask(lambda opened: bytes(byte ^ 255 for byte in opened.keys.master), turned.append, _fail)
    session.lock()
    if pin != "none" and not quick.ready:
        raise SystemExit("no PIN is ready")
    sys.stdout.write(turned[0].hex() + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


def _nothing() -> None:
    pass


def _fail(problem: Exception) -> None:
    raise problem


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
