"""``warifu list``: the accounts, without their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.parser import add_command

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "list", "list the accounts", run)
    parser.add_argument("--show-secrets", action="store_true", help="show each secret in base32, too")
    parser.add_argument("--trash", action="store_true", help="list the trash instead")


def run(context: Context, options: argparse.Namespace) -> int:
    """List the accounts in the user's own order."""
    with context.opened() as opened:
        accounts = opened.store.trashed() if options.trash else opened.store.accounts()
    if context.json:
        output.say_json([output.as_json(account, show_secret=options.show_secrets) for account in accounts])
    elif accounts:
        output.table(_row(account, show_secret=options.show_secrets) for account in accounts)
    return 0


def _row(account: Account, *, show_secret: bool) -> list[str]:
    tags = " ".join(f"#{tag}" for tag in account.tags)
    row = [account.name, account.account if account.account != account.name else "", tags]
    return [*row, account.otp.secret.base32()] if show_secret else row
