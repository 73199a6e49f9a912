"""``warifu diagnostics``: facts for somebody who helps, out of a list that holds nothing of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    help_line = "facts to send to somebody who helps: no names, no paths, no secrets"
    add_command(commands, "diagnostics", help_line, run)


def run(context: Context, _options: argparse.Namespace) -> int:
    """Print the facts, without opening the vault."""
    from warifu.platforms.features import features
    from warifu.services import diagnostics
    from warifu.services.look import look
    from warifu.settings.file import Settings

    state, _problem = look(context.vault, was_here=False)
    subject = diagnostics.Subject(context.profile, context.vault, state, accounts=None)
    facts = diagnostics.collect(subject, Settings(context.profile.settings), context.clock.now())
    facts |= features()
    if context.json:
        output.say_json(diagnostics.allowed(facts))
    else:
        for line in diagnostics.as_text(facts).splitlines():
            output.say(line)
    return 0
