"""``warifu code --copy`` on a real X display, looked at with another program's eyes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(not shutil.which("Xvfb") or not shutil.which("xclip"), reason="no Xvfb or xclip"),
    pytest.mark.safety(27, 29),
]

TESTS = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse battery staple"
RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
SECONDS = 5


@pytest.fixture
def display():
    """An X server with nothing on it."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as line:
        yield f":{line.readline().strip()}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def environment(display, tmp_path):
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**kept, "HOME": str(tmp_path), "DISPLAY": display, "LANG": "C.UTF-8"}


@pytest.fixture
def warifu(environment, tmp_path):
    """Run it with a vault of one account, whose codes leave the clipboard after SECONDS."""
    profile = tmp_path / "profile"

    def run(*arguments, more=""):
        program = [sys.executable, str(TESTS / "with_cheap_kdf.py"), "-m", "warifu"]
        return subprocess.run(
            [*program, "--profile", profile, "--password-stdin", *arguments],
            input=f"{PASSWORD}\n{more}",
            capture_output=True,
            text=True,
            timeout=60,
            env=environment,
            check=False,
        )

    assert run("init").returncode == 0
    assert run("add", "--title", "GitHub", more=RFC).returncode == 0
    settings = profile / "settings.json"
    settings.write_text(settings.read_text().replace("{", f'{{"clipboard_seconds": {SECONDS},', 1))
    return run


@pytest.fixture
def clipboard(environment):
    def look(*arguments, put=None):
        command = ["xclip", "-selection", "clipboard", *arguments]
        if put is not None:
            subprocess.run(command, input=put, text=True, env=environment, check=True)
            return None
        seen = subprocess.run([*command, "-o"], env=environment, capture_output=True, text=True, check=False)
        return seen.stdout

    return look


def until(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def test_the_code_outlives_the_command_is_marked_and_goes_in_time(warifu, clipboard, environment):
    copied = warifu("code", "github", "--at", "59", "--copy")

    assert (copied.returncode, copied.stderr) == (0, "")
    assert "287082" not in copied.stdout
    assert clipboard() == "287082"
    assert "x-kde-passwordManagerHint" in clipboard("-t", "TARGETS").split()
    assert clipboard("-t", "x-kde-passwordManagerHint") == "secret"
    primary = subprocess.run(
        ["xclip", "-selection", "primary", "-o"], env=environment, capture_output=True, check=False
    )
    assert primary.stdout == b""

    assert until(lambda: clipboard() == "", SECONDS + 3)


def test_what_another_program_copies_meanwhile_stays(warifu, clipboard):
    assert warifu("code", "github", "--copy").returncode == 0
    clipboard(put="a letter")

    time.sleep(SECONDS + 1)

    assert clipboard() == "a letter"


def test_a_second_code_takes_the_place_of_the_first_for_its_whole_time(warifu, clipboard):
    warifu("code", "github", "--at", "59", "--copy")
    time.sleep(SECONDS - 2)
    warifu("code", "github", "--at", "59", "--next", "--copy")
    second = clipboard()

    time.sleep(3)

    assert second not in {"", "287082"}
    assert clipboard() == second
    assert until(lambda: clipboard() == "", SECONDS)


def test_the_process_that_owns_the_clipboard_ends_by_itself(warifu, display):
    warifu("code", "github", "--copy")
    assert owners(display)

    assert until(lambda: not owners(display), SECONDS + 4)


def owners(display):
    """Processes that hold a code on this display."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            environ = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--own-clipboard" in command and f"DISPLAY={display}".encode() in environ:
            found.append(folder.name)
    return found
