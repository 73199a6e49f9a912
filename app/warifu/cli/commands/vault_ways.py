"""``warifu vault ways``: everything that opens the vault, with what is known of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.vault.ways import Way


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "ways", "everything that opens the vault, with dates", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """List the ways to unlock; their dates are encrypted, so the vault is opened for it."""
    with context.opened() as vault:
        vault.session.ways.look()
        found = vault.session.ways.known
    if context.json:
        output.say_json([_as_json(way) for way in found])
        return 0
    output.table([(way.id, way.kind, way.name, _said(way)) for way in found])
    return 0


def _said(way: Way) -> str:
    words = {"made": way.made, "checked": way.checked, "used": way.used}
    dates = [f"{word} {_day(time)}" for word, time in words.items() if time]
    if way.kind == "recovery" and not way.confirmed:
        dates.append("not confirmed")
    return ", ".join(dates)


def _day(time: int) -> str:
    return datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%d")


def _as_json(way: Way) -> dict[str, object]:
    times = {
        "made": way.made,
        "confirmed": way.confirmed,
        "checked": way.checked,
        "used": way.used,
        "name": way.name,
    }
    return {"id": way.id, "kind": way.kind, **{key: value for key, value in times.items() if value}}
