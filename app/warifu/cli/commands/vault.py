"""``warifu vault``: the commands about the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli.commands import (
    vault_change_password,
    vault_info,
    vault_recovery_code,
    vault_remove_way,
    vault_rotate,
    vault_ways,
)
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command and those below it."""
    parser = add_command(commands, "vault", "look at the vault file, or change what opens it", None)
    below = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (
        vault_info,
        vault_ways,
        vault_change_password,
        vault_recovery_code,
        vault_rotate,
        vault_remove_way,
    ):
        command.register(below)
