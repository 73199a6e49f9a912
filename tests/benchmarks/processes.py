"""What a program and its children cost, by the kernel's own books."""

from __future__ import annotations

import contextlib
from pathlib import Path


def family(pid: int) -> list[int]:
    """The process and everything it has started."""
    found = [pid]
    for member in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{member}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


def pss_mib(pid: int) -> float:
    """Proportional memory of the family, in MiB."""
    total = 0
    for member in family(pid):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


Threads = dict[int, int]  # nanoseconds on a processor, by thread


def processor_time(pid: int) -> Threads:
    """The time on a processor that each living thread of the family has had."""
    used: Threads = {}
    for member in family(pid):
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{member}/task").iterdir():
                used[int(task.name)] = int((task / "schedstat").read_text().split()[0])
    return used


def seconds_between(before: Threads, after: Threads) -> float:
    """Seconds on a processor between two looks, without threads that ended in between."""
    return sum(used - before.get(thread, 0) for thread, used in after.items()) / 1e9
