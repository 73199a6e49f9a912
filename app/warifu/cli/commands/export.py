"""``warifu export``: accounts into a file that another app reads, or into a Warifu file of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.finding import find
from warifu.cli.input import UsageError
from warifu.cli.parser import add_command
from warifu.core.errors import AppError
from warifu.formats.base import Form

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account
    from warifu.formats.base import Format
    from warifu.services.exporting import Plan


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "export", "write accounts into a file for another app", run)
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write")
    parser.add_argument("--format", default="warifu", metavar="F", help="see formats; warifu unless given")
    parser.add_argument("--plain", action="store_true", help="write the secrets as they are, not encrypted")
    parser.add_argument(
        "--file-password-stdin",
        action="store_true",
        help="read the password of the file from the line after the vault's",
    )
    parser.add_argument("--only", metavar="QUERY", action="append", help="only this account; may be repeated")
    parser.add_argument("--dry-run", action="store_true", help="only say what the file would not hold")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def run(context: Context, options: argparse.Namespace) -> int:
    """Say what the format cannot hold, then write the file; 1 where an account is left out."""
    from warifu.services.exporting import export_bytes, plan, target_named, write_file

    target = target_named(options.format)
    with context.opened() as vault:
        accounts = _chosen(vault.store.accounts(), options.only)
        planned = plan(target, accounts)
        if not context.json:
            _tell(planned)
        if not options.dry_run:
            password = _password(context, options, target)
            content = export_bytes(target, planned.accounts, password)
            write_file(options.file, content, vault=context.vault, replace=options.replace)
            _told(context, options, target, planned, encrypted=bool(password))
        elif context.json:
            output.say_json(_as_json(target, planned, written=False, encrypted=None))
    return 1 if planned.refused else 0


def _chosen(accounts: tuple[Account, ...], queries: list[str] | None) -> tuple[Account, ...]:
    if not queries:
        return accounts
    wanted = {find(accounts, query).id for query in queries}
    return tuple(account for account in accounts if account.id in wanted)


def _password(context: Context, options: argparse.Namespace, target: Format) -> str:
    """The file's password, or an empty one for a file that is plainly wanted so."""
    forms = target.writer.forms if target.writer is not None else Form.NONE
    if options.plain:
        if Form.PLAIN not in forms:
            raise AppError("This format is always encrypted.", hint="Leave --plain out.")
        return ""
    if options.file_password_stdin:
        password = context.input.line()
    elif Form.ENCRYPTED not in forms:
        raise UsageError(
            "This format cannot be encrypted: whoever gets the file has all codes.",
            hint="Choose another format, or confirm with --plain.",
        )
    else:
        password = context.input.new_file_password()
    if Form.ENCRYPTED not in forms:
        raise AppError("This format cannot be encrypted.", hint="Choose another format, or --plain.")
    if target.id == "warifu":
        from warifu.vault.password import require_good

        require_good(password)
    if not password:
        raise AppError("The password of the file is empty.")
    return password


def _tell(planned: Plan) -> None:
    for account, reason in planned.refused:
        output.note(f"{output.name_of(account)} is left out: {reason}")
    for account, lost in planned.written:
        for sentence in lost:
            output.note(f"{output.name_of(account)}: {sentence}")


def _told(
    context: Context, options: argparse.Namespace, target: Format, planned: Plan, *, encrypted: bool
) -> None:
    from warifu.platforms.second_place import cloud_above
    from warifu.services.paths import in_full

    cloud = cloud_above(in_full(options.file).absolute())
    if not encrypted:
        output.note("The file is not encrypted: whoever gets it has all these codes.")
        if cloud:
            output.note(f"It lies in a folder of {cloud}, which may copy it to other computers.")
    if context.json:
        output.say_json(_as_json(target, planned, written=True, encrypted=encrypted))
    else:
        count = len(planned.written)
        output.say(f"Wrote {count} {'account' if count == 1 else 'accounts'} for {target.name}.")


def _as_json(target: Format, planned: Plan, *, written: bool, encrypted: bool | None) -> dict[str, Any]:
    return {
        "format": target.id,
        "written": written,
        "encrypted": encrypted,
        "accounts": [
            {"id": account.id, "title": account.title, "lost": [str(each) for each in lost]}
            for account, lost in planned.written
        ],
        "refused": [
            {"id": account.id, "title": account.title, "reason": str(reason)}
            for account, reason in planned.refused
        ],
    }
