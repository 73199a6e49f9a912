"""``warifu remove``: put an account into the trash."""

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
    parser = add_command(commands, "remove", "put an account into the trash", run)
    parser.add_argument("query", metavar="QUERY", help="title, account, id, or words of them")


def run(context: Context, options: argparse.Namespace) -> int:
    """Put it into the trash, from where ``restore`` takes it back."""
    with context.opened() as opened:
        account = find(opened.store.accounts(), options.query)
        opened.store.trash(account.id)
        opened.save()
        trashed = opened.store.get(account.id) or account
    if context.json:
        output.say_json(output.as_json(trashed))
    else:
        output.say(f"{output.name_of(account)} is in the trash for 30 days: warifu restore brings it back.")
    return 0
