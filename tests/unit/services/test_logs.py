"""What another version logged is gone after the first start; what this one logs stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import canary
import warifu
from warifu.services import logs

APP = Path(__file__).resolve().parents[3] / "app"
OLD = f"2026-01-02T03:04:05 ERROR cannot read {canary.link()} with {canary.PASSWORD}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As a version left it that was less careful."""
    made = tmp_path / "logs"
    made.mkdir()
    for name in ("warifu.log", "warifu.log.1", "warifu-debug.txt", "warifu.log.gz"):
        (made / name).write_text(OLD)
    return made


@pytest.mark.safety(31)
@pytest.mark.parametrize("writer", ["", "0.0.1\n", "99.0\n"])
def test_what_another_version_logged_is_gone_after_one_start(folder: Path, writer: str) -> None:
    if writer:
        (folder / logs.WRITER).write_text(writer)
    assert canary.leaks_below(folder)
    logs.forget_old(folder)
    assert canary.leaks_below(folder) == []
    assert [path.name for path in folder.iterdir()] == [logs.WRITER]


@pytest.mark.safety(31)
@pytest.mark.parametrize("command", [["doctor"], ["diagnostics"], ["vault", "info"]])
def test_a_command_is_a_start(folder: Path, command: list[str]) -> None:
    line = [sys.executable, "-m", "warifu", "--profile", str(folder.parent), *command]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=APP, timeout=60)
    assert "Traceback" not in done.stderr
    assert canary.leaks_below(folder) == []


@pytest.mark.safety(31)
def test_a_fault_before_the_first_look_keeps_nothing_old(folder: Path) -> None:
    logs.note(folder, ValueError, None)
    assert (folder / logs.LOG).read_text().count("\n") == 1
    assert canary.leaks_below(folder) == []


def test_what_this_version_logs_stays(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    for _ in range(2):
        logs.note(folder, ValueError, None)
        logs.forget_old(folder)
    assert (folder / logs.LOG).read_text().count("ValueError") == 2
    assert (folder / logs.WRITER).read_text().strip() == warifu.__version__


def test_files_of_others_stay(folder: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("keep")
    (folder / "server.log").write_text("keep")
    (folder / "warifu-link").symlink_to(theirs)
    (folder / "warifu-folder").mkdir()
    logs.forget_old(folder)
    assert (folder / "server.log").exists()
    assert theirs.read_text() == "keep"
    assert (folder / "warifu-folder").is_dir()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    logs.forget_old(tmp_path / "logs")
    assert not (tmp_path / "logs").exists()


@pytest.mark.safety(31)
def test_only_whole_lines_of_this_version_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    logs.note(folder, ValueError, None)
    with (folder / logs.LOG).open("a") as log:
        log.write(OLD)
        log.write(f"2026-01-02T03:04:05 ValueError at x.py:1 f {canary.PASSWORD}\n")
    assert [what for _day, what in logs.faults(folder)] == ["ValueError at unknown:0 place"]
    (folder / logs.WRITER).write_text("0.0.1\n")
    assert logs.faults(folder) == []
