"""A private desktop for one run: X server, D-Bus, and if wanted a window manager and a tray."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def desk(*, managed: bool) -> Iterator[dict[str, str]]:
    """The environment of programs on a fresh desktop; ``managed`` adds window manager and tray."""
    home = Path(tempfile.mkdtemp(prefix="warifu-bench-"))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        (home / "run").mkdir(mode=0o700)
        environment = _environment(home)
        environment["DISPLAY"] = _start_server(stack, environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(stack, environment)
        if managed:
            for command in (["openbox"], ["trayer", "--edge", "bottom"]):
                _start(stack, command, environment)
        yield environment


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(Path(__file__).parents[2] / "app"),
    }


def _start_server(stack: contextlib.ExitStack, environment: dict[str, str]) -> str:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, env=environment, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    stack.callback(_end, server)
    os.close(write)
    with os.fdopen(read) as told:
        return f":{told.readline().strip()}"


def _start_bus(stack: contextlib.ExitStack, environment: dict[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    stack.callback(_end, bus)
    if bus.stdout is None:
        raise OSError("the bus does not tell its address")
    return bus.stdout.readline().strip()


def _start(stack: contextlib.ExitStack, command: list[str], environment: dict[str, str]) -> None:
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(_end, program)


def _end(program: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
