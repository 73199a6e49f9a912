"""The process around the window: faults without words, signals, and the start of it all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from warifu.desktop.faults import Faults
from warifu.desktop.signals import Signals
from warifu.services import logs
from warifu.services.logs import LOG
from warifu.services.paths import Profile

ROOT = Path(__file__).resolve().parents[2]
CANARY = "JBSWY3DPEHPK3PXP-canary"


def fail_with_secret(secret: str) -> None:
    raise ValueError(f"cannot use {secret}")


@pytest.fixture
def hearing(tmp_path):
    told: list[int] = []
    hooks = Faults(tmp_path / "logs", lambda: told.append(1))
    yield tmp_path / "logs" / LOG, told
    hooks.end()


@pytest.mark.safety(30)
def test_a_fault_is_noted_by_kind_and_place_alone(hearing, qtbot) -> None:
    log, told = hearing
    try:
        fail_with_secret(CANARY)
    except ValueError as problem:
        sys.excepthook(ValueError, problem, problem.__traceback__)
    qtbot.waitUntil(lambda: told == [1])
    line = log.read_text()
    assert "ValueError at test_running.py:" in line
    assert "fail_with_secret" in line
    assert CANARY not in line
    assert log.stat().st_mode & 0o777 == 0o600 or sys.platform == "win32"


@pytest.mark.safety(30)
def test_a_fault_on_a_thread_is_heard_too(hearing, qtbot) -> None:
    log, told = hearing
    thread = threading.Thread(target=fail_with_secret, args=(CANARY,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: told == [1])
    assert CANARY not in log.read_text()


def test_a_log_does_not_grow_for_ever(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(logs, "_LARGEST", 200)
    for _ in range(50):
        logs.note(tmp_path, ValueError, None)
    assert (tmp_path / LOG).stat().st_size < 300


def test_a_log_that_cannot_be_written_does_no_harm(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    logs.note(tmp_path / "file" / "logs", ValueError, None)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_signal_ends_in_the_event_loop(qtbot) -> None:
    ended: list[int] = []
    signals = Signals(lambda: ended.append(1))
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: ended == [1])
    finally:
        signals.end()


def program(profile: Path, *lines: str) -> list[str]:
    script = "\n".join(
        [
            "import sys",
            "from pathlib import Path",
            "from warifu.desktop import app",
            "from warifu.services.paths import Profile",
            *lines,
            f"sys.exit(app.run(Profile.at({str(profile)!r})))",
        ]
    )
    return [sys.executable, "-c", script]


_TELL = (
    "from warifu.desktop import running",
    "begin = running.Running.begin",
    "running.Running.begin = lambda self: (begin(self), print('up', flush=True))",
)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_from_start_to_end_with_a_signal(profile) -> None:
    with subprocess.Popen(program(profile, *_TELL), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout.readline() == b"up\n"
        second = subprocess.run(program(profile), capture_output=True, timeout=20, check=False)
        assert second.returncode == 0
        assert run.poll() is None
        run.send_signal(signal.SIGTERM)
        _, errors = run.communicate(timeout=20)
    assert run.returncode == 0
    assert [line for line in errors.splitlines() if b"This plugin does not support" not in line] == []


@pytest.mark.safety(24)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl")
def test_memory_is_closed_before_a_password_can_be_typed(profile) -> None:
    lines = (
        "from warifu.desktop import running",
        "from warifu.platforms.hardening.linux import is_closed",
        "begin = running.Running.begin",
        "running.Running.begin = lambda self: (begin(self), print(is_closed(), flush=True))",
    )
    with subprocess.Popen(program(profile, *lines), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        closed = run.stdout.readline()
        run.send_signal(signal.SIGTERM)
        run.communicate(timeout=20)
    assert (closed, run.returncode) == (b"True\n", 0)


HEAVY = (
    "cryptography", "zxcvbn", "keyring", "pyotp", "logging.handlers", "urllib.request", "platformdirs",
    "warifu.core.uri", "warifu.core.search", "warifu.vault.file", "warifu.vault.document",
    "warifu.services.store",
    "warifu.desktop.accounts.list_page", "warifu.desktop.editor.editor_page", "warifu.desktop.preferences",
    "warifu.desktop.tray", "PySide6.QtNetwork", "PySide6.QtSvg",
)  # fmt: skip


def test_a_locked_window_is_painted_before_anything_heavy_is_imported(profile, cheap_kdf) -> None:
    from warifu.vault.document import Document
    from warifu.vault.file import create_vault

    made = Profile.at(profile)
    made.prepare()
    create_vault(made.vault, "correct horse battery staple", Document.empty())
    check = (
        "from warifu.desktop import running, leaving",
        f"heavy = {HEAVY!r}",
        "def begin(self):",
        "    print(type(self._window.page).__name__, [name for name in heavy if name in sys.modules])",
        "    leaving.end_loop()",
        "running.Running.begin = begin",
    )
    result = subprocess.run(program(profile, *check), capture_output=True, text=True, timeout=30, check=True)
    assert result.stdout == "LockedPage []\n"


def test_a_second_start_asks_the_first_before_it_imports_a_window(profile) -> None:
    from warifu.platforms.single_instance import instance

    lock = instance(Profile.at(profile).socket_name)
    assert lock.claim()
    listening = lock.listen()
    listening.setblocking(True)
    heard: list[bytes] = []

    def answer() -> None:
        line, _ = listening.accept()
        heard.append(line.recv(100))
        line.sendall(b"ok\n")
        line.close()

    thread = threading.Thread(target=answer)
    thread.start()
    lines = program(profile)
    lines[2] = lines[2].replace("sys.exit(", "status = (") + "\nprint(status, 'PySide6' in sys.modules)"
    result = subprocess.run(lines, capture_output=True, text=True, timeout=30, check=True)
    thread.join(5)
    listening.close()
    lock.release()
    assert result.stdout == "0 False\n"
    assert heard[0].startswith(b"show")


def test_threads_end_with_their_work_done(qtbot) -> None:
    from warifu.desktop.tasks import QtTasks
    from warifu.services.ports import Lane

    others = set(threading.enumerate())
    tasks = QtTasks()
    order: list[int] = []
    threads: set[int] = set()

    def work(number: int):
        def run() -> int:
            time.sleep(0.01)
            threads.add(threading.get_ident())
            return number

        return run

    for number in range(5):
        tasks.run(work(number), order.append, lambda _problem: None, Lane.VAULT)
    failures: list[Exception] = []
    tasks.run(lambda: fail_with_secret("x"), lambda _done: None, failures.append, Lane.POOL)
    qtbot.waitUntil(lambda: len(order) == 5 and len(failures) == 1)
    assert order == [0, 1, 2, 3, 4]  # the vault's lane is one thread
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    tasks.close()
    assert set(threading.enumerate()) <= others


def test_a_call_after_a_while_can_be_cancelled(qtbot) -> None:
    from warifu.desktop.tasks import QtScheduler

    called: list[str] = []
    scheduler = QtScheduler()
    scheduler.after(0.01, lambda: called.append("kept"))
    timer = scheduler.after(0.01, lambda: called.append("cancelled"))
    timer.cancel()
    timer.cancel()
    qtbot.wait(60)
    assert called == ["kept"]
