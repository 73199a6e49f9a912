"""Secrets that can be told anywhere go through the whole program; then everything it wrote is searched."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

import pytest

import canary
from keyring_bus import keyring_bus

pytestmark = [
    pytest.mark.safety(7, 16, 30, 31),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc"),
]

HERE = Path(__file__).resolve().parent
CHEAP = [sys.executable, str(HERE.parent / "with_cheap_kdf.py")]
PROGRAM = [*CHEAP, "-m", "warifu"]
FAULTY = [*CHEAP, str(HERE / "canary_fault.py")]
SHOWN_BY_LIST = ("title", "account", "issuer", "tag", "note", "renamed")


class Watched:
    """A home where everything is written, and programs whose every word and argument is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.environment = kept | {
            "PYTHONPATH": os.pathsep.join(map(str, (HERE.parents[1] / "app", HERE.parent, HERE))),
            "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=true;qt.*.debug=true",
            "PYTHONDONTWRITEBYTECODE": "1", "PYTHONFAULTHANDLER": "1",
        }  # fmt: skip
        names = {
            "HOME": "", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state",
        }  # fmt: skip
        for name, folder in names.items():
            (root / folder).mkdir(mode=0o700, exist_ok=True)
            self.environment[name] = str(root / folder)
        self.seen_by_others: list[bytes] = []
        self.errors: list[bytes] = []
        self.profile = root / "profile"

    def start(self, *command: str | Path, errors: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            list(map(str, command)), env=self.environment, cwd=self.root,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        )  # fmt: skip
        threading.Thread(target=self._watch, args=(process,), daemon=True).start()
        return process

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Look as other programs of the computer may, as long as it runs."""
        while process.poll() is None:
            for name in ("cmdline", "environ", "comm"):
                try:
                    seen = Path(f"/proc/{process.pid}/{name}").read_bytes()
                except OSError:  # it ended, or lets nobody look
                    continue
                if seen not in self.seen_by_others:
                    self.seen_by_others.append(seen)
            time.sleep(0.02)

    def run(self, *arguments: str | Path, typed: tuple[str, ...] = (), program: list[str] = PROGRAM) -> bytes:
        """A command of Warifu to its end; its output. What it says of errors is kept."""
        process = self.start(*program, "--profile", self.profile, *arguments)
        output, errors = process.communicate("".join(f"{line}\n" for line in typed).encode(), timeout=60)
        self.errors.append(errors)
        assert b"Traceback" not in errors
        return output


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    tmp_path.chmod(0o700)
    return Watched(tmp_path)


def picture_of_code(text: str) -> bytes:
    import io

    import segno

    made = io.BytesIO()
    segno.make(text).save(made, kind="png", scale=4, border=4)
    return made.getvalue()


def leave_an_old_log(home: Watched) -> None:
    """As a version left it that was less careful."""
    logs = home.profile / "logs"
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    home.profile.chmod(0o700)
    (logs / "version").write_text("0.0.1\n")
    for name in ("warifu.log", "warifu.log.1"):
        (logs / name).write_text(f"ERROR cannot use {canary.link()} {canary.PASSWORD}\n")


def walk_the_command_line(home: Watched) -> None:
    """Every command that takes something secret, right and wrong."""
    at = "--password-stdin"
    leave_an_old_log(home)
    old, new, secret = canary.PASSWORD, canary.NEXT_PASSWORD, canary.base32_secret()
    shown = [canary.FIELDS[name].encode() for name in SHOWN_BY_LIST]
    quiet = [needle for needle in canary.needles() if needle not in shown]
    home.run(at, "init", typed=(old,))
    outputs = [
        home.run(at, "add", typed=(old, canary.link())),
        home.run(at, "add", typed=(old, canary.link())),  # refused: it is there already
        home.run(at, "add", typed=(old, canary.FIELDS["bad"] + " !")),
        home.run(at, "add", typed=(old, f"otpauth://totp/{canary.FIELDS['bad']}?secret=1&issuer={secret}")),
        home.run(at, "add", typed=("CANARYpassword that is wrong", secret)),
        home.run(at, "edit", canary.FIELDS["issuer"], "--note-stdin", typed=(old, canary.FIELDS["note"])),
        home.run(at, "list", "--json", typed=(old,)),
        home.run(at, "code", canary.FIELDS["issuer"], typed=(old,)),
        home.run(at, "code", "nothing of that name", typed=(old,)),
        home.run(at, "doctor", typed=(old,)),
        home.run("diagnostics"),
        home.run("diagnostics", "--json"),
        home.run(at, "vault", "ways", typed=(old,)),
        home.run("vault", "info"),
        home.run(at, "vault", "recovery-code", "--check", typed=(old, secret)),
        home.run(at, "vault", "change-password", typed=(old, new)),
        home.run(at, "vault", "rotate", typed=(new, old)),
        home.run(
            at, "add", "--keep-both", typed=(old, secret), program=[*CHEAP, str(HERE / "canary_fault.py")]
        ),
    ]
    assert b"(RuntimeError)" in home.errors[-1]
    assert not [found for output in outputs for found in canary.leaked(output, quiet)]
    scanned = home.start(*PROGRAM, "--profile", home.profile, "scan", "-")
    output, errors = scanned.communicate(picture_of_code(canary.link()), timeout=60)
    assert secret.encode() in output  # which is what was asked for
    home.errors.append(errors)


def walk_the_window(home: Watched, *options: str) -> list[bytes]:
    """The real window offscreen, with Qt's own messages and Python's log at their loudest. Gives further
    secrets, which were made on the way.
    """
    leave_an_old_log(home)
    told = home.root / "stderr"
    with told.open("wb") as errors:
        window = (*CHEAP, HERE / "canary_window.py", home.profile, *options)
        process = home.start(*window, errors=errors.fileno())
    assert process.stdout is not None
    watchdog = threading.Timer(180, process.kill)
    watchdog.start()
    made = []
    while (said := process.stdout.readline()).startswith(b"code "):
        made += forms_of_code(said.split()[1].decode())
    if said != b"ready\n":
        told_last = said + process.stdout.read() + told.read_bytes()[-2_000:]
        pytest.fail(f"{process.wait(10)}: {told_last.decode(errors='replace')}")
    assert canary.leaks_below(home.root, [*canary.needles(), *made]) == []  # in the middle of it, unlocked
    process.communicate(b"\n", timeout=60)
    watchdog.cancel()
    assert process.returncode == 0
    assert told.stat().st_size > 10_000, "Qt was quiet"
    log = (home.profile / "logs" / "warifu.log").read_text()
    assert log.count("RuntimeError") >= 10, "the faults were not heard of"
    return made


def forms_of_code(code: str) -> list[bytes]:
    """The recovery code as it is written, without what groups it, in groups, and its bytes."""
    from warifu.vault import recovery_code

    parts = [code, code.replace("-", ""), *(code[at : at + 16] for at in (2, 9))]
    return [bytes(recovery_code.parse(code).secret), *(part.encode() for part in parts)]


def test_nothing_that_was_written_said_or_shown_to_others_holds_a_secret(
    watched: Watched, tmp_path_factory: pytest.TempPathFactory
) -> None:
    walk_the_command_line(watched)
    with keyring_bus(tmp_path_factory.mktemp("keyring")) as bus:
        bus.start_keyring()
        watched.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.environ["DBUS_SESSION_BUS_ADDRESS"]
        made = walk_the_window(watched)
        walk_the_window(watched, "--remembered")
        kept = bus.tool("search", "--all", "username", "vault key")
        key = bus.tool("lookup", "username", "vault key").strip().encode()
    assert len(base64.b64decode(key, validate=True)) == 32
    assert canary.leaked(kept.encode(), [*canary.needles(), *made]) == []  # the key is all that is there
    assert made, "no recovery code was made"
    made += [key, base64.b64decode(key)]
    assert list(watched.root.rglob("*.warifu"))
    assert (watched.root / "diagnostics.txt").read_text().startswith("warifu")
    assert canary.leaks_below(watched.root, [*canary.needles(), *made]) == []
    shown = [canary.FIELDS["issuer"].encode()]  # as argument and in sentences, where the user gave it
    looked_for = [needle for needle in [*canary.needles(), *made] if needle not in shown]
    assert not [found for text in watched.seen_by_others for found in canary.leaked(text, looked_for)]
    assert not [found for text in watched.errors for found in canary.leaked(text, looked_for)]


@pytest.mark.parametrize("form", range(6))
def test_the_search_finds_what_is_there(tmp_path: Path, form: int) -> None:
    import base64

    needle = canary.PASSWORD.encode()
    hidden = (
        needle, canary.PASSWORD.encode("utf-16-le"), base64.b64encode(b"ab" + needle),
        base64.b32encode(b"a" + needle), zlib.compress(needle), b"xx" + canary.SECRET,
    )[form]  # fmt: skip
    (tmp_path / "log").write_bytes(b"noise " + hidden)
    assert canary.leaks_below(tmp_path)
