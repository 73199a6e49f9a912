"""What the process that reads pictures takes from itself before it looks at the first of them.

Memory beyond ``MEMORY``, seconds of CPU for each picture, core dumps, files to write to, and any further open
file or socket. On Windows a job object limits memory and keeps it from starting programs.
"""

from __future__ import annotations

import math
import os
import signal
import sys
import time

MEMORY = 1024 * 1024 * 1024  # bytes beyond what it has when it is ready
CPU = 5  # seconds to decode a picture, and as many to look at each of its frames


def confine(memory: int = MEMORY, *, loaded: bool = True) -> None:
    """Give up for good what reading files does not need: memory beyond so many bytes, writing, dumps.

    ``loaded``: all modules are, so that nothing more is opened.
    """
    if sys.platform == "win32":
        from warifu.scan import limits_windows

        limits_windows.confine(memory)
        return
    import resource

    _forbid_dumps()
    _lower(resource.RLIMIT_FSIZE, 0)
    _limit_memory(memory)
    if loaded:
        _lower(resource.RLIMIT_NOFILE, _last_open() + 1)


def renew() -> None:
    """Let what comes next have its seconds of CPU; the system ends the process that uses more."""
    if sys.platform == "win32":
        from warifu.scan import limits_windows

        limits_windows.renew(CPU)
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + CPU, hard))


if sys.platform != "win32":
    import contextlib

    def _lower(kind: int, most: int) -> None:
        """Set a limit; macOS refuses some of them."""
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))

    def _limit_memory(memory: int) -> None:
        """Limit the address space; where the system cannot (macOS), a thread looks at the memory in use."""
        import resource

        if sys.platform == "darwin":
            _watch_memory(memory)
            return
        try:
            with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib is slow to import
                used = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            used = memory
        _lower(resource.RLIMIT_AS, used + memory)

    def _watch_memory(memory: int) -> None:
        import resource
        import threading

        unit = 1 if sys.platform == "darwin" else 1024  # bytes of ru_maxrss
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit + memory

        def watch() -> None:
            while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit < most:
                time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGKILL)  # as Linux does when there is no more

        threading.Thread(target=watch, daemon=True).start()

    def _forbid_dumps() -> None:
        """No core file, and on Linux none through a pipe either, nor a look from another process."""
        import resource

        _lower(resource.RLIMIT_CORE, 0)
        if sys.platform.startswith("linux"):
            import ctypes

            pr_set_dumpable, pr_set_no_new_privs = 4, 38
            libc = ctypes.CDLL(None)
            libc.prctl(pr_set_dumpable, 0, 0, 0, 0)
            libc.prctl(pr_set_no_new_privs, 1, 0, 0, 0)

    def _last_open() -> int:
        """Fill the gaps between the open files, so that no further one finds a place; the last of them."""
        highest = 2
        for number in range(3, 256):
            with contextlib.suppress(OSError):
                os.fstat(number)
                highest = number
        while (number := os.dup(2)) < highest:
            pass
        return number
