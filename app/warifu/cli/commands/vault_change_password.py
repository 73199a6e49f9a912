"""``warifu vault change-password``: let another password open the vault."""

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
    add_command(commands, "change-password", "let another password open the vault", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Wrap the same key for the new password; copies of the file keep the old one.

    Whoever opened the vault by its recovery code needs no old password.
    """
    session = context.session()
    old = context.unlock(session)
    new = context.input.new_password()
    try:
        if context.input.by_code:
            settled(lambda done, failed: session.ways.set_password(new, done, failed))
        elif new == old:
            raise NotPossible("The new password is the old one.")
        else:
            settled(lambda done, failed: session.change_password(old, new, done, failed))
    finally:
        session.lock()
    if context.json:
        output.say_json({"changed": True})
    else:
        output.say("The password is changed. Copies of the vault that you made before keep the old one.")
    return 0
