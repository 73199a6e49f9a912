"""``warifu init``: make an empty vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.context import settled
from warifu.cli.parser import add_command
from warifu.core.errors import VaultExists
from warifu.core.text import Text
from warifu.services.look import SessionState

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "init", "make an empty vault", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Ask for a good password and make the vault; a file that is there is never overwritten."""
    session = context.session()
    if session.state is not SessionState.NO_VAULT:
        where = Text("It is at {path}.", path=str(context.vault))
        raise VaultExists("There is a file already, and it is never overwritten.", where)
    password = context.input.new_password()
    settled(lambda done, failed: session.create(password, done, failed))
    session.lock()
    if context.json:
        output.say_json({"vault": str(context.vault)})
    else:
        output.say(
            f"The vault is at {context.vault}. Nobody can open it without the password: keep that well."
        )
        output.say("For the day it is forgotten, make a recovery code: warifu vault recovery-code")
    return 0
