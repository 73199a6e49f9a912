"""Write the tables of docs/reliability.md from the tests and from the figures of the last full run.

python tests/durability/table.py
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
PAGE = TESTS.parent / "docs" / "reliability.md"


def modules() -> dict[str, ast.Module]:
    """Every module of tests by its name below ``tests``."""
    found = (path for path in TESTS.rglob("test_*.py") if "benchmarks" not in path.parts)
    return {path.relative_to(TESTS).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(found)}


def functions(module: ast.Module) -> list[ast.FunctionDef]:
    """Its tests, also those in classes."""
    return [n for n in ast.walk(module) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]


def marked(nodes: list[ast.expr]) -> list[int]:
    """The rows that these marks name."""
    calls = (call for node in nodes for call in ast.walk(node) if isinstance(call, ast.Call))
    marks = (call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "safety")
    return [value.value for call in marks for value in call.args if isinstance(value, ast.Constant)]


def of_all(module: ast.Module) -> list[int]:
    """The rows that all tests of a module prove."""
    for node in module.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "pytestmark":
            return marked([node.value])
    return []


def all_tests() -> set[str]:
    """``path::name`` of every test."""
    return {f"{name}::{test.name}" for name, module in modules().items() for test in functions(module)}


def rows_of_tests() -> dict[int, list[str]]:
    """Which tests prove which row."""
    found: dict[int, list[str]] = defaultdict(list)
    for name, module in modules().items():
        for test in functions(module):
            for row in dict.fromkeys([*of_all(module), *marked(test.decorator_list)]):
                found[row].append(f"{name}::{test.name}")
    return dict(sorted(found.items()))


def listed(page: str) -> dict[int, list[str]]:
    """What the page says of that."""
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", page, flags=re.MULTILINE)
    return {int(row): re.findall(r"[\w/]+\.py::\w+", names) for row, names in rows}


def proofs() -> str:
    """The table of rows."""
    rows = (f"| {row} | {'<br>'.join(f'`{n}`' for n in names)} |" for row, names in rows_of_tests().items())
    return "\n".join(["| row | tests |", "|---|---|", *rows])


def figures() -> str:
    """The table of what a full run counted."""
    known = json.loads((HERE / "figures.json").read_text("utf-8"))
    rows = []
    for name, counts in sorted(known.items()):
        told = ", ".join(f"{count:,} × {what.rstrip('.')}" for what, count in sorted(counts.items()))
        rows.append(f"| {name} | {told} |")
    return "\n".join(["| run | what was counted |", "|---|---|", *rows])


def main() -> None:
    """Put both tables where the page has room for them."""
    page = PAGE.read_text("utf-8")
    for name, text in {"figures": figures(), "proofs": proofs()}.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
