"""Keeps other programs of the same user out of this process's memory, and its memory out of crash dumps."""

from __future__ import annotations

import sys


def no_core_dumps() -> None:
    """Have the system write no picture of this process's memory when it crashes; harmless where it cannot."""
    if sys.platform != "win32":
        import contextlib
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_memory(platform: str = sys.platform) -> bool:
    """Let no other program of this user read or write this process's memory, nor trace it, from now on. Those
    of an administrator still can. False where the system refuses; nothing is worse then than before.
    """
    no_core_dumps()
    try:
        if platform == "win32":
            from warifu.platforms.hardening.windows import close
        elif platform == "darwin":
            from warifu.platforms.hardening.macos import close
        else:
            from warifu.platforms.hardening.linux import close
        return close()
    except (OSError, AttributeError, ImportError):
        return False
