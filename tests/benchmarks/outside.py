"""What a user can see and measure from outside: start-up, memory and processor time of whole programs."""

from __future__ import annotations

import contextlib
import statistics
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desk import desk
from processes import processor_time, pss_mib, seconds_between
from programs import PASSWORD
from xwindows import Display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from programs import Program

_SETTLE = 6.0  # seconds after which a program has nothing left to do by itself
_LONGEST_START = 30.0  # seconds


def starts(programs: list[Program], runs: int, *, cold: bool) -> dict[str, float]:
    """Median milliseconds from fork to first window, the programs taking turns. Cold: from an empty cache."""
    taken: dict[str, list[float]] = {program.name: [] for program in programs}
    with desk(managed=False) as environment:
        display = Display(environment["DISPLAY"])
        for number in range(runs + 1):
            for program in programs:
                if cold:
                    drop_page_cache()
                milliseconds = _start_once(program, environment, display)
                if number or cold:  # the first warm round warms up
                    taken[program.name].append(milliseconds)
    return {name: statistics.median(values) for name, values in taken.items()}


def _start_once(program: Program, environment: dict[str, str], display: Display) -> float:
    display.forget()
    begin = time.monotonic()
    process = subprocess.Popen(
        program.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        return 1000 * (display.wait_for_window(_LONGEST_START) - begin)
    finally:
        process.kill()
        process.wait()
        time.sleep(0.3)


def can_drop_page_cache() -> bool:
    """Whether this user may empty the kernel's cache of files."""
    try:
        drop_page_cache()
    except OSError:
        return False
    return True


def drop_page_cache() -> None:
    """Forget every cached file. Raises OSError for all but root."""
    subprocess.run(["sync"], check=True)
    Path("/proc/sys/vm/drop_caches").write_text("3")


def living(program: Program, seconds: float) -> dict[str, float]:
    """PSS in MiB once unlocked, and percent of one processor with the list visible and with it hidden."""
    with desk(managed=True) as environment, _running(program, environment) as pid:
        time.sleep(_SETTLE)
        memory = pss_mib(pid)
        visible = _busy(pid, seconds)
        _close_window(environment)
        time.sleep(_SETTLE)
        return {"memory": memory, "visible": visible, "hidden": _busy(pid, seconds)}


@contextlib.contextmanager
def _running(program: Program, environment: dict[str, str]) -> Iterator[int]:
    """The program unlocked, by its standard input or by typing the password into its window."""
    time.sleep(1.0)  # window manager and tray
    process = subprocess.Popen(
        program.unlocked or program.command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        if program.stdin and process.stdin is not None:
            process.stdin.write(program.stdin)
            process.stdin.flush()
        else:
            time.sleep(3.0)
            _tool(environment, "type", "--delay", "30", PASSWORD)
            _tool(environment, "key", "Return")
        time.sleep(4.0)
        yield process.pid
        if process.poll() is not None:
            raise RuntimeError(f"{program.name} ended while it was measured")
    finally:
        process.kill()
        process.wait()


def _close_window(environment: dict[str, str]) -> None:
    """Close the window as its user would; the program goes on in the tray."""
    _tool(environment, "key", "alt+F4")


def _tool(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], env=environment, check=True)


def _busy(pid: int, seconds: float) -> float:
    before = processor_time(pid)
    time.sleep(seconds)
    return 100 * seconds_between(before, processor_time(pid)) / seconds
