"""Measures Warifu beside KeePassXC and an empty window, and prints the table: ``python3 tests/benchmarks``.

    --write      also write the table to docs/performance.md
    --quick      fewer runs and shorter waits, for a first look

Sets up what is missing, KeePassXC among it. Needs Linux; starts from a cold cache are measured for root.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "app"), str(ROOT / "packaging")]


def main(arguments: list[str]) -> int:
    """Measure, print, and write if wanted. The exit status is 1 when a goal is missed."""
    from table import render, rows

    quick = "--quick" in arguments
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), quick=quick)
    table = rows(measured)
    sys.stdout.write(render(table) + "\n")
    if "--write" in arguments:
        write(render(table), measured)
    return 0 if all(row.met for row in table) else 1


def measure(folder: Path, *, quick: bool) -> dict[str, Any]:
    """Every number of the table; times of starting in milliseconds, by program."""
    from outside import can_drop_page_cache, living, starts
    from programs import bare, keepassxc, warifu

    ours, peer = warifu(folder / "warifu"), keepassxc(folder / "keepassxc")
    programs = [ours, peer, bare()]
    say("starting, warm")
    measured: dict[str, Any] = {"warm": starts(programs, 5 if quick else 15, cold=False)}
    if can_drop_page_cache():
        say("starting, cold")
        measured["cold"] = starts(programs, 2 if quick else 9, cold=True)
    for program in (ours, peer):
        say(f"{program.name}: memory and processor")
        measured[program.name] = living(program, 10 if quick else 60)
    say("unlocking, searching, saving")
    measured["inside"] = inside()
    say(f"copies in memory: {copies_in_memory(folder / 'memory')}")
    return measured


def copies_in_memory(profile: Path) -> str:
    """How often keys, password and the secrets of 20 accounts lie in memory, unlocked and after locking."""
    sys.path.append(str(ROOT / "tests"))
    from memory_after_lock import look

    phases = look(profile).items()
    return "; ".join(
        f"{phase}: {', '.join(f'{n} {what}' for what, n in found.items())}" for phase, found in phases
    )


def inside() -> dict[str, Any]:
    """The numbers of ``inside.py``, taken on a fresh desktop."""
    from desk import desk

    with desk(managed=True) as environment:
        done = subprocess.run(
            [sys.executable, str(HERE / "inside.py")], env=environment, check=True, stdout=subprocess.PIPE
        )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def say(what: str) -> None:
    """Tell on standard error what is being measured."""
    sys.stderr.write(f"... {what}\n")


def write(table: str, measured: dict[str, Any]) -> None:
    """Put the table into its section of docs/performance.md."""
    from page import page
    from sections import write_section

    write_section("program", page(table, measured))


if __name__ == "__main__":
    import bootstrap

    if Path(sys.prefix) != Path(bootstrap.TESTS.folder):
        sys.exit(bootstrap.start_benchmarks(str(HERE), sys.argv[1:]))
    sys.exit(main(sys.argv[1:]))
