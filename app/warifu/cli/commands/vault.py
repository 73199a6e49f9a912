"""``warifu vault``: the commands about the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli.commands import vault_change_password, vault_info
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command and those below it."""
    parser = add_command(commands, "vault", "look at the vault file, or change its password", None)
    below = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    vault_info.register(below)
    vault_change_password.register(below)
