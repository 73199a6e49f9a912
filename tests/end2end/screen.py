"""A private desktop to try Warifu on as a person would: X server, window manager, tray, D-Bus, AT-SPI.

A test looks through pictures, window titles, the clipboard and the accessibility tree, and acts with mouse
and keyboard alone. Everything that runs on the desktop, also what D-Bus started, is ended with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TESTS = Path(__file__).resolve().parent.parent
PROGRAMS = (
    "Xvfb",
    "openbox",
    "trayer",
    "xdotool",
    "xclip",
    "wmctrl",
    "import",
    "dbus-daemon",
    "xprop",
    "xsetroot",
)
_EYES = str(Path(__file__).with_name("accessibility.py"))
_SYSTEM_PYTHON = "/usr/bin/python3"  # has the bindings of AT-SPI
_MARK = "WARIFU_SCREEN"  # in the environment of everything that runs here
_PATIENCE = 20.0  # seconds
_TRAY = ("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28")


def missing_programs() -> list[str]:
    """What this system lacks for a desktop."""
    return [name for name in PROGRAMS if not shutil.which(name)]


def wait_for(what: Callable[[], Any], told: str, seconds: float = _PATIENCE) -> Any:
    """Ask until the answer is true, and give it. Fails with what was waited for."""
    end = time.monotonic() + seconds
    while True:
        if answer := what():
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {told}")
        time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a screen reader can reach; places are in pixels of the screen."""

    role: str
    name: str
    description: str
    text: str
    states: frozenset[str]
    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """Where a person would press."""
        return self.x + self.width // 2, self.y + self.height // 2


class Program:
    """Warifu with a window, and all that it says on its standard streams."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log
        # Gaps of Qt's own: the bus is not there yet, or somebody asks for what has just gone.
        self.expected = ["GetApplicationBusAddress", "Could not find accessible on path"]
        self.expected.append("Cannot transfer data, no data available")

    def said(self) -> list[str]:
        """Lines that no test asked for: Qt's messages, tracebacks."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if not any(part in line for part in self.expected)]

    def ended(self, seconds: float = _PATIENCE) -> int:
        """Wait for its end; its exit status."""
        return self.process.wait(seconds)

    def quit(self) -> int:
        """Ask it to end as the system does when it shuts down; its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.ended()


class Screen:
    """One desktop. ``close`` ends it."""

    def __init__(self, size: str = "1280x900") -> None:
        self._size = size
        self._folder = Path(tempfile.mkdtemp(prefix="warifu-screen-"))
        self._own: list[subprocess.Popen[bytes]] = []
        self._eyes: subprocess.Popen[str] | None = None
        self.programs: list[Program] = []
        self.home = self._folder / "home"
        (self._folder / "run").mkdir(mode=0o700)
        self.home.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.environment = kept | {
            "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self._folder / "run"), "XDG_SESSION_TYPE": "x11",
            "LANG": "C.UTF-8", _MARK: str(self._folder), "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONWARNINGS": "error", "NO_AT_BRIDGE": "0",
        }  # fmt: skip

    def open(self, *, tray: bool = True) -> Screen:
        """Start everything and wait until it can be used."""
        self.environment["DISPLAY"] = self._start_server()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self._serve("openbox", "--sm-disable")
        if tray:
            self._serve(*_TRAY)
        keyring = self._serve(
            "gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground", ask=True
        )
        if keyring.stdin is not None:
            keyring.stdin.write(b"screen")
            keyring.stdin.close()
        self._serve("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        self._tool("xsetroot", "-solid", "#8d99a6")
        wait_for(lambda: self._has_property("_NET_SUPPORTING_WM_CHECK"), "the window manager")
        return self

    def close(self) -> None:
        """End everything that runs here, and whatever D-Bus started for it."""
        if self._eyes is not None:
            self._eyes.communicate()  # it ends with its input
        for process in [*(each.process for each in self.programs), *reversed(self._own)]:
            if process.poll() is None:
                process.terminate()
        for process in [*(each.process for each in self.programs), *self._own]:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(3)
        quiet = 0
        while quiet < 3:  # what is being ended may still start something, which is nameless for a moment
            left = list(self._still_here())
            quiet = 0 if left else quiet + 1
            time.sleep(0.02)
            for pid in left:
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
            for process in self._own:
                process.poll()
        for process in self._own:
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self, *arguments: str | Path, real_kdf: bool = False, **environment: str) -> Program:
        """Start Warifu with a window. Its key derivation costs nothing unless the real one is asked for."""
        log = self._folder / f"program-{len(self.programs)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*_warifu(real_kdf), *map(str, arguments)],
                env=self.environment | environment, cwd=self.home,
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.programs.append(Program(process, log))
        return self.programs[-1]

    def other(self, *command: str | Path, **environment: str) -> subprocess.Popen[bytes]:
        """Start another program; its output can be read. It ends with the desktop, or when it is told to."""
        process = subprocess.Popen(
            list(map(str, command)), env=self.environment | environment, cwd=self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._own.append(process)
        return process

    def run(
        self, *arguments: str | Path, typed: str = "", real_kdf: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of Warifu to its end."""
        return subprocess.run(
            [*_warifu(real_kdf), *map(str, arguments)],
            env=self.environment, cwd=self.home, input=typed, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip

    # windows

    def windows(self) -> list[str]:
        """Titles of the windows that are shown."""
        found = self._tool("xdotool", "search", "--onlyvisible", "--name", ".+", fails=True).split()
        titles = (self._tool("xdotool", "getwindowname", window, fails=True).strip() for window in found)
        return sorted({title for title in titles if title})

    def window(self, title: str, seconds: float = _PATIENCE) -> str:
        """The id of a shown window whose title holds this text, as soon as there is one."""
        command = ("xdotool", "search", "--onlyvisible", "--name", title)
        found = wait_for(lambda: self._tool(*command, fails=True).split(), f"a window named {title}", seconds)
        return str(found[-1])

    def no_window(self, title: str, seconds: float = _PATIENCE) -> None:
        """Wait until no window with this title is shown."""
        command = ("xdotool", "search", "--onlyvisible", "--name", title)
        wait_for(
            lambda: not self._tool(*command, fails=True).strip(), f"the end of the window {title}", seconds
        )

    def close_window(self, title: str) -> None:
        """Press the cross of a window, as the window manager sends it."""
        self._tool("wmctrl", "-i", "-c", self.window(title))

    def minimise(self, title: str) -> None:
        """Put a window away as its button does."""
        self._tool("xdotool", "windowminimize", "--sync", self.window(title))

    # hands

    def click(self, target: Thing | tuple[int, int], button: int = 1, times: int = 1) -> None:
        """Press the mouse on a thing or a place."""
        x, y = target.centre if isinstance(target, Thing) else target
        self._tool("xdotool", "mousemove", str(x), str(y))
        self._tool("xdotool", "click", "--repeat", str(times), "--delay", "60", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 8, sign: str = "") -> None:
        """Press the mouse in one place, and release it in another once ``sign`` is shown, if there is one."""
        self._tool("xdotool", "mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step // steps for a, b in zip(start, end, strict=True))
            self._tool("xdotool", "mousemove", str(x), str(y), "sleep", "0.04")
        if sign:
            self.find(sign)
        self._tool("xdotool", "sleep", "0.15", "mouseup", "1")

    def move(self, title: str, x: int, y: int) -> None:
        """Put a window somewhere, above all others and with the keyboard."""
        window = self.window(title)
        self._tool("xdotool", "windowmove", "--sync", window, str(x), str(y))
        self._tool("xdotool", "windowactivate", "--sync", window)

    def place(self, title: str) -> tuple[int, int]:
        """Where a window is."""
        told = self._tool("xdotool", "getwindowgeometry", "--shell", self.window(title))
        values = dict(line.split("=") for line in told.split())
        return int(values["X"]), int(values["Y"])

    def key(self, *keys: str) -> None:
        """Press keys one after the other, such as ``ctrl+l`` or ``Return``."""
        self._tool("xdotool", "key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text into whatever has the keyboard."""
        self._tool("xdotool", "type", "--delay", "15", "--", text)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard as another program does."""
        command = ["xclip", "-selection", "clipboard", "-i"]
        subprocess.run(
            command, env=self.environment, input=text.encode(), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=10, check=True,
        )  # fmt: skip

    def copy_picture(self, path: Path) -> None:
        """Put a picture on the clipboard as another program does."""
        command = ["xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(path)]
        subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=10, check=True,
        )  # fmt: skip

    # eyes

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """What the clipboard holds; empty where it holds nothing of that kind."""
        return self._tool("xclip", "-selection", "clipboard", "-o", "-t", target, fails=True)

    def shot(self, path: Path, title: str = "") -> Path:
        """A picture of the screen, or of one window."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._tool("import", "-window", self.window(title) if title else "root", str(path))
        return path

    def things(self, application: str = "Warifu") -> list[Thing]:
        """Everything shown that a screen reader can reach, from the top to the bottom of the tree."""
        if self._eyes is None:
            self._eyes = subprocess.Popen(
                (_SYSTEM_PYTHON, "-I", _EYES), env=self.environment, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        ask, answer = self._eyes.stdin, self._eyes.stdout
        assert ask is not None
        assert answer is not None
        print(application, file=ask, flush=True)
        rows = json.loads(answer.readline())
        return [Thing(**{**row, "states": frozenset(row["states"])}) for row in rows]

    def find(self, name: str, role: str = "", seconds: float = _PATIENCE) -> Thing:
        """The first shown thing of that name, or whose name begins so, as soon as there is one."""
        found: Thing = wait_for(
            lambda: self.look(name, role), f"{role or 'something'} named {name!r}", seconds
        )
        return found

    def look(self, name: str, role: str = "") -> Thing | None:
        """The same, at this moment."""
        fits = [each for each in self.things() if not role or each.role == role]
        exact = (each for each in fits if each.name == name)
        return next(exact, next((each for each in fits if each.name.startswith(name)), None))

    # inside

    def _start_server(self) -> str:
        read, write = os.pipe()
        self._serve(
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{self._size}x24",
            "-nolisten",
            "tcp",
            "-noreset",  # or the end of the first client would end the others
            hand=write,
        )
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start_bus(self) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        bus = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._own.append(bus)
        if bus.stdout is None:
            raise OSError("the bus does not tell its address")
        with bus.stdout as told:
            return told.readline().decode().strip()

    def _serve(self, *command: str, hand: int | None = None, ask: bool = False) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self.environment, pass_fds=() if hand is None else (hand,),
            stdin=subprocess.PIPE if ask else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._own.append(process)
        return process

    def _tool(self, *command: str, fails: bool = False) -> str:
        done = subprocess.run(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
            check=not fails,
        )
        return done.stdout.decode(errors="replace") if done.returncode == 0 else ""

    def _has_property(self, name: str) -> bool:
        told = self._tool("xprop", "-root", name, fails=True)
        return "window id" in told

    def _still_here(self) -> Iterable[int]:
        mark = f"{_MARK}={self._folder}".encode()
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal() and int(entry.name) != os.getpid():
                with contextlib.suppress(OSError):  # an ended one has no environment
                    if mark in (entry / "environ").read_bytes().split(b"\0"):
                        yield int(entry.name)


def _warifu(real_kdf: bool) -> list[str]:
    return [sys.executable, *([] if real_kdf else [str(TESTS / "with_cheap_kdf.py")]), "-m", "warifu"]
