"""What the proofs of durability share: how often, how to run a program of theirs, and where figures go."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "figures.json"  # of the last full run, from which table.py writes docs/reliability.md
MEASURED = pytest.StashKey[dict[str, Any]]()


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether to go on as long as ``--full`` asks for."""
    return bool(request.config.getoption("--full"))


@pytest.fixture(scope="session")
def _measured(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    found: dict[str, Any] = {}
    yield found
    if request.config.getoption("--full"):
        known = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
        FIGURES.write_text(json.dumps(known | found, indent=1, sort_keys=True) + "\n", "utf-8")


@pytest.fixture
def measured(_measured: dict[str, Any]) -> Callable[[str, Any], None]:
    """Keep a figure of a full run."""
    return _measured.__setitem__


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty private folder."""
    made = tmp_path / "private"
    made.mkdir(mode=0o700)
    return made


@pytest.fixture
def told() -> Callable[..., Any]:
    """Run a program of this folder, with a key derivation that costs nothing; what it tells as JSON."""

    def run(script: str, *arguments: object) -> Any:
        command = [sys.executable, str(HERE.parent / "with_cheap_kdf.py"), str(HERE / script)]
        command += [str(argument) for argument in arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1_800)
        assert done.returncode == 0, done.stderr[-2_000:]
        return json.loads(done.stdout)

    return run
