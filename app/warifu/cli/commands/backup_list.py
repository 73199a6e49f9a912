"""``warifu backup list``: the backups by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.backups import accounts, answer, moment, services
from warifu.cli.parser import add_command
from warifu.services.restoring import Held

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "list", "the backups by date", run)
    parser.add_argument(
        "--compare", action="store_true", help="open each with the vault's password and count"
    )


def run(context: Context, options: argparse.Namespace) -> int:
    """Print the latest first; without ``--compare`` as the files describe themselves."""
    if options.compare:
        with context.opened() as opened:
            found = answer(services(context, opened.session)[1].held)
    else:
        described = answer(services(context, context.session())[1].find)
        found = [Held(each) for each in described]
    if context.json:
        output.say_json([_as_json(each, counted=options.compare) for each in found])
    elif found:
        output.table(_row(each, counted=options.compare) for each in found)
    else:
        output.note("There is no backup yet.")
    return 0


def _row(held: Held, *, counted: bool) -> tuple[str, ...]:
    backup = held.backup
    row = (moment(backup.time), str(backup.kind), backup.path.name)
    return (*row[:2], _counts(held), row[2]) if counted else row


def _counts(held: Held) -> str:
    if held.accounts is None:
        return "damaged, or of another key"
    parts = [accounts(held.accounts)]
    parts += [f"{number} {word}" for number, word in _differences(held) if number]
    return ", ".join(parts)


def _differences(held: Held) -> tuple[tuple[int, str], ...]:
    return (
        (held.missing, "missing today"),
        (held.changed, "changed since"),
        (held.newer, "newer than it"),
    )


def _as_json(held: Held, *, counted: bool) -> dict[str, Any]:
    backup = held.backup
    fields: dict[str, Any] = {
        "path": str(backup.path),
        "time": backup.time,
        "kind": str(backup.kind),
        "vault_id": backup.vault_id,
        "size": backup.size,
    }
    if counted:
        fields |= {
            "opens": held.accounts is not None,
            "accounts": held.accounts,
            "missing_today": held.missing,
            "changed_since": held.changed,
            "newer_than_it": held.newer,
        }
    return fields
