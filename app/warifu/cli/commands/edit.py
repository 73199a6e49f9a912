"""``warifu edit``: change what is known of an account."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.finding import find
from warifu.cli.icons import icon_named
from warifu.cli.input import UsageError
from warifu.cli.parser import add_command
from warifu.core.account import MAX_TITLE, Algorithm, Icon, OtpType
from warifu.core.clean import clean_line, clean_note, clean_tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account, Otp


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "edit", "change an account", run)
    parser.add_argument("query", metavar="QUERY", help="title, account, id, or words of them")
    parser.add_argument("--title", metavar="T", help="what to call it")
    parser.add_argument("--account", metavar="A", help="your name at the site")
    parser.add_argument("--issuer", metavar="I", help="what the site calls itself")
    parser.add_argument("--icon", metavar="NAME", help="the brand whose icon it gets, or nothing")
    parser.add_argument(
        "--tag", metavar="X", action="append", help="its tags from now on; may be given again"
    )
    parser.add_argument("--no-tags", action="store_true", help="take away all tags")
    parser.add_argument("--note-stdin", action="store_true", help="read its note from standard input")
    pins = parser.add_mutually_exclusive_group()
    pins.add_argument("--pin", dest="pinned", action="store_const", const=True, help="keep it at the top")
    pins.add_argument("--unpin", dest="pinned", action="store_const", const=False, help="no longer so")
    _add_otp_options(parser)


def _add_otp_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("how codes are made; the site decides that")
    group.add_argument("--type", type=OtpType, choices=list(OtpType), metavar="TYPE", help=_words(OtpType))
    group.add_argument(
        "--algorithm", type=_algorithm, choices=list(Algorithm), metavar="HASH", help=_words(Algorithm)
    )
    group.add_argument("--digits", type=_whole(5, 10), metavar="N", help="5 to 10")
    group.add_argument("--period", type=_whole(1, 86_400), metavar="SECONDS", help="seconds a code is valid")
    group.add_argument("--counter", type=_whole(0, (1 << 63) - 1), metavar="N", help="of HOTP's next code")


def run(context: Context, options: argparse.Namespace) -> int:
    """Change what the arguments name and leave the rest."""
    with context.opened() as opened:
        account = find(opened.store.accounts(), options.query)
        fields = _fields(context, options, account)
        if not fields:
            raise UsageError("Nothing to change was given.")
        opened.store.edit(account.id, **fields)
        opened.save()
        changed = opened.store.get(account.id) or account
    if context.json:
        output.say_json(output.as_json(changed))
    else:
        output.say(f"Changed {output.name_of(changed)}.")
    return 0


def _fields(context: Context, options: argparse.Namespace, account: Account) -> dict[str, Any]:
    texts = {name: getattr(options, name) for name in ("title", "account", "issuer")}
    fields: dict[str, Any] = {
        name: clean_line(text, MAX_TITLE) for name, text in texts.items() if text is not None
    }
    if options.icon is not None:
        fields["icon"] = icon_named(options.icon) if options.icon else Icon()
    if options.tag and options.no_tags:
        raise UsageError("--tag and --no-tags exclude each other.")
    if options.tag or options.no_tags:
        fields["tags"] = clean_tags(options.tag or [])
    if options.note_stdin:
        fields["note"] = clean_note(context.input.text("Note: ")).rstrip("\n")
    if options.pinned is not None:
        fields["pinned"] = options.pinned
    if options.counter is not None:
        fields["counter"] = options.counter
    otp = _otp(options, account.otp)
    return {**fields, "otp": otp} if otp != account.otp else fields


def _otp(options: argparse.Namespace, otp: Otp) -> Otp:
    """The way of making codes as the arguments want it."""
    names = ("type", "algorithm", "digits", "period")
    wanted = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return dataclasses.replace(otp, **wanted)


def _algorithm(untrusted: str) -> Algorithm:
    return Algorithm(untrusted.upper().replace("-", ""))


def _words(choices: type[OtpType | Algorithm]) -> str:
    return ", ".join(choice.value for choice in choices)


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(untrusted: str) -> int:
        if not untrusted.isdecimal() or len(untrusted) > len(str(high)) or not low <= int(untrusted) <= high:
            raise argparse.ArgumentTypeError(f"give a whole number from {low} to {high}")
        return int(untrusted)

    return parse
