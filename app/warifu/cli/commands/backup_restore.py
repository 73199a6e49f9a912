"""``warifu backup restore``: accounts of a backup back into the vault, or the vault itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.cli import output
from warifu.cli.backups import accounts, answer, chosen, services, typed
from warifu.cli.context import settled
from warifu.cli.finding import find
from warifu.cli.input import UsageError
from warifu.cli.parser import add_command
from warifu.core.errors import BackupError, WrongPassword
from warifu.services.look import SessionState
from warifu.services.restoring import backups_in, contents_of, newest_that_opens, unlock_with

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account
    from warifu.core.errors import AppError
    from warifu.services.restoring import Contents, Restoring
    from warifu.services.session import Session


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "restore", "accounts of a backup back into the vault, or the vault", run)
    parser.add_argument("file", metavar="FILE", nargs="?", help="a backup; else the newest one")
    parser.add_argument(
        "--only", metavar="QUERY", action="append", default=[], help="this account; may be repeated"
    )
    parser.add_argument(
        "--replace", action="store_true", help="put accounts that the backup lacks into the trash"
    )


def run(context: Context, options: argparse.Namespace) -> int:
    """Where no vault can be read, make it of the backup; else add and change, after a copy of today's."""
    if options.only and options.replace:
        raise UsageError("--only and --replace contradict each other.")
    session = context.session()
    if session.state is SessionState.LOCKED:
        return _into_vault(context, options, session)
    return _new_vault(context, options, session)


def _new_vault(context: Context, options: argparse.Namespace, session: Session) -> int:
    if options.only:
        raise UsageError("--only needs a vault that can be opened.")
    backing_up, restoring = services(context, session)
    if options.file is not None:
        paths = [chosen(options.file, context, backing_up.folder)]
    else:
        paths = [each.path for each in backups_in(backing_up.folder)]
    unlock = unlock_with(typed(context))
    path = newest_that_opens(paths, unlock)[0].path
    settled(lambda done, failed: restoring.begin_from(path, unlock, done, failed))
    count = len(session.store.accounts()) if session.store is not None else 0
    session.lock()
    if context.json:
        output.say_json({"vault": str(context.vault), "accounts": count})
    else:
        output.say(f"The vault is back at {context.vault}, with {accounts(count)}.")
    return 0


def _into_vault(context: Context, options: argparse.Namespace, session: Session) -> int:
    backing_up, restoring = services(context, session)
    path = chosen(options.file, context, backing_up.folder)
    password = context.unlock(session)
    try:
        contents = _opened(context, restoring, path, password)
        wanted = _wanted(contents.accounts, options.only)
        changed = _restored(restoring, wanted, others_to_trash=options.replace)
        settled(session.flush)
    finally:
        session.lock()
    if context.json:
        output.say_json({"restored": list(changed)})
    else:
        output.say(f"Brought back or changed: {accounts(len(changed))}; a copy of the vault before is kept.")
    return 0


def _opened(context: Context, restoring: Restoring, path: Path, password: str) -> Contents:
    """With the vault's own key, whatever its password was then; another vault's with what opens that one."""

    def start(done: Callable[[Contents], None], failed: Callable[[AppError], None]) -> None:
        restoring.open_own(path, done, failed)

    try:
        return answer(start)
    except BackupError:
        if not password:
            raise
    try:
        return contents_of(path, unlock_with(password))
    except WrongPassword:
        return contents_of(path, unlock_with(_password_of_backup(context)))


def _password_of_backup(context: Context) -> str:
    prompt = "Password of the backup, or its recovery code: "
    try:
        return context.input.line() if context.input.scripted else context.input.asked(prompt)
    except UsageError:
        raise WrongPassword(
            "This backup has another password than the vault.",
            hint="Give it on the line after the vault's.",
        ) from None


def _restored(restoring: Restoring, wanted: Sequence[Account], *, others_to_trash: bool) -> tuple[str, ...]:
    def start(done: Callable[[tuple[str, ...]], None], failed: Callable[[AppError], None]) -> None:
        restoring.restore(wanted, done, failed, others_to_trash=others_to_trash)

    return answer(start)


def _wanted(held: Sequence[Account], queries: Sequence[str]) -> Sequence[Account]:
    return [find(held, query) for query in queries] if queries else held
