"""A D-Bus session of its own with the real gnome-keyring, for tests of what it keeps."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""  # which starts no service by itself
SLOW = Path(__file__).with_name("fake_secrets.py")
_PATIENCE = 10.0  # seconds


class KeyringBus:
    """``environ`` is the session's; ``keyring`` begins with no process."""

    def __init__(self, folder: Path) -> None:
        (folder / "run").mkdir(mode=0o700)
        (folder / "home").mkdir(mode=0o700)
        self.environ = {
            **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
            "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run"), "LANG": "C.UTF-8",
        }  # fmt: skip
        self.started: list[subprocess.Popen[bytes]] = []
        configuration = folder / "bus.conf"
        configuration.write_text(_CONFIGURATION)
        command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile"]
        bus = self._start([*command, "--print-address"], subprocess.PIPE)
        assert bus.stdout is not None
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def start_keyring(self, password: bytes = b"keyring") -> subprocess.Popen[bytes]:
        """The real one, its login keyring unlocked."""
        command = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"]
        process = self._start(command, subprocess.DEVNULL)
        assert process.stdin is not None
        process.stdin.write(password)
        process.stdin.close()
        self.wait_for_secrets()
        return process

    def start_slow(self) -> None:
        """One that never answers."""
        process = self._start([sys.executable, str(SLOW)], subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"

    def lock(self) -> None:
        """Lock every keyring."""
        self._busctl(
            "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        )  # fmt: skip

    def heard(self, member: str) -> Callable[[], bool]:
        """Listen from now on; what it gives tells whether somebody called this member."""
        monitor = self._start(["dbus-monitor", "--session", f"member='{member}'"], subprocess.PIPE)
        output = monitor.stdout
        assert output is not None
        while b"NameLost" not in output.readline():  # its last word before it listens
            continue

        def called() -> bool:
            monitor.terminate()
            return member.encode() in output.read()

        return called

    def tool(self, *arguments: str, typed: str = "") -> str:
        """What secret-tool says."""
        done = subprocess.run(
            ["secret-tool", *arguments], env=self.environ, input=typed, capture_output=True, text=True,
            timeout=20, check=False,
        )  # fmt: skip
        return done.stdout

    def wait_for_secrets(self) -> None:
        """Until the service can be asked and has a keyring."""
        end = time.monotonic() + _PATIENCE
        while b"collection/login" not in self._collections():
            if time.monotonic() > end:
                raise AssertionError("gnome-keyring does not come up")
            time.sleep(0.05)

    def close(self) -> None:
        """End it all."""
        for process in reversed(self.started):
            process.terminate()
        for process in self.started:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
            if process.poll() is None:
                process.kill()
                process.wait(5)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _collections(self) -> bytes:
        command = [
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets", "org.freedesktop.DBus.Properties.Get",
            "string:org.freedesktop.Secret.Service", "string:Collections",
        ]  # fmt: skip
        return subprocess.run(command, env=self.environ, capture_output=True, timeout=20, check=False).stdout

    def _busctl(self, path: str, interface: str, member: str, *arguments: str) -> None:
        command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", path]
        subprocess.run(
            [*command, f"{interface}.{member}", *arguments], env=self.environ, capture_output=True,
            timeout=20, check=True,
        )  # fmt: skip

    def _start(self, command: list[str], output: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self.environ, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.DEVNULL
        )
        self.started.append(process)
        return process


@contextlib.contextmanager
def keyring_bus(folder: Path) -> Iterator[KeyringBus]:
    """A bus that ends with the test."""
    for program in ("dbus-daemon", "dbus-send", "dbus-monitor", "gnome-keyring-daemon", "secret-tool"):
        if not shutil.which(program):
            raise AssertionError(f"`python3 tests` installs what is missing here: {program}")
    bus = KeyringBus(folder)
    try:
        yield bus
    finally:
        bus.close()
