"""``warifu completion``: what makes a shell complete the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers

SHELLS = ("bash", "zsh", "fish", "powershell")


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "completion", "print a script that completes these commands", run)
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(_context: Context, options: argparse.Namespace) -> int:
    """Print the script for one shell; it asks ``warifu`` itself, so it is never out of date."""
    from argcomplete.shell_integration import shellcode

    output.say(shellcode(["warifu"], shell=options.shell))
    return 0
