"""``warifu add``: take in secrets and links from standard input or a prompt."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.icons import icon_named, suggested_icon
from warifu.cli.input import UsageError
from warifu.cli.parser import add_command
from warifu.core.account import MAX_TITLE, Account
from warifu.core.base32 import strength_warning
from warifu.core.clean import clean_line, clean_tags
from warifu.core.errors import AppError, BadText
from warifu.core.intake import recognise

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.intake import Problem
    from warifu.services.store import Store

_PROMPT = "Secret or link: "


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "add", "add an account; its secret or link comes from standard input", run)
    parser.add_argument("--title", metavar="T", help="what to call it")
    parser.add_argument("--account", metavar="A", help="your name at the site")
    parser.add_argument("--icon", metavar="NAME", help="the brand whose icon it gets")
    parser.add_argument("--tag", metavar="X", action="append", default=[], help="a tag; may be given again")
    parser.add_argument("--keep-both", action="store_true", help="add it though its secret is there already")


def run(context: Context, options: argparse.Namespace) -> int:
    """Add what the text holds; lines that hold nothing are told, and the others are added all the same."""
    with context.opened() as opened:
        intake = recognise(context.input.text(_PROMPT))
        if not intake.accounts:
            raise _refusal(intake.problems)
        if len(intake.accounts) > 1 and (options.title or options.account):
            raise UsageError("--title and --account fit one account, and the text holds several.")
        accounts = [_completed(account, options) for account in intake.accounts]
        if not options.keep_both:
            _refuse_twins(opened.store, accounts)
        ids = opened.store.add(*accounts)
        opened.save()
        added = [account for i in ids if (account := opened.store.get(i)) is not None]
    _tell(context, added)
    return _told_problems(intake.problems)


def _completed(account: Account, options: argparse.Namespace) -> Account:
    """The account with what the arguments say of it, and an icon that fits its names."""
    account = dataclasses.replace(
        account,
        title=clean_line(options.title or account.title or account.issuer, MAX_TITLE),
        account=clean_line(options.account or account.account, MAX_TITLE),
        tags=clean_tags(options.tag) or account.tags,
    )
    if options.icon:
        return dataclasses.replace(account, icon=icon_named(options.icon))
    return dataclasses.replace(account, icon=suggested_icon(account))


def _refuse_twins(store: Store, accounts: list[Account]) -> None:
    if any(store.twins(account.otp) for account in accounts):
        raise AppError("This secret is in the vault already.", hint="Add it all the same with --keep-both.")


def _refusal(problems: tuple[Problem, ...]) -> BadText:
    if not problems:
        return BadText("There is no secret and no link in the text.")
    return BadText(problems[0].title, hint=problems[0].hint)


def _tell(context: Context, added: list[Account]) -> None:
    if context.json:
        output.say_json([output.as_json(account) for account in added])
        return
    for account in added:
        output.say(f"Added {output.name_of(account)}.")
        warning = strength_warning(account.otp.secret)
        if warning is not None:
            output.note(str(warning))


def _told_problems(problems: tuple[Problem, ...]) -> int:
    """One sentence for each line that was not understood, and the status that follows."""
    for problem in problems:
        place = f"line {problem.line}: " if problem.line is not None else ""
        output.note(f"{place}{problem.title} {problem.hint}".strip())
    return 1 if problems else 0
