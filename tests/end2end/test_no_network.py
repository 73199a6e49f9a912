"""Nothing is asked of any network: the window and the command line, watched by strace."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_canary import CHEAP, HERE, PROGRAM, Watched

import canary

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def strangers(trace: Path) -> list[str]:
    """Calls that reach, or could reach, another computer; AF_UNIX and AF_NETLINK stay in this one."""
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("socket(" in line for line in lines), "strace saw nothing"
    return [line for line in lines if re.search(r"AF_(INET6?|PACKET|BLUETOOTH|VSOCK)\b", line)]


@pytest.mark.safety(32, 33)
def test_a_whole_walk_opens_no_connection(tmp_path: Path) -> None:
    """First run, adding, every page that shows an account, copying, locking, quitting."""
    tmp_path.chmod(0o700)
    home, trace = Watched(tmp_path), tmp_path / "trace"
    watch = ["strace", "-f", "--seccomp-bpf", "-e", "trace=%network", "-o", str(trace)]
    home.run("--password-stdin", "init", typed=(canary.PASSWORD,), program=[*watch, "-A", *PROGRAM])
    home.run("--password-stdin", "add", typed=(canary.PASSWORD, canary.link()), program=[*watch, *PROGRAM])
    command = [*watch, "-A", *CHEAP, str(HERE / "canary_window.py"), str(home.profile)]
    environment = home.environment | {"QT_LOGGING_RULES": ""}
    done = subprocess.run(
        command, input=b"\n", capture_output=True, env=environment, timeout=120, check=False
    )
    assert done.stdout == b"ready\n", done.stdout[-2_000:]
    assert strangers(trace) == []
    assert not (tmp_path / "config").exists() or not list((tmp_path / "config").iterdir())
