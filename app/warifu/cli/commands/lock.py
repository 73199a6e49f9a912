"""``warifu lock``: have the running window forget its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli.parser import add_command
from warifu.core.errors import NotPossible

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    add_command(commands, "lock", "lock the window that is open, also one in the tray", run)


def run(context: Context, options: argparse.Namespace) -> int:
    """Tell the running Warifu of this profile, or of the vault that is named. Raises NotPossible."""
    from warifu.platforms.single_instance import instance
    from warifu.platforms.single_instance.base import Lock

    named = context.vault if options.vault else None
    try:
        door = instance(context.profile.door_name(named))
        if door.claim():
            door.release()
            raise NotPossible("No Warifu is running that could be locked.")
        answered = door.send(Lock())
    except OSError:
        answered = False
    if not answered:
        raise NotPossible("The running Warifu does not answer.", hint="End it to have its keys forgotten.")
    return 0
