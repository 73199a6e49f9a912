"""What every change keeps: layers, types, style, small modules, and nothing of the machine that made it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 350  # lines of a module
CODE = [path for name in ("app", "packaging", "tests", "docs") for path in (ROOT / name).rglob("*.py")]
SET_UP = (
    "bootstrap", "environments", "generated", "lock", "preparing", "sbom", "system_packages", "telling",
    "translations",
)  # fmt: skip
TEXT = {".py", ".md", ".toml", ".txt", ".ts", ".svg", ".spec", ".cfg", ".json"}
SKIPPED = {"__pycache__", "build", "dist"}


def run(*command: str, **environment: str) -> str:
    """Run a tool of the tests' environment and give what it says, also in the failure if it fails."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_layers() -> None:
    told = run("-c", "from importlinter.cli import lint_imports_command as check; check(['--no-cache'])")
    assert re.search(r"Contracts: \d+ kept, 0 broken", told)


def test_types() -> None:
    run("-m", "mypy")


def test_types_of_the_set_up() -> None:
    files = [f"packaging/{name}.py" for name in SET_UP]
    run("-m", "mypy", "--follow-imports", "silent", *files, MYPYPATH=f"packaging{os.pathsep}app")


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_style(check: list[str]) -> None:
    run("-m", "ruff", *check, ".")


def test_modules_stay_small() -> None:
    long = {}
    for path in CODE:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LARGEST and "tests" not in path.relative_to(ROOT).parts:
            long[str(path.relative_to(ROOT))] = lines
    assert not long


def test_nothing_names_somebodys_folder() -> None:
    home = re.compile(r"/(?:home|Users)/(?!user\b|you\b|ada\b)\w+|C:\\\\?Users\\\\?(?!user\b|you\b|ada\b)\w+")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in shipped_texts()
        if (match := home.search(path.read_text(encoding="utf-8")))
    ]
    assert not found


def shipped_texts() -> list[Path]:
    """Texts of the project as far as they lie in its own folders."""
    folders = [ROOT / name for name in ("app", "docs", "packaging", "resources", "tests")]
    below = (path for folder in folders for path in folder.rglob("*"))
    return [
        path
        for path in (*ROOT.iterdir(), *below)
        if path.suffix in TEXT and path.is_file() and not SKIPPED & set(path.relative_to(ROOT).parts)
    ]
