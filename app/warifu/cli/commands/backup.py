"""``warifu backup``: make, list, prove and use backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli.commands import backup_list, backup_now, backup_restore, backup_test
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command and those below it."""
    parser = add_command(commands, "backup", "make, list, prove and use backups of the vault", None)
    below = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (backup_now, backup_list, backup_test, backup_restore):
        command.register(below)
