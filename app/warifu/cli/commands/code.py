"""``warifu code``: print a code, or put it on the clipboard."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.clipboard import copy
from warifu.cli.commands.clock import warn
from warifu.cli.finding import find
from warifu.cli.parser import add_command
from warifu.core.account import OtpType
from warifu.core.otp import codes_around
from warifu.services.copying import Which
from warifu.settings.file import Settings
from warifu.settings.schema import CLIPBOARD_SECONDS

if TYPE_CHECKING:
    from warifu.cli.context import Context, OpenedVault
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account
    from warifu.core.otp import Code

_LATEST = 1 << 40  # Unix seconds, in the year 36,812


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "code", "print the code of an account", run)
    parser.add_argument("query", metavar="QUERY", help="title, account, id, or words of them")
    parser.add_argument("--at", type=_unix_time, metavar="UNIX", help="at another time, in Unix seconds")
    parser.add_argument("--next", action="store_true", help="the code after that one")
    parser.add_argument("--copy", action="store_true", help="put it on the clipboard instead of printing it")


def run(context: Context, options: argparse.Namespace) -> int:
    """Print the code alone. A counter moves on, unless the code was of another time or the next one."""
    with context.opened() as opened:
        account = find(opened.store.accounts(), options.query)
        codes = codes_around(account, context.clock.now() if options.at is None else options.at)
        which = Which.NEXT if options.next else Which.CURRENT
        code = codes.next if which is Which.NEXT else codes.current
        if options.copy:
            _copy(context, code, account)
        elif context.json:
            output.say_json(_as_json(code))
        else:
            output.say(code.value)
        if account.otp.type is not OtpType.HOTP and options.at is None:
            warn(context)
        if account.otp.type is OtpType.HOTP and options.at is None and not options.next:
            _count(opened, account)
    return 0


def _copy(context: Context, code: Code, account: Account) -> None:
    seconds = Settings(context.profile.settings).get(CLIPBOARD_SECONDS)
    copy(code.value, seconds)
    if context.json:
        output.say_json({"copied": True, "clears_in": seconds})
    else:
        output.say(f"Copied the code of {output.name_of(account)}; it is cleared in {seconds} seconds.")


def _count(opened: OpenedVault, account: Account) -> None:
    """Move the counter past the code that was given out, and save that."""
    opened.store.advance_counter(account.id)
    opened.store.note_use(account.id)
    if not opened.session.read_only:
        opened.save()


def _as_json(code: Code) -> dict[str, str | int | None]:
    return {"value": code.value, "valid_from": code.valid_from, "valid_until": code.valid_until}


def _unix_time(untrusted: str) -> float:
    """Seconds since 1970; whole or not."""
    try:
        time = float(untrusted)
    except ValueError:
        time = -1.0
    if not 0 <= time <= _LATEST:
        raise argparse.ArgumentTypeError("give seconds since 1970, as date +%%s prints them")
    return time
