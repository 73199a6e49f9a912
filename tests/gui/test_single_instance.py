"""The door of the first start, knocked at by real sockets."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from warifu.desktop.strategies.single_instance import Door
from warifu.platforms.single_instance.base import Add, Lock, Message, Show, encode
from warifu.platforms.single_instance.posix import PosixInstance, private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets")
_SPEAK = """
import contextlib, os, random, socket, sys
noise = random.Random(35)
said = 0
for number in range(10_000):
    with socket.socket(socket.AF_UNIX) as talker, contextlib.suppress(OSError):
        talker.connect(sys.argv[1])
        said += 1
        link = b"add otpauth://totp/x?secret=JBSWY3DPEHPK3PXP\\n"
        talker.send([b"show\\n", link, b"lock\\n", noise.randbytes(noise.randrange(64))][number % 4])
print(os.getuid() != 0, said)
"""
LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP"


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def first(runtime: Path, qtbot: QtBot) -> Iterator[PosixInstance]:
    instance = PosixInstance("test")
    assert instance.claim()
    yield instance
    instance.release()


@pytest.fixture
def heard(first: PosixInstance) -> Iterator[list[Message]]:
    door = Door(first)
    messages: list[Message] = []
    door.message_heard.connect(messages.append)
    yield messages
    door.close()


def test_a_second_start_finds_the_lock_taken(first: PosixInstance) -> None:
    assert not PosixInstance("test").claim()
    assert PosixInstance("another-profile").claim()


@pytest.mark.parametrize("message", [Show(), Show("token_TIME1"), Add(LINK), Lock()], ids=repr)
def test_what_a_second_start_says_is_heard(
    message: Message, first: PosixInstance, heard: list[Message], qtbot: QtBot
) -> None:
    answers: list[bool] = []
    second = threading.Thread(target=lambda: answers.append(PosixInstance("test").send(message)))
    second.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    second.join()
    assert answers == [True]
    assert heard == [message]


def test_a_hung_first_start_is_noticed(first: PosixInstance) -> None:
    begin = time.monotonic()
    assert not PosixInstance("test").send(Show())
    assert time.monotonic() - begin < 4


@pytest.mark.safety(35)
def test_socket_and_lock_are_the_users_own(first: PosixInstance, heard: list[Message], runtime: Path) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (runtime / "warifu").iterdir()}
    assert modes == {"test.lock": 0o600, "test.sock": 0o600}
    assert stat.S_IMODE((runtime / "warifu").stat().st_mode) == 0o700


@pytest.mark.safety(35)
def test_an_open_folder_is_closed_and_a_foreign_one_avoided(runtime: Path) -> None:
    (runtime / "warifu").mkdir(mode=0o777)
    (runtime / "warifu").chmod(0o777)
    assert private_folder("test") == runtime / "warifu"
    assert stat.S_IMODE((runtime / "warifu").stat().st_mode) == 0o700
    (runtime / "warifu").rmdir()
    (runtime / "warifu").symlink_to("/")
    assert private_folder("test") != runtime / "warifu"


@pytest.mark.safety(35)
def test_a_killed_first_start_leaves_nothing_to_wait_for(runtime: Path, qtbot: QtBot) -> None:
    script = (
        "from warifu.platforms.single_instance.posix import PosixInstance as I\n"
        "i = I('test'); assert i.claim(); door = i.listen(); print('up', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"up\n"
        assert not PosixInstance("test").claim()
        killed.kill()
        killed.wait()
    begin = time.monotonic()
    instance = PosixInstance("test")
    assert instance.claim()
    door = Door(instance)
    assert time.monotonic() - begin < 2
    door.close()


@pytest.mark.safety(35)
def test_ten_thousand_pieces_of_noise_open_nothing(
    first: PosixInstance, heard: list[Message], qtbot: QtBot
) -> None:
    noise = random.Random(35)
    for number in range(10_000):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talker, contextlib.suppress(OSError):
            talker.connect(str(first.socket_path))
            talker.send(_noise(noise))
        if number % 5 == 4:
            QApplication.processEvents()
    qtbot.wait(50)
    assert heard == []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talker:
        talker.connect(str(first.socket_path))
        talker.send(encode(Show()))
        qtbot.waitUntil(lambda: heard == [Show()])


def _noise(noise: random.Random) -> bytes:
    kind = noise.randrange(4)
    if kind == 0:
        return noise.randbytes(noise.randrange(64))
    if kind == 1:
        return b"add " + noise.randbytes(noise.randrange(64)) + b"\n"
    if kind == 2:
        changed = bytearray(b"add " + LINK.encode() + b"\n")
        changed[noise.randrange(14)] ^= 0x80
        return bytes(changed)
    return b"x" * noise.randrange(9000)


def test_silent_talkers_are_cut_off_and_do_not_fill_the_room(
    first: PosixInstance, heard: list[Message], qtbot: QtBot
) -> None:
    silent = [socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in range(8)]
    for talker in silent:
        talker.connect(str(first.socket_path))
        qtbot.wait(5)
    silent[0].settimeout(5)
    qtbot.wait(2200)
    assert silent[0].recv(1) == b""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talker:
        talker.connect(str(first.socket_path))
        talker.send(b"show\n")
        qtbot.waitUntil(lambda: heard == [Show()])
    for talker in silent:
        talker.close()


@pytest.mark.safety(35)
@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs two users")
def test_another_user_is_not_heard_ten_thousand_times(
    first: PosixInstance, heard: list[Message], qtbot: QtBot
) -> None:
    first.socket_path.chmod(0o666)
    for folder in (first.socket_path.parent, *first.socket_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o711)
    python = shutil.which("python3", path=os.defpath)  # this one may lie where nobody cannot go
    if python is None:
        pytest.skip("the system has no Python of its own")
    command = [python, "-c", _SPEAK, str(first.socket_path)]
    with subprocess.Popen(command, user="nobody", stdout=subprocess.PIPE, text=True) as nobody:
        qtbot.waitUntil(lambda: nobody.poll() is not None, timeout=60_000)
        said, _ = nobody.communicate()
    assert said == "True 10000\n"
    qtbot.wait(100)
    assert heard == []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talker:
        talker.connect(str(first.socket_path))
        talker.send(encode(Show()))
        qtbot.waitUntil(lambda: heard == [Show()])
