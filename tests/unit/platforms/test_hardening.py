"""Whether another program of the same user can read our memory: really tried on Linux."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import warifu
from warifu.cli import checks
from warifu.platforms import hardening
from warifu.platforms.hardening import macos, windows

pytestmark = pytest.mark.safety(24)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")

_HOLDER = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from warifu.platforms.hardening import close_memory
secret = bytearray(b ^ 1 for b in b"dnrx!bnss`mn")  # unmasked, it is in memory alone
secret *= 4
if sys.argv[2] == "closed":
    assert close_memory()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
print("up", flush=True)
sys.stdin.readline()
print(open("/proc/self/stat").read() != "" and len(open("/proc/self/cmdline").read()) > 0)
"""
_READER = """
import sys
wanted, found = bytes(b ^ 1 for b in b"dnrx!bnss`mn"), 0
try:
    with open(f"/proc/{sys.argv[1]}/maps") as maps, open(f"/proc/{sys.argv[1]}/mem", "rb", 0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            start, end = (int(each, 16) for each in place.split("-"))
            if rights.startswith("rw"):
                memory.seek(start)
                found += memory.read(end - start).count(wanted)
    print("found", found)
except OSError as problem:
    print("errno", problem.errno)
"""


@pytest.fixture
def nobodys_python(tmp_path: Path) -> tuple[str, Path]:
    """The system's Python and a copy of the module, both within reach of nobody."""
    if os.getuid() != 0:
        pytest.skip("needs root, to become nobody")
    python = shutil.which("python3", path=os.defpath)
    if python is None:
        pytest.skip("the system has no Python of its own")
    source = Path(warifu.__file__).parent
    for part in ("__init__.py", "platforms/__init__.py", "platforms/hardening"):
        target = tmp_path / "copy" / "warifu" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (source / part).is_dir() else shutil.copy)(source / part, target)
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o711)
    return python, tmp_path / "copy"


def _looked_into(python: str, copy: Path, how: str) -> tuple[str, str]:
    """What a second program of nobody's reads, and what the first one says of itself afterwards."""
    holder = subprocess.Popen(
        [python, "-B", "-c", _HOLDER, str(copy), how], user="nobody", stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, cwd="/",
    )  # fmt: skip
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "up\n"
        reader = subprocess.run(
            [python, "-c", _READER, str(holder.pid)], user="nobody", capture_output=True, text=True,
            check=True, cwd="/",
        )  # fmt: skip
        said, _ = holder.communicate("\n", timeout=10)
    return reader.stdout.strip(), said.strip()


@linux
def test_another_program_of_the_same_user_reads_nothing(nobodys_python) -> None:
    unprotected, _said = _looked_into(*nobodys_python, "open")
    if unprotected == "errno 13":
        pytest.skip("this system lets no program look into another one")
    assert unprotected.startswith("found")
    assert int(unprotected.split()[1]) >= 4
    closed, said = _looked_into(*nobodys_python, "closed")
    assert closed == "errno 13"
    assert said == "True"  # what it needs to know of itself, it may read


_COMMAND = """
import sys
from warifu.__main__ import main
status = main(["completion", "bash"])
from warifu.platforms.hardening.linux import is_closed
import resource
sys.stderr.write(f"{status} {is_closed()} {resource.getrlimit(resource.RLIMIT_CORE)}")
"""


@linux
def test_commands_close_their_memory() -> None:
    done = subprocess.run([sys.executable, "-c", _COMMAND], capture_output=True, text=True, check=True)
    assert done.stderr == "0 True (0, 0)"


@linux
def test_the_doctor_tells_whether_memory_is_closed(tmp_path, monkeypatch) -> None:
    command = [sys.executable, "-m", "warifu", "--profile", str(tmp_path), "doctor", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = {finding["check"]: finding for finding in json.loads(done.stdout)}
    assert said["memory"]["state"] == "ok"
    monkeypatch.setattr(hardening, "memory_is_closed", lambda: False)
    assert checks._memory().state is checks.State.NOTE


@linux
def test_helpers_that_we_start_are_not_held_back() -> None:
    script = (
        "import subprocess, sys\nfrom warifu.platforms.hardening import close_memory\nclose_memory()\n"
        "code = 'from warifu.platforms.hardening.linux import is_closed; print(is_closed())'\n"
        "print(subprocess.run([sys.executable, '-c', code], capture_output=True, text=True).stdout)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_system_that_refuses_does_no_harm(monkeypatch) -> None:
    monkeypatch.setattr(hardening, "no_core_dumps", lambda: None)
    if sys.platform != "win32":
        assert hardening.close_memory("win32") is False
    monkeypatch.setattr(macos, "close", lambda: False)
    assert hardening.close_memory("darwin") is False


def test_windows_grants_the_user_no_reading() -> None:
    granted = windows.access_list("S-1-5-21-1")
    assert granted == "D:P(A;;0x101001;;;S-1-5-21-1)(A;;0x20000;;;OW)"
    reading, writing, changing = 0x0010, 0x0020, 0x40000  # PROCESS_VM_READ, PROCESS_VM_WRITE, WRITE_DAC
    assert not 0x101001 & (reading | writing | changing)
    assert not 0x20000 & (reading | writing | changing)
