"""The very first start, on a real screen and without one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from screen import Program, Screen, _warifu

from leaks.children import FOLDERS

PASSWORD = "quartz lantern umbrella five"


def test_the_first_window_greets_and_speaks_to_a_screen_reader(screen: Screen) -> None:
    screen.start("--profile", screen.home / "first")
    screen.window("Warifu")
    assert screen.find("Welcome to Warifu", "label")
    assert screen.find("New password", "password text")
    assert not (screen.home / "first").exists() or not list((screen.home / "first").glob("*.warifu"))


def test_a_second_start_ends_at_once_and_leaves_the_first(screen: Screen) -> None:
    first = screen.start("--profile", screen.home / "twice")
    screen.find("Welcome to Warifu")
    second = screen.start("--profile", screen.home / "twice")
    assert second.ended() == 0
    assert first.process.poll() is None
    assert screen.windows().count("Warifu") == 1


@pytest.mark.parametrize("arguments", [[], ["--hidden"]])
def test_without_a_display_one_sentence_points_to_the_command_line(
    tmp_path: Path, arguments: list[str]
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "warifu", "--profile", tmp_path, *arguments],
        env={name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME")},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert "no display" in told.stderr
    assert "command line works" in told.stderr


@pytest.mark.safety(32, 33)
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_first_run_reaches_nobody_and_writes_nothing_in_the_clear(screen: Screen, tmp_path: Path) -> None:
    """No account, no network, no file outside its own places, and no vault that is not encrypted."""
    profile, calls, log = screen.home / "audited", tmp_path / "calls", tmp_path / "log"
    trace = [
        "strace",
        "-f",
        "-qq",
        "-y",
        "-I",
        "waiting",  # ends when it is told to, also in the middle
        "-e",
        "trace=network,openat,creat,rename,renameat2,link,linkat,mkdir",
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*trace, "-o", str(calls), *_warifu(False), "--profile", str(profile)],
            env={**screen.environment, "PYTHONDONTWRITEBYTECODE": "1", FOLDERS: ""},
            cwd=screen.home, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    program = Program(process, log)
    screen.programs.append(program)
    screen.find("Welcome to Warifu")
    assert not list(screen.home.rglob("*.warifu"))
    screen.click(screen.find("New password", "password text"))
    screen.type(PASSWORD)
    screen.key("Tab")
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("Recovery code", "label")
    assert (profile / "vault.warifu").read_bytes().startswith(b"\x89Warifu\n")
    screen.key("Escape")
    screen.key("ctrl+q")
    assert program.ended() == 0
    seen = calls.read_text(encoding="utf-8", errors="replace")
    assert "vault.warifu" in seen
    assert not re.findall(r"AF_INET|AF_PACKET", seen)
    assert written(seen) <= own_places(screen, profile), written(seen) - own_places(screen, profile)
    for path in (path for path in screen.home.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert PASSWORD.encode() not in content
        assert path.suffix != ".warifu" or content.startswith(b"\x89Warifu\n")


def written(calls: str) -> set[str]:
    """The folders of everything that was opened for writing, as far as that went well."""
    opened = re.findall(r'openat\([^"]*"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d+', calls)
    return {str(Path(path).parent) for path in opened}


def own_places(screen: Screen, profile: Path) -> set[str]:
    """The profile, and what Qt and the system keep for every program with a window."""
    run = Path(screen.environment["XDG_RUNTIME_DIR"])
    homes = (screen.home, run)
    inside = {str(path) for home in homes for path in home.rglob("*") if path.is_dir()}
    systems = {"/dev", "/dev/shm", "/proc/self", "/tmp"}
    return inside | systems | {str(profile), str(run / "warifu"), *map(str, homes)}
