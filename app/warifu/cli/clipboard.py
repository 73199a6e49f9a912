"""A code on the system's clipboard, from a program that is about to end.

On X11 an entry lives as long as the program that put it there, and on every system somebody must clear it
later. So a second process owns it: ``warifu.desktop.copy_helper``, which gets the code on its standard input,
marks it confidential, says that it is there, and empties the clipboard in time if the code is still on it.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading

from warifu.core.errors import NotPossible
from warifu.services import ourselves

OWNER_OPTION = "--own-clipboard"  # of ``warifu``; not for people
READY = b"copied"
_PATIENCE = 15.0  # seconds until the other process must have answered


def copy(code: str, seconds: int) -> None:
    """Put ``code`` on the clipboard for so many seconds. Raises NotPossible where there is none."""
    _require_display()
    owner = subprocess.Popen(
        ourselves.command(OWNER_OPTION, str(seconds)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        **ourselves.detached(),
    )
    if _handed_over(owner, code):
        owner.returncode = 0  # it lives on without us, and nobody waits for it
        return
    owner.kill()
    owner.wait()
    raise NotPossible("The clipboard of this system could not be reached.")


def _handed_over(owner: subprocess.Popen[bytes], code: str) -> bool:
    """Give the code to the other process and wait until it says that it owns the clipboard."""
    assert owner.stdin is not None  # noqa: S101 - both were asked for
    assert owner.stdout is not None  # noqa: S101
    watchdog = threading.Timer(_PATIENCE, owner.kill)
    watchdog.start()
    try:
        with contextlib.suppress(BrokenPipeError):
            owner.stdin.write(code.encode("ascii") + b"\n")
            owner.stdin.close()
        return owner.stdout.readline().strip() == READY
    finally:
        watchdog.cancel()
        owner.stdout.close()


def _require_display() -> None:
    """Refuse with a reason where no clipboard can be reached."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        raise NotPossible(
            "Without X11 this desktop lets only windows copy.", hint="Copy from the window of Warifu."
        )
    raise NotPossible("There is no display, and so no clipboard.", hint="Leave out --copy to print the code.")


def _environment() -> dict[str, str]:
    """Ours; on Wayland the clipboard is reached through X11, for Wayland asks for a window with the focus."""
    environment = dict(os.environ)
    if environment.get("WAYLAND_DISPLAY") and sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORM", "xcb")
    return environment
