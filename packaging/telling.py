"""How the set-up speaks: short lines on standard error, so that standard output stays the program's own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Refused(Exception):
    """The set-up cannot go on; the message is one sentence with what to do."""


def say(line: str) -> None:
    """One step of the set-up."""
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()


def announce(line: str) -> None:
    """A sentence about the set-up as a whole."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def output_of(command: Sequence[str], **variables: str) -> tuple[int, list[str]]:
    """Run it without input or the user's own settings of Python; its exit status and the lines it wrote."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ended = subprocess.run(
        command,
        env=environment | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return ended.returncode, ended.stdout.decode(errors="replace").strip().splitlines()
