"""Linux: a process that is not dumpable, https://man7.org/linux/man-pages/man2/PR_SET_DUMPABLE.2const.html .

Programs that it starts are dumpable again, as they begin with a memory of their own.
"""

from __future__ import annotations

_SET_DUMPABLE, _GET_DUMPABLE = 4, 3


def close() -> bool:
    """Give the files of /proc/PID to root, and refuse tracers."""
    import ctypes

    control = ctypes.CDLL(None).prctl
    return bool(control(_SET_DUMPABLE, 0, 0, 0, 0) == 0)


def is_closed() -> bool:
    """Whether the kernel says so."""
    import ctypes

    return bool(ctypes.CDLL(None).prctl(_GET_DUMPABLE, 0, 0, 0, 0) == 0)
