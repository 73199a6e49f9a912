"""``warifu vault rotate``: a new master key, when somebody may know the password."""

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
    add_command(commands, "rotate", "give the vault a new key, as somebody may know its password", run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Ask for the password until now and a new one; every other way to unlock has to be made again."""
    if context.input.by_code:
        raise NotPossible(
            "A new key is made with the password.", hint="Set one first: warifu vault change-password"
        )
    session = context.session()
    old = context.unlock(session)
    try:
        new = context.input.new_password()
        if new == old:
            raise NotPossible("The new password is the old one, which somebody may know.")
        settled(lambda done, failed: session.ways.rotate(old, new, done, failed))
    finally:
        session.lock()
    if context.json:
        output.say_json({"rotated": True})
    else:
        output.say(
            "The vault has a new key, and only the new password opens it. Copies made before keep the old"
        )
        output.say("password. Make a new recovery code: warifu vault recovery-code")
    return 0
