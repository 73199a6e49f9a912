"""``warifu backup test``: open the newest backup with the real password, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.backups import chosen, moment, services, typed
from warifu.cli.parser import add_command
from warifu.services.restoring import accounts_with_code, contents_of

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "test", "open a backup with the password, and change nothing", run)
    parser.add_argument("file", metavar="FILE", nargs="?", help="a backup; else the newest one")


def run(context: Context, options: argparse.Namespace) -> int:
    """Make a code of every account in it; neither the vault nor the backup is written."""
    from warifu.services.restoring import unlock_with

    backing_up, _restoring = services(context, context.session())
    path = chosen(options.file, context, backing_up.folder)
    contents = contents_of(path, unlock_with(typed(context)))
    now, total = context.clock.now(), len(contents.accounts)
    opened = accounts_with_code(contents.document, contents.accounts, now)
    if options.file is None:
        backing_up.note(tested=int(now), opened=opened, tested_of=total)
    if context.json:
        output.say_json({"path": str(path), "time": contents.time, "opened": opened, "accounts": total})
    else:
        output.say(f"{opened} of {total} accounts opened, in the backup of {moment(contents.time)}.")
    return 0 if opened == total else 1
