"""``warifu import``: accounts from the files of other apps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warifu.cli import output
from warifu.cli.icons import suggested_icon
from warifu.cli.parser import add_command
from warifu.core.account import OtpType
from warifu.core.errors import AppError
from warifu.formats.base import Keys

if TYPE_CHECKING:
    import argparse

    from warifu.cli.context import Context
    from warifu.cli.parser import Subparsers
    from warifu.core.account import Account
    from warifu.core.problem import Problem
    from warifu.formats.base import Imported
    from warifu.services.importing import Found, Preview, Taken
    from warifu.services.reading_files import ReadFile
    from warifu.services.scanning import PictureReader

_STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One file, read or refused."""

    name: str
    read: ReadFile | None = None
    refused: AppError | None = None

    @property
    def status(self) -> int:
        """0, 1 where nothing in it is readable, or what its error says."""
        if self.refused is not None:
            return self.refused.exit_status
        contents = self.read.contents if self.read is not None else None
        return 1 if contents is not None and contents.problems and not contents.entries else 0


def register(commands: Subparsers) -> None:
    """Add the command."""
    parser = add_command(commands, "import", "bring accounts from the files of other apps", run)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="what another app exported; - is standard input"
    )
    parser.add_argument("--format", default="", metavar="F", help="what it is, see formats; else found out")
    parser.add_argument(
        "--file-password-stdin",
        action="count",
        default=0,
        help="read the password of the files from the line after the vault's; twice for two passwords",
    )
    parser.add_argument("--key-file", type=Path, metavar="FILE", help="the key file of a KeePass database")
    parser.add_argument("--dry-run", action="store_true", help="only show what is in them; needs no vault")
    parser.add_argument("--show-secrets", action="store_true", help="print secrets and PINs as well")
    parser.add_argument(
        "--update", action="store_true", help="also change accounts that are here under another name"
    )


def run(context: Context, options: argparse.Namespace) -> int:
    """Read the files, show them, and take new accounts in unless --dry-run is given."""
    from warifu.services.scanning import PictureReader

    if options.format:
        from warifu.formats.registry import by_id

        by_id(options.format)
    if options.dry_run:
        keys = _keys(context, options)
        with _Lazy(PictureReader()) as pictures:
            outcomes = _together([_read(context, options, path, keys, pictures) for path in options.files])
        _tell(context, options, outcomes, None, None)
        return max(each.status for each in outcomes)
    with context.opened() as vault:
        keys = _keys(context, options)
        with _Lazy(PictureReader()) as pictures:
            outcomes = _together([_read(context, options, path, keys, pictures) for path in options.files])
        status = max(each.status for each in outcomes)
        read = [each.read for each in outcomes if each.read is not None]
        taken, preview = None, None
        if read:
            taken, preview = _taken(context, options, read, vault)
        _tell(context, options, outcomes, preview, taken)
        return status


class _Lazy:
    """A picture reader that is started by the first picture and ended in any case."""

    def __init__(self, reader: PictureReader) -> None:
        self._reader = reader

    def __enter__(self) -> PictureReader:
        return self._reader

    def __exit__(self, *_exception: object) -> None:
        self._reader.close()


def _keys(context: Context, options: argparse.Namespace) -> Keys:
    from warifu.services.export_reader import file_bytes

    passwords = tuple(context.input.line() for _ in range(options.file_password_stdin))
    return Keys(passwords, file_bytes(options.key_file) if options.key_file else b"")


def _read(
    context: Context, options: argparse.Namespace, path: Path, keys: Keys, pictures: PictureReader
) -> _Outcome:
    """Read one file; on a terminal its password is asked for where it has one."""
    from warifu.formats.errors import NeedsPassword
    from warifu.services.export_reader import FileReader
    from warifu.services.reading_files import read_file

    name = "standard input" if path == _STDIN else output.shown(path.name)
    try:
        piped = _piped(context, path)
        try:
            return _Outcome(name, read_file(path, keys, FileReader(), pictures, options.format, piped))
        except NeedsPassword:
            if context.input.scripted or options.file_password_stdin or not context.input.can_ask:
                raise
            typed = replace(keys, passwords=(context.input.asked(f"Password of {name}: "),))
            return _Outcome(name, read_file(path, typed, FileReader(), pictures, options.format, piped))
    except AppError as refused:
        return _Outcome(name, refused=refused)


def _piped(context: Context, path: Path) -> bytes | None:
    """What standard input or another pipe gives, once: a password that is asked for later needs it again."""
    from warifu.formats.untrusted import MAX_FILE
    from warifu.services.export_reader import of_fair_size, piped_bytes

    return of_fair_size(context.input.data(MAX_FILE + 1)) if path == _STDIN else piped_bytes(path)


def _together(outcomes: list[_Outcome]) -> list[_Outcome]:
    """The same with all pictures as one: a transfer in QR codes is spread over several."""
    from warifu.services.reading_files import of_texts

    pictures = [each for each in outcomes if each.read is not None and each.read.texts]
    if len(pictures) < 2:
        return outcomes
    read = [each.read for each in pictures if each.read is not None]
    whole = of_texts(read[0].path, [text for each in read for text in each.texts])
    rest = [each for each in outcomes if each not in pictures]
    return [*rest, _Outcome(", ".join(each.name for each in pictures), whole)]


def _taken(
    context: Context, options: argparse.Namespace, read: list[ReadFile], vault: Any
) -> tuple[Taken, Preview]:
    """Take in what is new, behind a backup that is never removed; what is left out is told."""
    from warifu.cli.context import settled
    from warifu.services.backing_up import BackingUp
    from warifu.services.importing import Standing, preview_of, taken_in
    from warifu.settings.file import Settings
    from warifu.vault.backups import Kind

    preview = preview_of(read, vault.store.accounts())
    wanted = {Standing.NEW, Standing.CHANGED} if options.update else {Standing.NEW}
    chosen = [_with_icon(found) for found in preview.found if found.standing in wanted]
    if chosen:
        backing_up = BackingUp(vault.session, context.clock, Settings(context.profile.settings))
        settled(
            lambda done, failed: backing_up.keep_before(Kind.BEFORE_IMPORT, lambda _backup: done(), failed)
        )
    taken = taken_in(vault.store, chosen, context.clock.now())
    vault.save()
    return taken, preview


def _with_icon(found: Found) -> Found:
    account = found.account
    if account.icon.image or account.icon.brand:
        return found
    return replace(found, account=replace(account, icon=suggested_icon(account)))


def _tell(
    context: Context,
    options: argparse.Namespace,
    outcomes: list[_Outcome],
    preview: Preview | None,
    taken: Taken | None,
) -> None:
    for each in outcomes:
        if each.refused is not None:
            output.note(f"{each.name}: {each.refused}")
        elif each.read is not None:
            for problem in each.read.contents.problems:
                output.note(f"{each.name}: {_said(problem)}")
            if each.read.contents.passwords:
                output.note(f"{each.name} holds passwords as well; delete it when it is not needed any more.")
    if context.json:
        output.say_json(_as_json(options, outcomes, preview, taken))
        return
    for each in outcomes:
        if each.read is not None:
            entries = each.read.contents.entries
            output.say(f"{each.name}: {each.read.name}, {_counted(len(entries))}")
            output.table(_row(entry, secrets=options.show_secrets) for entry in entries)
    if preview is not None and taken is not None:
        output.say(_summary(preview, taken))


def _summary(preview: Preview, taken: Taken) -> str:
    """What became of every account of the files."""
    from warifu.services.importing import Standing

    left = preview.count(Standing.CHANGED) - len(taken.changed)
    parts = [
        (len(taken.added), "added"),
        (len(taken.changed), "changed"),
        (preview.count(Standing.SAME), "here already"),
        (left, "here under another name or setting; --update changes them"),
        (preview.count(Standing.REPEATED), "twice in the files"),
        (preview.count(Standing.BINNED), "in that app's bin, left there"),
        (len(preview.problems), "not readable"),
    ]
    return f"{_counted(len(preview.found))}: " + ", ".join(f"{n} {what}" for n, what in parts if n) + "."


def _counted(number: int) -> str:
    return "1 account" if number == 1 else f"{number} accounts"


def _row(entry: Imported, *, secrets: bool) -> tuple[str, ...]:
    account = entry.account
    shown = (account.title, account.account, account.otp.type.value.upper(), ", ".join(account.tags))
    return (
        ("  " + shown[0], *shown[1:], account.otp.secret.base32())
        if secrets
        else ("  " + shown[0], *shown[1:])
    )


def _said(problem: Problem) -> str:
    where = f"entry {problem.line}" if problem.line is not None else ""
    named = f"{where} (“{output.shown(problem.entry)}”)" if problem.entry else where
    return f"{named}: {problem.title} {problem.hint}".strip().removeprefix(": ")


def _as_json(
    options: argparse.Namespace, outcomes: list[_Outcome], preview: Preview | None, taken: Taken | None
) -> dict[str, Any]:
    read = [each.read for each in outcomes if each.read is not None]
    ids = list(dict.fromkeys(each.format_id for each in read))
    value: dict[str, Any] = {
        "format": ids[0] if len(ids) == 1 else None,
        "accounts": [
            _account(entry, secrets=options.show_secrets) for each in read for entry in each.contents.entries
        ],
        "problems": [problem for each in outcomes for problem in _problems(each)],
        "files": [
            {
                "file": each.name,
                "format": each.read.format_id if each.read is not None else None,
                "accounts": len(each.read.contents.entries) if each.read is not None else 0,
                "error": None if each.refused is None else str(each.refused),
            }
            for each in outcomes
        ],
    }
    if preview is not None and taken is not None:
        value["standings"] = {
            standing.name.lower(): preview.count(standing)
            for standing in dict.fromkeys(found.standing for found in preview.found)
        }
        value["added"], value["changed"] = list(taken.added), list(taken.changed)
    return value


def _problems(outcome: _Outcome) -> list[dict[str, Any]]:
    if outcome.read is None:
        return [{"file": outcome.name, "entry": None, "name": "", "problem": str(outcome.refused)}]
    return [
        {
            "file": outcome.name,
            "entry": problem.line,
            "name": problem.entry,
            "problem": f"{problem.title} {problem.hint}".strip(),
        }
        for problem in outcome.read.contents.problems
    ]


def _account(entry: Imported, *, secrets: bool) -> dict[str, Any]:
    account: Account = entry.account
    otp = account.otp
    counted = otp.type is OtpType.HOTP
    fields: dict[str, Any] = {
        "type": otp.type.value,
        "title": account.title,
        "issuer": account.issuer,
        "account": account.account,
        "algorithm": otp.algorithm.value,
        "digits": otp.digits,
        "period": None if counted else otp.period,
        "counter": account.counter if counted else None,
        "tags": list(account.tags),
        "note": account.note,
        "icon": bool(account.icon.image),
        "pinned": account.pinned,
        "binned": entry.binned,
    }
    return fields | ({"secret": otp.secret.base32(), "pin": otp.pin} if secrets else {})
