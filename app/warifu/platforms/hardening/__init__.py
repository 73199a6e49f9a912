"""Keeps other programs of the same user out of this process's memory, and its memory out of crash dumps."""

from __future__ import annotations

import sys

_closed = False  # what the system answered, where it cannot be asked again


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
    global _closed  # noqa: PLW0603 - it is a fact of the process
    no_core_dumps()
    try:
        if platform == "win32":
            from warifu.platforms.hardening.windows import close
        elif platform == "darwin":
            from warifu.platforms.hardening.macos import close
        else:
            from warifu.platforms.hardening.linux import close
        _closed = close()
    except (OSError, AttributeError, ImportError):
        _closed = False
    return _closed


def memory_is_closed(platform: str = sys.platform) -> bool:
    """Whether it is closed now: the kernel's word on Linux, elsewhere its answer to ``close_memory``."""
    if platform == "linux":
        from warifu.platforms.hardening.linux import is_closed

        return is_closed()
    return _closed
