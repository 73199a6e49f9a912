"""The table: what was measured, beside whom, against which goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_HEAD = ("what", "Warifu", "compared with", "ratio", "goal", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement as text, and whether it meets its goal."""

    what: str
    ours: str
    other: str
    ratio: str
    goal: str
    met: bool


def rows(measured: dict[str, Any]) -> list[Row]:
    """The rows of the goals, in their order."""
    table = []
    for heat in ("warm", "cold"):
        if heat in measured:
            table += _starts(heat, measured[heat])
    ours, peer, inside = measured["Warifu"], measured["KeePassXC"], measured["inside"]
    table.append(
        _against("memory unlocked, 20 accounts", ours["memory"], "KeePassXC", peer["memory"], 0.8, "MiB")
    )
    table.append(
        _limit("processor, list visible", ours["visible"], 0.15, "%", f"KeePassXC {peer['visible']:.2f} %")
    )
    hidden = round(ours["hidden"], 2)
    table.append(_limit("processor, hidden", hidden, 0.0, "%", f"KeePassXC {peer['hidden']:.2f} %"))
    table.append(_limit("unlock to painted list beyond the key, 1,000 accounts", inside["unlock"], 150, "ms"))
    keys = inside["keystroke"]
    worst = f"worst {keys['worst']:.1f} ms"
    table.append(_limit("a key in search, 10,000 accounts, until painted", keys["median"], 16, "ms", worst))
    save = {int(size): taken for size, taken in inside["save"].items()}
    table.append(_limit("save of 10,000 accounts, without fsync", save[10_000], 150, "ms"))
    table.append(_growth(save))
    return table


def render(table: list[Row]) -> str:
    """The table in Markdown."""
    lines = [_HEAD, tuple("---" for _ in _HEAD)]
    lines += [
        (row.what, row.ours, row.other, row.ratio, row.goal, "met" if row.met else "MISSED") for row in table
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _starts(heat: str, taken: dict[str, float]) -> list[Row]:
    what = f"start to first window, locked vault of 20, {heat}"
    return [
        _against(what, taken["Warifu"], "KeePassXC", taken["KeePassXC"], 1.0, "ms"),
        _against(what, taken["Warifu"], "bare window", taken["bare window"], 1.25, "ms"),
    ]


def _against(what: str, ours: float, name: str, other: float, most: float, unit: str) -> Row:
    ratio = ours / other
    return Row(
        what, f"{ours:.0f} {unit}", f"{name} {other:.0f} {unit}", f"{ratio:.2f}", f"≤ {most} ×", ratio <= most
    )


def _limit(what: str, ours: float, most: float, unit: str, beside: str = "") -> Row:
    digits = 2 if unit == "%" else 1
    return Row(what, f"{ours:.{digits}f} {unit}", beside, "", f"≤ {most:g} {unit}", ours <= most)


def _growth(save: dict[int, float]) -> Row:
    """Ten times the accounts may cost ten times the time, and half as much again for chance."""
    smallest, largest = min(save), max(save)
    ratio = (save[largest] / save[smallest]) / (largest / smallest)
    steps = ", ".join(f"{size // 1000}k {taken:.0f} ms" for size, taken in sorted(save.items()))
    return Row(
        "its growth with the number of accounts", steps, "", f"{ratio:.2f}", "in line: ≤ 1.5 ×", ratio <= 1.5
    )
