"""``warifu scan``: what the QR codes in pictures say, and the accounts that they mean."""

from __future__ import annotations

import contextlib
import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.icons import suggested_icon
from warifu.cli.parser import add_command
from warifu.core.clean import clean_line
from warifu.core.errors import AppError
from warifu.core.intake import combined, missing_of
from warifu.core.scanned import recognise_code

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from warifu.cli.context import Context, OpenedVault
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account
    from warifu.services.scanning import Gathering, PictureReader

_STDIN = "-"
_WIDEST = 8 * 1024  # characters of one text or file name, more than a QR code holds


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What one file gave: each text with the accounts that it means, and what is wrong."""

    file: str
    codes: tuple[tuple[str, tuple[Account, ...]], ...] = ()
    problems: tuple[str, ...] = ()


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "scan", "read the QR codes in pictures", run)
    parser.add_argument(
        "images",
        metavar="IMAGE",
        nargs="+",
        help="a PNG, JPEG, WebP, BMP, GIF, SVG or PDF file, or - for standard input",
    )
    parser.add_argument("--add", action="store_true", help="add the accounts to the vault")
    parser.add_argument(
        "--keep-both", action="store_true", help="add them though their secret is there already"
    )


def run(context: Context, options: argparse.Namespace) -> int:
    """Print texts and accounts, with --add store the accounts; 1 where anything is wrong or missing."""
    from warifu.services.scanning import Gathering, PictureReader

    gathering = Gathering()
    with contextlib.ExitStack() as stack:
        reader = stack.enter_context(PictureReader())
        opened = _before_standard_input(context, options, stack)
        scanned = [_scanned(context, name, reader, gathering) for name in dict.fromkeys(options.images)]
        wrong = _tell(context, scanned, gathering)
        added: list[Account] | None = None
        if options.add:
            added, skipped = _add(context, options, gathering, opened)
            wrong = wrong or skipped
    if context.json:
        output.say_json(_as_json(scanned, gathering, added))
    return 1 if wrong else 0


def _before_standard_input(
    context: Context, options: argparse.Namespace, stack: contextlib.ExitStack
) -> OpenedVault | None:
    """Where a picture comes from standard input, take the password's line before it."""
    if _STDIN not in options.images or not context.input.password_stdin:
        return None
    if options.add:
        return stack.enter_context(context.opened())
    context.input.password()
    return None


def _scanned(context: Context, name: str, reader: PictureReader, gathering: Gathering) -> _Scanned:
    try:
        result = reader.read_picture(_content(context, name))
    except AppError as refused:
        return _Scanned(name, problems=(str(refused),))
    texts = [found.text for found in result.texts]
    gathering.add(texts)
    intakes = [recognise_code(text) for text in texts]
    problems = [
        f"{problem.title} {problem.hint}".strip()
        for intake in intakes
        for problem in intake.problems
        if problem not in missing_of(intake.batches)
    ]
    if not texts:
        problems.append("No QR code was found in it.")
    if result.left_out:
        problems.append(f"Its last {result.left_out} pages were not read.")
    accounts = (tuple(map(_titled, combined([intake]).accounts)) for intake in intakes)
    return _Scanned(name, tuple(zip(texts, accounts, strict=True)), tuple(dict.fromkeys(problems)))


def _content(context: Context, name: str) -> bytes:
    """The bytes of a file, at most one more than is read."""
    from warifu.scan.pictures import MAX_FILE
    from warifu.services.paths import in_full

    if name == _STDIN:
        return context.input.data(MAX_FILE + 1)
    try:
        with in_full(name).open("rb") as file:
            return file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise AppError("There is no such file.") from None
    except (OSError, ValueError):
        raise AppError("The file cannot be read.") from None


def _titled(account: Account) -> Account:
    return dataclasses.replace(account, title=account.title or account.issuer)


def _tell(context: Context, scanned: Iterable[_Scanned], gathering: Gathering) -> bool:
    """Print what was read, and on standard error what is wrong; whether anything is."""
    wrong = False
    for each in scanned:
        name = clean_line(each.file, _WIDEST)
        if each.codes and not context.json:
            _say(name, each)
        for problem in each.problems:
            output.note(f"{name}: {problem}")
            wrong = True
    for transfer in gathering.transfers:
        if transfer.missing:
            output.note(f"Of a transfer from Google Authenticator, {transfer.progress}.")
    for missing in missing_of(gathering.intake.batches):
        output.note(f"{missing.title} {missing.hint}")
        wrong = True
    return wrong


def _say(name: str, scanned: _Scanned) -> None:
    output.say(name)
    for text, accounts in scanned.codes:
        output.say(f"  {clean_line(text, _WIDEST)}")
        for account in accounts:
            output.say(f"    {_described(account)}")


def _described(account: Account) -> str:
    """“GitHub” (ada), TOTP"""
    name = output.name_of(account)
    user = f" ({output.shown(account.account)})" if account.account not in {"", account.name} else ""
    return f"{name}{user}, {account.otp.type.value.upper()}"


def _add(
    context: Context, options: argparse.Namespace, gathering: Gathering, opened: OpenedVault | None
) -> tuple[list[Account], bool]:
    """Say what will be added and add it; the accounts, and whether some are there already."""
    accounts = [_titled(account) for account in gathering.intake.accounts]
    if not accounts:
        return [], False
    if not context.json:
        names = ", ".join(output.name_of(account) for account in accounts)
        output.say(f"To be added to the vault: {names}.")
    with opened or context.opened() as vault:
        new = [each for each in accounts if options.keep_both or not vault.store.twins(each.otp)]
        for account in accounts:
            if account not in new:
                output.note(f"{output.name_of(account)} is there already; --keep-both adds it all the same.")
        completed = [dataclasses.replace(account, icon=suggested_icon(account)) for account in new]
        ids = vault.store.add(*completed) if completed else ()
        vault.save()
        added = [each for i in ids if (each := vault.store.get(i)) is not None]
    if not context.json:
        for account in added:
            output.say(f"Added {output.name_of(account)}.")
    return added, len(new) < len(accounts)


def _as_json(
    scanned: Iterable[_Scanned], gathering: Gathering, added: list[Account] | None
) -> dict[str, Any]:
    """Secrets are shown, for the texts that hold them are what was asked for."""
    value: dict[str, Any] = {
        "files": [
            {
                "file": each.file,
                "texts": [text for text, _ in each.codes],
                "accounts": [_account_as_json(account) for _, accounts in each.codes for account in accounts],
                "problems": list(each.problems),
            }
            for each in scanned
        ],
        "transfers": [
            {"read": each.read, "size": each.size, "missing": list(each.missing)}
            for each in gathering.transfers
        ],
    }
    return value if added is None else {**value, "added": [output.as_json(account) for account in added]}


def _account_as_json(account: Account) -> dict[str, Any]:
    fields = output.as_json(account, show_secret=True)
    return {key: value for key, value in fields.items() if key not in {"id", "pinned"}}
