"""What the process that reads pictures asks of the system, seen by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "app"
BOMBS = Path(__file__).resolve().parents[1] / "unit" / "scan"
pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

READ_A_SCREEN = """
import sys
sys.path.insert(0, sys.argv[1])
import bombs
from warifu.services.scanning import Effort, PictureReader
pixels = bombs.code_pixels("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP")
files = [bombs.code(kind) for kind in ("png", "svg", "pdf")]
evil = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/></svg>'
reader = PictureReader()
reader.read_frame(8, 8, bytes(64), Effort.SCREEN)
open("/dev/null").close()  # from here on, for who reads the trace
for _ in range(3):
    for effort in Effort:
        found = reader.read_frame(*pixels.shape[::-1], pixels.tobytes(), effort)
        assert len(found.texts) == 1
for file in files:
    assert len(reader.read_picture(file).texts) == 1
try:
    reader.read_picture(evil)
except Exception as refused:
    assert type(refused).__name__ == "PictureRefused"
reader.close()
"""


@pytest.fixture(scope="module")
def trace(tmp_path_factory):
    """Every file, socket and program that is asked for while screens and pictures are read."""
    folder = tmp_path_factory.mktemp("trace")
    out = folder / "trace"
    calls = "trace=%file,%network,memfd_create,%process,write,pwrite64,writev,sendfile,ftruncate"
    command = [sys.executable, "-B", "-P", "-c", READ_A_SCREEN, str(BOMBS)]
    subprocess.run(
        ["strace", "-f", "-y", "-s", "48", "-e", calls, "-o", str(out), *command],
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(APP)},
        timeout=120,
    )
    lines = out.read_text(encoding="utf-8", errors="replace").splitlines()
    mark = max(n for n, line in enumerate(lines) if "openat" in line and '"/dev/null", O_RDONLY' in line)
    assert any("--decode-pictures" in line for line in lines[:mark])
    return lines, lines[mark + 1 :]


@pytest.mark.safety(51)
def test_a_screenshot_never_touches_the_disk(trace):
    lines, reading = trace
    assert len(reading) > 20
    lines = [line for line in lines if "__pycache__" not in line]  # of a checkout that never ran
    assert not [line for line in lines if "O_CREAT" in line or "O_TMPFILE" in line or "memfd_create(" in line]
    assert not [line for line in lines if re.search(r"\b(mknod|mkdir|rename|link|symlink)(at|at2)?\(", line)]
    written = {
        found[1] for line in lines if (found := re.search(r"\b(?:p?write(?:64|v)?)\(\d+<([^>]*)>", line))
    }
    assert written
    assert {re.sub(r"\d+", "", each) for each in written} <= {"pipe:[]", "/dev/null"}


@pytest.mark.safety(50, 54)
def test_while_it_reads_no_file_is_opened_no_network_reached_and_nothing_started(trace):
    _lines, reading = trace
    opened = [line for line in reading if re.search(r"\bopen(at|at2)?\(", line) and " = -1 " not in line]
    assert opened == []
    assert not [line for line in reading if re.search(r"\b(socket|connect|bind|execve|execveat)\(", line)]
