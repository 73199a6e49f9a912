"""The locked requirements: complete, hashed, of one mind, and naming no place to get them from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LOCKS = sorted((ROOT / "packaging").glob("requirements*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)((?: ; [^\\]+)?) \\$")

pytestmark = pytest.mark.safety(71)


def pins(lock: Path) -> dict[str, set[tuple[str, str]]]:
    """Versions of each package, each with the condition under which it holds."""
    found: dict[str, set[tuple[str, str]]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            name, version, condition = PIN.match(line).groups()
            found.setdefault(name, set()).add((version, condition))
    return found


def names_of(requirements: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", each).group()).lower() for each in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_has_hashes_and_nothing_names_an_address_or_a_folder(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"https?:|://|--index|--find-links|@ |/", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-tests.txt", PROJECT["dependency-groups"]["tests"]),
        ("requirements-build.txt", PROJECT["dependency-groups"]["icons"]),
    ],
)
def test_every_requirement_is_locked(lock: str, requirements: list[str]) -> None:
    assert names_of(requirements) <= set(pins(ROOT / "packaging" / lock))


def test_tests_run_what_users_run() -> None:
    users, tests = (
        pins(ROOT / "packaging" / name) for name in ("requirements.txt", "requirements-tests.txt")
    )
    for name, wanted in users.items():
        there = tests[name]
        assert {version for version, _condition in wanted} == {version for version, _condition in there}, name
        assert wanted <= there or any(not condition for _version, condition in there), name


def test_qt_6_12_stays_away_from_python_3_11() -> None:
    """It ends the process there after some 7,000 calls (docs/decisions/qt-version.md)."""
    versions = {
        condition: tuple(map(int, version.split(".")))
        for version, condition in pins(ROOT / "packaging" / "requirements.txt")["pyside6-essentials"]
    }
    assert versions[" ; python_full_version < '3.12'"] < (6, 12)
