"""Renew the locked requirements: ``python packaging/lock.py [--upgrade]``, which needs uv.

Each lock holds for every system and Python that Warifu runs on, names versions and hashes alone, and follows
the lock before it, so that a package has one version in all of them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LOCKS = {
    "requirements.txt": ["pyproject.toml"],
    "requirements-tests.txt": ["pyproject.toml", "--group", "tests", "-c", "packaging/requirements.txt"],
    "requirements-build.txt": ["--group", "icons", "-c", "packaging/requirements-tests.txt"],
}
_UV = (
    "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet",
)  # fmt: skip


def main() -> int:
    """Write every lock; gives the exit status of the first that fails."""
    for name, arguments in LOCKS.items():
        command = [*_UV, *arguments, *sys.argv[1:], "-o", f"packaging/{name}"]
        if status := subprocess.call(command, cwd=FOLDER.parent):
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
