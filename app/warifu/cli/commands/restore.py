"""``warifu restore``: take an account out of the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.finding import find
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "restore", "take an account out of the trash", run)
    parser.add_argument("query", metavar="QUERY", help="title, account, id, or words of them")


def run(context: Context, options: argparse.Namespace) -> int:
    """Bring it back as it was."""
    with context.opened() as opened:
        account = find(opened.store.trashed(), options.query)
        opened.store.untrash(account.id)
        opened.save()
        restored = opened.store.get(account.id) or account
    if context.json:
        output.say_json(output.as_json(restored))
    else:
        output.say(f"Restored {output.name_of(restored)}.")
    return 0
