"""The very first start, on a real screen and without one."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from screen import Screen


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
