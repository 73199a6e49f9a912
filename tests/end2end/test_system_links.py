"""Links opened by the system: real processes, ``xdg-open``, the desktop file that the preferences wrote."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from screen import Program, Screen, Thing, wait_for

PASSWORD = "three made-up words for a link"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ"
LINK = f"otpauth://totp/GitHub:ada%40example.com?secret={KEY}&issuer=GitHub"


@pytest.fixture
def profile(screen: Screen) -> Path:
    """A profile with an empty vault, whose links are nobody's yet."""
    folder = screen.home / "linked"
    shutil.rmtree(folder, ignore_errors=True)
    screen.run("--profile", folder, "--password-stdin", "init", typed=PASSWORD + "\n")
    return folder


def unlock(screen: Screen) -> None:
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")


def switch_on(screen: Screen) -> None:
    """Press the switch in the preferences, by the keyboard, for the page is longer than the window."""
    screen.key("ctrl+comma")
    screen.find("Preferences", "label")
    for _ in range(40):
        if "focused" in switch(screen).states:
            break
        screen.key("Tab")
    screen.key("space")
    wait_for(lambda: {"checked", "enabled"} <= switch(screen).states, "the switch to be on")
    assert (screen.home / ".local/share/applications/warifu-links.desktop").exists()
    screen.key("Escape")


def switch(screen: Screen) -> Thing:
    return screen.find("Open otpauth:// links with Warifu", "check box")


def xdg_open(screen: Screen, link: str) -> subprocess.CompletedProcess[bytes]:
    """As any program opens a link; it must come back soon."""
    return subprocess.run(
        ["xdg-open", link], env=screen.environment, cwd=screen.home, capture_output=True, timeout=30,
        check=False,
    )  # fmt: skip


def everything_that_runs() -> str:
    """The arguments of every process, as any user of the computer can read them."""
    return subprocess.run(["ps", "axww", "-o", "args="], capture_output=True, text=True, check=True).stdout


def accounts(screen: Screen, profile: Path) -> str:
    listed = screen.run("--profile", profile, "--password-stdin", "list", typed=PASSWORD + "\n")
    assert listed.returncode == 0
    return listed.stdout


@pytest.mark.safety(35, 54)
def test_a_link_reaches_the_running_copy_which_asks(screen: Screen, profile: Path) -> None:
    first = screen.start("--profile", profile)
    unlock(screen)
    screen.find("Add your first account")
    switch_on(screen)
    opened = xdg_open(screen, LINK)
    assert opened.returncode == 0, opened.stderr
    assert screen.find("Add account", "label")
    assert screen.find("Title", "text").text == "GitHub"
    assert KEY not in everything_that_runs()
    assert screen.windows().count("Warifu") == 1
    assert "GitHub" not in accounts(screen, profile), "nothing is stored before Save"
    wait_for(lambda: "enabled" in screen.find("Save", "push button").states, "Save")
    time.sleep(0.8)  # in which keys and clicks may have been meant for another page
    screen.click(screen.find("Save", "push button"))
    screen.find("MFA code 1")
    wait_for(lambda: "GitHub" in accounts(screen, profile), "the account in the vault")

    screen.key("ctrl+l")
    screen.find("Warifu is locked")
    assert xdg_open(screen, LINK.replace("ada", "bob").replace("PXQ", "PXP")).returncode == 0
    unlock(screen)
    screen.find("Add account", "label")
    assert screen.find("Account", "text").text == "bob@example.com"
    screen.key("Escape")
    assert first.process.poll() is None


@pytest.mark.safety(54)
def test_a_link_starts_the_window_where_none_runs(screen: Screen, profile: Path) -> None:
    starter = screen.start("--profile", profile, LINK)
    assert starter.ended() == 0, "whoever opened the link is let go"
    screen.find("Warifu is locked")
    assert KEY not in everything_that_runs()
    assert all(KEY.encode() not in environ for environ in environments())
    unlock(screen)
    screen.find("Add account", "label")
    assert screen.find("Title", "text").text == "GitHub"
    screen.key("ctrl+q")
    screen.no_window("Warifu")


def environments() -> list[bytes]:
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            found.append(path.read_bytes())
        except OSError:
            continue
    return found


@pytest.mark.safety(54)
@pytest.mark.skipif(not shutil.which("strace"), reason="strace")
def test_nothing_in_a_link_is_fetched(screen: Screen, profile: Path, tmp_path: Path) -> None:
    """Also not over loopback, where a door of the test's own would hear it."""
    told = tmp_path / "calls"
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        address = f"http://127.0.0.1:{door.getsockname()[1]}/i.png"
        program = traced(screen, told, profile)
        unlock(screen)
        screen.find("Add your first account")
        hostile = f"{LINK}&image={address}&icon={address}&logo={address}&url={address}"
        second = screen.start("--profile", profile, hostile)
        assert second.ended() == 0
        assert screen.find("Title", "text").text == "GitHub"
        time.sleep(0.8)
        screen.click(screen.find("Save", "push button"))
        screen.find("MFA code 1")
        screen.key("ctrl+q")
        assert program.wait(20) == 0
        with pytest.raises(BlockingIOError):
            door.accept()
    calls = told.read_text(errors="replace")
    assert "AF_UNIX" in calls, "the trace saw connections"
    assert not re.findall(r"connect\(.*AF_INET6?.*", calls)


def traced(screen: Screen, told: Path, profile: Path) -> subprocess.Popen[bytes]:
    """Warifu's window, its connections written down."""
    tests = Path(__file__).resolve().parent.parent
    python = [sys.executable, str(tests / "with_cheap_kdf.py"), "-m", "warifu", "--profile", str(profile)]
    process = subprocess.Popen(
        ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(told), *python],
        env=screen.environment, cwd=screen.home, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    screen.programs.append(Program(process, Path(os.devnull)))
    return process
