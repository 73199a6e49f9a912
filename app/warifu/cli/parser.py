"""The arguments of every command; the global ones are understood before and after the command's name."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

import warifu
from warifu.cli.context import Context, clock_of
from warifu.cli.input import Input
from warifu.services.logs import forget_old
from warifu.services.paths import Profile, default_profile, in_full

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
    Run = Callable[[Context, argparse.Namespace], int]

COMMANDS = (
    "init", "add", "scan", "list", "code", "edit", "remove", "restore", "import_", "export", "formats",
    "backup", "lock", "clock", "doctor", "diagnostics", "vault", "completion",
)  # fmt: skip

_DESCRIPTION = "Your two-factor codes, from an encrypted file on your own computer."
_EPILOG = """\
Without a command the window opens; --hidden starts it in the tray. A link (otpauth://...) as
the last argument opens there for you to decide about.

exit status: 0 done, 1 refused, 2 usage, 3 wrong password or code, 4 damaged vault, 5 no such account,
6 the file to import needs a password"""


def make_parser() -> argparse.ArgumentParser:
    """The parser of ``warifu``."""
    parser = argparse.ArgumentParser(
        prog="warifu",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Warifu {warifu.__version__}")
    _add_globals(parser, top=True)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"warifu.cli.commands.{name}").register(commands)
    return parser


def add_command(commands: Subparsers, name: str, help_line: str, run: Run | None) -> argparse.ArgumentParser:
    """A command that ``run`` carries out; returns its parser for further arguments or commands."""
    parser = commands.add_parser(name, help=help_line, description=help_line, allow_abbrev=False)
    _add_globals(parser, top=False)
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments understood; what is left over may be a secret, and is not repeated."""
    options, rest = parser.parse_known_args(arguments)
    if options.password_stdin and options.recovery_code_stdin:
        parser.error("the vault is opened by its password or by its recovery code, not by both")
    unknown = [argument.partition("=")[0] for argument in rest if argument.startswith("--")]
    if unknown:
        parser.error(f"unknown options: {' '.join(unknown)}")
    if rest:
        parser.error("more arguments than the command takes; secrets are read from standard input")
    return options


def run_of(options: object) -> int:
    """Do what the arguments ask for."""
    chosen = cast("argparse.Namespace", options)
    profile = Profile.at(chosen.profile) if chosen.profile else default_profile()
    forget_old(profile.logs)
    vault = in_full(chosen.vault).absolute() if chosen.vault else profile.vault
    typed = Input(chosen.password_stdin, sys.stdin.buffer, chosen.recovery_code_stdin)
    run: Run = chosen.run
    return run(Context(profile, vault, typed, chosen.json, clock_of(profile)), chosen)


def _add_globals(parser: argparse.ArgumentParser, *, top: bool) -> None:
    """Below the top an option that is not given leaves what was given before the command."""

    def default(value: Any) -> Any:
        return value if top else argparse.SUPPRESS

    group = parser.add_argument_group("global options")
    group.add_argument("--vault", type=Path, metavar="FILE", default=default(None), help="the vault file")
    group.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=default(None),
        help="keep vault, settings, logs and backups of this run in DIR",
    )
    group.add_argument(
        "--password-stdin",
        action="store_true",
        default=default(False),
        help="read the password of the vault from the first line of standard input",
    )
    group.add_argument(
        "--recovery-code-stdin",
        action="store_true",
        default=default(False),
        help="open the vault by its recovery code, read from the first line of standard input",
    )
    group.add_argument("--json", action="store_true", default=default(False), help="print JSON, for programs")
