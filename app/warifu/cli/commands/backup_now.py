"""``warifu backup now``: make a backup and prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.backups import accounts, answer, services
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "now", "make a backup, open it again and count its accounts", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Write it into the folder of backups; needless ones go once it is proved."""
    with context.opened() as opened:
        backing_up, _restoring = services(context, opened.session)
        made = answer(backing_up.now)
        count = len(opened.store.accounts())
    if context.json:
        output.say_json({"path": str(made.path), "time": made.time, "accounts": count, "size": made.size})
    else:
        output.say(f"Backed up {accounts(count)} to {made.path}")
    return 0
