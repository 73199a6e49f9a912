"""``warifu vault remove-way``: let something open the vault no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.context import settled
from warifu.cli.parser import add_command
from warifu.core.errors import NotPossible

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        commands, "remove-way", "let a recovery code or a stored key open the vault no more", run
    )
    parser.add_argument("id", metavar="ID", help="as `warifu vault ways` lists it")


def run(context: Context, options: argparse.Namespace) -> int:
    """Take it out of the file; copies made before keep it."""
    with context.opened() as vault:
        ways = vault.session.ways
        ways.look()
        if options.id not in {way.id for way in ways.known}:
            raise NotPossible("Nothing with this id opens the vault.", hint="See: warifu vault ways")
        settled(lambda done, failed: ways.remove(options.id, done, failed))
    if context.json:
        output.say_json({"removed": options.id})
    else:
        output.say("It opens the vault no more. Copies of the vault that you made before keep it.")
    return 0
